/** A scorecard file as an imported scorecard: every row accounted for, everything found said. Pure: files are opened by `source-table.ts`. */
import { AppError } from "../../domain/errors.ts";
import { findDefects } from "./defects/index.ts";
import { type ImportFinding, inTable } from "./finding.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportedComment, ImportedIndicator, ImportedScorecard } from "./imported.ts";
import { type Column, findHeadingRow, readLayout } from "./layout.ts";
import { type Block, readBlocks, withContinuations } from "./read-blocks.ts";
import { readComments } from "./read-comments.ts";
import { readIndicator } from "./read-indicator.ts";
import { readOwnCard } from "./read-own-card.ts";
import { referenceOf } from "./reference-of-row.ts";
import { accountRows } from "./row-account.ts";
import { markSeriesBreaks } from "./series-breaks.ts";
import { settleCells } from "./settle-cells.ts";
import { type SourceTable, tableName } from "./source-table.ts";

/**
 * Reads the data of a report of ours where it is that; else one table, and further tables that comment on it (a narrative keyed to its references).
 *
 * @throws AppError SCORECARD_INVALID when no table has a column of measures
 */
export function readScorecardTable(tables: readonly SourceTable[], options: ImportOptions): ImportedScorecard {
  const own = readOwnCard(tables, options);
  if (own !== null) return own;
  const cards = tables.filter((table) => hasMeasures(table, options));
  const [first] = cards;
  if (first === undefined) throw noMeasures(tables);
  const findings: ImportFinding[] = [];
  const blocks = cards.flatMap((table) => readBlocks(table, options));
  for (const { table, layout } of blocks) findings.push(...inTable(layout.findings, table));
  const period = options.period ?? periodOfColumns(blocks.flatMap(({ layout }) => layout.columns));
  const references = new Set<string>();
  const slugs = new Set<string>();
  const read = blocks.flatMap((block) => readBlock(block, { options, period, references, slugs, findings }));
  const narratives = tables.filter((table) => !cards.includes(table));
  const narrated = narratives.map((table) => readComments(table, read, options));
  findings.push(...narrated.flatMap((one) => one.findings));
  const comments = [...ownComments(read), ...narrated.flatMap((one) => one.comments)];
  const { indicators, findings: breaks } = markSeriesBreaks(read, comments);
  findings.push(...breaks);
  const lastPeriod = lastPeriodOf(indicators, period);
  const card = {
    id: options.id,
    title: options.title ?? titleRowOf(blocks) ?? titleOf(first),
    audience: options.audience ?? "Those who read the imported card",
    file: first.file,
    period,
    lastPeriod,
    sections: sectionsOf(indicators),
    comments,
    footnotes: blocks.flatMap(({ rows }) => rows.filter(({ kind }) => kind === "footnote").map(({ text }) => text)),
  };
  const whole = { ...card, indicators, columns: blocks[0]?.layout.columns ?? [] };
  findings.push(...inTable(findDefects(whole, options), tableName(first)));
  const seen = [...blocks.flatMap(({ rows }) => rows), ...narrated.flatMap((one) => one.rows)];
  return { ...card, rows: accountRows(seen, findings), findings: sorted(findings) };
}

function hasMeasures(table: SourceTable, options: ImportOptions): boolean {
  const heading = findHeadingRow(table, options);
  return heading !== null && readLayout(table, heading, options).columns.some(({ role }) => role === "measure");
}

type BlockContext = {
  readonly options: ImportOptions;
  readonly period: ImportedScorecard["period"];
  readonly references: Set<string>;
  readonly slugs: Set<string>;
  readonly findings: ImportFinding[];
};

function readBlock({ table, layout, rows }: Block, context: BlockContext): readonly ImportedIndicator[] {
  const { columns } = layout;
  const measures = withContinuations(rows, columns);
  const settled = settleCells(
    measures.map(({ row }) => row),
    columns,
  );
  context.findings.push(...inTable(settled.findings, table));
  return settled.rows.map((row, place) => {
    const reference = referenceOf(row, columns, { ...context, table });
    return readIndicator(row, { ...context, table, columns, reference, section: measures[place]?.section ?? "" });
  });
}

function periodOfColumns(columns: readonly Column[]): ImportedScorecard["period"] {
  const windows = new Set(columns.map(({ period }) => period?.window));
  if (windows.has("in-month")) return "month";
  return windows.has("quarter") ? "quarter" : "financial-year";
}

function lastPeriodOf(indicators: readonly ImportedIndicator[], period: ImportedScorecard["period"]) {
  const window = { month: "in-month", quarter: "quarter", "financial-year": "financial-year" }[period];
  const own = indicators.flatMap(({ figures }) => figures).filter((figure) => figure.period.window === window);
  const filled = own.filter(({ state, written }) => state === "value" || written !== "");
  const latest = [...(filled.length === 0 ? own : filled)].sort((a, b) => (a.period.end < b.period.end ? 1 : -1))[0];
  return latest?.period ?? null;
}

function ownComments(indicators: readonly ImportedIndicator[]): readonly ImportedComment[] {
  return indicators.flatMap(({ table, row, reference, comment }) =>
    comment === null ? [] : [{ table, row, references: [reference], body: comment }],
  );
}

function sectionsOf(indicators: readonly ImportedIndicator[]): ImportedScorecard["sections"] {
  const sections = new Map<string, ImportedIndicator[]>();
  for (const indicator of indicators) {
    const title = indicator.section === "" ? "Measures" : indicator.section;
    sections.set(title, [...(sections.get(title) ?? []), indicator]);
  }
  return [...sections].map(([title, own]) => ({ title, indicators: own }));
}

/** What stands above the headings. */
function titleRowOf(blocks: readonly Block[]): string | null {
  return blocks.flatMap(({ rows }) => rows).find(({ kind }) => kind === "title")?.text ?? null;
}

function titleOf({ file, sheet }: SourceTable): string {
  const name = (sheet ?? file).replace(/\.[^.]*$/, "").replace(/[-_.]+/g, " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sorted(findings: readonly ImportFinding[]): readonly ImportFinding[] {
  return findings.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function noMeasures(tables: readonly SourceTable[]): AppError {
  return new AppError(
    "SCORECARD_INVALID",
    `${tables.map(({ file }) => file).join(", ")}: no row of headings names a column of measures.`,
    'Give the heading of that column in a map: columns: { "What we count": measure }.',
  );
}
