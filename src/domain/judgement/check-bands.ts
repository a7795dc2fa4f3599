/** What keeps bands from covering the scale once each (requirements 113 to 117), and targets that contradict their bands (108, 109): exact place, and the mend proposed. */

import type { BandPlace } from "./band-cell.ts";
import { bandOf } from "./band-of.ts";
import { fromSteps, inSteps, type Stretch } from "./band-stretch.ts";
import type { Band, Bands, JudgementDefect } from "./bands.ts";
import type { Target, TargetSide } from "./target.ts";
import { shownTarget } from "./write-target.ts";

/** A band's stretch with better up, and how a mended stretch is written in its cell. */
export type Placed = {
  readonly place: BandPlace;
  readonly stretch: Stretch;
  /** The cell bears a star: beyond its good end is too much. */
  readonly isCapped: boolean;
  readonly write: (stretch: Stretch) => string;
};

/** Gaps, overlaps and bands out of order, poorest pair first, then a best band that stops short of the scale's good end. */
export function checkStretches(placed: readonly Placed[], end: number | null): readonly JudgementDefect[] {
  const between = placed.slice(1).flatMap((better, index) => checkPair(placed[index], better));
  const disorder = between.filter(({ code }) => code === "BANDS_OUT_OF_ORDER");
  if (disorder.length > 0) return disorder;
  const best = placed.at(-1);
  return best === undefined ? between : [...between, ...checkEnd(best, end)];
}

/** The better band keeps its edge, so that no mend makes a figure look better than it was written. */
function checkPair(poorer: Placed | undefined, better: Placed): readonly JudgementDefect[] {
  if (poorer === undefined) return [];
  const { lower, upper } = poorer.stretch;
  const edge = better.stretch.lower;
  if (edge === null || upper === null || (lower !== null && edge <= lower)) return [outOfOrder(poorer, better)];
  if (upper === edge) return [];
  const proposed = poorer.write({ lower, upper: edge });
  const isGap = upper < edge;
  const between = better
    .write(isGap ? { lower: upper, upper: edge } : { lower: edge, upper })
    .replace(/^(\S+)-\1/, "$1");
  return [
    {
      code: isGap ? "BAND_GAP" : "BAND_OVERLAP",
      place: poorer.place,
      message: isGap
        ? `${between} is in no band: it lies between ${inWords(poorer)} and ${inWords(better)}.`
        : `${between} is in two bands: ${inWords(poorer)} and ${inWords(better)}.`,
      remedy: `Write ${inWords(poorer)} as ${proposed}.`,
      proposed,
    },
  ];
}

function outOfOrder(poorer: Placed, better: Placed): JudgementDefect {
  return {
    code: "BANDS_OUT_OF_ORDER",
    place: better.place,
    message: `${inWords(better)} does not begin beyond ${inWords(poorer)}.`,
    remedy: "Write the bands so that each better one begins where the one before ends.",
  };
}

function checkEnd(best: Placed, end: number | null): readonly JudgementDefect[] {
  const { lower, upper } = best.stretch;
  if (upper === null) return best.isCapped ? [capUnsaid(best)] : [];
  if (best.isCapped || (end !== null && upper >= end)) return [];
  const proposed = best.write({ lower, upper: end });
  return [
    {
      code: "BAND_SHORT_OF_SCALE",
      place: best.place,
      message: `Values better than ${inWords(best)} (${best.write(best.stretch)}) are in no band.`,
      remedy: `Write it as ${proposed}, or with a star if any better is not good.`,
      proposed,
    },
  ];
}

function capUnsaid({ place, write, stretch }: Placed): JudgementDefect {
  return {
    code: "BAND_CAP_UNSAID",
    place,
    message: `The star says that too much is not good, and ${write(stretch)} does not say from where.`,
    remedy: "Write the band with both ends: 30-50*.",
  };
}

function inWords({ place }: Placed): string {
  return `"${place.replace("-", " ")}"`;
}

