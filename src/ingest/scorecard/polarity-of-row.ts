/** Whether high or low is good, from whatever in the row says so. */
import type { Polarity } from "../../domain/measure.ts";
import type { WrittenBands } from "../../domain/scorecard.ts";
import type { PolaritySource } from "./imported.ts";

export type PolarityHints = {
  readonly column: string;
  readonly mapped: Polarity | undefined;
  readonly bands: WrittenBands | null;
  readonly bandCells: readonly string[];
  readonly target: string | null;
};

/** The polarity and what said it; "assumed" where only the size of a percentage does, neutral from "none" when nothing does. */
export function polarityOfRow(hints: PolarityHints): { readonly polarity: Polarity; readonly from: PolaritySource } {
  if (hints.mapped !== undefined) return { polarity: hints.mapped, from: "map" };
  const said = wordsOf(hints.column);
  if (said !== null) return { polarity: said, from: "column" };
  const inCell = hints.bandCells.map(wordsOf).find((one) => one !== null);
  if (inCell != null) return { polarity: inCell, from: "bands" };
  const wanted = hints.bandCells.filter((cell) => /reduc|decreas|increas/i.test(cell)).map(sideOf)[0];
  if (wanted != null) return { polarity: wanted, from: "target" };
  const ordered = orderOf(hints.bands);
  if (ordered !== null) return { polarity: ordered, from: "bands" };
  const aimed = sideOf(hints.target ?? "") ?? hints.bandCells.map(sideOf).find((one) => one !== null) ?? null;
  if (aimed !== null) return { polarity: aimed, from: "target" };
  return isToBeReached(hints.target ?? "")
    ? { polarity: "high-is-good", from: "assumed" }
    : { polarity: "neutral", from: "none" };
}

/** A bare percentage of half or more is something to reach: nobody sets out to keep nine cases in ten from happening. Less may be either. */
function isToBeReached(target: string): boolean {
  const found = /^\s*(\d+(?:\.\d+)?)\s*%?(?:\s*(?:-|–|to)\s*\d+(?:\.\d+)?)?\s*%\s*$/.exec(target)?.[1];
  return found !== undefined && Number(found) >= 50;
}

function wordsOf(text: string): Polarity | null {
  if (/\bhigh(er)?\b|^h(ig)?$|\bbigger\b|^up$/i.test(text)) return "high-is-good";
  if (/\blow(er)?\b|^l$|\bsmaller\b|^down$/i.test(text)) return "low-is-good";
  return /neutral|context|n\/a/i.test(text) ? "neutral" : null;
}

/** Which way the bands run: requires improvement against good, or good against outstanding. */
function orderOf(bands: WrittenBands | null): Polarity | null {
  const levels = [bands?.["requires-improvement"], bands?.good, bands?.outstanding].map((text) => firstNumber(text));
  const known = levels.filter((level) => level !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || first === undefined || last === undefined || first === last) return null;
  return first < last ? "high-is-good" : "low-is-good";
}

function firstNumber(text: string | undefined): number | null {
  const found = /\d+(\.\d+)?/.exec(text ?? "")?.[0];
  return found === undefined ? null : Number(found);
}

/** What the words of a target want; 0 and 100% have only one side. */
function sideOf(text: string): Polarity | null {
  if (/^\s*0+(\.0+)?\s*%?\s*$/.test(text)) return "low-is-good";
  if (/^\s*100(\.0+)?\s*%\s*$/.test(text)) return "high-is-good";
  if (/^\s*(<|≤|below|under|less than|at most|maximum|no more than)|reduc|decreas|fewer/i.test(text))
    return "low-is-good";
  if (/^\s*(>|≥|above|over|more than|at least|minimum)|\d\s*%?\s*\+|increas|per (month|quarter|year)/i.test(text))
    return "high-is-good";
  return null;
}
