/** Prints rows as an aligned table, CSV or JSON. */
import { csvText, plainText } from "../domain/csv-text.ts";

export type OutputFormat = "table" | "csv" | "json";

export type Row = Readonly<Record<string, unknown>>;

/** Where a command's words go; tests hand in their own. */
export type Output = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
};

/** The format the shared options ask for. */
export function formatOf(options: { readonly json?: boolean; readonly csv?: boolean }): OutputFormat {
  if (options.json === true) return "json";
  return options.csv === true ? "csv" : "table";
}

/** Rows in a format, with the given columns in order (default: those of the first row). */
export function writeRows(rows: readonly Row[], format: OutputFormat, columns?: readonly string[]): string {
  if (format === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  const names = columns ?? Object.keys(rows[0] ?? {});
  return format === "csv" ? csvText(rows, names, true) : tableText(rows, names);
}

function tableText(rows: readonly Row[], columns: readonly string[]): string {
  if (rows.length === 0) return "No rows.\n";
  const cells = rows.map((row) => columns.map((column) => plainText(row[column])));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((line) => line[index]?.length ?? 0)),
  );
  const isNumber = columns.map((column) =>
    rows.every((row) => row[column] === null || row[column] === undefined || typeof row[column] === "number"),
  );
  const line = (values: readonly string[]): string =>
    values
      .map((value, index) => (isNumber[index] ? value.padStart(widths[index] ?? 0) : value.padEnd(widths[index] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(columns), widths.map((width) => "-".repeat(width)).join("  "), ...cells.map(line)]
    .map((text) => `${text}\n`)
    .join("");
}
