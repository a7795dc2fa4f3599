/** Promises in comments: found in what was handed in, then confirmed or set aside by a person. */
import { type PromiseClaim, readPromises } from "../../domain/commentary/promises.ts";
import { addMonths, monthOf } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import { parsePeriod, parsePeriodSpan } from "../../domain/period.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import {
  type FinishedComment,
  keepPromise,
  listFinishedComments,
  listPromises,
  type StoredPromise,
  withdrawPromise,
} from "../../store/comment-promise.ts";
import type { Store } from "../open-store.ts";
import { byOf, type ChallengeContext, lastMonthOf, type Who } from "./context.ts";

export type { StoredPromise } from "../../store/comment-promise.ts";

/** A claim nobody has decided on yet. */
export type FoundPromise = {
  readonly comment: FinishedComment;
  readonly card: string;
  readonly claim: PromiseClaim;
  /** Indicators it may be about; the first is the likeliest. */
  readonly indicators: readonly { readonly reference: string; readonly title: string }[];
};

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
