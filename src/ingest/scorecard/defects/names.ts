/** What a measure's name and its row promise, against what stands in it: units, windows, polarity, references, empty rows. */
import type { ImportFinding } from "../finding.ts";
import type { ImportedIndicator } from "../imported.ts";
import { namesNumber, namesPercentage } from "../unit-of-row.ts";
import { windowOfName } from "../window-of-name.ts";
import { type CardRead, onIndicator } from "./card.ts";

/** Looks at each row's name. */
export function nameDefects({ indicators, columns }: CardRead): readonly ImportFinding[] {
  const hasPolarityColumn = columns.some(({ role }) => role === "polarity");
  return indicators.flatMap((indicator) => [
    ...unitDefects(indicator),
    ...windowDefects(indicator),
    ...polarityDefects(indicator, hasPolarityColumn),
    ...meaningDefects(indicator),
    ...rowDefects(indicator),
  ]);
}

function unitDefects(indicator: ImportedIndicator): readonly ImportFinding[] {
  const { title, unit } = indicator;
  const quote = title;
  if (/(percentage|%)\s*\/\s*number|number\s*\/\s*(percentage|%)/i.test(title))
    return [
      onIndicator(indicator, "UNIT_TWOFOLD", {
        quote,
        message: `The name promises a percentage and a number; the figures are ${unit === "percentage" ? "percentages" : "numbers"}.`,
        remedy: "Make two measures of it, or name the one it is.",
      }),
    ];
  const isPercentageOfCounts = namesPercentage(title) && unit === "count";
  const isNumberOfPercent = namesNumber(title) && !namesPercentage(title) && unit === "percentage";
  if (!isPercentageOfCounts && !isNumberOfPercent) return [];
  return [
    onIndicator(indicator, "UNIT_CONTRADICTS_NAME", {
      quote,
      message: isPercentageOfCounts
        ? "The name says percentage; the figures are counts, as the printed change shows."
        : "The name says number; the figures are percentages.",
      remedy: "Kept in the unit of its figures; correct the name.",
    }),
  ];
}

function windowDefects(indicator: ImportedIndicator): readonly ImportFinding[] {
  const named = windowOfName(indicator.title);
  if (named.contradiction !== null)
    return [
      onIndicator(indicator, "WINDOW_CONTRADICTORY", {
        quote: named.contradiction,
        message: `"${named.contradiction}" is two spans at once: a rolling one and one that starts each April.`,
        remedy: "Read as year to date; say which in the name.",
      }),
    ];
  if (named.window === null || named.window === indicator.window) return [];
  return [
    onIndicator(indicator, "WINDOW_CONTRADICTORY", {
      quote: indicator.title,
      message: "By its name the last period's figure would be the year's, and the two differ.",
      remedy: `Each column is read as a figure of its own period; say in the name which column is ${named.window}.`,
    }),
  ];
}

/** A target that only a polarity can tell the good side of. */
function needsPolarity({ target }: ImportedIndicator): boolean {
  return target !== null && /^\s*[\d.,]+\s*%?\s*(-|–|to)?\s*[\d.,]*\s*%?\s*$/.test(target);
}

function polarityDefects(indicator: ImportedIndicator, hasColumn: boolean): readonly ImportFinding[] {
  if (indicator.polarityFrom === "assumed")
    return [
      onIndicator(indicator, "POLARITY_ASSUMED", {
        quote: indicator.target,
        message: `Nothing says whether high or low is good; a target of ${indicator.target} is taken as one to reach.`,
        remedy: `If that is wrong, say so in a map: polarity: { "${indicator.reference}": low-is-good }.`,
      }),
    ];
  if (indicator.polarityFrom !== "none") return [];
  if (needsPolarity(indicator))
    return [
      onIndicator(indicator, "RATING_WITHOUT_POLARITY", {
        quote: indicator.target,
        message: `There is a target of ${indicator.target} and nothing says whether high or low is good, so no rule can rate it.`,
        remedy: `Say it in a map: polarity: { "${indicator.reference}": high-is-good }.`,
      }),
    ];
  if (!hasColumn) return [];
  return [
    onIndicator(indicator, "POLARITY_MISSING", {
      message: "The polarity is blank.",
      remedy: "Read as neutral; say it in a map if high or low is good.",
    }),
  ];
}

/** "after 35 days" in the name and "within 35 days" of the same figure in the comment; "should have been" and none missed. */
function meaningDefects(indicator: ImportedIndicator): readonly ImportFinding[] {
  const { title, comment } = indicator;
  const after = /\bafter (\d+) (working )?(day|month|week)s?/i.exec(title);
  const isWithin = after !== null && new RegExp(`within ${after[1]} (working )?${after[3]}s?`, "i").test(comment ?? "");
  const isMissed =
    /should have been/i.test(title) &&
    /\bno (missed|cases? (were )?missed)|none (was|were) missed/i.test(comment ?? "");
  if (!isWithin && !isMissed) return [];
  return [
    onIndicator(indicator, "NAME_CONTRADICTS_MEANING", {
      quote: isWithin ? after[0] : "should have been",
      message: isWithin
        ? `The name says ${after[0]}; the comment counts those ${after[0].replace(/after/i, "within")}.`
        : "The name counts cases that should have had something; the comment shows that the figure counts those where nothing was missed.",
      remedy: "Name what is counted.",
    }),
  ];
}

function rowDefects(indicator: ImportedIndicator): readonly ImportFinding[] {
  const empty = indicator.figures.every(({ written }) => written === "") && indicator.comment === null;
  return [
    ...(empty
      ? [
          onIndicator(indicator, "ROW_EMPTY", {
            quote: indicator.title,
            message: "The row has no figure in any period.",
            remedy: "It is kept on the card as not available.",
          }),
        ]
      : []),
    ...(indicator.isBaselineSlipped
      ? [
          onIndicator(indicator, "COLUMNS_SLIPPED", {
            quote: String(indicator.baseline),
            message: `${indicator.baseline} stands under the target's heading, but the printed change counts from it.`,
            remedy: "Read as the baseline; the row has no target.",
          }),
        ]
      : []),
  ];
}
