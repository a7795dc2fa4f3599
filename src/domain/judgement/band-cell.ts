/** One cell of a row of bands as people write it (requirements 112 to 120): "75-84", "25-20", "<15", "85+", "20% - 16%", "5 working days", "30-50*", "80". */
import type { JudgementDefect } from "./bands.ts";
import { parseSidedNumber } from "./parse-sided-number.ts";
import type { DurationUnit, TargetSide } from "./target.ts";
import { decimalsOf, evenText, LONGEST_LEVEL, NUMBER, numberOf, quoted } from "./written-text.ts";

type Said = { readonly isPercent: boolean; readonly decimals: number; readonly days: DurationUnit | null };

export type BandCell =
  | ({ readonly kind: "range"; readonly low: number; readonly high: number; readonly isCapped: boolean } & Said)
  | ({ readonly kind: "sided"; readonly value: number; readonly side: TargetSide; readonly isCapped: boolean } & Said)
  /** "High is good": which way the bands run, and no band. */
  | { readonly kind: "polarity"; readonly polarity: "high-is-good" | "low-is-good" }
  | { readonly kind: "blank" };

/** Poorest first. */
export const BAND_PLACES = ["requires-improvement", "good", "outstanding", "cap"] as const;
export type BandPlace = (typeof BAND_PLACES)[number];

/** A cell that gives a level, with its place. */
export type LevelCell = { readonly place: BandPlace; readonly cell: Extract<BandCell, { kind: "range" | "sided" }> };

const RANGE = new RegExp(`^(-?${NUMBER}) ?(%)? ?(?:-|to) ?(-?${NUMBER}) ?(%)?$`);
const DAYS = / ?(working ?days?|days?|weeks?|months?)$/;
const BLANK = /^(|-+|n\/?a)$/;

/** Reads one cell, or says what is wrong with it. */
export function parseBandCell(text: string, place: string): BandCell | JudgementDefect {
  const even = evenText(text);
  if (even.length > LONGEST_LEVEL) return notALevel(text, even, place);
  if (BLANK.test(even)) return { kind: "blank" };
  const [, way] = /^(high|low)(?:er)? is (?:good|better)$/.exec(even) ?? [];
  if (way !== undefined) return { kind: "polarity", polarity: way === "high" ? "high-is-good" : "low-is-good" };
  const isCapped = /\*/.test(even);
  const unstarred = even.replace(/ ?\*+ ?/g, "");
  const [, unit] = DAYS.exec(unstarred) ?? [];
  const days = unit === undefined ? null : durationUnit(unit);
  const bare = unstarred.replace(DAYS, "");
  const [, first, firstSign, second, secondSign] = RANGE.exec(bare) ?? [];
  if (first !== undefined && second !== undefined) {
    const ends = [numberOf(first), numberOf(second)];
    const isPercent = firstSign !== undefined || secondSign !== undefined;
    const decimals = Math.max(decimalsOf(first), decimalsOf(second));
    return { kind: "range", low: Math.min(...ends), high: Math.max(...ends), isCapped, isPercent, decimals, days };
  }
  const sided = parseSidedNumber(bare);
  return sided === null ? notALevel(text, even, place) : { kind: "sided", ...sided, isCapped, days };
}

function durationUnit(written: string): DurationUnit {
  if (written.startsWith("working")) return "working-days";
  if (written.startsWith("day")) return "days";
  return written.startsWith("week") ? "weeks" : "months";
}

const A_TARGET = /(increase|decrease|reduction|reduce|average|improve)/;

function notALevel(text: string, even: string, place: string): JudgementDefect {
  if (A_TARGET.test(even))
    return {
      code: "BAND_IS_A_CHANGE",
      place,
      message: `${quoted(text)} says how a figure should move or what it is compared with, not between which values it lies.`,
      remedy: "Make it the target, or give the band in the measure's own unit.",
    };
  return {
    code: "BAND_NOT_UNDERSTOOD",
    place,
    message: `The band ${quoted(text)} is not understood.`,
    remedy: "Write it like one of: 75-84, <15, 85+, below 10, 5 working days, 30-50* (star: no higher is good).",
  };
}
