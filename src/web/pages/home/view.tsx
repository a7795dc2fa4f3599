/** Home: what needs attention and why, what waits for the viewer, the scorecards they may see, and how fresh the data is. */
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import { AttentionList } from "./attention-list.tsx";
import { CardList } from "./card-list.tsx";
import { DataFreshness } from "./data-freshness.tsx";
import type { HomeKind, HomeView } from "./present.ts";
import { WaitingList } from "./waiting-list.tsx";
import { YourParts } from "./your-parts.tsx";
import { YourTeams } from "./your-teams.tsx";

const AUDIENCE = { internal: "internal", published: "published", administration: "none" } as const;
const HEADING: Readonly<Record<HomeKind, string>> = {
  internal: "What needs attention",
  published: "Published scorecards",
  administration: "Looking after Waymark",
};

/** The first page. */
export function HomePage({ site, home }: { readonly site: Site; readonly home: HomeView }) {
  const { kind, cards, waiting, teams } = home;
  const isEmpty = kind === "internal" && home.freshness.returns.length === 0;
  return (
    <Page site={site} title="Home" part="/" audience={AUDIENCE[kind]}>
      <h1 class="govuk-heading-l app-home__heading">{HEADING[kind]}</h1>
      {isEmpty && <NothingLoaded mayLoad={may(site.viewer, "load-data")} />}
      {(kind === "internal" || waiting.length > 0) && <WaitingList waiting={waiting} />}
      {teams.length > 0 && <YourTeams teams={teams} />}
      {kind === "internal" && !isEmpty && (
        <AttentionList attention={home.attention} ofWhom={teams.length > 0 ? "council" : "all"} />
      )}
      {kind !== "administration" && <CardList cards={cards} kind={kind} />}
      {kind === "administration" && <YourParts site={site} />}
      {kind === "internal" && !isEmpty && (
        <DataFreshness freshness={home.freshness} seesData={may(site.viewer, "see-data")} />
      )}
    </Page>
  );
}

function NothingLoaded({ mayLoad }: { readonly mayLoad: boolean }) {
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">Nothing has been loaded yet, so there are no figures.</p>
      {mayLoad ? (
        <p class="govuk-body">
          <a class="govuk-notification-banner__link" href="/data/new">
            Load the first return
          </a>
          , then come back to this page.
        </p>
      ) : (
        <p class="govuk-body">Ask a performance analyst to load the first return, then come back to this page.</p>
      )}
    </NotificationBanner>
  );
}
