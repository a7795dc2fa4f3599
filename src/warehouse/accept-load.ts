/** Accepts a draft load: writes its rows and issues as Parquet with a manifest, all or nothing. */
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { tableNamed } from "../domain/tables/index.ts";
import type { DataFolder } from "./data-folder.ts";
import { sqlText } from "./database.ts";
import type { DraftLoad } from "./draft-load.ts";
import type { Manifest } from "./manifest.ts";

export type Acceptance = { readonly at: Date; readonly by: string };

/** How a table's Parquet is sorted: by child, then by the first date the return fills, so that statistics of row groups narrow a search. */
function sortOrder(table: string, columns: readonly string[]): string {
  const fields = tableNamed(table)?.fields ?? {};
  const child = columns.filter((name) => name === "person_id");
  const firstDate = columns.filter((name) => fields[name]?.type === "date").slice(0, 1);
  return [...child, ...firstDate, "source_file", "source_row"].map((name) => `"${name}"`).join(", ");
}

/** Stores the draft under a new load id and returns its manifest. The folder appears with a rename, so a load is there whole or not at all. */
export async function acceptLoad(draft: DraftLoad, folder: DataFolder, { at, by }: Acceptance): Promise<Manifest> {
  const id = loadId(draft, at);
  const work = join(folder.work, id);
  mkdirSync(work, { recursive: true });
  mkdirSync(folder.loads, { recursive: true });
  try {
    const tables: Record<string, { rows: number; columns: readonly string[]; sha256: string }> = {};
    for (const [name, { rows, columns }] of Object.entries(draft.tables)) {
      const path = join(work, `${name}.parquet`);
      await draft.connection.run(
        `copy (select ${sqlText(draft.authority)} as authority, ${sqlText(id)} as load_id, source_file, source_row, * exclude (source_file, source_row) from ${draft.schema}."${name}" order by ${sortOrder(name, columns)}) to ${sqlText(path)} (format parquet, compression zstd)`,
      );
      tables[name] = { rows, columns, sha256: await sha256OfFile(path) };
    }
    await draft.connection.run(
      `copy ${draft.schema}.issue to ${sqlText(join(work, "issue.parquet"))} (format parquet, compression zstd)`,
    );
    const manifest: Manifest = {
      format: 1,
      id,
      authority: draft.authority,
      return: draft.returnId,
      title: draft.title,
      ...(draft.year === undefined ? {} : { year: draft.year }),
      ...(draft.asAt === undefined ? {} : { asAt: draft.asAt }),
      repeats: draft.repeats,
      files: draft.files,
      acceptedAt: at.toISOString(),
      acceptedBy: by,
      tables,
      rowsRead: draft.rowsRead,
      rowsRefused: draft.rowsRefused,
      issues: draft.issueCounts,
    };
    writeFileSync(join(work, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(work, join(folder.loads, id));
    return manifest;
  } catch (fault) {
    rmSync(work, { recursive: true, force: true });
    throw fault;
  }
}

/** The current load of the same authority and return with exactly the same files, if there is one. */
export function sameLoad(draft: DraftLoad, manifests: readonly Manifest[]): Manifest | undefined {
  const fingerprint = (files: DraftLoad["files"]): string =>
    files
      .map((file) => file.sha256)
      .sort()
      .join();
  return manifests.find(
    (manifest) =>
      manifest.authority === draft.authority &&
      manifest.return === draft.returnId &&
      manifest.year === draft.year &&
      fingerprint(manifest.files) === fingerprint(draft.files),
  );
}

/** Whether the stored files of a load still are what its manifest says. */
export async function isIntact(folder: DataFolder, manifest: Manifest): Promise<boolean> {
  const path = join(folder.loads, manifest.id);
  const present = new Set(readdirSync(path));
  for (const [name, { sha256 }] of Object.entries(manifest.tables)) {
    if (!present.has(`${name}.parquet`) || (await sha256OfFile(join(path, `${name}.parquet`))) !== sha256) return false;
  }
  return true;
}

function loadId(draft: DraftLoad, at: Date): string {
  const moment = at.toISOString().replace(/[-:.]/g, "");
  const files = createHash("sha256")
    .update(draft.authority)
    .update(draft.files.map((file) => file.sha256).join())
    .digest("hex")
    .slice(0, 8);
  return [moment, draft.returnId, draft.year, files].filter((part) => part !== undefined).join("-");
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
