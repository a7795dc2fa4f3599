/** Figures of whole years beside a card's own windows: from the card itself, else counted from live data for internal readers. */
import { addDays } from "../../../domain/dates.ts";
import type { Figure } from "../../../domain/figure.ts";
import type { Measure } from "../../../domain/measure.ts";
import { parsePeriod, periodContaining, type WindowId } from "../../../domain/period.ts";
import type { LayoutColumnKind } from "../../../domain/report/template.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { scoreFigures } from "../../score-figures.ts";
import type { Making } from "../making.ts";

/** The figure of the year up to a day, or in words why none is told. */
export type YearFigures = (scored: ScoredIndicator, end: string) => Figure | string;

type MeasureFacts = Pick<Measure, "shape" | "timeBasis">;

/** No figures but those the card holds: what public reports have. */
export function yearsOnCard(card: ScoredCard, measureOf: (id: string) => MeasureFacts | undefined): YearFigures {
  return (scored, end) =>
    windowsEnding(end)
      .map((window) => onCard(card, scored, { window, end }))
      .find((figure) => figure !== undefined) ??
    ownWindow(scored, measureOf(scored.measure.id), end) ??
    "It is not published with this scorecard.";
}

/** Figures of this year and the last, where a layout has such columns and the reader may see live data. */
export async function yearFigures(making: Making, card: ScoredCard, wanted: readonly LayoutColumnKind[]) {
  const { measures } = making.definitions;
  const known = yearsOnCard(card, (id) => measures.get(id));
  // A public figure comes from the card alone; a frozen card's years are not today's.
  const isLive = making.audience === "internal" && making.edition === null;
  if (!isLive || !wanted.some((kind) => kind === "year-to-date" || kind === "last-year")) return known;
  const counted = await countedYears(making, card);
  return (scored: ScoredIndicator, end: string): Figure | string => {
    const told = known(scored, end);
    if (typeof told !== "string") return told;
    const windows = windowsEnding(end).filter((window) => measures.get(scored.measure.id)?.timeBasis.includes(window));
    if (windows.length === 0) return "The measure has no figure for a year.";
    const figures = windows.flatMap((window) => counted.get(keyOf(scored.measure.id, window, end)) ?? []);
    const figure = figures.find(({ status }) => status !== "not-available") ?? figures[0];
    return figure ?? "No figure is recorded for that year.";
  };
}

/** The last day of the financial year before the one a day is in. */
export function lastYearEnd(end: string): string {
  return addDays(periodContaining("financial-year", end).start, -1);
}

/** Windows that say the year up to a day, the whole year first. */
function windowsEnding(end: string): readonly WindowId[] {
  return periodContaining("financial-year", end).end === end ? ["financial-year", "year-to-date"] : ["year-to-date"];
}

type WindowAt = { readonly window: WindowId; readonly end: string };

function onCard(card: ScoredCard, { measure }: ScoredIndicator, { window, end }: WindowAt): Figure | undefined {
  return indicatorsOf(card)
    .filter((other) => other.measure.id === measure.id && other.indicator.window === window)
    .flatMap(({ history }) => history)
    .find((figure) => endOf(figure) === end);
}

/** What is read at a moment, or over months that end with the year, has one figure for the year and for its last period. */
function ownWindow(
  { indicator, history }: ScoredIndicator,
  measure: MeasureFacts | undefined,
  end: string,
): Figure | undefined {
  const isOfMoment = measure !== undefined && isSnapshot(measure.shape);
  if (!isOfMoment && indicator.window !== "rolling-12-months") return undefined;
  // A year's figure that is typed in has been worked out by somebody: the last period's does not stand in for it.
  if (measure?.shape.kind === "by-hand" && windowsEnding(end).some((window) => measure.timeBasis.includes(window)))
    return undefined;
  return history.find((figure) => endOf(figure) === end && figure.status !== "not-available");
}

function isSnapshot(shape: Measure["shape"]): boolean {
  return shape.kind === "by-hand" ? shape.basis === "snapshot" : shape.cohort.timing.kind === "snapshot";
}

async function countedYears(
  { context: { workspace }, definitions }: Making,
  card: ScoredCard,
): Promise<ReadonlyMap<string, Figure>> {
  const ids = [...new Set(indicatorsOf(card).map(({ measure }) => measure.id))];
  const known = new Map<string, Figure>();
  for (const end of [lastYearEnd(card.period.end), card.period.end])
    for (const window of windowsEnding(end)) {
      const measures = ids.filter((id) => definitions.measures.get(id)?.timeBasis.includes(window));
      if (measures.length === 0) continue;
      const { id } = periodContaining(window, end);
      const question = { measures, window, from: id, to: id, authority: card.authority };
      for (const figure of await scoreFigures(workspace, question))
        known.set(keyOf(figure.measure, window, end), figure);
    }
  return known;
}

function endOf({ period, window }: Pick<Figure, "period" | "window">): string {
  return parsePeriod(period, window).end;
}

function keyOf(measure: string, window: WindowId, end: string): string {
  return `${measure} ${window} ${end}`;
}
