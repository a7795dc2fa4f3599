/** Reads a row of bands as people write it (requirements 1.6) into half-open intervals that cover the scale, or says exactly what keeps it from doing so. */
import type { Unit } from "../measure.ts";
import type { WrittenBands } from "../scorecard.ts";
import { BAND_PLACES, type BandPlace, type LevelCell, parseBandCell } from "./band-cell.ts";
import { bandQuantity } from "./band-quantity.ts";
import { fromSteps, inSteps, type Stretch, stretchOf, turned, writtenStretch } from "./band-stretch.ts";
import type { Band, BandName, Bands, JudgementDefect } from "./bands.ts";
import { checkStretches, type Placed } from "./check-bands.ts";
import type { TargetFacts } from "./parse-target.ts";

/** Bands, where the cells give any without a defect. */
export type BandsRead = { readonly bands: Bands | null; readonly defects: readonly JudgementDefect[] };

/** Reads bands; no levels at all ("High is good", nothing) are no bands and no defect. */
export function parseBands(written: WrittenBands, facts: TargetFacts = {}): BandsRead {
  const { levels, said, defects } = readCells(written);
  if (defects.length > 0) return { bands: null, defects };
  const way = polarityOf(levels, said, facts);
  if (typeof way !== "string") return { bands: null, defects: way };
  if (levels.every(({ place }) => place === "cap")) return { bands: null, defects: [] };
  const quantity = bandQuantity(levels, facts.unit, written.places);
  if (quantity.defects.length > 0) return { bands: null, defects: quantity.defects };
  const { places } = quantity;
  const scale = { polarity: way, places, end: endOf(way, places, levels, facts.unit) };
  const placed = placedStretches(levels, scale);
  const wrong = checkStretches(placed, scale.end);
  if (wrong.length > 0) return { bands: null, defects: wrong };
  return { bands: { polarity: way, places, bands: coveringBands(placed, scale) }, defects: [] };
}

type Cells = {
  readonly levels: readonly LevelCell[];
  readonly said: Bands["polarity"] | null;
  readonly defects: readonly JudgementDefect[];
};

function readCells(written: WrittenBands): Cells {
  const levels: LevelCell[] = [];
  const defects: JudgementDefect[] = [];
  let said: Bands["polarity"] | null = null;
  for (const place of BAND_PLACES) {
    const cell = parseBandCell(written[place] ?? "", place);
    if ("code" in cell) defects.push(cell);
    else if (cell.kind === "polarity") said = cell.polarity;
    else if (cell.kind !== "blank") levels.push({ place, cell });
  }
  return { levels, said, defects };
}

/** Which way is good: by the order of the bands, else by what the cells or the measure say. Two that differ are a defect. */
function polarityOf(
  levels: readonly LevelCell[],
  said: Bands["polarity"] | null,
  { polarity }: TargetFacts,
): Bands["polarity"] | readonly JudgementDefect[] {
  const stated = polarity === undefined || polarity === "neutral" ? said : polarity;
  const ordered = orderOf(levels.filter(({ place }) => place !== "cap"));
  const last = levels.at(-1)?.place ?? "requires-improvement";
  if (said !== null && stated !== said) return [reversed("requires-improvement", said, stated)];
  if (ordered !== null && stated !== null && ordered !== stated) return [reversed(last, ordered, stated)];
  const way = ordered ?? stated;
  if (way !== null) return way;
  return levels.length === 0 ? "high-is-good" : [noPolarity(last)];
}

function orderOf(levels: readonly LevelCell[]): Bands["polarity"] | null {
  const [first, last] = [levels[0]?.cell, levels.at(-1)?.cell];
  if (first === undefined || last === undefined) return null;
  const difference = middle(last) - middle(first);
  if (difference !== 0) return difference > 0 ? "high-is-good" : "low-is-good";
  // One open band, the better end open: "85+" is more of a good thing.
  if (levels.length > 1 || last.kind === "range" || last.side === "by-polarity") return null;
  return last.side === "at-least" || last.side === "above" ? "high-is-good" : "low-is-good";
}

function middle(cell: LevelCell["cell"]): number {
  return cell.kind === "range" ? (cell.low + cell.high) / 2 : cell.value;
}

type Scale = { readonly polarity: Bands["polarity"]; readonly places: number; readonly end: number | null };

