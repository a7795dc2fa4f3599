/** A made-up council's own Word template: locked headings, controls to fill, a header on every page; what a report's base is proved against. */
import { strToU8, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export type SampleBase = {
  /** Kept as .dotx. */
  readonly isTemplate?: boolean;
  /** Heading 1 and 2 are numbered by the council's own list: "1.0", "1.1". */
  readonly isNumbered?: boolean;
  /** The first page has a header of its own, as covers do. */
  readonly hasCover?: boolean;
  /** Columns of its last pages, as in a newspaper. */
  readonly columns?: number;
  /** More relations of the document, as XML. */
  readonly relations?: string;
  /** More parts, by name. */
  readonly parts?: Readonly<Record<string, string>>;
  /** More of the body, as XML. */
  readonly body?: string;
  /** Kind of the main part, in place of a document's or template's. */
  readonly mainType?: string;
};

/** The template's bytes. */
export function sampleWordBase(sample: SampleBase = {}): Uint8Array {
  const { isTemplate = false, parts = {} } = sample;
  const main = sample.mainType ?? `${WORD_TYPE}.${isTemplate ? "template" : "document"}.main+xml`;
  const files: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/>` +
      `${["styles", "numbering", "settings"].map((kind) => `<Override PartName="/word/${kind}.xml" ContentType="${WORD_TYPE}.${kind}+xml"/>`).join("")}` +
      `<Override PartName="/word/header1.xml" ContentType="${WORD_TYPE}.header+xml"/></Types>`,
    "_rels/.rels": relations(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    "word/_rels/document.xml.rels": relations(
      `${["styles", "numbering", "settings"].map((kind, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`).join("")}` +
        `<Relationship Id="rId4" Type="${OFFICE}/header" Target="header1.xml"/>${sample.relations ?? ""}`,
    ),
    "word/_rels/settings.xml.rels": relations(
      `<Relationship Id="rId1" Type="${OFFICE}/attachedTemplate" Target="file:///S:/Templates/Committee.dotx" TargetMode="External"/>`,
    ),
    "word/settings.xml": `<w:settings ${W} ${R}><w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    "word/styles.xml": stylesPart(sample),
    "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, "%1.0", "berschrift1")}${level(1, "%1.%2", "berschrift2")}${level(2, "%1.%2.%3", "berschrift3")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/header1.xml": `<w:hdr ${W}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r><w:t>Wexcombe Council, working for children</w:t></w:r></w:p></w:hdr>`,
    "word/document.xml": documentPart(sample),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function relations(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

function level(index: number, text: string, style: string): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="${style}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
}

/** Ids as a Word of another language writes them; names are the same everywhere. */
function stylesPart({ isNumbered = false }: SampleBase): string {
  const list = (index: number) =>
    isNumbered ? `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>` : "";
  const heading = (number: number) =>
    `<w:style w:type="paragraph" w:styleId="berschrift${number}"><w:name w:val="heading ${number}"/><w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:pPr><w:keepNext/>${list(number - 1)}<w:outlineLvl w:val="${number - 1}"/></w:pPr><w:rPr><w:b/><w:color w:val="00563F"/><w:sz w:val="${34 - 4 * number}"/></w:rPr></w:style>`;
  return (
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:cs="Verdana"/><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>` +
    `<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/></w:style>` +
    `<w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/></w:style>` +
    `${heading(1)}${heading(2)}${heading(3)}</w:styles>`
  );
}

function documentPart({ hasCover = false, columns = 1, body = "" }: SampleBase): string {
  const paragraph = (text: string, style = "") =>
    `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const control = (tag: string, title: string, inside: string) =>
    `<w:sdt><w:sdtPr><w:alias w:val="${title}"/><w:tag w:val="${tag}"/><w:id w:val="${tag.length * 7919}"/><w:lock w:val="sdtLocked"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const locked = (text: string) =>
    `<w:sdt><w:sdtPr><w:id w:val="${text.length * 104_729}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${paragraph(text, "berschrift1")}</w:sdtContent></w:sdt>`;
  return (
    `<w:document ${W} ${R}><w:body>` +
    `<w:p><w:r><w:t xml:space="preserve">Report title: </w:t></w:r>${control("title", "Report title", "<w:r><w:t>Click to enter the title</w:t></w:r>")}</w:p>` +
    `${paragraph("This paper has been checked by the Monitoring Officer.")}${body}<w:p><w:pPr>${pages(false, hasCover)}</w:pPr></w:p>` +
    `${locked("Appendix: the scorecard")}${control("appendix", "Scorecard", paragraph("Click to enter the scorecard"))}` +
    `<w:p/>${columns === 1 ? pages(true, false) : pages(false, false, columns)}</w:body></w:document>`
  );
}

/** A section upright or on its side, with the council's header. */
function pages(isWide: boolean, hasCover: boolean, columns = 1): string {
  const [width, height] = isWide ? [16838, 11906] : [11906, 16838];
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="${width}" w:h="${height}"${isWide ? ' w:orient="landscape"' : ""}/>` +
    `<w:pgMar w:top="1701" w:right="1134" w:bottom="1417" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/>${columns > 1 ? `<w:cols w:num="${columns}"/>` : ""}${hasCover ? "<w:titlePg/>" : ""}</w:sectPr>`
  );
}
