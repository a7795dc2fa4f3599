/** Which loads of records stand behind a report: an edition's own, else those that count now. */
import type { EditionLoad } from "../../domain/edition.ts";
import type { Measure } from "../../domain/measure.ts";
import { currentLoads, isReference } from "../../warehouse/current-loads.ts";
import type { Manifest } from "../../warehouse/manifest.ts";
import { tablesRead } from "../tables-read.ts";
import type { Making } from "./making.ts";

type Behind = Pick<Making, "card" | "edition" | "packs" | "context" | "definitions">;

/** Loads in the order they are believed; those of another authority are nobody's business here. */
export function loadsBehind(making: Behind): readonly EditionLoad[] {
  if (making.edition !== null) return making.edition.loads;
  return manifestsBehind(making).map(({ id, title, asAt, acceptedAt, files }) => ({
    id,
    title,
    asAt: asAt ?? null,
    acceptedAt,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
  }));
}

/** Titles of the returns whose records a measure counts. */
export function recordsBehind(measure: Measure, making: Behind): readonly string[] {
  const tables = tablesRead(making.definitions, measure);
  return [
    ...new Set(
      manifestsBehind(making)
        .filter((manifest) => tables.some((table) => (manifest.tables[table]?.rows ?? 0) > 0))
        .map(({ title }) => title),
    ),
  ];
}

function manifestsBehind({ card, edition, context }: Behind): readonly Manifest[] {
  const { manifests } = context.workspace;
  if (edition !== null) {
    const frozen = new Set(edition.loads.map(({ id }) => id));
    return manifests.filter(({ id }) => frozen.has(id));
  }
  return currentLoads(manifests).filter(
    (manifest) => card === null || isReference(manifest) || manifest.authority === card.authority,
  );
}
