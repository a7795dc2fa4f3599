/** The scorecards that have a period ending in a month, with what the store knows of each: quick, for nothing is judged. */
import { monthOf } from "../../domain/dates.ts";
import { periodContaining } from "../../domain/period.ts";
import { chooseComments } from "../../store/comment.ts";
import { latestEdition } from "../../store/edition.ts";
import type { Store } from "../../store/open-store.ts";
import { listSignOffs } from "../../store/sign-off.ts";
import type { Workspace } from "../workspace.ts";

export type ScorecardEnding = {
  readonly scorecard: string;
  readonly title: string;
  readonly period: string;
  readonly periodLabel: string;
  /** Id of the newest edition of the period. */
  readonly edition: string | null;
  readonly signatures: number;
  /** Comments not approved yet. */
  readonly waiting: number;
};

/** In the catalogue's order. @param month YYYY-MM */
export async function scorecardsEnding(
  { catalogue }: Workspace,
  store: Store,
  month: string,
): Promise<readonly ScorecardEnding[]> {
  const { end } = monthOf(`${month}-01`);
  const ending = [...catalogue.scorecards.values()].flatMap(({ id, title, period: kind }) => {
    const period = periodContaining(kind === "month" ? "in-month" : kind, end);
    return period.end === end ? [{ scorecard: id, title, period: period.id, periodLabel: period.label }] : [];
  });
  return Promise.all(
    ending.map(async (card) => {
      const [edition, signed, waiting] = await Promise.all([
        latestEdition(store, card),
        listSignOffs(store, card),
        chooseComments(store, { ...card, states: ["draft", "submitted", "returned"] }),
      ]);
      return { ...card, edition: edition?.id ?? null, signatures: signed.length, waiting: waiting.length };
    }),
  );
}
