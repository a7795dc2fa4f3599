/** One row of a load as it was kept, for people who may see every child's records; each look is logged with the child. */
import { join } from "node:path";
import { isAuthorityWide, type Scope } from "../../domain/access/policy.ts";
import { AppError } from "../../domain/errors.ts";
import { openDatabase, sqlText } from "../../warehouse/database.ts";
import type { By, Store } from "../open-store.ts";
import { acceptedPlace } from "./load-places.ts";

export type RowPlace = {
  readonly load: string;
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
};

export type KeptRow = {
  readonly table: string;
  readonly values: readonly { readonly column: string; readonly value: string }[];
};

/** Who looks, over whom they may see cases, and why. */
export type Looker = { readonly by: By; readonly scopes: readonly Scope[]; readonly purpose: string };

/**
 * What was kept of a row of a file; empty when nothing was.
 *
 * @throws AppError NOT_ALLOWED for anybody whose scope is not the whole authority: a load is not cut by team
 */
export async function rowOfLoad(
  store: Store,
  data: string,
  looker: Looker,
  place: RowPlace,
): Promise<readonly KeptRow[]> {
  const { by, scopes, purpose } = looker;
  const subject = `load ${place.load}, ${place.file}, row ${place.row}`;
  if (!isAuthorityWide(scopes)) {
    await store.recordAccess({ ...by, what: "refused", subject, purpose, detail: { why: "outside scope" } });
    throw new AppError(
      "NOT_ALLOWED",
      "Rows of a load can be seen only by people whose scope is the whole authority.",
      "Ask an analyst to look, or open the list behind a figure of your own teams.",
    );
  }
  const rows = await readRow(data, place);
  const children = rows.flatMap(({ values }) =>
    values.filter(({ column }) => column === "person_id").map(({ value }) => value),
  );
  const detail = { rows: rows.length, children: [...new Set(children)] };
  await store.recordAccess({ ...by, what: "row of a load", subject, purpose, detail });
  return rows;
}

async function readRow(data: string, { load, file, sheet, row }: RowPlace): Promise<readonly KeptRow[]> {
  const { manifest, folder } = acceptedPlace(data, load);
  const source = sheet === undefined ? file : `${file}#${sheet}`;
  const database = await openDatabase(":memory:", { threads: 2 });
  try {
    const found: KeptRow[] = [];
    for (const [table, { rows, columns }] of Object.entries(manifest.tables)) {
      if (rows === 0) continue;
      const kept = await database.rows(
        `select ${columns.map((column) => `cast("${column}" as varchar) as "${column}"`).join(", ")}
         from read_parquet(${sqlText(join(folder, `${table}.parquet`))})
         where source_file = ${sqlText(source)} and source_row = ${Math.trunc(row)} limit 20`,
      );
      for (const one of kept)
        found.push({
          table,
          values: Object.entries(one).flatMap(([column, value]) =>
            value === null ? [] : [{ column, value: String(value) }],
          ),
        });
    }
    return found;
  } finally {
    database.close();
  }
}
