/** Bands and targets: gaps, overlaps, values beyond the best band, targets that contradict their bands or the text. */
import type { Bands, JudgementDefect } from "../../../domain/judgement/bands.ts";
import { checkTargetAgainstBands } from "../../../domain/judgement/check-bands.ts";
import { type NormalisedBands, normaliseBands } from "../../../domain/judgement/normalise-bands.ts";
import { parseTarget } from "../../../domain/judgement/parse-target.ts";
import { type FindingCode, finding, type ImportFinding } from "../finding.ts";
import type { ImportedIndicator } from "../imported.ts";
import { type CardRead, onIndicator } from "./card.ts";

/** Looks at every row with bands or a target. */
export function bandDefects({ indicators }: CardRead): readonly ImportFinding[] {
  return [
    ...indicators.flatMap((indicator) => {
      const facts = { unit: indicator.unit, polarity: indicator.polarity };
      const mended = indicator.bands === null ? null : normaliseBands(indicator.bands, facts);
      return [
        ...defectsOf(mended).map((defect) => bandFinding(defect, indicator)),
        ...targetFindings(indicator, mended?.bands ?? null),
        ...textFindings(indicator, mended?.bands ?? null),
      ];
    }),
    ...wholeNumberBands(indicators),
  ];
}

/** Every defect of the bands as they stand, those that come to light once others are mended too. */
function defectsOf(mended: NormalisedBands | null): readonly JudgementDefect[] {
  return mended === null ? [] : [...mended.changes.map(({ because }) => because), ...mended.defects];
}

function bandFinding(defect: JudgementDefect, indicator: ImportedIndicator): ImportFinding {
  const cells = new Map(Object.entries(indicator.bands ?? {}));
  return onIndicator(indicator, bandCode(defect, indicator), {
    column: defect.place,
    quote: String(cells.get(defect.place) ?? "") || null,
    message: defect.message,
    remedy: defect.remedy,
  });
}

function bandCode({ code }: JudgementDefect, indicator: ImportedIndicator): FindingCode {
  if (code === "BAND_GAP") return "BANDS_GAP";
  if (code === "BAND_OVERLAP") return "BANDS_OVERLAP";
  if (code !== "BAND_SHORT_OF_SCALE") return "BANDS_UNCLEAR";
  return isBeyondBest(indicator) ? "VALUE_ABOVE_TOP_BAND" : "BANDS_GAP";
}

/** A figure of the row is better than any value its best band names. */
function isBeyondBest({ bands, figures, polarity }: ImportedIndicator): boolean {
  const ends = [...(bands?.outstanding ?? bands?.good ?? "").matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) =>
    Number(digits),
  );
  if (ends.length === 0) return false;
  return figures.some(
    ({ value }) =>
      value !== null && (polarity === "low-is-good" ? value < Math.min(...ends) : value > Math.max(...ends)),
  );
}

function targetFindings(indicator: ImportedIndicator, bands: Bands | null): readonly ImportFinding[] {
  const { target, unit, polarity } = indicator;
  if (target === null) return [];
  const read = parseTarget(target, { unit, polarity });
  if ("defect" in read) {
    const code = read.defect.code === "TARGET_OTHER_QUANTITY" ? "TARGET_OF_ANOTHER_QUANTITY" : "TARGET_NOT_UNDERSTOOD";
    return [onIndicator(indicator, code, { quote: target, ...wordsOf(read.defect) })];
  }
  const unsaid = read.target.kind === "range" && read.target.beyondGoodEnd === "unsaid";
  return [
    ...(unsaid
      ? [
          onIndicator(indicator, "RANGE_UNSAID", {
            quote: target,
            message: `"${target}" does not say whether a figure beyond it is good.`,
            remedy: `Write "${target} or better", or "${target} and not beyond"; inside the range meets it meanwhile.`,
          }),
        ]
      : []),
    ...(bands === null ? [] : checkTargetAgainstBands(read.target, bands)).map((defect) =>
      onIndicator(indicator, "TARGET_CONTRADICTS_BANDS", { quote: target, ...wordsOf(defect) }),
    ),
  ];
}

function wordsOf({ message, remedy }: JudgementDefect) {
  return { message, remedy };
}

const TOLD =
  /target(?: rate| figure)? (?:is |of |was |for this )*(?:to be |at )?(under |below |less than |over |above |at least |more than )?(\d+(?:\.\d+)?)( ?%)?/i;

/** The target a comment names, against the card's own and against where good begins. */
function textFindings(indicator: ImportedIndicator, bands: Bands | null): readonly ImportFinding[] {
  const told = TOLD.exec(indicator.comment ?? "");
  if (told === null) return [];
  const [quote, side = "", digits = "", sign] = told;
  if (sign !== undefined && indicator.unit !== "percentage")
    return [
      onIndicator(indicator, "TARGET_OF_ANOTHER_QUANTITY", {
        quote,
        message: `The comment names a target of ${digits}%; the figures are no percentages, so they cannot be compared with it.`,
        remedy: "Name the measure the target is for, or give the target in this one's unit.",
      }),
    ];
  const own = /\d+(?:\.\d+)?/.exec(indicator.target ?? "")?.[0];
  const good = bands?.bands.find(({ name }) => name === "good");
  const edge = bands?.polarity === "low-is-good" ? good?.upper : good?.lower;
  const level = own === undefined ? edge : Number(own);
  const isSame = level === undefined || level === null || isSameLevel(level, Number(digits), side, own === undefined);
  if (isSame) return [];
  return [
    onIndicator(indicator, "TARGET_IN_TEXT_DIFFERS", {
      quote,
      message: `The comment says "${quote}"; ${own === undefined ? `good is ${indicator.bands?.good}` : `the card's target is ${indicator.target}`}.`,
      remedy: "Make the two the same.",
    }),
  ];
}

/** Bands are half-open: good up to 15 ends at 16, so "under 16" says the same and "under 15" does not. */
function isSameLevel(level: number, told: number, side: string, isEdge: boolean): boolean {
  const isStrict = /under|below|less/i.test(side);
  if (!isEdge) return level === told;
  return isStrict ? told === level : told === level || told + 1 === level;
}

/** Bands in whole numbers beside figures with decimals: 89.5 belongs to neither 80-89 nor 90-100 until it is rounded. */
function wholeNumberBands(indicators: readonly ImportedIndicator[]): readonly ImportFinding[] {
  const rows = indicators.filter(
    ({ bands, figures }) =>
      bands !== null &&
      !/\d\.\d/.test(Object.values(bands).join(" ")) &&
      figures.some(({ value }) => value !== null && !Number.isInteger(value)),
  );
  const [first] = rows;
  if (first === undefined) return [];
  const odd = first.figures.find(({ value }) => value !== null && !Number.isInteger(value));
  return [
    finding(
      "BANDS_GAP",
      { table: first.table, quote: odd?.written ?? null },
      `${rows.length} rows have bands in whole numbers and figures with decimals: a figure such as 89.5 is between two bands as written (first: ${first.reference}, ${odd?.written}).`,
      "Figures are rounded to whole numbers, half up, before they are banded; the card says so.",
    ),
  ];
}
