/** Worked examples: a "|" grid of text becomes rows. */
import type { WorkedExample } from "../domain/measure.ts";
import { parseWindow, type WindowId } from "../domain/period.ts";
import type { Schema } from "./schema.ts";
import { didYouMean } from "./suggest.ts";

type Written = {
  readonly it: string;
  readonly period: string;
  readonly window?: string | undefined;
  readonly expect: WorkedExample["expect"];
  readonly [table: string]: unknown;
};

const OWN_KEYS = ["it", "period", "window", "expect"];

/**
 * Makes an example of what stands in the file.
 *
 * @throws Error with a sentence when a table or column is unknown
 */
export function readExample(written: Written, defaultWindow: WindowId, schema: Schema): WorkedExample {
  const tables: Record<string, readonly Readonly<Record<string, string>>[]> = {};
  for (const [name, grid] of Object.entries(written)) {
    if (OWN_KEYS.includes(name)) continue;
    const relation = schema.get(name);
    if (relation === undefined || relation.isView)
      throw new Error(
        `example "${written.it}": there is no canonical table "${name}".${didYouMean(name, schema.keys())}`,
      );
    tables[name] = parseGrid(String(grid ?? "")).map((row) => withKnownColumns(row, name, relation.columns));
  }
  const window = written.window === undefined ? defaultWindow : parseWindow(written.window);
  return Object.freeze({ it: written.it, period: written.period, window, tables, expect: written.expect });
}

/** Rows of a grid whose first line names the columns; cells are trimmed, a blank cell is left out. */
export function parseGrid(grid: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = grid.split("\n").filter((line) => line.trim() !== "");
  const names = (head ?? "").split("|").map((name) => name.trim());
  return lines.map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells.length > names.length)
      throw new Error(`the line "${line.trim()}" has more cells than its heading has columns`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]).filter(([, cell]) => cell !== ""));
  });
}

function withKnownColumns(
  row: Readonly<Record<string, string>>,
  table: string,
  columns: ReadonlyMap<string, unknown>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => {
      const column = name === "child" ? "person_id" : name;
      if (!columns.has(column))
        throw new Error(`${table} has no column "${name}".${didYouMean(name, columns.keys() as Iterable<string>)}`);
      return [column, cell];
    }),
  );
}
