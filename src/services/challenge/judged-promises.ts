/** Whether promises in comments were kept: the figure of the promised period beside the one of the comment's own. */
import { type JudgedPromise, judgePromise } from "../../domain/commentary/judge-promise.ts";
import type { PromiseExpectation } from "../../domain/commentary/promises.ts";
import type { CommentSubject } from "../../domain/commentary.ts";
import { type IsoDate, monthOf } from "../../domain/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import { periodWords } from "../../domain/judgement/period-words.ts";
import type { Rating } from "../../domain/judgement/rating.ts";
import { periodOf } from "../../domain/judgement/series-context.ts";
import { parsePeriodSpan, periodContaining, type ReportingPeriod } from "../../domain/period.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { listPromises, type StoredPromise } from "../../store/comment-promise.ts";
import { listTargets, targetsOn } from "../../store/target.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import { allPlacements } from "../teams/placements.ts";
import { type ChallengeContext, lastMonthOf } from "./context.ts";
import { promisesDue } from "./promises.ts";

export type PromiseWithJudgement = StoredPromise & {
  readonly title: string;
  /** "quarter 3 of 2025-26" */
  readonly when: string;
  readonly judged: JudgedPromise;
};

/** Periods back a figure is looked for. */
const PERIODS = 25;

/** Every confirmed promise, judged, soonest due first; and those set aside. */
export async function allPromises(context: ChallengeContext): Promise<{
  readonly confirmed: readonly PromiseWithJudgement[];
  readonly setAside: readonly StoredPromise[];
}> {
  const stored = await listPromises(context.store);
  return {
    confirmed: await judgePromises(
      context,
      stored.filter(({ state }) => state === "confirmed"),
    ),
    setAside: stored.filter(({ state }) => state === "set-aside"),
  };
}

/** What was promised of a comment's subject for its period or an earlier one, judged: to be answered for in the next comment. */
export async function promisesBeside(
  context: ChallengeContext,
  {
    scorecard,
    period,
    subject,
  }: { readonly scorecard: string; readonly period: string; readonly subject: CommentSubject },
): Promise<readonly PromiseWithJudgement[]> {
  const due = await promisesDue(context.store, { scorecard, period });
  const sections = context.live.current().catalogue.scorecards.get(scorecard)?.sections ?? [];
  const ofSection = sections
    .filter(({ title }) => subject.kind === "section" && title === subject.section)
    .flatMap(({ indicators }) => indicators.map(({ reference }) => reference));
  const own = subject.kind === "references" ? subject.references : ofSection;
  return judgePromises(
    context,
    due.filter(({ reference }) => subject.kind === "scorecard" || own.includes(reference)),
  );
}

/** Promises with whether they were kept, in the order given. */
export async function judgePromises(
  context: ChallengeContext,
  promises: readonly StoredPromise[],
): Promise<readonly PromiseWithJudgement[]> {
  if (promises.length === 0) return [];
  const month = await lastMonthOf(context);
  const histories = await historiesOf(context, promises, month);
  const until = monthOf(`${month}-01`).end;
  return Promise.all(
    promises.map((promise) =>
      judgedPromise(context, promise, { history: histories.get(placeOf(promise)) ?? [], until }),
    ),
  );
}

async function judgedPromise(
  context: ChallengeContext,
  promise: StoredPromise,
  { history, until }: { readonly history: readonly Figure[]; readonly until: IsoDate },
): Promise<PromiseWithJudgement> {
  const { catalogue } = context.live.current();
  const period = periodContaining(promise.window, promise.dueTo);
  const when = periodWords(period);
  const measure = catalogue.measures.get(promise.measure);
  const title = measure?.title ?? promise.measure;
  if (measure === undefined)
    return {
      ...promise,
      ...{ title, when },
      judged: { word: "not-measurable", sentence: "Not measurable: the measure is no longer in the catalogue." },
    };
  const madeEnd = parsePeriodSpan(promise.period, "in-month").end;
  const at = (end: IsoDate): Figure | null => history.find((figure) => periodOf(figure).end === end) ?? null;
  const judged = judgePromise({
    ...{ expects: promise.expects, measure, when },
    made: at(periodContaining(promise.window, madeEnd).end),
    came: at(period.end),
    rating: await ratingOf(context, promise, { history, period }),
    isDue: period.end <= until,
  });
  return { ...promise, title, when, judged };
}

/** The rating of the promised period's figure, where a target was promised. */
async function ratingOf(
  { live, store }: ChallengeContext,
  { expects, scorecard, reference }: StoredPromise,
  { history, period }: { readonly history: readonly Figure[]; readonly period: ReportingPeriod },
): Promise<Rating | null> {
  const upTo = history.filter((figure) => periodOf(figure).end <= period.end);
  const placement = allPlacements(live.current().catalogue).find(
    (one) => one.scorecard.id === scorecard && one.indicator.reference === reference,
  );
  if (expects.kind !== "reach-target" || placement === undefined || upTo.length === 0) return null;
  const targets = targetsOn(await listTargets(store, scorecard), period.end);
  return judgeIndicator({
    ...placement,
    ...{ card: placement.scorecard, period, history: upTo },
    set: targets.find((target) => target.reference === reference) ?? null,
    ...{ judgement: null, notes: [], comparators: [], reconciliation: [], published: [] },
  }).rating;
}

async function historiesOf(
  context: ChallengeContext,
  promises: readonly StoredPromise[],
  month: string,
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const places = [...new Set(promises.map(placeOf))].sort();
  return context.keep(`promise histories ${month} ${places.join(",")}`, async (workspace) => {
    const { database, columns, population, holdings, authorities } = await workspace.open();
    const shared = { by: null, authorities: authorities.slice(0, 1), columns, population, holdings };
    const histories = new Map<string, readonly Figure[]>();
    for (const [window, own] of Map.groupBy(promises, (promise) => promise.window)) {
      const measures = [...new Set(own.map(({ measure }) => measure))].flatMap(
        (id) => workspace.catalogue.measures.get(id) ?? [],
      );
      const figures = await runFigures(database, measures, {
        ...shared,
        periods: columnsEnding(window, month, PERIODS),
      });
      for (const [measure, history] of Map.groupBy(figures, (figure) => figure.measure))
        histories.set(placeOf({ measure, window }), history);
    }
    return histories;
  });
}

function placeOf({ measure, window }: Pick<StoredPromise, "measure" | "window">): string {
  return `${measure} ${window}`;
}

/** What is expected, in words: "an improvement", "90%". */
export function expectationWords(expects: PromiseExpectation, isPercentage: boolean): string {
  if (expects.kind === "reach-level") return `${expects.level}${isPercentage ? "%" : ""}`;
  return { improve: "an improvement", rise: "a rise", fall: "a fall", "reach-target": "the target" }[expects.kind];
}
