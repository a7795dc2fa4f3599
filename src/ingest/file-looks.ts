/** What a file looks like to someone who was not expecting it: words for an issue, judged from its first bytes. */
import type { SourceFile } from "./contract.ts";
import { decodeHead } from "./encoding.ts";
import { isHeader, readCsvHeader } from "./formats/csv-header.ts";

/** Signatures of files people send by mistake. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive or Excel workbook"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook (.xls) or one with a password"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file"],
];

/** Plain words for the kind of file; names columns and elements only, never values. */
export function looksLike(file: SourceFile): string {
  if (file.bytes === 0) return "an empty file";
  const signature = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => file.head[index] === byte));
  if (signature !== undefined) return signature[1];
  const text = decodeHead(file.head).trimStart();
  if (text.startsWith("<")) return `an XML file of ${/<([A-Za-z_][\w:.-]*)/.exec(text)?.[1] ?? "no element"}`;
  if (text.startsWith("{") || text.startsWith("[")) return "a JSON file";
  const header = readCsvHeader(file);
  if (!isHeader(header)) return header.fault === "FILE_EMPTY" ? "an empty file" : "a text file without a header";
  return header.names.length > 1 ? `a CSV file of ${header.names.length} columns` : "a text file of one column";
}
