/** Home: the scorecards, and how fresh the data behind them is. */
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import type { CardNews } from "./card-news.ts";
import type { HomeView } from "./present.ts";

type HomePageProps = {
  readonly site: Site;
  readonly home: HomeView;
  /** By the address of the scorecard. */
  readonly news: ReadonlyMap<string, CardNews>;
};

/** The first page. */
export function HomePage({ site, home, news }: HomePageProps) {
  return (
    <Page site={site} title="Scorecards" part="/">
      <h1 class="govuk-heading-l">Scorecards</h1>
      {home.returns.length === 0 && <NothingLoaded />}
      {home.scorecards.length === 0 && <p class="govuk-body">There is no scorecard in the catalogue yet.</p>}
      <ul class="app-scorecard-list">
        {home.scorecards.map((scorecard) => (
          <li key={scorecard.href} class="app-scorecard-list__item">
            <h2 class="govuk-heading-m app-scorecard-list__title">
              <a class="govuk-link" href={scorecard.href}>
                {scorecard.title}
              </a>
            </h2>
            <p class="govuk-body app-scorecard-list__text">{scorecard.description}</p>
            <p class="govuk-body app-muted app-scorecard-list__text">{scorecard.size}</p>
            <News news={news.get(scorecard.href)} />
          </li>
        ))}
      </ul>
      {home.returns.length > 0 && <Freshness home={home} />}
    </Page>
  );
}

function News({ news }: { readonly news: CardNews | undefined }) {
  return (
    <>
      {news?.judged && <p class="govuk-body app-scorecard-list__text">{news.judged}</p>}
      {news?.edition && (
        <p class="govuk-body app-scorecard-list__text">
          Latest edition:{" "}
          <a class="govuk-link" href={news.edition.href}>
            {news.edition.text}
          </a>
        </p>
      )}
    </>
  );
}

function NothingLoaded() {
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">Nothing has been loaded yet, so there are no figures.</p>
      <p class="govuk-body">
        Load a return with <code>waymark load</code>, then come back to this page.
      </p>
    </NotificationBanner>
  );
}

function Freshness({ home }: { readonly home: HomeView }) {
  return (
    <section aria-labelledby="fresh">
      <h2 class="govuk-heading-m" id="fresh">
        How fresh the data is
      </h2>
      <Table
        class="app-cards"
        caption="Returns the figures are made from now"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: "Return" }, { content: "As at" }, { content: "Loaded" }, { content: "Issues" }]}
        rows={home.returns.map((load) => [
          { content: load.title },
          { content: load.asAt, attributes: { "data-label": "As at" } },
          { content: load.loaded, attributes: { "data-label": "Loaded" } },
          { content: load.issues, attributes: { "data-label": "Issues" } },
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/data">
          Everything loaded, and the issues found
        </a>
      </p>
    </section>
  );
}
