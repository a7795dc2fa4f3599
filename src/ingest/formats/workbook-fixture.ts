/** Makes small workbooks for tests, part by part, so that a test can say exactly what is odd about one. */
import { crc32, deflateRawSync } from "node:zlib";

/** A cell of a made-up sheet: text, number, yes or no, blank, or one of the kinds a case system writes. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  /** Stored as a fraction and shown as 0.0%. */
  | { readonly percent: number }
  | { readonly error: string }
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly formula: string; readonly value?: number | string };

export type MadeSheet = {
  readonly name: string;
  readonly state?: "hidden" | "veryHidden";
  readonly rows: readonly (readonly MadeCell[])[];
  /** References of merged cells, A1:C1. */
  readonly merged?: readonly string[];
};

export type MadeWorkbook = { readonly sheets: readonly MadeSheet[]; readonly is1904?: boolean };

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
const KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The bytes of a workbook. Style 1 shows its number as a date, style 2 as a percentage. */
export function workbookBytes(workbook: MadeWorkbook): Buffer {
  return zipBytes(workbookParts(workbook));
}

/** The parts of a workbook by name, to be changed before they are zipped. */
export function workbookParts({ sheets, is1904 }: MadeWorkbook): Record<string, string> {
  const shared: string[] = [];
  const parts = sheets.map((sheet) => sheetXml(sheet, shared));
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const rels = [
    ...sheets.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)),
    relation("rIdS", "sharedStrings", "sharedStrings.xml"),
    relation("rIdT", "styles", "styles.xml"),
  ];
  return {
    "xl/workbook.xml": `${XML}<workbook ${MAIN}><workbookPr${is1904 ? ` date1904="1"` : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join("")}</Relationships>`,
    "xl/styles.xml": `${XML}<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${XML}<sst ${MAIN}>${shared.join("")}</sst>`,
    ...Object.fromEntries(parts.map((part, i) => [`xl/worksheets/sheet${i + 1}.xml`, part])),
  };
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${KINDS}/${type}" Target="${target}"/>`;
}

function sheetXml({ rows, merged }: MadeSheet, shared: string[]): string {
  const body = rows.map((row, r) => {
    const cells = row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`, shared));
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  const merges = merged ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "";
  return `${XML}<worksheet ${MAIN}><sheetData>${body.join("")}</sheetData>${merges}</worksheet>`;
}

function cellXml(cell: MadeCell, at: string, shared: string[]): string {
  const sharedCell = (inside: string) => `<c r="${at}" t="s"><v>${shared.push(`<si>${inside}</si>`) - 1}</v></c>`;
  if (cell === null) return `<c r="${at}" s="1"/>`;
  if (typeof cell === "string") return sharedCell(`<t xml:space="preserve">${escaped(cell)}</t>`);
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ("date" in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
  if ("percent" in cell) return `<c r="${at}" s="2"><v>${cell.percent}</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  if ("inline" in cell) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  if ("rich" in cell)
    return sharedCell(
      `${cell.rich.map((t) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(t)}</t></r>`).join("")}<rPh><t>phonetic</t></rPh>`,
    );
  const kind = typeof cell.value === "string" ? ` t="str"` : ` s="1"`;
  return `<c r="${at}"${kind}><f>${escaped(cell.formula)}</f>${cell.value === undefined ? "" : `<v>${escaped(String(cell.value))}</v>`}</c>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function letters(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return `${rest < 0 ? "" : letters(rest)}${String.fromCharCode(65 + (place % 26))}`;
}

type ZipOptions = {
  /** General purpose flags of every entry: 1 is locked. */
  readonly flags?: number;
  /** Sizes the directory claims, whatever the truth. */
  readonly claimed?: number;
};

/** A ZIP archive of texts or bytes, each packed. Its times are fixed, so that the same parts give the same bytes. */
export function zipBytes(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { flags = 0, claimed }: ZipOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}
