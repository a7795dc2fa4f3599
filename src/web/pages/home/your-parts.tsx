/** The parts of Waymark somebody may enter who sees no figures. */
import { PARTS } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { may, type Needs } from "../../viewer.ts";

const ABOUT: Readonly<Record<string, string>> = {
  "/editions": "What has been published",
  "/data": "What has been loaded, when, and what was wrong with it",
  "/admin": "People and their roles, who looked at what, settings, and the state of the installation",
  "/account": "Your password and where you are signed in",
};

/** A list of links with what is behind each. */
export function YourParts({ site }: { readonly site: Site }) {
  const parts = PARTS.filter(({ href, needs }) => href in ABOUT && mayEnter(site, needs));
  return (
    <ul class="govuk-list govuk-list--spaced">
      {parts.map(({ href, text }) => (
        <li key={href}>
          <a class="govuk-link govuk-!-font-weight-bold" href={href}>
            {text}
          </a>
          {`: ${(ABOUT[href] ?? "").toLowerCase()}`}
        </li>
      ))}
    </ul>
  );
}

function mayEnter({ viewer }: Site, needs: Needs): boolean {
  return needs === "signed-in" || needs === "anyone" || may(viewer, needs);
}
