/** What an import finds wrong or doubtful in a scorecard: the kinds, and how one is made. */
import type { Severity } from "../../domain/issue.ts";

type FindingFacts = { readonly severity: Severity; readonly words: string };

/** Every kind of finding, in the order reports list them. */
export const FINDINGS = {
  HEADING_DAMAGED: { severity: "warning", words: "A heading names no period as it stands." },
  HEADING_SPLIT: {
    severity: "warning",
    words: "One heading stands in two cells, so the columns after it have slipped.",
  },
  HEADING_YEAR_ASSUMED: { severity: "info", words: "A heading gives no year; it was worked out." },
  HEADING_UNKNOWN: { severity: "warning", words: "A column's heading is not understood; its cells are kept as notes." },
  COLUMNS_SLIPPED: { severity: "warning", words: "The cells of a row stand under the wrong headings." },
  REFERENCE_MISSING: { severity: "warning", words: "A row has no reference." },
  REFERENCE_TWICE: { severity: "warning", words: "Two rows have one reference." },
  ROW_EMPTY: { severity: "info", words: "A row is kept for a measure with no figures." },
  ROW_NOT_UNDERSTOOD: { severity: "error", words: "A row is neither a measure, a heading nor a note." },
  TEXT_ACROSS_CELLS: { severity: "info", words: "A note was spread over several cells." },
  TEXT_DAMAGED: { severity: "warning", words: "A note spread over cells cannot be put together again." },
  CELL_NOT_UNDERSTOOD: { severity: "warning", words: "A cell holds no value that is understood; it is kept as text." },
  SUPPRESSED_MISSPELT: { severity: "info", words: "Suppressed is spelt wrongly." },
  PRECISION_MIXED: { severity: "info", words: "Figures of one row are printed to different precision." },
  PERCENT_SIGN_MISSING: { severity: "warning", words: "A percentage has no sign beside others that have." },
  PERCENT_SIGN_ODD: { severity: "warning", words: "A percent sign stands among bare numbers." },
  BRACKET_IS_DENOMINATOR: {
    severity: "warning",
    words: "The number in brackets is what the percentage is of, not the count behind it.",
  },
  UNIT_CONTRADICTS_NAME: { severity: "warning", words: "The name says one unit, the figures are in another." },
  UNIT_TWOFOLD: { severity: "warning", words: "The name promises both a number and a percentage." },
  CHANGE_KINDS_MIXED: { severity: "warning", words: "One column holds changes of several kinds." },
  CHANGE_WRONG: { severity: "warning", words: "A printed change does not follow from the figures." },
  WINDOW_CONTRADICTORY: { severity: "warning", words: "The name gives two spans of time at once." },
  PARTS_DO_NOT_ADD: { severity: "warning", words: "Parts do not add up to their total." },
  PERCENTAGE_WRONG: { severity: "warning", words: "A percentage does not follow from its own counts." },
  RATE_DISAGREES: { severity: "warning", words: "A rate does not follow from its count and the population." },
  STOCK_DISAGREES_WITH_FLOW: {
    severity: "warning",
    words: "The number held does not move as those coming and going say.",
  },
  POLARITY_MISSING: { severity: "warning", words: "Nothing says whether high or low is good." },
  TARGET_NOT_UNDERSTOOD: { severity: "warning", words: "A target is not one that is understood." },
  TARGET_CONTRADICTS_BANDS: { severity: "warning", words: "Meeting the target is not yet good by the bands." },
  TARGET_IN_TEXT_DIFFERS: { severity: "warning", words: "The text names another target than the card." },
  TARGET_OF_ANOTHER_QUANTITY: { severity: "warning", words: "The target the text names is of another quantity." },
  RANGE_UNSAID: { severity: "warning", words: "A range does not say whether beyond it is good." },
  BANDS_GAP: { severity: "warning", words: "Values between two bands belong to none." },
  BANDS_OVERLAP: { severity: "warning", words: "Values belong to two bands at once." },
  BANDS_UNCLEAR: { severity: "warning", words: "Bands cannot be used as they stand." },
  VALUE_ABOVE_TOP_BAND: { severity: "warning", words: "A value lies beyond the best band." },
  RATING_LOST: { severity: "warning", words: "Ratings were given by colour alone and are lost." },
  POLARITY_ASSUMED: { severity: "warning", words: "Which side is good was taken from the size of a percentage." },
  RATING_WITHOUT_POLARITY: {
    severity: "warning",
    words: "A measure with a target has no polarity, so no rule can rate it.",
  },
  ARROW_BROKEN: { severity: "warning", words: "A direction of travel is a sign that means nothing." },
  DIRECTION_CONTRADICTED: { severity: "warning", words: "The direction given is not the way the figures moved." },
  DIRECTION_WITHOUT_TOLERANCE: {
    severity: "warning",
    words: "Level and moving are told apart by no stated tolerance.",
  },
  DIRECTION_ON_SUPPRESSED: {
    severity: "warning",
    words: "A direction is given where a figure it rests on is suppressed.",
  },
  SUPPRESSED_RECOVERABLE: { severity: "warning", words: "A suppressed figure can be narrowed down from those shown." },
  SUPPRESSED_IN_TEXT: { severity: "warning", words: "The text tells what is suppressed." },
  PERSON_IN_TEXT: { severity: "warning", words: "The text could tell of one person." },
  COMMENT_CUT_OFF: { severity: "warning", words: "A comment stops in the middle." },
  COMMENT_REFERENCE_WRONG: { severity: "warning", words: "A comment refers to the wrong measure." },
  COMMENT_FACT_WRONG: { severity: "warning", words: "A comment says what the figures do not." },
  COMMENT_UNIT_WRONG: { severity: "warning", words: "A comment gives a change in the wrong unit." },
  COMMENT_UNCHECKED: { severity: "info", words: "A comment claims what no figure here can show." },
  SERIES_BREAK_TOLD: { severity: "info", words: "A comment tells of a break in the series." },
  FIGURE_TWOFOLD: { severity: "warning", words: "Two tables of one file give different figures." },
  NAME_CONTRADICTS_MEANING: { severity: "warning", words: "The name says the opposite of what is counted." },
} as const satisfies Record<string, FindingFacts>;

export type FindingCode = keyof typeof FINDINGS;

/** One finding, with the place it is about. */
export type ImportFinding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The file, and the sheet of a workbook: "card.xlsx, Sheet1". */
  readonly table: string;
  /** Row in the file; `null` for the whole table. */
  readonly row: number | null;
  /** The column's heading; `null` for the whole row. */
  readonly column: string | null;
  readonly reference: string | null;
  /** What stands there. */
  readonly quote: string | null;
  readonly message: string;
  readonly remedy: string;
};

export type FindingPlace = {
  /** Filled in by `inTable` where the table is known only further up. */
  readonly table?: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly reference?: string | null;
  readonly quote?: string | null;
};

/** Makes a finding; its severity is that of its kind. */
export function finding(code: FindingCode, place: FindingPlace, message: string, remedy: string): ImportFinding {
  return {
    code,
    severity: FINDINGS[code].severity,
    table: place.table ?? "",
    row: place.row ?? null,
    column: place.column ?? null,
    reference: place.reference ?? null,
    quote: place.quote ?? null,
    message,
    remedy,
  };
}

/** Findings with the table they are of, where they do not say it yet. */
export function inTable(findings: readonly ImportFinding[], table: string): readonly ImportFinding[] {
  return findings.map((one) => (one.table === "" ? { ...one, table } : one));
}
