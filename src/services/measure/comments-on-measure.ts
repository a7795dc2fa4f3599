/** Approved comments about a measure through time, whichever scorecard they were written on. */

import { parsePeriod } from "../../domain/period.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import { type ApprovedComment, listApprovedComments } from "../../store/comment-history.ts";
import type { Store } from "../../store/store.ts";
import { listPeople } from "../people/people.ts";
import { cardsHolding } from "./typed-on-measure.ts";

export type CommentOnMeasure = Pick<ApprovedComment, "id" | "body" | "author" | "at"> & {
  readonly scorecard: { readonly id: string; readonly title: string };
  /** "March 2026". */
  readonly period: string;
  readonly periodEnd: string;
  /** The references it is on, of this measure and of others: "19a & 19b". */
  readonly references: string;
};

/** Newest period first. */
export async function commentsOnMeasure(
  store: Store,
  catalogue: Catalogue,
  measure: string,
): Promise<readonly CommentOnMeasure[]> {
  const cards = new Map(cardsHolding(catalogue, measure).map((card) => [card.id, card]));
  const [all, people] = await Promise.all([cards.size === 0 ? [] : listApprovedComments(store), listPeople(store)]);
  // People stand on pages by name: the addresses they sign in with are nobody else's business.
  const names = new Map(people.map(({ email, name }) => [email, name]));
  const found = all.flatMap(({ scorecard, subject, period, ...comment }): readonly CommentOnMeasure[] => {
    const card = cards.get(scorecard);
    if (card === undefined || subject.kind !== "references") return [];
    const own = card.sections
      .flatMap(({ indicators }) => indicators)
      .filter((indicator) => indicator.measure === measure)
      .map(({ reference }) => reference);
    if (!subject.references.some((reference) => own.includes(reference))) return [];
    const { label, end } = parsePeriod(period, card.period === "month" ? "in-month" : card.period);
    const { id, body, author, at } = comment;
    return [
      {
        id,
        body,
        author: names.get(author) ?? author,
        at,
        scorecard: { id: card.id, title: card.title },
        period: label,
        periodEnd: end,
        references: subject.references.join(" & "),
      },
    ];
  });
  return found.toSorted((a, b) => (a.periodEnd < b.periodEnd ? 1 : a.periodEnd > b.periodEnd ? -1 : 0));
}
