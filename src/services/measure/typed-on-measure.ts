/** What people typed that bears on a measure: of every scorecard that holds it, and the notes on its series. */
import { AppError } from "../../domain/errors.ts";
import type { SeriesNote } from "../../domain/judgement/series-note.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import type { Scorecard } from "../../domain/scorecard.ts";
import { type Catalogue, measureNamed } from "../../measures/catalogue.ts";
import { listSeriesNotes } from "../../store/series-note.ts";
import { readSettings } from "../../store/setting.ts";
import type { Store } from "../../store/store.ts";
import { type JudgementInputs, type JudgementSettings, settingsOf } from "../judgement-inputs.ts";
import { readJudgementInputs } from "../read-judgement-inputs.ts";
import { columnsEnding } from "../scorecard-figures.ts";

/** A scorecard cut down to the places one measure has on it, its period, and what was typed about it. */
export type HoldingCard = {
  readonly scorecard: Scorecard;
  readonly period: ReportingPeriod;
  readonly inputs: JudgementInputs;
};

export type TypedOnMeasure = {
  readonly settings: JudgementSettings;
  /** In every window, oldest first. */
  readonly notes: readonly SeriesNote[];
  readonly cards: readonly HoldingCard[];
};

/** @param lastMonth YYYY-MM: cards are judged in their latest period that ends by it */
export async function typedOnMeasure(
  store: Store,
  catalogue: Catalogue,
  { measure: id, lastMonth }: { readonly measure: string; readonly lastMonth: string },
): Promise<TypedOnMeasure> {
  measureNamed(catalogue, id);
  const [settings, notes, cards] = await Promise.all([
    readSettings(store),
    listSeriesNotes(store),
    Promise.all(cardsHolding(catalogue, id).map((card) => holdingCard(store, catalogue, { card, id, lastMonth }))),
  ]);
  return {
    settings: settingsOf(settings),
    notes: notes.filter(({ measure }) => measure === id).map(({ id: _, at: __, ...note }) => note),
    cards,
  };
}

/** Every scorecard a measure stands on, in the catalogue's order. */
export function cardsHolding({ scorecards }: Pick<Catalogue, "scorecards">, id: string): readonly Scorecard[] {
  return [...scorecards.values()].filter(({ sections }) =>
    sections.some(({ indicators }) => indicators.some(({ measure }) => measure === id)),
  );
}

async function holdingCard(
  store: Store,
  catalogue: Catalogue,
  { card, id, lastMonth }: { readonly card: Scorecard; readonly id: string; readonly lastMonth: string },
): Promise<HoldingCard> {
  const scorecard = cutDown(card, id);
  const period = lastPeriod(card.period === "month" ? "in-month" : card.period, lastMonth);
  const inputs = await readJudgementInputs(store, catalogue, { scorecard: card.id, period: period.id });
  const references = new Set(scorecard.sections.flatMap(({ indicators }) => indicators.map((one) => one.reference)));
  const comments = inputs.comments.filter(
    ({ subject }) => subject.kind === "references" && subject.references.every((one) => references.has(one)),
  );
  return { scorecard, period, inputs: { ...inputs, comments } };
}

/** The latest period of a window that ends by a month. */
export function lastPeriod(window: WindowId, lastMonth: string): ReportingPeriod {
  const [period] = columnsEnding(window, lastMonth, 1);
  if (period === undefined)
    throw new AppError("PERIOD_INVALID", `No ${window} ends by ${lastMonth}.`, "Give a later month.");
  return period;
}

function cutDown(card: Scorecard, id: string): Scorecard {
  const sections = card.sections.map((section) => ({
    ...section,
    indicators: section.indicators.filter(({ measure }) => measure === id),
  }));
  return { ...card, sections: sections.filter(({ indicators }) => indicators.length > 0) };
}
