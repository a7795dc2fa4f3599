/** Files sent from a browser, written as they come into a folder of their own under names that are safe. */
import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../domain/errors.ts";
import { dataFolder } from "../../warehouse/data-folder.ts";
import { newStagedId, stagedPlaces } from "./staged-load.ts";

/** What may be sent at once; larger returns are loaded with `waymark load`. */
export const UPLOAD_LIMITS = { files: 200, fileBytes: 500_000_000, totalBytes: 2_000_000_000 } as const;

const LONGEST_NAME = 120;

export type ReceivedFile = { readonly name: string; readonly bytes: number };

export type Receiving = {
  readonly id: string;
  /** Writes one file to its end. @throws AppError FORM_INVALID when it, or all together, are too large */
  readonly take: (name: string, content: Readable) => Promise<ReceivedFile>;
  readonly files: () => readonly ReceivedFile[];
  /** Removes everything that came. */
  readonly abandon: () => void;
};

/** Makes ready for the files of one load. */
export function receiveFiles(data: string, at: Date, limits: typeof UPLOAD_LIMITS | Limits = UPLOAD_LIMITS): Receiving {
  const id = newStagedId(at);
  const places = stagedPlaces(dataFolder(data), id);
  const received: ReceivedFile[] = [];
  mkdirSync(places.files, { recursive: true, mode: 0o700 });
  return {
    id,
    files: () => received,
    abandon: () => rmSync(places.root, { recursive: true, force: true }),
    take: async (sentName, content) => {
      if (received.length >= limits.files) throw tooMuch(`More than ${limits.files} files were sent.`);
      const name = freeName(safeName(sentName), new Set(received.map((file) => file.name.toLowerCase())));
      const before = received.reduce((sum, { bytes }) => sum + bytes, 0);
      const counter = counting(Math.min(limits.fileBytes, limits.totalBytes - before), name);
      await pipeline(
        content,
        counter.stream,
        createWriteStream(join(places.files, name), { mode: 0o600, flags: "wx" }),
      );
      const file = { name, bytes: counter.bytes() };
      received.push(file);
      return file;
    },
  };
}

type Limits = { readonly files: number; readonly fileBytes: number; readonly totalBytes: number };

function counting(most: number, name: string): { readonly stream: Transform; readonly bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(tooMuch(`${name} is too large, or makes all files together too large.`));
      else done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}

function tooMuch(sentence: string): AppError {
  return new AppError(
    "FORM_INVALID",
    sentence,
    `Up to ${UPLOAD_LIMITS.files} files of ${UPLOAD_LIMITS.fileBytes / 1_000_000} MB may be sent at once; load larger returns with waymark load on the server.`,
  );
}

/** A file's own name without folders, control characters, characters some systems refuse, or leading dots; long ones are cut before their ending. */
export function safeName(sent: string): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{C}<>:"|?*#]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  if (plain === "") return "file";
  const ending = extname(plain).slice(0, 12);
  const stem = plain.slice(0, plain.length - extname(plain).length);
  return `${cut(stem, LONGEST_NAME - ending.length)}${ending}`;
}

/** Cut by bytes, because that is what file systems count; never inside a character. */
function cut(text: string, most: number): string {
  let short = "";
  for (const character of text) {
    if (Buffer.byteLength(short + character) > most) break;
    short += character;
  }
  return short;
}

/** "returns.csv" becomes "returns (2).csv" when there is one already. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 2; ; number++) {
    const next = `${stem} (${number})${ending}`;
    if (!taken.has(next.toLowerCase())) return next;
  }
}
