/** Every scorecard with its period that ends in a month: what is signed off and published together. */
import { scorecardsEnding } from "../../../services/publishing/scorecards-ending.ts";
import { lastMonthOf } from "../../answers/months.ts";
import type { Desk } from "../../desk.ts";
import type { CardPlace } from "./publish-job.ts";

export type PeriodCard = CardPlace & {
  readonly title: string;
  readonly periodLabel: string;
  readonly href: string;
  /** The newest edition of the period; `null` before the first. */
  readonly edition: { readonly id: string; readonly href: string } | null;
  readonly signatures: number;
  readonly waiting: number;
};

export type PeriodCards = {
  readonly month: string;
  readonly months: readonly string[];
  readonly cards: readonly PeriodCard[];
};

/** The cards whose period ends in the month asked for, else in the newest whole month of data. */
export async function periodCards(desk: Desk, asked: string | undefined): Promise<PeriodCards> {
  const { last: month, choices: months } = await lastMonthOf(desk, asked);
  const found = await scorecardsEnding(desk.live.current(), desk.store, month);
  const cards = found.map(({ edition, ...card }) => ({
    ...card,
    href: `/sign-off/${card.scorecard}/${card.period}`,
    edition: edition === null ? null : { id: edition, href: `/editions/${edition}` },
  }));
  return { month, months, cards };
}
