/** A scorecard read back from the data of a report of ours: nothing is guessed, as every row says what it is and how it is judged. */
import { AppError } from "../../domain/errors.ts";
import { parsePeriod, parseWindow, type ReportingPeriod } from "../../domain/period.ts";
import { finding, type ImportFinding } from "./finding.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportedComment, ImportedIndicator, ImportedScorecard, RowAccount } from "./imported.ts";
import { findOwnTables, type OwnRow, type OwnTable } from "./own-tables.ts";
import { readOwnFigure } from "./read-own-figure.ts";
import { readOwnIndicator } from "./read-own-indicator.ts";
import { slugOf } from "./reference-of-row.ts";
import { type SourceTable, tableName } from "./source-table.ts";

const PERIODS = { "in-month": "month", quarter: "quarter", "financial-year": "financial-year" } as const;

/** `null` when the tables are not of a report of ours. @throws AppError SCORECARD_INVALID when a row has been damaged */
export function readOwnCard(tables: readonly SourceTable[], options: ImportOptions): ImportedScorecard | null {
  const own = findOwnTables(tables);
  const [first] = own?.indicators.rows ?? [];
  if (own === null || first === undefined) return null;
  const { indicators: rows, figures, comments } = own;
  const slugs = new Set<string>();
  const history = Map.groupBy(figures?.rows ?? [], ({ cells }) => cells.reference ?? "");
  const findings: ImportFinding[] = [];
  const read = rows.rows.map((row) => {
    const written = history.get(row.cells.reference ?? "") ?? [];
    const indicator = readOwnIndicator(row, {
      table: tableName(rows.table),
      measure: measureOf(row, options.id, slugs),
      figures: written.map((one) => inRow(one, () => readOwnFigure(one.cells))),
    });
    findings.push(...twofold(indicator, row, tableName(rows.table)));
    return indicator;
  });
  const lastPeriod = inRow(first, () => cardPeriod(first));
  return {
    id: options.id,
    title: options.title ?? first.cells.scorecard_title ?? options.id,
    audience: options.audience ?? "Those who read the imported card",
    file: rows.table.file,
    period: PERIODS[lastPeriod.window as keyof typeof PERIODS] ?? "month",
    lastPeriod,
    sections: [...Map.groupBy(read, ({ section }) => section)].map(([title, indicators]) => ({ title, indicators })),
    comments: comments === null ? commentsBeside(read) : comments.rows.map((row) => commentOf(row, comments)),
    footnotes: [],
    rows: [rows, figures, comments].flatMap((table) => (table === null ? [] : accountOf(table, findings))),
    findings,
  };
}

/** The measure an import of this card made goes on; one of ours, or of another card, becomes one collected by hand. */
function measureOf({ row, cells }: OwnRow, id: string, slugs: Set<string>): string {
  const { measure = "", reference = "" } = cells;
  const own = measure.startsWith(`${id}-`) ? measure.slice(id.length + 1) : reference;
  return `${id}-${slugOf(own, row, slugs)}`;
}

function cardPeriod({ cells }: OwnRow): ReportingPeriod {
  return parsePeriod(cells.scorecard_period ?? "", parseWindow(cells.scorecard_window ?? ""));
}

/** A fault in a row names the row. */
function inRow<Read>({ row }: OwnRow, read: () => Read): Read {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    throw new AppError("SCORECARD_INVALID", `Row ${row} of the data: ${fault.message}`, fault.remedy, { cause: fault });
  }
}

/** A figure somebody changed in one table and not in the other. */
function twofold(indicator: ImportedIndicator, { row, cells }: OwnRow, table: string): readonly ImportFinding[] {
  const figure = indicator.figures.find(({ period }) => period.id === cells.period);
  const value = cells.value !== undefined && /\d/.test(cells.value) ? Number(cells.value) : null;
  if (figure === undefined || figure.value === null || value === null || figure.value === value) return [];
  return [
    finding(
      "FIGURE_TWOFOLD",
      { table, row, column: "value", reference: indicator.reference, quote: cells.value ?? "" },
      `${indicator.reference} is ${value} among the indicators and ${figure.value} among the figures.`,
      "The figures are taken; put it right in both.",
    ),
  ];
}

function commentsBeside(indicators: readonly ImportedIndicator[]): readonly ImportedComment[] {
  return indicators.flatMap(({ table, row, reference, comment }) =>
    comment === null ? [] : [{ table, row, references: [reference], body: comment }],
  );
}

function commentOf({ row, cells }: OwnRow, { table }: OwnTable): ImportedComment {
  const { subject = "", on = "", comment = "" } = cells;
  const place = { table: tableName(table), row, body: comment };
  if (subject === "section") return { ...place, references: [], section: on };
  return { ...place, references: subject === "references" ? on.split(/\s*;\s*/) : [] };
}

function accountOf({ table, rows, above }: OwnTable, findings: readonly ImportFinding[]): readonly RowAccount[] {
  const name = tableName(table);
  const header = table.rows.find(({ row }) => row >= (above.at(-1)?.row ?? 0) + 1);
  const place = { table: name, understanding: "understood", findings: 0 } as const;
  return [
    ...above.map(({ row }): RowAccount => ({ ...place, row, kind: "footnote", reference: null })),
    ...(header === undefined ? [] : [{ ...place, row: header.row, kind: "heading", reference: null } as const]),
    ...rows.map(
      ({ row, cells }): RowAccount => ({
        ...place,
        row,
        kind: cells.title === undefined ? "comment" : "measure",
        reference: cells.reference ?? null,
        findings: findings.filter((one) => one.row === row && one.table === name).length,
      }),
    ),
  ];
}
