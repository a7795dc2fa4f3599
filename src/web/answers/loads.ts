/** What pages ask of loads. */
import { type LoadRecord, loadHistory } from "../../services/load-history.ts";
import type { Desk } from "../desk.ts";
import type { LoadSummary } from "../services.ts";

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
