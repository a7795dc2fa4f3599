/** The canonical rows now current of one table, for people who want the data itself. */
import { AppError } from "../domain/errors.ts";
import { TABLES } from "../domain/tables/index.ts";
import { PROVENANCE } from "../domain/tables/table.ts";
import { didYouMean } from "../measures/suggest.ts";
import type { Workspace } from "./workspace.ts";

export type ExportedRows = {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

/** Rows given to a reader at a time. */
const BATCH = 20_000;

/** Rows of a canonical table or model view in batches, in the order they are stored; memory does not grow with the table. */
export async function* exportTable(
  workspace: Workspace,
  name: string,
  authority?: string,
): AsyncGenerator<ExportedRows> {
  const relation = workspace.catalogue.schema.get(name);
  if (relation === undefined)
    throw new AppError(
      "TABLE_UNKNOWN",
      `There is no table "${name}".${didYouMean(name, workspace.catalogue.schema.keys())}`,
      `Tables are: ${TABLES.map((table) => table.name).join(", ")}.`,
    );
  const columns = relation.isView
    ? ["authority", ...relation.columns.keys()]
    : [...Object.keys(PROVENANCE), ...relation.columns.keys()];
  const { database } = await workspace.open();
  const listed = columns.map((column) => `"${column}"`).join(", ");
  const only = authority === undefined ? "" : ` and authority = '${authority.replaceAll("'", "''")}'`;
  for (let from = 0; ; from += BATCH) {
    const rows = await database.rows(
      `select ${listed} from "${name}" where row_id > ${from} and row_id <= ${from + BATCH}${only} order by row_id`,
    );
    if (rows.length > 0 || from === 0) yield { columns, rows };
    const [last] = await database.rows(`select max(row_id) as last from "${name}"`);
    if (from + BATCH >= Number(last?.last ?? 0)) return;
  }
}
