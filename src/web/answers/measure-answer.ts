/** What the page of one measure asks. */
import type { WindowId } from "../../domain/period.ts";
import { explainMeasure } from "../../services/explain-measure.ts";
import { measureFigures, tablesRead } from "../../services/measure-figures.ts";
import { logHead } from "../../services/open-store.ts";
import type { Workspace } from "../../services/workspace.ts";
import { judgementsOn } from "../card-judgement.ts";
import type { Desk } from "../desk.ts";
import type { IssueCount, MeasureFigures } from "../services.ts";
import { issuesTouching, loadRecords } from "./loads.ts";
import { lastMonthOf } from "./months.ts";
import { figureRow } from "./scorecard-answer.ts";
import { scoredCard } from "./scored-cards.ts";

type Asked = { readonly window?: WindowId; readonly lastMonth?: string };

/** `null` when there is no such measure. */
export async function measureAnswer(
  desk: Pick<Desk, "live" | "store" | "clock" | "keep">,
  id: string,
  { window, lastMonth }: Asked,
): Promise<MeasureFigures | null> {
  const { last, choices } = await lastMonthOf(desk, lastMonth);
  const records = await loadRecords(desk);
  const holding = [...desk.live.current().catalogue.scorecards.values()].filter(({ sections }) =>
    sections.some(({ indicators }) => indicators.some(({ measure }) => measure === id)),
  );
  const cards = await Promise.all(holding.map((scorecard) => scoredCard(desk, { id: scorecard.id, last })));
  const { sequence: typed } = await logHead(desk.store);
  return desk.keep(`measure ${id} ${window} ${last} ${typed}`, async (workspace) => {
    const answer = await figuresOf(workspace, id, {
      window,
      last,
      choices,
      issues: (tables) => issuesTouching(records, tables),
    });
    return answer === null ? null : { ...answer, judgements: judgementsOn(cards, id) };
  });
}

type Wanted = {
  readonly window: WindowId | undefined;
  readonly last: string;
  readonly choices: readonly string[];
  readonly issues: (tables: readonly string[]) => readonly IssueCount[];
};

async function figuresOf(
  workspace: Workspace,
  id: string,
  { window: asked, last, choices, issues }: Wanted,
): Promise<MeasureFigures | null> {
  const { catalogue } = workspace;
  const measure = catalogue.measures.get(id);
  if (measure === undefined) return null;
  const window =
    asked !== undefined && measure.timeBasis.includes(asked) ? asked : (measure.timeBasis[0] ?? "in-month");
  const { authority, columns, figures, byTeam } = await measureFigures(workspace, measure, { window, lastMonth: last });
  const { sql } = await explainMeasure(catalogue, { measure: id, dialect: "duckdb", from: last, to: last });
  const tables = tablesRead(catalogue, measure);
  const { title, area, definition, shows, why, source, unit, polarity, breakdowns, file } = measure;
  return {
    id,
    title,
    area,
    definition,
    shows,
    why,
    source,
    unit,
    polarity,
    breakdowns,
    file,
    authority,
    window,
    columns,
    sql,
    tables,
    ...(measure.local === undefined ? {} : { local: measure.local }),
    ...(measure.owner === undefined ? {} : { owner: measure.owner }),
    ...(measure.reviewed === undefined ? {} : { reviewed: measure.reviewed }),
    ...(measure.reviewBy === undefined ? {} : { reviewBy: measure.reviewBy }),
    windows: measure.timeBasis,
    lastMonths: choices,
    figures: figures.map(figureRow),
    byTeam: byTeam.map(figureRow),
    examples: measure.examples.map(({ it, period, expect }) => ({
      it,
      period,
      expected: Object.entries(expect)
        .map(([name, value]) => `${name} ${value}`)
        .join(", "),
    })),
    issues: issues(tables),
    versions: [],
    scorecards: [...catalogue.scorecards.values()].flatMap((scorecard) =>
      scorecard.sections
        .flatMap((section) => section.indicators)
        .filter((indicator) => indicator.measure === id)
        .map(({ reference }) => ({ id: scorecard.id, title: scorecard.title, reference })),
    ),
  };
}
