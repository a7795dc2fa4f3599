/** How each cell of a published table is looked for in its row of the report: by word, by number, by state, by what a target means. */
import { parseTarget } from "../src/domain/judgement/parse-target.ts";
import type { ReportCell } from "../src/domain/report/document.ts";
import type { PrintedRow, PublishedCard } from "./published-reports.ts";

/** Says what of a source cell the report's row does not say; `null` when all of it is there. */
export type Compare = (source: string, row: PrintedRow) => string | null;

/** Without the quotation marks of the file, blanks evened. */
export const even = (text: string): string =>
  text
    .replace(/^"(.*)"$/s, "$1")
    .replaceAll('""', '"')
    .replace(/\s+/g, " ")
    .trim();
const compact = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const lost = (isThere: boolean, source: string): string | null => (isThere ? null : source);

/** The column says it, word for word. */
const saysIn =
  (header: string): Compare =>
  (source, row) =>
    lost(source === "" || even(row.textOf(header)).includes(even(source)), source);
/** The row says it somewhere, word for word: what slipped into a wrong column has been put where it belongs. */
const saysSomewhere: Compare = (source, row) =>
  lost(even(row.whole).toLowerCase().includes(even(source).toLowerCase()), source);

const STATES: readonly (readonly [RegExp, string])[] = [
  [/^sup+res+ed$/i, "[c]"],
  [/^n\/?a$/i, "[z]"],
  [/^(nyc|not reported|data not yet released)$/i, "[x]"],
];

/** The same number, or the state the source's words mean, or the source's words in a footnote. A blank never becomes a number. */
const figureIn =
  (header: string): Compare =>
  (source, row) => {
    const cell = row.cells.get(header);
    if (cell === undefined) return `no column ${header}`;
    const text = even(source);
    if (text === "") return lost(cell.kind !== "number", `blank became ${row.textOf(header)}`);
    const [, number] = /^(-?[\d,]+(?:\.\d+)?)%?r?(?: \(\d+\))?$/.exec(text) ?? [];
    if (number !== undefined) return lost(isNumber(cell, number), text);
    const state = STATES.find(([words]) => words.test(text));
    if (state !== undefined) return lost(cell.kind === "state" && cell.shorthand === state[1], text);
    return lost(compact(row.whole).includes(compact(text)), text);
  };

function isNumber(cell: ReportCell, written: string): boolean {
  const value = Number(written.replaceAll(",", ""));
  return cell.kind === "number" && cell.value === value && Number(cell.shown.replace(/[,%]/g, "")) === value;
}

const plainTarget = (text: string): string => {
  const read = parseTarget(text, { unit: "percentage", polarity: "neutral" });
  return "target" in read ? JSON.stringify(read.target).replaceAll(/"isPercent":(true|false)/g, "") : text;
};

/** The same target in the one canonical form. */
const targetIn =
  (header: string): Compare =>
  (source, row) =>
    lost(source === "" || isTarget(row.textOf(header), source), source);

function isTarget(shown: string, source: string): boolean {
  return plainTarget(shown.replace(/, by the year’s end.*| \{.*/, "")) === plainTarget(source);
}

/** A band as written; an aim that stood among bands is the target, or told in a footnote. */
const bandOrAim =
  (target: string): Compare =>
  (source, row) =>
    saysSomewhere(source, row) === null || isTarget(row.textOf(target), source) ? null : source;

/** The arrow printed, in a footnote beside ours; broken signs are for the import to report. */
const arrow: Compare = (source, row) =>
  lost(source === "" || BROKEN_SIGNS.includes(source) || row.whole.includes(`direction ${source}`), source);
/** Signs that are no arrow any more. */
export const BROKEN_SIGNS = ["•", "_", "★", "+ +", "←"];
const nothing: Compare = (source) => lost(source === "", source);

/** For each heading of the source in order: what of the report holds its cells. */
export const SIDE_BY_SIDE: Readonly<Record<PublishedCard, readonly Compare[]>> = {
  performance: [
    (source, { part }) => lost(part === source, source),
    saysIn("Ref."),
    saysIn("Measure"),
    saysIn("Polarity"),
    figureIn("Statistical neighbour average"),
    figureIn("National average"),
    targetIn("Target"),
    figureIn("Year end 2014-15"),
    figureIn("Q3 2015-16"),
    figureIn("Q4 2015-16"),
    figureIn("Year to date 2015-16"),
    nothing,
    arrow,
    saysIn("Comments"),
    saysIn("Children and young people’s plan priority"),
    saysIn("Corporate priority"),
  ],
  improvement: [
    (source, { part }) => lost(part === source, source),
    saysIn("No."),
    saysIn("Rec."),
    saysIn("Recommendation"),
    saysIn("Measure"),
    saysIn("What it shows"),
    bandOrAim("Target"),
    bandOrAim("Target"),
    bandOrAim("Target"),
    figureIn("Q1 2015-16"),
    figureIn("Q2 2015-16"),
    figureIn("Q3 2015-16"),
    figureIn("Q4 2015-16"),
    saysIn("Comment and additional information"),
  ],
  audit: [
    nothing,
    saysIn("No."),
    saysIn("Audit measure"),
    figureIn("Q1 2015-16"),
    figureIn("Q2 2015-16"),
    figureIn("Q3 2015-16"),
    nothing,
    arrow,
    saysIn("Comment and additional information"),
  ],
  annual: [
    (source, { part }) => lost(part === source, source),
    saysIn("No."),
    saysIn("Rec."),
    saysIn("Recommendation"),
    saysIn("Measure"),
    saysIn("What it shows"),
    saysSomewhere,
    saysSomewhere,
    saysSomewhere,
    figureIn("Annual figure 2015-16"),
    saysIn("Additional information"),
  ],
  monthly: [
    (source, { part }) => lost(part === source, source),
    saysIn("ID"),
    saysIn("Measure"),
    ...["Apr 2024", "May 2024", "Jun 2024", "Jul 2024", "Aug 2024", "Sep 2024", "Oct 2024", "Nov 2024", "Dec 2024"].map(
      figureIn,
    ),
    figureIn("Jan 2025"),
    figureIn("Feb 2025"),
    targetIn("Target"),
    figureIn("Statistical neighbour average"),
    arrow,
  ],
  priorities: [
    nothing,
    saysIn("Ref."),
    saysIn("Measure"),
    figureIn("Regional average"),
    figureIn("National average"),
    bandOrAim("Year end target"),
    bandOrAim("Year end target"),
    bandOrAim("Year end target"),
    targetIn("Year end target"),
    figureIn("Baseline"),
    figureIn("Q2 2016-17"),
    figureIn("Q3 2016-17"),
    figureIn("Q4 2016-17"),
    figureIn("Year 2016-17"),
    saysSomewhere,
    saysIn("Comments"),
    nothing,
  ],
};