/** The target should sit at the poorer edge of "good" or better: else it can be met by what is judged poor, or missed by what is judged good. */
export function checkTargetAgainstBands(target: Target, bands: Bands): readonly JudgementDefect[] {
  const asked = askedOf(target, bands.polarity);
  if (asked === null) return [];
  const isHighGood = bands.polarity === "high-is-good";
  if (asked.side !== "by-polarity" && (asked.side === "at-least" || asked.side === "above") !== isHighGood)
    return [againstBands(bands)];
  const step = asked.side === "above" ? 1 : asked.side === "below" ? -1 : 0;
  const least = fromSteps(inSteps(asked.value, bands.places) + step, bands.places);
  const band = bandOf(least, bands);
  const isPoor = band.name === "inadequate" || band.name === "requires-improvement";
  const named = (wanted: Band["name"]) => bands.bands.find(({ name }) => name === wanted);
  const aim = isPoor ? (named("good") ?? named("outstanding")) : band;
  const edge = aim === undefined ? null : poorerEdge(aim, bands);
  if (aim === undefined || edge === null || edge === least) return [];
  const mend = { aim: bandInWords(aim), proposed: shownTarget(asked.movedTo(edge)) };
  return [isPoor ? inPoorBand(least, bandInWords(band), mend) : offEdge({ least, edge }, mend)];
}

type Asked = { readonly value: number; readonly side: TargetSide; readonly movedTo: (edge: number) => Target };

function askedOf(target: Target, polarity: Bands["polarity"]): Asked | null {
  if (target.kind === "level" || target.kind === "duration") {
    const { value, side } = target;
    const inclusive = side === "above" ? "at-least" : side === "below" ? "at-most" : side;
    return { value, side, movedTo: (edge) => ({ ...target, value: edge, side: inclusive }) };
  }
  if (target.kind !== "range") return null;
  const end = polarity === "high-is-good" ? "low" : "high";
  return { value: target[end], side: "by-polarity", movedTo: (edge) => rangeFrom(target, end, edge) };
}

/** The range with its poorer end moved; one moved past the other end takes that with it. */
function rangeFrom(range: Extract<Target, { kind: "range" }>, end: "low" | "high", edge: number): Target {
  const other = end === "low" ? { high: Math.max(range.high, edge) } : { low: Math.min(range.low, edge) };
  return { ...range, [end]: edge, ...other };
}

/** The poorest value in a band; `null` when it has none. */
function poorerEdge({ lower, upper }: Band, { polarity, places }: Bands): number | null {
  if (polarity === "high-is-good") return lower;
  return upper === null ? null : fromSteps(inSteps(upper, places) - 1, places);
}

type Mend = { readonly aim: string; readonly proposed: string };

function inPoorBand(least: number, band: string, { aim, proposed }: Mend): JudgementDefect {
  return {
    code: "TARGET_IN_POOR_BAND",
    place: "target",
    message: `A figure of ${least} meets the target and is judged ${band}.`,
    remedy: `Set the target to ${proposed}, where ${aim} begins, or move the bands.`,
    proposed,
  };
}

function offEdge(
  { least, edge }: { readonly least: number; readonly edge: number },
  { aim, proposed }: Mend,
): JudgementDefect {
  return {
    code: "TARGET_OFF_BAND_EDGE",
    place: "target",
    message: `A figure of ${edge} is judged ${aim} and misses the target; the poorest figure to meet it is ${least}.`,
    remedy: `Set the target to ${proposed}, where ${aim} begins, or move the band.`,
    proposed,
  };
}

function bandInWords({ name }: Band): string {
  return `"${name.replace("-", " ")}"`;
}

function againstBands({ polarity }: Bands): JudgementDefect {
  return {
    code: "TARGET_AGAINST_BANDS",
    place: "target",
    message: `The target is met by ${polarity === "high-is-good" ? "low" : "high"} values and the bands say that ${polarity === "high-is-good" ? "high" : "low"} is good.`,
    remedy: "Mend the target's side or the order of the bands.",
  };
}
