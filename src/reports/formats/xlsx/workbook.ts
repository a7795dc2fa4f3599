/** Sheets as the bytes of a workbook (Office Open XML). Written here, as the tables of the library carry filters and its titles no style: rules.md 4. */
import type { Sheet, SheetTable } from "./sheet.ts";
import { sheetXml, tableXml } from "./sheet-xml.ts";
import { numberStyles, stylesXml } from "./styles.ts";
import { MAIN, RELATIONS, relationsXml, XML_HEAD, xmlAttribute, xmlText } from "./xml.ts";
import { zip } from "./zip.ts";

/** What the file says of itself. */
export type WorkbookFacts = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly organisation: string;
  readonly keywords: readonly string[];
  /** Marking of the document; "" for none. */
  readonly marking: string;
  /** ISO day. */
  readonly madeOn: string;
};

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

type TableSheet = Sheet & { readonly table: SheetTable };
const hasTable = (sheet: Sheet): sheet is TableSheet => sheet.table !== null;

/** The same sheets and facts give the same bytes. */
export function workbookBytes(facts: WorkbookFacts, sheets: readonly Sheet[]): Uint8Array {
  const styles = numberStyles();
  const parts = sheets.map((sheet, index) => sheetXml(sheet, styles, index === 0));
  const tables = sheets.filter(hasTable);
  return zip({
    "[Content_Types].xml": contentTypes(sheets.length, tables.length),
    "_rels/.rels": relationsXml([
      { type: `${RELATIONS}/officeDocument`, target: "xl/workbook.xml" },
      { type: `${PACKAGE}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
      { type: `${RELATIONS}/extended-properties`, target: "docProps/app.xml" },
    ]),
    "docProps/core.xml": coreXml(facts),
    "docProps/app.xml": `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Waymark</Application><Company>${xmlText(facts.organisation)}</Company></Properties>`,
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": relationsXml([
      ...sheets.map((_, index) => ({ type: `${RELATIONS}/worksheet`, target: `worksheets/sheet${index + 1}.xml` })),
      { type: `${RELATIONS}/styles`, target: "styles.xml" },
    ]),
    "xl/styles.xml": stylesXml(styles.codes()),
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
    ...Object.fromEntries(tables.flatMap((sheet, index) => tableParts(sheet, sheets.indexOf(sheet), index))),
  });
}

function tableParts(sheet: TableSheet, place: number, index: number): readonly (readonly [string, string])[] {
  return [
    [`xl/tables/table${index + 1}.xml`, tableXml(sheet, index + 1)],
    [
      `xl/worksheets/_rels/sheet${place + 1}.xml.rels`,
      relationsXml([{ type: `${RELATIONS}/table`, target: `../tables/table${index + 1}.xml` }]),
    ],
  ];
}

function contentTypes(sheets: number, tables: number): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const numbered = (count: number, name: string, type: string): readonly string[] =>
    Array.from({ length: count }, (_, index) => part(`${name}${index + 1}.xml`, type));
  return [
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    part("xl/workbook.xml", `${TYPE}.sheet.main+xml`),
    part("xl/styles.xml", `${TYPE}.styles+xml`),
    ...numbered(sheets, "xl/worksheets/sheet", `${TYPE}.worksheet+xml`),
    ...numbered(tables, "xl/tables/table", `${TYPE}.table+xml`),
    "</Types>",
  ].join("");
}

function coreXml({ title, subject, author, keywords, marking, madeOn }: WorkbookFacts): string {
  const made = `${madeOn}T00:00:00Z`;
  return [
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(author)}</dc:creator>`,
    `<cp:keywords>${xmlText(keywords.join(", "))}</cp:keywords>`,
    marking === "" ? "" : `<dc:description>${xmlText(marking)}</dc:description>`,
    `<cp:lastModifiedBy>${xmlText(author)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified>`,
    `<dc:language>en-GB</dc:language></cp:coreProperties>`,
  ].join("");
}

/** The header row of a table is repeated where it is printed over several pages. */
function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const printed = sheets.flatMap(({ name, above, table }, index) => {
    if (table === null) return [];
    const header = `$${above.length + 1}`;
    const rows = xmlText(`'${name.replaceAll("'", "''")}'!${header}:${header}`);
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`];
  });
  return [
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews>`,
    `<sheets>${listed.join("")}</sheets><definedNames>${printed.join("")}</definedNames></workbook>`,
  ].join("");
}
