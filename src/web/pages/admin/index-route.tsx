/** GET /admin: the rooms of administration somebody may enter. */
import type { FastifyInstance } from "fastify";
import type { Permission } from "../../../domain/access/permissions.ts";
import { Page } from "../../components/page/page.tsx";
import { type DeskContext, type Site, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may } from "../../viewer.ts";

type Room = { readonly href: string; readonly text: string; readonly about: string; readonly needs: Permission };

const ROOMS: readonly Room[] = [
  {
    href: "/admin/people",
    text: "People and roles",
    about: "Who may sign in, and what they may do and see.",
    needs: "manage-people",
  },
  {
    href: "/admin/access",
    text: "Access log",
    about: "Every view of a child, everything a person saw, every refusal.",
    needs: "see-access-log",
  },
  {
    href: "/admin/usage",
    text: "Use of pages",
    about: "Which managers opened which figures.",
    needs: "see-access-log",
  },
  { href: "/admin/settings", text: "Settings", about: "What this installation has settled.", needs: "manage-settings" },
  {
    href: "/admin/health",
    text: "Health",
    about: "Data, store, disk; proof of the logs; connections to outside.",
    needs: "manage-settings",
  },
];

/** Adds the first page of administration. */
export function registerAdminIndex(app: FastifyInstance, { site }: DeskContext): void {
  app.get("/admin", { config: { needs: "see-access-log" } }, async (request, reply) =>
    sendPage(request, reply, renderPage(<IndexPage site={siteFor(site, request)} />)),
  );
}

function IndexPage({ site }: { readonly site: Site }) {
  return (
    <Page site={site} title="Administration" part="/admin" audience="none">
      <h1 class="govuk-heading-l">Administration</h1>
      <dl class="govuk-summary-list">
        {ROOMS.filter(({ needs }) => may(site.viewer, needs)).map(({ href, text, about }) => (
          <div key={href} class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </dt>
            <dd class="govuk-summary-list__value">{about}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
