/** What pages ask of loads. */
import { type LoadRecord, loadHistory } from "../../services/load-history.ts";
import type { Desk } from "../desk.ts";
import type { IssueCount, LoadSummary } from "../services.ts";

/** Every load, newest first, with its issues counted. */
export function loadRecords({ keep }: Pick<Desk, "keep">): Promise<readonly LoadRecord[]> {
  return keep("loads", ({ folder, manifests }) => loadHistory(folder, manifests));
}

/** A load as pages list it. */
export function loadSummary({ manifest, isCurrent, issues }: LoadRecord): LoadSummary {
  return {
    id: manifest.id,
    authority: manifest.authority,
    title: manifest.year === undefined ? manifest.title : `${manifest.title} ${manifest.year}`,
    asAt: manifest.asAt ?? null,
    loadedAt: manifest.acceptedAt,
    isCurrent,
    files: manifest.files,
    tables: Object.entries(manifest.tables)
      .filter(([, { rows }]) => rows > 0)
      .map(([name, { rows }]) => ({ name, rows })),
    issues,
  };
}

/** Issues of the loads that now fill any of the tables, counted by code. */
export function issuesTouching(records: readonly LoadRecord[], tables: readonly string[]): readonly IssueCount[] {
  const counts = new Map<string, IssueCount>();
  for (const { manifest, isCurrent, issues } of records) {
    if (!isCurrent || !tables.some((table) => (manifest.tables[table]?.rows ?? 0) > 0)) continue;
    for (const issue of issues)
      counts.set(issue.code, { ...issue, count: issue.count + (counts.get(issue.code)?.count ?? 0) });
  }
  return [...counts.values()];
}
