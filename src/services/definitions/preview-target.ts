/** How the last thirteen periods of an indicator would have been rated by a drafted target, beside how the one in force rates them. */
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import type { Rating } from "../../domain/judgement/rating.ts";
import { parsePeriod, type ReportingPeriod } from "../../domain/period.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { measureNamed } from "../../measures/catalogue.ts";
import { listSeriesNotes } from "../../store/series-note.ts";
import type { Store } from "../../store/store.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import type { Workspace } from "../workspace.ts";
import { indicatorOf } from "./current-definition.ts";
import type { TargetParts } from "./target-text.ts";

export type PreviewedPeriod = {
  readonly period: ReportingPeriod;
  readonly shown: string;
  readonly before: Rating;
  readonly after: Rating;
  readonly differs: boolean;
};

export type TargetPreview = {
  readonly periods: readonly PreviewedPeriod[];
  readonly differing: number;
  /** The drafted target as it reads, and the one in force. */
  readonly targetBefore: string;
  readonly targetAfter: string;
};

/** A year and the same period of the year before. */
const SHOWN = 13;
/** Earlier periods that ratings by change or control limits look back on. */
const BEHIND = 12;

type PreviewQuestion = {
  readonly subject: string;
  readonly before: TargetParts | null;
  readonly after: TargetParts;
  /** YYYY-MM */
  readonly lastMonth: string;
};

/** Comparators are left out: a target such as "below region" cannot be previewed and says so in its ratings. */
export async function previewTarget(
  workspace: Workspace,
  store: Pick<Store, "db">,
  { subject, before, after, lastMonth }: PreviewQuestion,
): Promise<TargetPreview | null> {
  const found = indicatorOf(workspace.catalogue, subject);
  if (found === null || workspace.manifests.length === 0) return null;
  const { card, indicator } = found;
  const measure = measureNamed(workspace.catalogue, indicator.measure);
  const { database, columns, population, holdings, authorities } = await workspace.open();
  const periods = columnsEnding(indicator.window, lastMonth, SHOWN + BEHIND);
  const shared = { by: null, authorities: authorities.slice(0, 1), columns, population, holdings };
  const figures = await runFigures(database, [measure], { ...shared, periods });
  const notes = (await listSeriesNotes(store)).filter((note) => note.measure === measure.id);
  const judged = (set: TargetParts | null, history: readonly Figure[], period: ReportingPeriod) =>
    judgeIndicator({
      section: "",
      indicator,
      measure,
      card,
      period,
      history,
      set,
      judgement: null,
      notes,
      comparators: [],
      reconciliation: [],
      published: [],
    });
  const every = card.period === "month" ? "in-month" : card.period;
  const rows = periods.slice(-SHOWN).flatMap((own) => {
    const history = figures.slice(0, figures.findIndex(({ period }) => period === own.id) + 1);
    const period = parsePeriod(own.end, every);
    const [was, is] = [judged(before, history, period), judged(after, history, period)];
    const shown = history.at(-1)?.shown ?? "";
    return [{ period: own, shown, was, is }];
  });
  return {
    periods: rows.map(({ period, shown, was, is }) => ({
      period,
      shown,
      before: was.rating,
      after: is.rating,
      differs: was.rating.word !== is.rating.word,
    })),
    differing: rows.filter(({ was, is }) => was.rating.word !== is.rating.word).length,
    targetBefore: rows.at(-1)?.was.target.shown ?? "",
    targetAfter: rows.at(-1)?.is.target.shown ?? "",
  };
}
