/** The last 24 months by the definition in force and by the draft: a chart, a table, and how many cases move in and out. */
import type { DefinitionDraft } from "../../../services/definitions/drafts.ts";
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { Table } from "../../components/table/table.tsx";
import { WindowLinks } from "../../components/window-links/window-links.tsx";
import type { Site } from "../../context.ts";
import { DraftFrame } from "./draft-frame.tsx";
import type { FiguresView } from "./present-figures.ts";

/** Both definitions side by side. */
export function FiguresPage(props: {
  readonly site: Site;
  readonly draft: DefinitionDraft;
  readonly view: FiguresView;
  readonly done?: string | undefined;
}) {
  const { site, draft, view, done } = props;
  return (
    <DraftFrame site={site} draft={draft} part="figures" done={done}>
      <h2 class="govuk-heading-m">{view.heading}</h2>
      <p class="govuk-body">{view.sentence}</p>
      <WindowLinks links={view.windows} />
      <FigureChart wide={view.chart.wide} narrow={view.chart.narrow} />
      <Table
        class="app-cards app-recalculated"
        caption="Both definitions, newest first"
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={view.head.map((content, index) => ({ content, numeric: index > 0 && index < 3 }))}
        rows={view.rows.map((row) => [
          { content: row.period },
          { content: row.before, numeric: true, attributes: { "data-label": view.head[1] ?? "" } },
          {
            content: row.differs ? (
              <>
                <strong>{row.after}</strong> <span class="app-muted">(differs)</span>
              </>
            ) : (
              row.after
            ),
            numeric: true,
            attributes: { "data-label": view.head[2] ?? "" },
          },
          {
            content:
              row.listHref === null ? (
                row.moved
              ) : (
                <a class="govuk-link" href={row.listHref}>
                  {row.moved}
                  <span class="govuk-visually-hidden">: the list in force, {row.period}</span>
                </a>
              ),
            attributes: { "data-label": view.head[3] ?? "" },
          },
        ])}
      />
      <p class="govuk-body app-muted">{view.note}</p>
    </DraftFrame>
  );
}
