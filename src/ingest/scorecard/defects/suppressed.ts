/** Suppressed figures that the card itself gives away by its totals; words that do are found with the comments. */
import type { ImportFinding } from "../finding.ts";
import type { ImportedFigure, ImportedIndicator } from "../imported.ts";
import { type CardRead, onIndicator } from "./card.ts";

/** Looks at every row with a suppressed figure. */
export function suppressedDefects({ indicators }: CardRead): readonly ImportFinding[] {
  return indicators.filter(({ figures }) => figures.some(({ state }) => state === "suppressed")).flatMap(byTotal);
}

/** A year's total less what is shown of it bounds what is hidden. */
function byTotal(indicator: ImportedIndicator): readonly ImportFinding[] {
  if (indicator.unit !== "count") return [];
  const years = indicator.figures.filter(({ period, value }) => period.window === "financial-year" && value !== null);
  return years.flatMap((year) => {
    const parts = indicator.figures.filter(({ period }) => isPart(period, year));
    const hidden = parts.filter(({ state }) => state === "suppressed");
    if (hidden.length === 0 || indicator.basis === "snapshot") return [];
    const shown = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
    const left = Math.max(0, (year.value ?? 0) - shown);
    return [
      onIndicator(indicator, "SUPPRESSED_RECOVERABLE", {
        column: year.column,
        quote: year.written,
        message: `The year's ${year.written} less what is shown leaves at most ${left} for ${hidden.map(({ column }) => `"${column}"`).join(" and ")}, which ${hidden.length === 1 ? "is" : "are"} suppressed.`,
        remedy: "Suppress the total, or a second part, before this is published again.",
      }),
    ];
  });
}

function isPart(period: ImportedFigure["period"], year: ImportedFigure): boolean {
  return period.window !== "financial-year" && period.start >= year.period.start && period.end <= year.period.end;
}
