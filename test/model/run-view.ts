/** Runs one model view over hand-worked tables, with the calendar and every view it needs, and gives its rows as text. */

import { buildWorld } from "../../src/engine/example-world.ts";
import { parseGrid } from "../../src/measures/example.ts";
import { type ModelView, readModelViews } from "../../src/measures/model-view.ts";
import { readBankHolidays } from "../../src/warehouse/bank-holidays.ts";

const VIEWS = readModelViews("catalogue/model");
const HOLIDAYS = readBankHolidays("catalogue/reference/bank-holidays.csv");
const AUTHORITY = "Wexcombe";

/** Tables by name, each a "|" grid whose first line names the columns; `child` is short for person_id. */
export type Grids = Readonly<Record<string, string>>;

/**
 * The view's rows for the authority Wexcombe as `a | b | c` lines, in the order of those columns; empty cells are "-".
 *
 * @param columns which columns to give, in order
 * @param elsewhere tables of a second authority, to show that none of its rows leak in
 */
export async function runView(
  name: string,
  columns: readonly string[],
  grids: Grids,
  elsewhere: Grids = {},
): Promise<readonly string[]> {
  const database = await buildWorld(
    new Map([
      [AUTHORITY, tablesOf(grids)],
      ["Elsewhere", tablesOf(elsewhere)],
    ]),
    needed(name),
    HOLIDAYS,
  );
  try {
    const list = columns.map((column) => `"${column}"`).join(", ");
    const rows = await database.rows(`select ${list} from "${name}" where authority = '${AUTHORITY}' order by all`);
    return rows.map((row) => columns.map((column) => String(row[column] ?? "-")).join(" | "));
  } finally {
    database.close();
  }
}

/** The view and those it reads, each after what it needs. */
function needed(name: string): readonly ModelView[] {
  const wanted = new Set([name]);
  for (const view of VIEWS.toReversed()) if (wanted.has(view.name)) for (const need of view.needs) wanted.add(need);
  return VIEWS.filter((view) => wanted.has(view.name));
}

function tablesOf(grids: Grids): Record<string, readonly Readonly<Record<string, string>>[]> {
  return Object.fromEntries(
    Object.entries(grids).map(([table, grid]) => [
      table,
      parseGrid(grid).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column === "child" ? "person_id" : column, cell]),
        ),
      ),
    ]),
  );
}
