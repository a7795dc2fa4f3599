/** What the library leaves open in a Word file, settled: the same report gives the same bytes, and tables say in words what they hold. */
import { createHash } from "node:crypto";
import { blocksOf, type Report, type TableBlock } from "../../../domain/report/document.ts";
import { type Parts, partText, withText } from "./package.ts";
import type { Place } from "./place.ts";
import { closedSections } from "./sheets.ts";
import { TABLE_STYLE } from "./styles.ts";
import { pruned } from "./used-styles.ts";
import { sayable } from "./words.ts";
import { changed, childOf, type Element, element, isElement, parseXml, xmlText } from "./xml.ts";

export const DOCUMENT = "word/document.xml";
export const RELATIONS = "word/_rels/document.xml.rels";

/** The parts as the library wrote them, finished; marks between sections are still there. */
export function finished(parts: Parts, place: Place): Parts {
  const relations = parseXml(partText(parts, RELATIONS));
  const ids = new Map(
    relations.children.flatMap((one, index) =>
      isElement(one) ? [[one.attributes.Id ?? "", `rId${index + 1}`] as const] : [],
    ),
  );
  const document = steadyDocument(parseXml(partText(parts, DOCUMENT)), place, ids);
  const named = (one: Element): Element => withAttributes(one, { Id: (id) => ids.get(id) ?? id });
  return withText(parts, {
    [DOCUMENT]: xmlText(document),
    [RELATIONS]: xmlText({
      ...relations,
      children: relations.children.map((one) => (isElement(one) ? named(one) : one)),
    }),
    "word/numbering.xml": xmlText(ownLists(parseXml(partText(parts, "word/numbering.xml")), place)),
    "word/styles.xml": xmlText(ownStyles(parseXml(partText(parts, "word/styles.xml")), document)),
    "docProps/core.xml": xmlText(onDay(parseXml(partText(parts, "docProps/core.xml")), place.report)),
  });
}

/** Ids counted in reading order; nothing drawn by lot. */
function steadyDocument(document: Element, place: Place, relations: ReadonlyMap<string, string>): Element {
  const tables = blocksOf(place.report).filter((block) => block.kind === "table");
  const bookmarks = new Map<string, string>();
  let drawings = 0;
  let seen = 0;
  const contents = contentsNames(place);
  return changed(document, (one) => {
    if (one.name === "w:body") return { ...one, children: closedSections(one.children) };
    if (one.name === "wp:docPr") return withAttributes(one, { id: () => `${++drawings}` });
    if (one.name === "w:bookmarkStart" || one.name === "w:bookmarkEnd")
      return withAttributes(one, { "w:id": (id) => counted(bookmarks, id), "w:name": contents });
    if (one.name === "w:instrText" || one.name === "w:hyperlink")
      return withAttributes(
        { ...one, children: one.children.map((text) => (isElement(text) ? text : contents(text))) },
        { "w:anchor": contents, "r:id": (id) => relations.get(id) ?? id },
      );
    if (one.name === "w:tblPr") return described(one, tables[seen++]);
    return relinked(one, relations);
  });
}

/** Word names the bookmarks of contents _Toc and digits: here this report's own digits, counted in reading order. */
function contentsNames({ mark }: Place): (text: string) => string {
  const own = (Number.parseInt(mark, 16) % 90_000) + 10_000;
  const known = new Map<string, string>();
  return (text) => text.replace(/_Toc(\d+)/g, (name) => `_Toc${own}${counted(known, name).padStart(4, "0")}`);
}

function counted(known: Map<string, string>, id: string): string {
  const number = known.get(id) ?? `${known.size + 1}`;
  known.set(id, number);
  return number;
}

function relinked(one: Element, relations: ReadonlyMap<string, string>): Element {
  const rename = (id: string) => relations.get(id) ?? id;
  return withAttributes(one, { "r:id": rename, "r:embed": rename, "r:link": rename });
}

/** Title and description of a table, read out before it. */
function described(properties: Element, table: TableBlock | undefined): Element {
  if (table === undefined) return properties;
  const columns = table.columns.map(({ header, words }) => `${header}: ${words}`).join(" ");
  const rows = table.rows.length === 1 ? "1 row" : `${table.rows.length} rows`;
  return {
    ...properties,
    children: [
      ...properties.children,
      element("w:tblCaption", { "w:val": sayable(table.caption) }),
      element("w:tblDescription", { "w:val": sayable(`${rows} under one header row. ${columns}`) }),
    ],
  };
}

/** Word takes lists with the same nsid for one when papers are merged: each report's are its own. */
function ownLists(numbering: Element, { mark }: Place): Element {
  return changed(numbering, (one) => {
    if (one.name !== "w:abstractNum") return one;
    const id = createHash("sha256").update(`${mark} ${one.attributes["w:abstractNumId"]}`).digest("hex");
    const isDeep = one.children.filter((child) => isElement(child, "w:lvl")).length > 1;
    return {
      // What the library adds here says only what is so anyway, in a later Word's words.
      ...withoutAttribute(one, "w15:restartNumberingAfterBreak"),
      children: [
        element("w:nsid", { "w:val": id.slice(0, 8).toUpperCase() }),
        element("w:multiLevelType", { "w:val": isDeep ? "multilevel" : "singleLevel" }),
        element("w:tmpl", { "w:val": id.slice(8, 16).toUpperCase() }),
        ...one.children
          .filter((child) => !isElement(child, "w:multiLevelType"))
          .map((child) => (isElement(child, "w:lvl") ? withoutAttribute(child, "w:tentative") : child)),
      ],
    };
  });
}

/** The styles used, with the one the library cannot write; Word tells its own styles from others by a mark. */
function ownStyles(styles: Element, document: Element): Element {
  const { children, ...root } = pruned({ ...styles, children: [...styles.children, parseXml(TABLE_STYLE)] }, document);
  return {
    ...root,
    children: children.map((one) =>
      isElement(one) && one.attributes["w:styleId"]?.startsWith("Waymark")
        ? { ...one, attributes: { ...one.attributes, "w:customStyle": "1" } }
        : one,
    ),
  };
}

/** Made on the report's day, at no hour. */
function onDay(core: Element, { madeOn }: Report): Element {
  return changed(core, (one) =>
    one.name.startsWith("dcterms:") ? { ...one, children: [`${madeOn.slice(0, 10)}T00:00:00Z`] } : one,
  );
}

/** Attributes there are, changed; none is added. */
export function withAttributes(one: Element, changes: Readonly<Record<string, (value: string) => string>>): Element {
  const attributes = Object.entries(one.attributes).map(([name, value]) => [name, changes[name]?.(value) ?? value]);
  return { ...one, attributes: Object.fromEntries(attributes) };
}

function withoutAttribute(one: Element, name: string): Element {
  return { ...one, attributes: Object.fromEntries(Object.entries(one.attributes).filter(([key]) => key !== name)) };
}

/** The body of a document. */
export function bodyOf(document: Element): Element {
  const body = childOf(document, "w:body");
  if (body === undefined) throw new Error("it has no body");
  return body;
}
