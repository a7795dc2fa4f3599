/** Loads for people: what was accepted, when, whether it counts now, and its issues counted by code. */
import { join } from "node:path";
import type { Severity } from "../domain/issue.ts";
import { currentLoads } from "../warehouse/current-loads.ts";
import type { DataFolder } from "../warehouse/data-folder.ts";
import { openDatabase, sqlText } from "../warehouse/database.ts";
import type { Manifest } from "../warehouse/manifest.ts";

export type CountedIssue = {
  readonly severity: Severity;
  readonly code: string;
  readonly count: number;
  readonly message: string;
  readonly remedy: string;
};
export type LoadRecord = {
  readonly manifest: Manifest;
  readonly isCurrent: boolean;
  readonly issues: readonly CountedIssue[];
};

/** Every load, newest first. */
export async function loadHistory(folder: DataFolder, manifests: readonly Manifest[]): Promise<readonly LoadRecord[]> {
  const current = new Set(currentLoads(manifests).map((load) => load.id));
  const issues = await issuesOf(folder, manifests);
  return manifests
    .toReversed()
    .map((manifest) => ({ manifest, isCurrent: current.has(manifest.id), issues: issues.get(manifest.id) ?? [] }));
}

async function issuesOf(
  folder: DataFolder,
  manifests: readonly Manifest[],
): Promise<ReadonlyMap<string, readonly CountedIssue[]>> {
  const found = new Map<string, CountedIssue[]>();
  const withIssues = manifests.filter(({ issues }) => issues.error + issues.warning + issues.info > 0);
  if (withIssues.length === 0) return found;
  const database = await openDatabase(":memory:");
  try {
    for (const { id } of withIssues) {
      const rows = await database.rows(
        `select severity, code, sum(coalesce(count, 1)) as n, any_value(message order by message) as message, any_value(remedy) as remedy
         from read_parquet(${sqlText(join(folder.loads, id, "issue.parquet"))})
         group by severity, code order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, n desc, code`,
      );
      found.set(
        id,
        rows.map((row) => ({
          severity: row.severity as Severity,
          code: String(row.code),
          count: Number(row.n),
          message: String(row.message),
          remedy: String(row.remedy),
        })),
      );
    }
  } finally {
    database.close();
  }
  return found;
}
