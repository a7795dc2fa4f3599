/** Answers the pages' questions from a live workspace, keeping each answer until data, catalogue or what was typed change. */
import type { Figure } from "../domain/figure.ts";
import type { WindowId } from "../domain/period.ts";
import type { ScoredCard } from "../domain/scored-card.ts";
import { changesSince } from "../services/changes-since.ts";
import { dataMonths } from "../services/data-months.ts";
import { listEditions } from "../services/editions.ts";
import { explainMeasure } from "../services/explain-measure.ts";
import { type LoadRecord, loadHistory } from "../services/load-history.ts";
import { measureFigures, tablesRead } from "../services/measure-figures.ts";
import { logHead, type Store } from "../services/open-store.ts";
import { readJudgementInputs } from "../services/read-judgement-inputs.ts";
import { scoreScorecard } from "../services/score-scorecard.ts";
import { columnsEnding } from "../services/scorecard-figures.ts";
import type { Workspace } from "../services/workspace.ts";
import { judgementsOn } from "./card-judgement.ts";
import type { Desk } from "./desk.ts";
import { editionAnswers } from "./edition-answers.ts";
import type { FigureRow, IssueCount, LoadSummary, MeasureFigures, ScorecardFigures, WebServices } from "./services.ts";

/** Answers over a desk; its clock says today, which the last month shown by default may not be after. */
export function webServicesOf({
  live,
  store,
  clock,
  keep,
}: Pick<Desk, "live" | "store" | "clock" | "keep">): WebServices {
  const today = (): string => clock().toISOString().slice(0, 10);
  const months = (): Promise<readonly string[]> =>
    keep(`months ${today()}`, (workspace) => dataMonths(workspace, today()));
  const history = (): Promise<readonly LoadRecord[]> =>
    keep("loads", ({ folder, manifests }) => loadHistory(folder, manifests));
  /** What people typed changes a card as much as a load does. */
  const cardOf = async (id: string, last: string): Promise<ScoredCard> => {
    const { sequence: typed } = await logHead(store);
    return keep(`card ${id} ${last} ${typed}`, (workspace) => scoredCard(workspace, store, { id, last }));
  };
  return {
    ...editionAnswers(store, (id) => live.current().catalogue.scorecards.get(id)?.title ?? id),
    editionChanges: async (id) => {
      if (!(await listEditions(store)).some((edition) => edition.id === id)) return null;
      const { sequence: typed } = await logHead(store);
      const { changes } = await keep(`changes ${id} ${typed}`, (workspace) => changesSince(workspace, store, id));
      return changes;
    },
    scorecards: async () =>
      [...live.current().catalogue.scorecards.values()].map(({ id, title, audience, description, sections }) => ({
        id,
        title,
        audience,
        description: description ?? "",
        sections: sections.length,
        indicators: sections.reduce((sum, section) => sum + section.indicators.length, 0),
      })),
    scorecard: async (id, { lastMonth }) => {
      const choices = await months();
      const last = lastMonth ?? choices[0] ?? today().slice(0, 7);
      if (!live.current().catalogue.scorecards.has(id)) return null;
      const card = await cardOf(id, last);
      const { sequence: typed } = await logHead(store);
      return keep(`scorecard ${id} ${last} ${typed}`, async () => scorecardAnswer(card, choices));
    },
    measures: async () =>
      [...live.current().catalogue.measures.values()].map(({ id, title, area, definition, unit }) => ({
        id,
        title,
        area,
        definition,
        unit,
      })),
    measure: async (id, { window, lastMonth }) => {
      const choices = await months();
      const last = lastMonth ?? choices[0] ?? today().slice(0, 7);
      const records = await history();
      const holding = [...live.current().catalogue.scorecards.values()].filter(({ sections }) =>
        sections.some(({ indicators }) => indicators.some(({ measure }) => measure === id)),
      );
      const cards = await Promise.all(holding.map((scorecard) => cardOf(scorecard.id, last)));
      const { sequence: typed } = await logHead(store);
      return keep(`measure ${id} ${window} ${last} ${typed}`, async (workspace) => {
        const answer = await measureAnswer(workspace, id, { window, last, choices, records });
        return answer === null ? null : { ...answer, judgements: judgementsOn(cards, id) };
      });
    },
    loads: async () => (await history()).map(loadSummary),
  };
}

