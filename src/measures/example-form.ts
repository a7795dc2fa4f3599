/** A worked example as the fields of a form, its tables as grids, and back to the lines of the file. */
import { yamlOf } from "./edit-yaml.ts";

/** Expectations a form has a field for. */
export const EXPECTATIONS = ["numerator", "denominator", "value", "text", "status"] as const;
type Expectation = (typeof EXPECTATIONS)[number];

export type GridFields = {
  readonly name: string;
  readonly columns: readonly string[];
  /** As many cells a row as there are columns. */
  readonly rows: readonly (readonly string[])[];
};

export type ExampleFields = {
  readonly it: string;
  readonly period: string;
  readonly window: string;
  readonly expect: Readonly<Record<Expectation, string>>;
  readonly tables: readonly GridFields[];
};

const OWN_KEYS = ["it", "period", "window", "expect"];

/** What stands in the file, as fields. */
export function exampleFieldsOf(plain: Readonly<Record<string, unknown>>): ExampleFields {
  const expect = (plain.expect ?? {}) as Readonly<Record<string, unknown>>;
  return {
    it: String(plain.it ?? ""),
    period: String(plain.period ?? ""),
    window: String(plain.window ?? ""),
    expect: Object.fromEntries(
      EXPECTATIONS.map((name) => [name, String(expect[name] ?? "")]),
    ) as ExampleFields["expect"],
    tables: Object.entries(plain)
      .filter(([name]) => !OWN_KEYS.includes(name))
      .map(([name, grid]) => gridOf(name, String(grid ?? ""))),
  };
}

/** The lines of one item of `examples`. */
export function writtenExample({ it, period, window, expect, tables }: ExampleFields): string {
  const expected = EXPECTATIONS.filter((name) => expect[name].trim() !== "").map((name) => [
    name,
    name === "text" || name === "status" ? expect[name].trim() : asNumber(expect[name].trim()),
  ]);
  const head = yamlOf({ it: it.trim(), period: period.trim(), ...(window === "" ? {} : { window }) });
  const grids = tables.filter(
    ({ name, columns }) => name.trim() !== "" && columns.some((column) => column.trim() !== ""),
  );
  const foot = yamlOf({ expect: Object.fromEntries(expected) }, true);
  const lines = [...plainPeriod(head).trimEnd().split("\n"), ...grids.flatMap(gridLines), foot.trimEnd()];
  return lines.map((line, index) => `${index === 0 ? "  - " : "    "}${line}\n`).join("");
}

/** Periods stand bare in every file: 2025-06, not "2025-06". */
function plainPeriod(head: string): string {
  return head.replace(
    /^period: "([\w-]+)"$/m,
    (_, period: string) => `period: ${/^\d{4}$/.test(period) ? `"${period}"` : period}`,
  );
}

function gridOf(name: string, grid: string): GridFields {
  const cells = grid
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const [columns = [], ...rows] = cells;
  return { name, columns, rows: rows.map((row) => columns.map((_, index) => row[index] ?? "")) };
}

/** Columns in line below each other; columns and rows left blank are left out. */
function gridLines({ name, columns, rows }: GridFields): readonly string[] {
  const kept = columns.flatMap((column, index) => (column.trim() === "" ? [] : [index]));
  const table = [columns, ...rows]
    .map((row) => kept.map((index) => (row[index] ?? "").trim().replaceAll("|", "/")))
    .filter((row, index) => index === 0 || row.some((cell) => cell !== ""));
  const widths = kept.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(" | ")
      .trimEnd(),
  );
  return [`${name.trim()}: |`, ...lines.map((line) => `  ${line}`)];
}

function asNumber(text: string): number | string {
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
