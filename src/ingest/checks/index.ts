/** Checks across rows, run over the mapped tables of a draft. A new check is a file and a line here. */
import type { IsoDate } from "../../domain/dates.ts";
import type { IssueLog } from "../issue-log.ts";
import type { MappedTable } from "../mapping/run-mapping.ts";
import type { StagingDatabase } from "../staging.ts";
import { careEpisodes } from "./care-episodes.ts";
import type { Check } from "./check.ts";
import { dateAfterAsAt } from "./date-after-as-at.ts";
import { endBeforeStart } from "./end-before-start.ts";
import { eventBeforeBirth } from "./event-before-birth.ts";
import { personWithoutBirthDate, personWithoutRecord } from "./person-record.ts";

const CHECKS: readonly Check[] = [
  endBeforeStart,
  eventBeforeBirth,
  dateAfterAsAt,
  personWithoutRecord,
  personWithoutBirthDate,
  careEpisodes,
];

/** Runs every check whose fields the draft fills and adds an issue for each row found. */
export async function runChecks(
  staging: StagingDatabase,
  tables: readonly MappedTable[],
  asAt: IsoDate | undefined,
  log: IssueLog,
): Promise<void> {
  const filled = new Set(tables.flatMap(({ table, columns }) => columns.map((column) => `${table.name}.${column}`)));
  const prepared = new Set<string>();
  for (const { code, table, column, needs, select, prepare } of CHECKS.flatMap((check) => check({ asAt }))) {
    if (!needs.every((field) => filled.has(field))) continue;
    if (prepare !== undefined && !prepared.has(prepare)) await staging.run(prepare);
    if (prepare !== undefined) prepared.add(prepare);
    await log.addSelected(code, select, { column, table }, { column, valueClass: null });
  }
}