type Asked = { readonly last: string; readonly choices: readonly string[] };

async function scoredCard(
  workspace: Workspace,
  store: Store,
  { id, last }: { readonly id: string; readonly last: string },
): Promise<ScoredCard> {
  const window = windowOf(workspace, id);
  const question = { scorecard: id, period: columnsEnding(window, last, 1)[0]?.id ?? last };
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  return scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
}

function windowOf({ catalogue }: Workspace, id: string): WindowId {
  const period = catalogue.scorecards.get(id)?.period ?? "month";
  return period === "month" ? "in-month" : period;
}

function scorecardAnswer(card: ScoredCard, choices: readonly string[]): ScorecardFigures {
  return {
    id: card.scorecard,
    title: card.title,
    description: card.description,
    authority: card.authority,
    columns: card.columns,
    lastMonths: choices,
    counts: { ratings: card.ratings, directions: card.directions },
    sections: card.sections.map(({ title, scope, indicators }) => ({
      title,
      ...(scope === null ? {} : { scope }),
      indicators: indicators.map((scored) => ({
        reference: scored.reference,
        measureId: scored.measure.id,
        title: scored.title,
        window: scored.indicator.window,
        unit: scored.measure.unit,
        polarity: scored.measure.polarity,
        ...(scored.indicator.note === undefined ? {} : { note: scored.indicator.note }),
        figures: scored.history.map(figureRow),
        judged: {
          target: scored.target.shown,
          rating: scored.rating,
          direction: scored.direction,
          comparators: scored.comparators.filter(({ state }) => state === "value"),
          faults: scored.reconciliation.filter(({ accepted }) => accepted === null).map(({ sentence }) => sentence),
        },
      })),
    })),
  };
}

type MeasureAsked = Asked & { readonly window: WindowId | undefined; readonly records: readonly LoadRecord[] };

async function measureAnswer(
  workspace: Workspace,
  id: string,
  { window: asked, last, choices, records }: MeasureAsked,
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
    issues: issuesTouching(records, tables),
    versions: [],
    scorecards: [...catalogue.scorecards.values()].flatMap((scorecard) =>
      scorecard.sections
        .flatMap((section) => section.indicators)
        .filter((indicator) => indicator.measure === id)
        .map(({ reference }) => ({ id: scorecard.id, title: scorecard.title, reference })),
    ),
  };
}

function figureRow({ by, breakdown, ...figure }: Figure): FigureRow {
  return { ...figure, by, group: breakdown, breakdown: by === null ? null : `${by}=${breakdown}` };
}

/** Issues of the loads that now fill any of the tables, counted by code. */
function issuesTouching(records: readonly LoadRecord[], tables: readonly string[]): readonly IssueCount[] {
  const counts = new Map<string, IssueCount>();
  for (const { manifest, isCurrent, issues } of records) {
    if (!isCurrent || !tables.some((table) => (manifest.tables[table]?.rows ?? 0) > 0)) continue;
    for (const issue of issues)
      counts.set(issue.code, { ...issue, count: issue.count + (counts.get(issue.code)?.count ?? 0) });
  }
  return [...counts.values()];
}

function loadSummary({ manifest, isCurrent, issues }: LoadRecord): LoadSummary {
  return {
    id: manifest.id,
    authority: manifest.authority,
    title: manifest.year === undefined ? manifest.title : `${manifest.title} ${manifest.year}`,
    asAt: manifest.asAt ?? null,
    loadedAt: manifest.acceptedAt,
    isCurrent,
    files: manifest.files,
    tables: Object.entries(manifest.tables)
      .filter(([, { rows }]) => rows > 0)
      .map(([name, { rows }]) => ({ name, rows })),
    issues,
  };
}
