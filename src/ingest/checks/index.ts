/** Checks across rows, run over the mapped tables of a draft. */
import type { IsoDate } from "../../domain/dates.ts";
import type { IssueLog } from "../issue-log.ts";
import type { MappedTable } from "../mapping/run-mapping.ts";
import type { StagingDatabase } from "../staging.ts";

/** Runs every check whose tables the draft fills. */
export async function runChecks(
  _staging: StagingDatabase,
  _tables: readonly MappedTable[],
  _asAt: IsoDate | undefined,
  _log: IssueLog,
): Promise<void> {}
