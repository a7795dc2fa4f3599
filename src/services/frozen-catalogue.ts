/** The catalogue as texts: frozen with an edition, and laid out again when the edition is re-performed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

/** Texts by path, "0/measures/front-door/referrals.yaml": the number is the place of their folder among the catalogue's, a later one winning. */
export type FrozenCatalogue = Readonly<Record<string, string>>;

/** What can change a figure or how it is read; how returns are read is settled once they are loaded. */
const KEPT = ["measures", "model", "reference", "reconciliation", "comparators"];

/** Every catalogue file that bears on figures, and the one scorecard. */
export function freezeCatalogue(folders: readonly string[], scorecard: string): FrozenCatalogue {
  const frozen: Record<string, string> = {};
  for (const [place, folder] of folders.entries()) {
    for (const kept of KEPT)
      for (const name of filesUnder(join(folder, kept)))
        frozen[`${place}/${kept}/${name}`] = readFileSync(join(folder, kept, name), "utf8");
    const card = `scorecards/${scorecard}.yaml`;
    if (existsSync(join(folder, card))) frozen[`${place}/${card}`] = readFileSync(join(folder, card), "utf8");
  }
  return frozen;
}

/** Writes a frozen catalogue below a folder. @returns the catalogue's folders, in their order */
export function layOutCatalogue(frozen: FrozenCatalogue, below: string): readonly string[] {
  for (const [path, text] of Object.entries(frozen)) {
    const target = join(below, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  const places = new Set(Object.keys(frozen).map((path) => Number(path.split("/")[0])));
  return [...places].sort((a, b) => a - b).map((place) => join(below, String(place)));
}

/** As bytes for an edition, and back. */
export function packCatalogue(frozen: FrozenCatalogue): Uint8Array {
  return gzipSync(JSON.stringify(frozen), { level: 9 });
}
export function unpackCatalogue(bytes: Uint8Array): FrozenCatalogue {
  return JSON.parse(gunzipSync(bytes).toString("utf8")) as FrozenCatalogue;
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
