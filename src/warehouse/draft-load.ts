/** A return that has been read but not yet accepted: typed canonical rows and issues in a DuckDB connection, waiting to be stored or thrown away. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { IsoDate } from "../domain/dates.ts";
import type { Issue } from "../domain/issue.ts";

export const REPEATS = ["everything", "year", "as_at", "child", "rows"] as const;

/**
 * What a new load of the same return and authority stands in place of: everything loaded before, the same collection year, the same
 * as-at date, each child it names, or only rows that are the same event.
 */
export type Repeats = (typeof REPEATS)[number];

export type DraftTable = {
  readonly rows: number;
  /** Canonical columns this return can fill; in the others it has nothing to say and another return may. */
  readonly columns: readonly string[];
};

export type DraftLoad = {
  readonly returnId: string;
  readonly title: string;
  readonly authority: string;
  readonly year?: number;
  readonly asAt?: IsoDate;
  readonly repeats: Repeats;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  /** Holds `draft.<table>` with source_file, source_row and the table's fields, and `draft.issue`. */
  readonly connection: DuckDBConnection;
  readonly schema: string;
  readonly tables: Readonly<Record<string, DraftTable>>;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly issueCounts: { readonly error: number; readonly warning: number; readonly info: number };
  /** Issues to show: all of them up to a limit, then one line for the rest of each kind. */
  readonly issues: readonly Issue[];
  /** Nothing readable came of the files: the load cannot be accepted. */
  readonly refused: boolean;
  close(): Promise<void>;
};
