/** Promises in comments: found in what was handed in, confirmed or set aside by a person, looked at when their period comes. */
import { type JudgedPromise, judgePromise } from "../../domain/commentary/judge-promise.ts";
import { type PromiseClaim, type PromiseExpectation, readPromises } from "../../domain/commentary/promises.ts";
import { addMonths, type IsoDate, monthOf } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import { periodWords } from "../../domain/judgement/period-words.ts";
import { periodOf } from "../../domain/judgement/series-context.ts";
import { parsePeriod, parsePeriodSpan, periodContaining, type ReportingPeriod } from "../../domain/period.ts";
import { runFigures } from "../../engine/run-figures.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import {
  type FinishedComment,
  keepPromise,
  listFinishedComments,
  listPromises,
  type StoredPromise,
  withdrawPromise,
} from "../../store/comment-promise.ts";
import { listTargets, targetsOn } from "../../store/target.ts";
import type { Store } from "../open-store.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import { byOf, type ChallengeContext, lastMonthOf, type Who } from "./context.ts";
import { allPlacements } from "./placements.ts";

export type { StoredPromise } from "../../store/comment-promise.ts";

/** A claim nobody has decided on yet. */
export type FoundPromise = {
  readonly comment: FinishedComment;
  readonly card: string;
  readonly claim: PromiseClaim;
  /** Indicators it may be about; the first is the likeliest. */
  readonly indicators: readonly { readonly reference: string; readonly title: string }[];
};

export type PromiseWithJudgement = StoredPromise & {
  readonly title: string;
  /** "quarter 3 of 2025-26" */
  readonly when: string;
  readonly judged: JudgedPromise;
};

/** Periods back a figure is looked for. */
const PERIODS = 25;

/** Claims about the future in comments handed in or approved that nobody has confirmed or set aside. */
export async function findPromises(
  store: Pick<Store, "db">,
  catalogue: Pick<Catalogue, "scorecards" | "measures">,
): Promise<readonly FoundPromise[]> {
  const [comments, decided] = await Promise.all([listFinishedComments(store), listPromises(store)]);
  const known = new Set(decided.map(({ comment, quote }) => `${comment} ${quote}`));
  return comments.flatMap((comment) => {
    const card = catalogue.scorecards.get(comment.scorecard);
    if (card === undefined) return [];
    const period = parsePeriod(comment.period, card.period === "month" ? "in-month" : card.period);
    return readPromises(comment.body, period)
      .filter(({ quote }) => !known.has(`${comment.id} ${quote}`))
      .map((claim) => ({ comment, card: card.title, claim, indicators: indicatorsFor(catalogue, comment) }));
  });
}

/** The comment's own indicators, or every one of its section or card. */
function indicatorsFor(
  catalogue: Pick<Catalogue, "scorecards" | "measures">,
  { scorecard, subject }: FinishedComment,
): FoundPromise["indicators"] {
  const sections = catalogue.scorecards.get(scorecard)?.sections ?? [];
  return sections
    .filter(({ title }) => subject.kind !== "section" || subject.section === title)
    .flatMap(({ indicators }) => indicators)
    .filter(({ reference }) => subject.kind !== "references" || subject.references.includes(reference))
    .map(({ reference, title, measure }) => ({
      reference,
      title: title ?? catalogue.measures.get(measure)?.title ?? measure,
    }));
}

/** Confirms a found claim as a promise about an indicator, or sets it aside. @throws AppError TYPED_UNKNOWN when it was decided meanwhile */
export async function decidePromise(
  context: ChallengeContext,
  who: Who,
  wanted: {
    readonly comment: string;
    readonly start: number;
    readonly reference: string;
    readonly state: "confirmed" | "set-aside";
  },
): Promise<StoredPromise> {
  const { catalogue } = context.live.current();
  const found = (await findPromises(context.store, catalogue)).find(
    ({ comment, claim }) => comment.id === wanted.comment && claim.start === wanted.start,
  );
  const indicator = catalogue.scorecards
    .get(found?.comment.scorecard ?? "")
    ?.sections.flatMap(({ indicators }) => indicators)
    .find(({ reference }) => reference === (wanted.reference || found?.indicators[0]?.reference));
  if (found === undefined || indicator === undefined)
    throw new AppError(
      "TYPED_UNKNOWN",
      "That promise has been decided on already, or its comment has changed.",
      "Look at the list of promises again.",
    );
  const { comment, claim } = found;
  return keepPromise(context.store, byOf(context, who), {
    ...{ comment: comment.id, scorecard: comment.scorecard, period: comment.period },
    ...{ reference: indicator.reference, measure: indicator.measure, window: indicator.window },
    ...{ quote: claim.quote, expects: claim.expects, dueFrom: claim.from, dueTo: claim.to, state: wanted.state },
  });
}

/** Takes a decision back: the claim stands among those found again. */
export async function undecidePromise(context: ChallengeContext, who: Who, id: number): Promise<void> {
  await withdrawPromise(context.store, byOf(context, who), id);
}

/** Confirmed promises on a card that are due by the end of a period: what to say something about in its comments. */
export async function promisesDue(
  store: Pick<Store, "db">,
  { scorecard, period }: { readonly scorecard: string; readonly period: string },
): Promise<readonly StoredPromise[]> {
  const { end } = parsePeriodSpan(period, "in-month");
  return (await listPromises(store, { scorecard })).filter(
    ({ state, dueTo, period: made }) => state === "confirmed" && dueTo <= end && made !== period,
  );
}

/** Confirmed promises on every card whose period the data have reached within the last year. */
export async function promisesDueOnAllCards(context: ChallengeContext): Promise<readonly StoredPromise[]> {
  const { end } = monthOf(`${await lastMonthOf(context)}-01`);
  const from = addMonths(end, -12);
  return (await listPromises(context.store)).filter(
    ({ state, dueTo }) => state === "confirmed" && dueTo > from && dueTo <= end,
  );
}

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
) {
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
