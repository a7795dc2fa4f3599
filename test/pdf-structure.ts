/** What a PDF must be to be read by ear (PDF/UA-1), checked by its own tags: everything wrong, a sentence each. A second opinion beside the program that made it. */
import { contentOf, isDict, isRef, type Pdf, type PdfDict, type PdfValue, readPdf } from "./pdf-reader.ts";

export type Tag = {
  readonly type: string;
  readonly dict: PdfDict;
  readonly children: readonly Tag[];
  /** Pieces of pages it holds: page object and number there. */
  readonly marked: readonly string[];
};

export type PdfStructure = { readonly root: Tag; readonly tags: readonly Tag[]; readonly faults: readonly string[] };

const OWN_TYPES =
  /^(Document|Part|Sect|Div|Caption|TOC|TOCI|P|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Note|Reference|Code|Link|Figure|NonStruct|BlockQuote)$/;
const CHILDREN: Readonly<Record<string, RegExp>> = {
  Document: /^(Part|Sect|Div|TOC|P|H[1-6]|L|Table|Figure|Note|BlockQuote)$/,
  Table: /^(Caption|THead|TBody|TFoot|TR)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TFoot: /^TR$/,
  TR: /^(TH|TD)$/,
  L: /^(LI|L|Caption)$/,
  LI: /^(Lbl|LBody)$/,
  TOC: /^(TOC|TOCI|Caption)$/,
};
const PAINTS = /^(Tj|TJ|'|"|f\*?|F|S|s|B\*?|b\*?|sh|Do)$/;

/** Tags and faults of a PDF. */
export function pdfStructure(bytes: Uint8Array): PdfStructure {
  const pdf = readPdf(bytes);
  const catalog = pdf.dict(pdf.trailer["/Root"]);
  const rootDict = pdf.dict(catalog["/StructTreeRoot"]);
  const roles = pdf.dict(rootDict["/RoleMap"]);
  const root: Tag = { type: "Root", dict: rootDict, children: childrenOf(pdf, rootDict, roles, null), marked: [] };
  const tags = flat(root).slice(1);
  const faults = [
    ...documentFaults(pdf, catalog),
    ...tags.flatMap((tag) => tagFaults(pdf, tag)),
    ...headingFaults(tags),
    ...(hasBookmarks(pdf, catalog) || !tags.some(({ type }) => /^H\d/.test(type)) ? [] : ["It has no bookmarks."]),
    ...headerFaults(pdf, tags),
    ...pagesOf(pdf, catalog["/Pages"]).flatMap((page, index) => pageFaults(pdf, page, index + 1, tags)),
  ];
  return { root, tags, faults };
}

/** Texts of /Alt in reading order, as they are heard. */
export function alternatives({ tags }: PdfStructure): readonly string[] {
  return tags.flatMap(({ type, dict }) => (type === "Figure" ? [pdfText(dict["/Alt"])] : []));
}

function flat(tag: Tag): readonly Tag[] {
  return [tag, ...tag.children.flatMap(flat)];
}

function childrenOf(pdf: Pdf, dict: PdfDict, roles: PdfDict, page: PdfValue): readonly Tag[] {
  return pdf.list(dict["/K"]).flatMap((kid) => {
    const child = pdf.dict(kid);
    if (child["/S"] === undefined) return [];
    const own = String(child["/S"]).slice(1);
    const on = child["/Pg"] ?? page;
    const type = String(roles[`/${own}`] ?? `/${own}`).slice(1);
    return [{ type, dict: child, children: childrenOf(pdf, child, roles, on), marked: markedOf(pdf, child, on) }];
  });
}

function markedOf(pdf: Pdf, dict: PdfDict, page: PdfValue): readonly string[] {
  return pdf.list(dict["/K"]).flatMap((kid) => {
    if (typeof kid === "number") return isRef(page) ? [`${page.ref}:${kid}`] : [];
    const piece = pdf.dict(kid);
    const on = piece["/Pg"] ?? page;
    return typeof piece["/MCID"] === "number" && isRef(on) ? [`${on.ref}:${piece["/MCID"]}`] : [];
  });
}

function documentFaults(pdf: Pdf, catalog: PdfDict): readonly string[] {
  const xmp = Buffer.from(pdf.stream(catalog["/Metadata"]).data, "latin1").toString("utf8");
  return [
    ...(typeof catalog["/Lang"] === "string" ? [] : ["The document has no language."]),
    ...(pdf.dict(catalog["/MarkInfo"])["/Marked"] === true ? [] : ["The document does not say that it is tagged."]),
    ...(pdf.dict(catalog["/ViewerPreferences"])["/DisplayDocTitle"] === true ? [] : ["Its title is not displayed."]),
    ...(/<dc:title>.*<rdf:li[^>]*>[^<]+/s.test(xmp) ? [] : ["The document has no title."]),
    ...(xmp.includes("<pdfuaid:part>1</pdfuaid:part>") ? [] : ["It does not say that it is PDF/UA-1."]),
  ];
}

function hasBookmarks(pdf: Pdf, catalog: PdfDict): boolean {
  return pdf.dict(catalog["/Outlines"])["/First"] !== undefined;
}

function tagFaults(pdf: Pdf, { type, dict, children }: Tag): readonly string[] {
  const allowed = CHILDREN[type];
  const strange = allowed === undefined ? [] : children.filter((child) => !allowed.test(child.type));
  return [
    ...(OWN_TYPES.test(type) ? [] : [`A tag is of the unknown kind ${type}.`]),
    ...strange.map((child) => `A ${type} holds a ${child.type}.`),
    ...(type === "Figure" && pdfText(dict["/Alt"]).trim() === "" ? ["A picture has no words."] : []),
    ...(type === "TH" && tableAttribute(pdf, dict, "/Scope") === undefined ? ["A header cell has no scope."] : []),
    ...(type === "Table" && new Set(rowsOf(children).map((row) => row.children.length)).size > 1
      ? ["A table's rows are of different lengths."]
      : []),
    ...(/^(P|H\d|TH|LBody)$/.test(type) && !hasContent({ type, dict, children, marked: [] }, pdf)
      ? [`A ${type} is empty.`]
      : []),
  ];
}

function hasContent({ dict, children }: Tag, pdf: Pdf): boolean {
  return pdf.list(dict["/K"]).length > 0 || children.some((child) => hasContent(child, pdf));
}

function rowsOf(children: readonly Tag[]): readonly Tag[] {
  return children.flatMap((child) =>
    child.type === "TR" ? [child] : /^T(Head|Body|Foot)$/.test(child.type) ? child.children : [],
  );
}

function tableAttribute(pdf: Pdf, dict: PdfDict, name: string): PdfValue | undefined {
  return pdf
    .list(dict["/A"])
    .map((one) => pdf.dict(one))
    .find((one) => one["/O"] === "/Table")?.[name];
}

function headingFaults(tags: readonly Tag[]): readonly string[] {
  let level = 0;
  return tags.flatMap(({ type }) => {
    const [, digit] = /^H(\d)$/.exec(type) ?? [];
    if (digit === undefined) return [];
    const jumped = Number(digit) > level + 1;
    const from = level;
    level = Number(digit);
    return jumped ? [`A heading of level ${digit} follows one of level ${from}.`] : [];
  });
}

/** Every cell names headers that exist, and none but headers. */
function headerFaults(pdf: Pdf, tags: readonly Tag[]): readonly string[] {
  const ids = new Set(tags.flatMap(({ type, dict }) => (type === "TH" ? [dict["/ID"]] : [])));
  return tags.flatMap(({ type, dict }) => {
    if (type !== "TD" && type !== "TH") return [];
    const named = pdf.list(tableAttribute(pdf, dict, "/Headers"));
    const lost = named.filter((id) => !ids.has(id as string));
    return [
      ...lost.map((id) => `A cell names the header ${String(id)}, which there is not.`),
      ...(type === "TD" && named.length < 2 ? ["A cell does not name its row's and its column's header."] : []),
    ];
  });
}

function pagesOf(pdf: Pdf, node: PdfValue | undefined): readonly PdfValue[] {
  const kids = pdf.dict(node)["/Kids"];
  return kids === undefined ? [node ?? null] : pdf.list(kids).flatMap((kid) => pagesOf(pdf, kid));
}

function pageFaults(pdf: Pdf, page: PdfValue, number: number, tags: readonly Tag[]): readonly string[] {
  const dict = pdf.dict(page);
  const held = new Set(tags.flatMap(({ marked }) => marked));
  const ref = isRef(page) ? page.ref : 0;
  const content = pdf.list(dict["/Contents"]).length > 0 ? pdf.stream(dict["/Contents"]).data : "";
  const links = pdf.list(dict["/Annots"]).map((one) => pdf.dict(one));
  const fonts = Object.values(pdf.dict(pdf.dict(dict["/Resources"])["/Font"])).map((one) => pdf.dict(one));
  return [
    ...contentFaults(content, (id) => held.has(`${ref}:${id}`)).map((fault) => `Page ${number}: ${fault}`),
    ...links
      .filter((link) => pdfText(link["/Contents"]) === "" || link["/StructParent"] === undefined)
      .map(() => `Page ${number}: a link has no words or no tag.`),
    ...(dict["/Tabs"] === "/S" || links.length === 0
      ? []
      : [`Page ${number}: the order of its links is not the tags'.`]),
    ...fonts.flatMap((font) => fontFaults(pdf, font)),
  ];
}

/** Everything drawn is either held by a tag or said to be decoration, and no letter is the font's empty one. */
function contentFaults(data: string, isHeld: (id: number) => boolean): readonly string[] {
  const faults: string[] = [];
  const open: boolean[] = [];
  let operands: PdfValue[] = [];
  for (const part of contentOf(data)) {
    if (typeof part !== "object" || part === null || !("operator" in part)) {
      operands.push(part);
      continue;
    }
    const operator = String(part.operator);
    if (operator === "BDC" || operator === "BMC") {
      const [kind, marks] = operands;
      const id = isDict(marks) ? (marks as PdfDict)["/MCID"] : undefined;
      open.push(kind === "/Artifact" || typeof id === "number");
      if (typeof id === "number" && !isHeld(id)) faults.push(`piece ${id} is held by no tag.`);
    } else if (operator === "EMC") open.pop();
    else if (PAINTS.test(operator)) {
      if (!open.includes(true)) faults.push(`something is drawn (${operator}) without a tag.`);
      if (operator === "Tj" || operator === "TJ")
        if (operands.flat().some((text) => typeof text === "string" && /^(?:..)*\0\0/s.test(text)))
          faults.push("a letter is missing from its font.");
    }
    operands = [];
  }
  return [...new Set(faults)];
}

function fontFaults(pdf: Pdf, font: PdfDict): readonly string[] {
  const [below] = pdf.list(font["/DescendantFonts"]);
  const descriptor = pdf.dict(pdf.dict(below ?? null)["/FontDescriptor"] ?? font["/FontDescriptor"]);
  const isInside = Object.keys(descriptor).some((key) => key.startsWith("/FontFile"));
  return [
    ...(isInside ? [] : [`The font ${String(font["/BaseFont"])} is not in the file.`]),
    ...(font["/ToUnicode"] === undefined ? [`The font ${String(font["/BaseFont"])} cannot be read as text.`] : []),
  ];
}

/** A string of a PDF as text: UTF-16 where it says so. */
export function pdfText(value: PdfValue | undefined): string {
  if (typeof value !== "string") return "";
  return value.startsWith("\xfe\xff") ? Buffer.from(value.slice(2), "latin1").swap16().toString("utf16le") : value;
}
