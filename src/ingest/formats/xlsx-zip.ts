/** Reads the parts of a ZIP archive one at a time, never holding one whole; says what is wrong with an archive that cannot be read. */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Transform } from "node:stream";
import { createInflateRaw } from "node:zlib";
import type { IssueCode } from "../issue-codes.ts";
import type { Limits } from "../limits.ts";

/** Why an archive or a part of it cannot be read; thrown while reading, made an issue by whoever asked. */
export class WorkbookFault extends Error {
  readonly code: IssueCode;
  readonly fill: Readonly<Record<string, string | number>>;

  constructor(code: IssueCode, fill: Readonly<Record<string, string | number>> = {}, options: ErrorOptions = {}) {
    super(code, options);
    this.name = "WorkbookFault";
    this.code = code;
    this.fill = fill;
  }
}

export type ZipPart = {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
};

/** An archive's parts by name, and a way to read each. */
export type ZipArchive = {
  readonly parts: ReadonlyMap<string, ZipPart>;
  /** The part unpacked, in pieces; throws a WorkbookFault when it is broken or larger than it may be. */
  read(part: ZipPart, mostBytes?: number): AsyncGenerator<Uint8Array>;
};

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_PARTS = 10_000;
const MOST_DIRECTORY_BYTES = 16_000_000;
const STORED = 0;
const DEFLATED = 8;
const UNKNOWN_32 = 0xffffffff;
/** The extra field that holds sizes too large for 32 bits; some writers add it whatever the size. */
const ZIP64 = 1;

/**
 * Reads an archive's directory.
 *
 * @throws WorkbookFault when the file is no archive, is cut short, is locked or is too large
 */
export async function openZip(path: string, limits: Limits): Promise<ZipArchive> {
  const file = await open(path, "r");
  try {
    const parts = await readDirectory(file);
    const total = [...parts.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > limits.unpackedBytes) throw new WorkbookFault("WORKBOOK_TOO_LARGE", { limit: limits.unpackedBytes });
    return { parts, read: (part, most = limits.partBytes) => readPart(path, part, most) };
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<ReadonlyMap<string, ZipPart>> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new WorkbookFault("WORKBOOK_CUT_SHORT");
  const count = tail.readUInt16LE(end + 10);
  const directoryBytes = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > MOST_PARTS || directoryBytes > MOST_DIRECTORY_BYTES)
    throw new WorkbookFault("WORKBOOK_BROKEN", { what: "it has more parts than any workbook" });
  if (offset + directoryBytes > size) throw new WorkbookFault("WORKBOOK_CUT_SHORT");
  return new Map(entries(await bytesAt(file, offset, directoryBytes), count).map((part) => [part.name, part]));
}

function entries(directory: Buffer, count: number): readonly ZipPart[] {
  const parts: ZipPart[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY)
      throw new WorkbookFault("WORKBOOK_BROKEN", { what: "its table of contents cannot be read" });
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new WorkbookFault("WORKBOOK_LOCKED");
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const nameEnd = at + 46 + nameBytes;
    const extra = directory.subarray(nameEnd, nameEnd + extraBytes);
    const [bytes, packedBytes, offset] = sizes(directory, at, extra);
    // Some writers put a slash in front or write it backwards.
    const name = directory
      .toString("utf8", at + 46, nameEnd)
      .replaceAll("\\", "/")
      .replace(/^\//, "");
    parts.push({ name, method: directory.readUInt16LE(at + 10), packedBytes, bytes, offset });
    at = nameEnd + extraBytes + directory.readUInt16LE(at + 32);
  }
  return parts;
}

/** Unpacked size, packed size and offset of an entry: in the entry, or in its extra field when they do not fit. */
function sizes(directory: Buffer, at: number, extra: Buffer): readonly [number, number, number] {
  const plain = [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42),
  ] as const;
  let from = 0;
  while (from + 4 <= extra.length && extra.readUInt16LE(from) !== ZIP64) from += 4 + extra.readUInt16LE(from + 2);
  from += 4;
  const [bytes, packed, offset] = plain.map((value) => {
    if (value !== UNKNOWN_32 || from + 8 > extra.length) return value;
    from += 8;
    return Number(extra.readBigUInt64LE(from - 8));
  });
  return [bytes ?? 0, packed ?? 0, offset ?? 0];
}

async function* readPart(path: string, part: ZipPart, mostBytes: number): AsyncGenerator<Uint8Array> {
  const { name, method, packedBytes, bytes, offset } = part;
  if (bytes > mostBytes) throw new WorkbookFault("WORKBOOK_TOO_LARGE", { limit: mostBytes });
  if (method !== STORED && method !== DEFLATED)
    throw new WorkbookFault("WORKBOOK_BROKEN", { what: `${name} is packed in a way Excel does not use` });
  const start = await dataOffset(path, offset);
  if (packedBytes === 0) return;
  const packed = createReadStream(path, { start, end: start + packedBytes - 1, highWaterMark: 1 << 17 });
  const unpacked = method === STORED ? packed : packed.pipe(createInflateRaw({ chunkSize: 1 << 17 }));
  packed.on("error", (fault) => unpacked.destroy(fault));
  let read = 0;
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      read += piece.length;
      // What the directory says of a part's size may be a lie.
      if (read > mostBytes) throw new WorkbookFault("WORKBOOK_TOO_LARGE", { limit: mostBytes });
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof WorkbookFault) throw cause;
    throw new WorkbookFault("WORKBOOK_BROKEN", { what: `${name} cannot be unpacked` }, { cause });
  } finally {
    packed.destroy();
    if (unpacked instanceof Transform) unpacked.destroy();
  }
}

/** Where a part's own bytes start: after its local header, whose name and extra field may differ in length from the directory's. */
async function dataOffset(path: string, offset: number): Promise<number> {
  const file = await open(path, "r");
  try {
    const header = await bytesAt(file, offset, 30);
    if (header.length < 30) throw new WorkbookFault("WORKBOOK_CUT_SHORT");
    if (header.readUInt32LE(0) !== LOCAL)
      throw new WorkbookFault("WORKBOOK_BROKEN", { what: "its table of contents points to the wrong place" });
    return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
