/** One fast pass over a CSV file's bytes, to know whether DuckDB's parallel reader can be trusted with it. */
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { withoutCutCharacter } from "../encoding.ts";

export type CsvScan = {
  readonly hasNul: boolean;
  readonly hasQuote: boolean;
  /** An odd number of quotes: one was opened and never closed. */
  readonly hasOddQuotes: boolean;
  readonly hasBlankLine: boolean;
  /** Holds a tab or a no-break space, which may stand round values and have to come off. */
  readonly hasOddBlank: boolean;
  /** Lines end with a bare CR somewhere, or in more than one way. */
  readonly hasOddLineEnd: boolean;
  readonly isUtf8: boolean;
};

const LF = 10;
const QUOTE = 34;

/** Looks for what makes a CSV file irregular: NULs, quotes, blank lines, mixed line ends, bytes that are not UTF-8. */
export async function scanCsv(path: string): Promise<CsvScan> {
  const found = {
    hasNul: false,
    hasQuote: false,
    hasOddQuotes: false,
    hasBlankLine: false,
    hasOddBlank: false,
    hasOddLineEnd: false,
    isUtf8: true,
  };
  let tail: Uint8Array = new Uint8Array();
  let usesCrLf: boolean | null = null;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    // The last three bytes go before the next piece, so that nothing is missed where pieces meet.
    const bytes = Buffer.concat([tail, piece as Uint8Array]);
    found.hasNul ||= bytes.includes(0);
    found.hasQuote ||= bytes.includes(QUOTE);
    if (found.hasQuote && quotesIn(piece as Uint8Array) % 2 === 1) found.hasOddQuotes = !found.hasOddQuotes;
    found.hasBlankLine ||= bytes.includes("\n\n") || bytes.includes("\n\r\n") || bytes.includes("\r\r");
    found.hasOddBlank ||= bytes.includes(9) || bytes.includes("\u00A0");
    const firstLf = bytes.indexOf(LF);
    if (usesCrLf === null && firstLf >= 0) usesCrLf = bytes[firstLf - 1] === 13;
    found.hasOddLineEnd ||= usesCrLf === true ? hasBareLineFeed(bytes) || hasBareReturn(bytes) : bytes.includes("\r");
    if (found.isUtf8) found.isUtf8 = isUtf8(withoutCutCharacter(fromCharacterStart(bytes, tail.length > 0)));
    tail = bytes.subarray(Math.max(0, bytes.length - 3));
  }
  return found;
}

function quotesIn(bytes: Uint8Array): number {
  let quotes = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === QUOTE) quotes++;
  return quotes;
}

/** After a piece, the first bytes may be the end of a character already judged. */
function fromCharacterStart(bytes: Uint8Array, continues: boolean): Uint8Array {
  if (!continues) return bytes;
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return bytes.subarray(start);
}

function hasBareLineFeed(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(LF, 1); at >= 0; at = bytes.indexOf(LF, at + 1)) if (bytes[at - 1] !== 13) return true;
  return false;
}

function hasBareReturn(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(13); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] !== LF) return true;
  return false;
}
