/** The bar at the head of every page: the council's own name, the service's, search, and who is signed in. No crown. */
import type { Site } from "../../context.ts";
import { classNames } from "../block.ts";

export type SiteHeaderProps = { readonly site: Site; readonly containerClass: string };

/** GOV.UK's generic header with search and account at its end for those signed in. */
export function SiteHeader({ site: { organisation, viewer }, containerClass }: SiteHeaderProps) {
  return (
    <div class="govuk-generic-header app-site-header">
      <div class={classNames("govuk-generic-header__container app-site-header__container", containerClass)}>
        <div class="govuk-generic-header__logo app-site-header__logo">
          <a href="/" class="govuk-generic-header__homepage-link app-site-header__name">
            {organisation}
            <span class="app-site-header__service">Waymark</span>
          </a>
        </div>
        {viewer !== null && (
          <>
            <Search />
            <a class="app-site-header__account" href="/account">
              <span class="govuk-visually-hidden">Your account: </span>
              {viewer.name}
            </a>
          </>
        )}
      </div>
    </div>
  );
}

function Search() {
  return (
    <search class="app-site-header__search">
      <form class="app-site-header__form" action="/search" method="get">
        <label class="govuk-visually-hidden" for="site-search">
          Find anything in Waymark
        </label>
        <input class="app-site-header__box" id="site-search" name="q" type="search" placeholder="Find anything" />
        <button type="submit" class="app-site-header__go">
          Find
        </button>
      </form>
    </search>
  );
}
