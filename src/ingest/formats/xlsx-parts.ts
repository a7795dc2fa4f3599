/** What a workbook says of itself: its sheets, which styles are dates, where its days are counted from, its shared texts. */
import { partEvents, readPartEvents } from "./xlsx-xml.ts";
import { WorkbookFault, type ZipArchive, type ZipPart } from "./xlsx-zip.ts";

export type SheetPart = { readonly name: string; readonly isHidden: boolean; readonly part: ZipPart };

/** A number printed to so many decimal places, as a percentage where its format says so. */
export type NumberStyle = { readonly places: number; readonly isPercent: boolean };

type CellStyles = Pick<WorkbookParts, "dateStyles" | "numberStyles">;

export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904 and not from 1900, as old Macintosh workbooks do. */
  readonly is1904: boolean;
  /** By number of the cell's style: whether it shows its number as a date. */
  readonly dateStyles: readonly boolean[];
  /** By number of the cell's style: how it prints its number; `null` for as it is. */
  readonly numberStyles: readonly (NumberStyle | null)[];
  /** The texts cells point to, those before `end` only. */
  sharedTexts(end?: number): Promise<readonly string[]>;
};

/**
 * Reads the parts of a workbook that tell how to read its sheets.
 *
 * @throws WorkbookFault when it is another kind of archive or broken
 */
export async function readWorkbookParts(zip: ZipArchive, sharedBytes: number): Promise<WorkbookParts> {
  const main = zip.parts.get(mainPart(zip));
  if (main === undefined) throw new WorkbookFault("WORKBOOK_OTHER_KIND", { looks: otherKind(zip) });
  const targets = await readTargets(zip, main.name, sharedBytes);
  const { listed, is1904 } = await readSheetList(zip, main, sharedBytes);
  const sheets = listed.flatMap(({ name, isHidden, id }) => {
    const part = zip.parts.get(targets.byId.get(id) ?? "");
    // Charts and dialogs stand in the list of sheets too.
    return part === undefined || !/worksheets?\//.test(part.name) ? [] : [{ name, isHidden, part }];
  });
  const styles = zip.parts.get(targets.byType.get("styles") ?? "");
  const shared = zip.parts.get(targets.byType.get("sharedStrings") ?? "");
  return {
    sheets,
    is1904,
    ...(styles === undefined ? { dateStyles: [], numberStyles: [] } : await readCellStyles(zip, styles, sharedBytes)),
    sharedTexts: async (end) => (shared === undefined ? [] : readSharedTexts(zip, shared, sharedBytes, end)),
  };
}

/** The workbook's own part, which is not everywhere where Excel puts it. */
function mainPart(zip: ZipArchive): string {
  if (zip.parts.has("xl/workbook.xml")) return "xl/workbook.xml";
  return [...zip.parts.keys()].find((name) => /(^|\/)workbook\d*\.xml$/i.test(name)) ?? "";
}

function otherKind({ parts }: ZipArchive): string {
  if (parts.has("xl/workbook.bin")) return "a binary Excel workbook (.xlsb)";
  if (parts.has("content.xml")) return "an OpenDocument file (.ods)";
  if (parts.has("word/document.xml")) return "a Word document";
  return "a ZIP archive and not a workbook";
}

type Targets = { readonly byId: ReadonlyMap<string, string>; readonly byType: ReadonlyMap<string, string> };

async function readTargets(zip: ZipArchive, main: string, most: number): Promise<Targets> {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  const part = zip.parts.get(name);
  if (part === undefined) throw new WorkbookFault("WORKBOOK_BROKEN", { what: "it does not say where its sheets are" });
  await readPartEvents(zip.read(part, most), name, {
    open(tag, { Id, Type, Target }) {
      if (tag !== "Relationship" || Target === undefined) return;
      const target = Target.startsWith("/") ? Target.slice(1) : new URL(Target, `file:///${folder}`).pathname.slice(1);
      byId.set(Id ?? "", decodeURI(target));
      byType.set(Type?.slice(Type.lastIndexOf("/") + 1) ?? "", decodeURI(target));
    },
  });
  return { byId, byType };
}

async function readSheetList(zip: ZipArchive, main: ZipPart, most: number) {
  const listed: { name: string; isHidden: boolean; id: string }[] = [];
  let is1904 = false;
  await readPartEvents(zip.read(main, most), main.name, {
    open(tag, attributes) {
      if (tag === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /:id$|^id$/.test(key))?.[1] ?? "";
      listed.push({ name: attributes.name ?? "", isHidden: /hidden/i.test(attributes.state ?? ""), id });
    },
  });
  return { listed, is1904 };
}

/** Number formats every workbook has that show a day; those of hours alone do not count. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Days or years, once colours, conditions, quoted words and escaped characters are taken out. */
function isDateFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, "").replace(/general|red/gi, ""));
}

/** Formats every workbook has for numbers: 0, 0.00, #,##0, #,##0.00, 0%, 0.00%. */
const BUILT_IN_NUMBERS: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
};

/** What a format's first part, for numbers above nought, prints; `null` when it leaves the number as it is. */
function numberStyle(code: string | undefined): NumberStyle | null {
  const plain = code?.split(";")[0]?.replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, "") ?? "";
  const found = /^[^0#]*[#,?]*0(?:\.(0+))?[^0#]*$/.exec(plain);
  if (found === null || isDateFormat(plain)) return null;
  return { places: found[1]?.length ?? 0, isPercent: plain.includes("%") };
}

async function readCellStyles(zip: ZipArchive, part: ZipPart, most: number): Promise<CellStyles> {
  const own = new Map<number, string>();
  const dateStyles: boolean[] = [];
  const numberStyles: (NumberStyle | null)[] = [];
  let inCells = false;
  await readPartEvents(zip.read(part, most), part.name, {
    open(tag, attributes) {
      if (tag === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (tag === "cellXfs") inCells = true;
      if (tag !== "xf" || !inCells) return;
      const id = Number(attributes.numFmtId ?? 0);
      const code = own.get(id);
      dateStyles.push(code === undefined ? isBuiltInDate(id) : isDateFormat(code));
      numberStyles.push(numberStyle(code ?? BUILT_IN_NUMBERS[id]));
    },
    close(tag) {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return { dateStyles, numberStyles };
}

async function readSharedTexts(
  zip: ZipArchive,
  part: ZipPart,
  most: number,
  end = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let pieces: string[] = [];
  let isText = false;
  let isPhonetic = false;
  const events = partEvents(zip.read(part, most), part.name, {
    open(tag) {
      if (tag === "si") pieces = [];
      isText = tag === "t";
      if (tag === "rPh") isPhonetic = true;
    },
    text(text) {
      if (isText && !isPhonetic) pieces.push(text);
    },
    close(tag) {
      if (tag === "t") isText = false;
      if (tag === "rPh") isPhonetic = false;
      if (tag === "si") texts.push(unescaped(pieces.join("")));
    },
  });
  for await (const _ of events) if (texts.length >= end) break;
  return texts;
}

/** Excel writes characters XML does not allow as _x000D_. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
