/** Pixels as a PNG. The drawing library's own takes four times as long and is no smaller for charts, which are mostly one colour. */
import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

export type Pixels = {
  readonly width: number;
  readonly height: number;
  /** Four bytes each, row after row: red, green, blue, opacity. */
  readonly bytes: Uint8Array;
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES = 4;
const BITS = 8;
const WITH_OPACITY = 6;
/** Higher levels take longer for a few bytes in a hundred. */
const LEVEL = 3;

const packed = promisify(deflate) as (bytes: Uint8Array, options: { readonly level: number }) => Promise<Buffer>;

/** The same pixels give the same bytes. */
export async function pngOf({ width, height, bytes }: Pixels): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, WITH_OPACITY], 8);
  const row = width * BYTES;
  // Each row begins with how it is written: nothing is reckoned from its neighbours.
  const rows = Buffer.alloc((row + 1) * height);
  for (let at = 0; at < height; at++) rows.set(bytes.subarray(at * row, (at + 1) * row), at * (row + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", await packed(rows, { level: LEVEL })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(bytes.length, 0);
  sizes.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([sizes.subarray(0, 4), named, sizes.subarray(4)]);
}
