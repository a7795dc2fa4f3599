/** Which encoding a text file is in, and turning any of them into UTF-8 without holding the file in memory. */
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import type { CsvOptions } from "./contract.ts";

export type Encoding = CsvOptions["encoding"];

/** What the bytes of a file show about its encoding, and how many bytes its byte order mark takes. */
export type DetectedEncoding = { readonly encoding: Encoding; readonly markBytes: number };

/** Judges by the byte order mark, else by NULs in every other byte (UTF-16), else by whether the bytes are UTF-8. */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", markBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", markBytes: 2 };
  const nulls = nulsByParity(head);
  if (nulls.odd > head.length / 4 && nulls.even === 0) return { encoding: "utf-16le", markBytes: 0 };
  if (nulls.even > head.length / 4 && nulls.odd === 0) return { encoding: "utf-16be", markBytes: 0 };
  return { encoding: isUtf8(withoutCutCharacter(head)) ? "utf-8" : "windows-1252", markBytes: 0 };
}

/** The text of a file's first bytes; a character cut at the end is left out. */
export function decodeHead(head: Uint8Array): string {
  const { encoding } = detectEncoding(head);
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** The file's text in pieces, without its byte order mark. Bytes that mean nothing in the encoding become U+FFFD. */
export async function* decodedText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk as Uint8Array, { stream: true });
  yield decoder.decode();
}

function nulsByParity(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  return { even, odd };
}

/** Drops up to three bytes at the end that may be the start of a character cut in two. */
export function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}