/** The scale's good end in steps, better up: where the best band may end without leaving values out. `null`: there is no end. */
function endOf(polarity: Bands["polarity"], places: number, levels: readonly LevelCell[], unit?: Unit): number | null {
  if (polarity === "low-is-good") return 1;
  const isPercent = unit === "percentage" || levels.some(({ cell }) => cell.isPercent);
  // Without a unit, numbers to 100 are read as the percentages they nearly always are.
  const isLikely = unit === undefined && levels.every(({ cell }) => middle(cell) <= 100 && cell.days === null);
  return isPercent || isLikely ? 100 * 10 ** places + 1 : null;
}

/** The cells' stretches with better up, poorest first; a poorer band open at its good end reaches to the next. */
function placedStretches(levels: readonly LevelCell[], { polarity, places }: Scale): readonly Placed[] {
  const turn = (stretch: Stretch) => (polarity === "high-is-good" ? stretch : turned(stretch));
  const placed = levels.map(({ place, cell }, index): Placed => {
    const stretch = turn(stretchOf(cell, polarity, places));
    const isLast = index === levels.length - 1;
    const write = (better: Stretch) => withUnit(writtenStretch(turn(better), places), cell);
    return {
      place,
      stretch: place === "cap" ? capStretch(cell, turn, places) : stretch,
      isCapped: cell.isCapped && isLast && place === "outstanding",
      write,
    };
  });
  return placed.map((band, index) => {
    const next = placed[index + 1]?.stretch.lower ?? null;
    return band.stretch.upper === null && next !== null ? { ...band, stretch: { ...band.stretch, upper: next } } : band;
  });
}

/** A cap is the last level that is still good ("50"), unless it is written as where too much begins ("above 50", "51+"). */
function capStretch(cell: LevelCell["cell"], turn: (stretch: Stretch) => Stretch, places: number): Stretch {
  if (cell.kind === "sided" && cell.side === "by-polarity") {
    const at = inSteps(cell.value, places);
    return { lower: turn({ lower: at, upper: at + 1 }).upper, upper: null };
  }
  const { lower, upper } = turn(stretchOf(cell, "high-is-good", places));
  return { lower: lower ?? upper, upper: null };
}

function withUnit(written: string, cell: LevelCell["cell"]): string {
  if (cell.days !== null) return `${written} ${cell.days.replace("-", " ")}`;
  return cell.isPercent ? `${written.replace(/\+$/, "")}%${written.endsWith("+") ? "+" : ""}` : written;
}

type Named = { readonly name: BandName; readonly stretch: Stretch };

/** Adds the bottom nobody writes and what lies beyond the cap, and turns low-is-good bands back. */
function coveringBands(placed: readonly Placed[], { polarity, places, end }: Scale): readonly Band[] {
  const [poorest, best] = [placed[0]?.stretch, placed.at(-1)];
  const bands = placed.map(
    ({ place, stretch }): Named => ({
      name: place === "cap" ? "beyond-cap" : place,
      stretch: end !== null && stretch.upper !== null && stretch.upper >= end ? { ...stretch, upper: null } : stretch,
    }),
  );
  if (poorest?.lower !== null)
    bands.unshift({ name: "inadequate", stretch: { lower: null, upper: poorest?.lower ?? null } });
  if (best?.isCapped === true) bands.push({ name: "beyond-cap", stretch: { lower: best.stretch.upper, upper: null } });
  const write = (steps: number | null) => (steps === null ? null : fromSteps(steps, places));
  const written = bands.map(({ name, stretch }): Band => {
    const { lower, upper } = polarity === "high-is-good" ? stretch : turned(stretch);
    return { name, lower: write(lower), upper: write(upper) };
  });
  return polarity === "high-is-good" ? written : written.reverse();
}

function reversed(place: BandPlace, bands: string, measure: string | null): JudgementDefect {
  const words = (polarity: string | null) => (polarity === "high-is-good" ? "high is good" : "low is good");
  return {
    code: "BANDS_REVERSED",
    place,
    message: `The bands say that ${words(bands)}; the measure says that ${words(measure)}.`,
    remedy: "Put the bands in the other order, or mend the measure's polarity.",
  };
}

function noPolarity(place: BandPlace): JudgementDefect {
  return {
    code: "BANDS_NO_POLARITY",
    place,
    message: "Nothing says whether values above or below this band are better.",
    remedy: "Give the measure a polarity, or write more than one band.",
  };
}
