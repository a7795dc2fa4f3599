/** A Word file is a zip of parts; this reads and writes them, the same bytes for the same parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export type Parts = ReadonlyMap<string, Uint8Array>;

export const CONTENT_TYPES = "[Content_Types].xml";
/** A zip keeps a time for each part; the first it can hold stands in every report. */
const NO_TIME = "1980-01-01T00:00:00";
/** Pictures are packed already. */
const PACKED = /\.(png|jpe?g|gif)$/i;

/** @param accept asked before a part is unpacked, with the size it says it has */
export function readParts(bytes: Uint8Array, accept: (name: string, size: number) => boolean = () => true): Parts {
  return new Map(Object.entries(unzipSync(bytes, { filter: ({ name, originalSize }) => accept(name, originalSize) })));
}

/** Content types first, as readers expect, then the others by name. */
export function writeParts(parts: Parts): Uint8Array {
  const names = [...parts.keys()].filter((name) => name !== CONTENT_TYPES).sort();
  const files = [CONTENT_TYPES, ...names].map((name) => [
    name,
    [parts.get(name) ?? new Uint8Array(), { level: PACKED.test(name) ? 0 : 6, mtime: NO_TIME }],
  ]);
  return zipSync(Object.fromEntries(files));
}

/** A part as text. */
export function partText(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`there is no ${name} in it`);
  return strFromU8(bytes);
}

/** The parts with some written anew. */
export function withText(parts: Parts, texts: Readonly<Record<string, string>>): Parts {
  return new Map([...parts, ...Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const)]);
}
