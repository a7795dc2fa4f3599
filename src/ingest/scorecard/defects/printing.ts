/** How figures are printed: precision, percent signs, brackets, spelling of what stands in their place. */
import type { ImportFinding } from "../finding.ts";
import type { ImportedIndicator } from "../imported.ts";
import { readValueCell } from "../read-value-cell.ts";
import { type CardRead, onIndicator } from "./card.ts";

/** Looks at each cell beside the habit of its row and its table. */
export function printingDefects({ indicators }: CardRead): readonly ImportFinding[] {
  const percentages = indicators.filter(({ unit }) => unit === "percentage");
  const cells = percentages.flatMap(({ figures }) => figures.filter(({ value }) => value !== null));
  const isSigned = cells.filter(({ isPercent }) => isPercent).length * 2 >= cells.length;
  return indicators.flatMap((indicator) => [
    ...mixedPrecision(indicator),
    ...(indicator.unit === "percentage" ? oddSigns(indicator, isSigned) : []),
    ...brackets(indicator),
    ...partsInText(indicator),
    ...misspelt(indicator),
    ...notUnderstood(indicator),
  ]);
}

function mixedPrecision(indicator: ImportedIndicator): readonly ImportFinding[] {
  const printed = indicator.figures.filter(({ value }) => value !== null && value !== 0 && value !== 100);
  const decimals = [...new Set(printed.map((figure) => figure.decimals))].sort();
  if (decimals.length < 2) return [];
  const examples = decimals.map((places) => printed.find((figure) => figure.decimals === places)?.written ?? "");
  return [
    onIndicator(indicator, "PRECISION_MIXED", {
      quote: examples.join(", "),
      message: `Figures are printed to ${decimals.join(" and ")} decimal places.`,
      remedy: `All are printed to ${indicator.decimals} here; the values are kept as they are.`,
    }),
  ];
}

function oddSigns(indicator: ImportedIndicator, isSigned: boolean): readonly ImportFinding[] {
  const valued = indicator.figures.filter(({ value }) => value !== null);
  if (isSigned) {
    const bare = valued.filter(({ isPercent }) => !isPercent);
    if (bare.length === 0) return [];
    return [
      onIndicator(indicator, "PERCENT_SIGN_MISSING", {
        column: bare[0]?.column ?? null,
        quote: bare.map(({ written }) => written).join(", "),
        message: "The figure has no percent sign; the table's other percentages have.",
        remedy: "Read as a percentage, as the name says.",
      }),
    ];
  }
  const signed = [...valued, ...indicator.comparators].filter(({ written }) => written.includes("%"));
  if (signed.length === 0) return [];
  return [
    onIndicator(indicator, "PERCENT_SIGN_ODD", {
      quote: signed.map(({ written }) => written).join(", "),
      message: "The figure has a percent sign; the table's other percentages are bare numbers.",
      remedy: "Read as a percentage, like the others.",
    }),
  ];
}

function brackets(indicator: ImportedIndicator): readonly ImportFinding[] {
  const inCells = indicator.figures
    .filter(({ numerator, denominator }) => numerator === null && denominator !== null)
    .map(({ column, written }) => ({ column, quote: written }));
  // "76% (57) files audited": the thing counted follows the bracket, so the bracket is how many there were.
  const inText = [
    ...(indicator.comment ?? "").matchAll(/\d+(?:\.\d+)?% \(\d+\) (?:files?|cases?|children)[^.,;]{0,20}audited/gi),
  ];
  return [...inCells, ...inText.map(([quote]) => ({ column: null, quote }))].map(({ column, quote }) =>
    onIndicator(indicator, "BRACKET_IS_DENOMINATOR", {
      column,
      quote,
      message:
        "The number in brackets is how many there were in all, where the card's other brackets are the count behind the percentage.",
      remedy: 'Read as what the percentage is of; write "43 of 57".',
    }),
  );
}

/** "63% (10), 25% (4) and 13% (2)": shares of one whole that add to 101. */
function partsInText(indicator: ImportedIndicator): readonly ImportFinding[] {
  const shares = [...(indicator.comment ?? "").matchAll(/(\d+)% \((\d+)\)/g)].map(([quote, percent, count]) => ({
    quote,
    percent: Number(percent),
    count: Number(count),
  }));
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  const total = shares.reduce((sum, { percent }) => sum + percent, 0);
  const isWhole =
    shares.length > 2 && shares.every(({ percent, count }) => Math.round((count * 100) / all) === percent);
  if (!isWhole || total === 100) return [];
  return [
    onIndicator(indicator, "PARTS_DO_NOT_ADD", {
      quote: shares.map(({ quote }) => quote).join(", "),
      message: `The comment's shares of ${all} add up to ${total}% by rounding.`,
      remedy: "Say that figures may not add up to 100% because of rounding.",
    }),
  ];
}

function misspelt(indicator: ImportedIndicator): readonly ImportFinding[] {
  const wrong = [...indicator.figures, ...indicator.comparators].filter(
    ({ written }) => readValueCell(written)?.isMisspelt === true,
  );
  if (wrong.length === 0) return [];
  return [
    onIndicator(indicator, "SUPPRESSED_MISSPELT", {
      quote: wrong[0]?.written ?? null,
      message: `"${wrong[0]?.written}" stands for suppressed ${wrong.length === 1 ? "once" : `${wrong.length} times`}.`,
      remedy: "Read as suppressed.",
    }),
  ];
}

function notUnderstood(indicator: ImportedIndicator): readonly ImportFinding[] {
  return indicator.figures
    .filter(({ note, written }) => note !== null && note === written)
    .map(({ column, written }) =>
      onIndicator(indicator, "CELL_NOT_UNDERSTOOD", {
        column,
        quote: written,
        message: `"${written}" is no figure.`,
        remedy: "It is kept as the period's note, and the figure is not available.",
      }),
    );
}
