/** The page around every page: head, header, navigation, the line saying whom it is for, where it stands, its content and the foot. */
import type { ComponentChildren } from "preact";
import type { Site } from "../../context.ts";
import { may, type Needs } from "../../viewer.ts";
import { classNames } from "../block.ts";
import { type Breadcrumb, Breadcrumbs } from "../breadcrumbs/breadcrumbs.tsx";
import { PhaseBanner } from "../phase-banner/phase-banner.tsx";
import { ServiceNavigation } from "../service-navigation/service-navigation.tsx";
import { SiteFooter } from "../site-footer/site-footer.tsx";
import { SiteHeader } from "../site-header/site-header.tsx";
import { SkipLink } from "../skip-link/skip-link.tsx";

/** The parts of the application, as the navigation names them to those who may enter; some stand in the header or the foot instead. */
export const PARTS = [
  { href: "/", text: "Home", needs: "signed-in" },
  { href: "/teams", text: "Teams", needs: "see-teams" },
  { href: "/measures", text: "Measures", needs: "see-figures" },
  { href: "/challenge", text: "Challenge", needs: "see-actions" },
  { href: "/comments", text: "Commentary", needs: "see-figures" },
  { href: "/enter", text: "Enter figures", needs: "enter-figures" },
  { href: "/editions", text: "Editions", needs: "read-editions" },
  { href: "/reports", text: "Reports", needs: "read-editions" },
  { href: "/data", text: "Data", needs: "see-data" },
  { href: "/definitions", text: "Definitions", needs: "see-changes" },
  { href: "/search", text: "Search", needs: "signed-in", isElsewhere: true },
  { href: "/admin", text: "Administration", needs: "see-access-log" },
  { href: "/account", text: "Your account", needs: "signed-in", isElsewhere: true },
  { href: "/about", text: "About", needs: "anyone", isElsewhere: true },
] as const satisfies readonly Part[];

type Part = {
  readonly href: string;
  readonly text: string;
  readonly needs: Needs;
  /** Not in the row of parts: search and account stand in the header, About in the foot. */
  readonly isElsewhere?: boolean;
};

/** Whom the figures on a page are for. "draft" will be public and is not yet; "none" is a page without figures: forms, administration, errors. */
export type PageAudience = "internal" | "draft" | "published" | "none";

export type PageProps = {
  readonly site: Site;
  /** The page's own title, without the service's name. */
  readonly title: string;
  /** Where in the navigation the page belongs; `null` for error pages. */
  readonly part: (typeof PARTS)[number]["href"] | null;
  /** The pages above this one; none for the first page of a part. */
  readonly above?: readonly Breadcrumb[];
  /** Uses the whole width of a large screen, and turns the paper: for wide tables. */
  readonly wide?: boolean;
  /** Whom its figures are for; internal unless said. */
  readonly audience?: PageAudience;
  readonly children: ComponentChildren;
};

/** A whole HTML document. */
export function Page({ site, title, part, above = [], wide = false, audience = "internal", children }: PageProps) {
  const container = classNames("govuk-width-container app-width-container", wide && "app-width-container--wide");
  return (
    <html lang="en" class="govuk-template">
      <Head site={site} title={title} />
      <body class={classNames("govuk-template__body", wide && "app-page--wide")}>
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <header class="govuk-template__header app-page__header">
          <SiteHeader site={site} containerClass={container} />
          <ServiceNavigation
            class={wide ? "app-page__navigation--wide" : undefined}
            items={mainParts(site).map(({ href, text }) => ({
              href,
              text,
              current: href === part && above.length === 0,
              active: href === part && above.length > 0,
            }))}
          />
          <Audience
            audience={audience}
            class={classNames("app-page__banner app-width-container", wide && "app-width-container--wide")}
          />
        </header>
        <div class={container}>
          {above.length > 0 && <Breadcrumbs items={above} collapseOnMobile />}
          <main class="govuk-main-wrapper app-page__main" id="main-content">
            {children}
          </main>
        </div>
        <SiteFooter container={container} />
      </body>
    </html>
  );
}

function mainParts(site: Site): readonly Part[] {
  const parts: readonly Part[] = PARTS;
  return parts.filter(({ needs, isElsewhere }) => isElsewhere !== true && mayEnter(site, needs));
}

function mayEnter({ viewer }: Site, needs: Needs): boolean {
  if (needs === "anyone") return true;
  return needs === "signed-in" ? viewer !== null : may(viewer, needs);
}

/** The line that says whom the page's figures are for, in words. */
function Audience({ audience, ...rest }: { readonly audience: PageAudience; readonly class: string }) {
  if (audience === "none") return null;
  if (audience === "draft")
    return (
      <PhaseBanner tag="Draft" tagClass="govuk-tag--grey" {...rest}>
        Written for the public, with small numbers withheld, but not released: not to be shared yet.
      </PhaseBanner>
    );
  return audience === "internal" ? (
    <PhaseBanner tag="Internal" tagClass="govuk-tag--red" {...rest}>
      Not for publication: small numbers are shown, so these figures stay inside the service.
    </PhaseBanner>
  ) : (
    <PhaseBanner tag="Published" tagClass="govuk-tag--green" {...rest}>
      Frozen on publication, with small numbers withheld; these figures may be shared.
    </PhaseBanner>
  );
}

function Head({ site, title }: { readonly site: Site; readonly title: string }) {
  const { stylesheet, script, icon } = site.assets;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – Waymark – ${site.organisation}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#12436D" />
      <link rel="icon" sizes="any" href={icon} type="image/svg+xml" />
      <link rel="stylesheet" href={stylesheet} />
      {site.hasOwnColours && <link rel="stylesheet" href="/council.css" />}
      <script type="module" src={script} />
    </head>
  );
}
