/** GET /enter/measures/:id: every figure of one measure that was entered, with who entered it and what stood before. */
import type { FastifyInstance } from "fastify";
import { entryOf } from "../../../domain/entered-figure.ts";
import { AppError } from "../../../domain/errors.ts";
import { deskFigures } from "../../../services/by-hand/desk-figures.ts";
import { type FigureVersion, listFigureVersions } from "../../../services/by-hand/entered.ts";
import type { HandMeasure } from "../../../services/by-hand/hand-measures.ts";
import { enterable } from "../../../services/by-hand/may-enter.ts";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import { type DeskContext, type Site, siteFor } from "../../context.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { longInstant } from "../../words.ts";
import { entryWords } from "./present-grid.ts";

/** Adds the page. */
export function registerHistory(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<{ Params: { readonly id: string } }>(
    "/enter/measures/:id",
    { config: { needs: "enter-figures" } },
    async (request, reply) => {
      const { measures, owners } = await deskFigures(desk);
      const measure = enterable(measures, owners, viewerOf(request)).find(({ id }) => id === request.params.id);
      if (measure === undefined)
        throw new AppError(
          "MEASURE_UNKNOWN",
          "There is no measure of that id that you enter.",
          "Choose one from the figures due from you.",
        );
      const versions = await listFigureVersions(desk.store, measure.id);
      const page = <HistoryPage site={siteFor(site, request)} measure={measure} versions={versions} />;
      return sendPage(request, reply, renderPage(page));
    },
  );
}

type HistoryProps = {
  readonly site: Site;
  readonly measure: HandMeasure;
  readonly versions: readonly FigureVersion[];
};

function HistoryPage({ site, measure, versions }: HistoryProps) {
  return (
    <Page site={site} title={measure.title} part="/enter" above={[{ text: "Enter figures", href: "/enter" }]}>
      <h1 class="govuk-heading-l">{measure.title}</h1>
      <p class="govuk-body">{measure.definition}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/measures/${measure.id}`}>
          See its figures
        </a>
      </p>
      {versions.length === 0 ? (
        <p class="govuk-body">Nothing has been entered here yet.</p>
      ) : (
        <Table
          class="app-cards"
          caption="What was entered, newest first"
          captionClass="govuk-table__caption--m"
          firstCellIsHeader
          head={["Period", "Entered", "By", "When"].map((content) => ({ content }))}
          rows={versions.map(({ period, values, person, at }) => [
            { content: period },
            {
              content: values === null ? "Cleared" : entryWords(entryOf(values)),
              attributes: { "data-label": "Entered" },
            },
            { content: person, attributes: { "data-label": "By" } },
            { content: longInstant(at), attributes: { "data-label": "When" } },
          ])}
        />
      )}
    </Page>
  );
}
