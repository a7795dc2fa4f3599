/** Headers and footers of a council's document are kept; the marking is put into each header, and pages are numbered where nothing is at their foot. */
import { DOCUMENT, RELATIONS } from "../finish.ts";
import { CONTENT_TYPES, type Parts, partText, withText } from "../package.ts";
import {
  changed,
  childrenOf,
  descendants,
  type Element,
  element,
  isElement,
  type Node,
  parseXml,
  textOf,
  xmlText,
} from "../xml.ts";
import { relationsIn, withRelations, withTypes } from "./relations.ts";
import { hasEvenPages } from "./settings.ts";
import { renamed } from "./styles.ts";

/** Twentieths of a point between the paper's edge and a running line. */
const LEAST_ROOM = 400;

type Line = {
  readonly kind: "header" | "footer";
  readonly id: string;
  readonly part: string;
  /** Our own line, in the council's styles. */
  readonly line: Element;
};

type Guest = { readonly styles: ReadonlyMap<string, string>; readonly name: string };

/** The document with our marking in its headers, and our lines where it has none. */
export function withOwnLines(parts: Parts, ours: Parts, guest: Guest): Parts {
  const lines = linesOf(ours, guest);
  const document = parseXml(partText(parts, DOCUMENT));
  const hasFooter = descendants(document, "w:footerReference").length > 0;
  const complete = withLines(
    document,
    lines.filter(({ kind }) => kind === "header" || !hasFooter),
    hasEvenPages(parts),
  );
  const relations = parseXml(partText(parts, RELATIONS));
  const marking = lines.find(({ kind }) => kind === "header")?.line;
  const marked = marking === undefined ? {} : markedHeaders(parts, relations, marking);
  const used = usedIn(complete);
  const added = lines.filter(({ id }) => used.has(id));
  const named = added.map(({ id, kind, part }) => ({ id, kind, target: part.slice("word/".length), isOutside: false }));
  const kinds = Object.fromEntries(added.map(({ part, kind }) => [part, kind]));
  return withText(parts, {
    [DOCUMENT]: xmlText(complete),
    [RELATIONS]: xmlText(withRelations(relations, named)),
    [CONTENT_TYPES]: xmlText(withTypes(parseXml(partText(parts, CONTENT_TYPES)), kinds)),
    ...Object.fromEntries(added.map(({ part, line }) => [part, xmlText(line)])),
    ...marked,
  });
}

/** Our header, where there is a marking to show, and our footer. */
function linesOf(ours: Parts, { styles, name }: Guest): readonly Line[] {
  return (["header", "footer"] as const).flatMap((kind): readonly Line[] => {
    const own = `word/${kind}1.xml`;
    if (!ours.has(own)) return [];
    const line = renamed(parseXml(partText(ours, own)), styles);
    return [{ kind, id: `${name}-${kind}`, part: `word/${name}-${kind}.xml`, line }];
  });
}

/** Ids of the lines a document's sections name. */
function usedIn(document: Element): ReadonlySet<string> {
  const references = ["w:headerReference", "w:footerReference"].flatMap((name) => descendants(document, name));
  return new Set(references.map(({ attributes }) => attributes["r:id"] ?? ""));
}

/** First pages and even pages have lines of their own in some documents; a section takes those before it where it names none. */
function withLines(document: Element, lines: readonly Line[], hasEven: boolean): Element {
  const known = new Set<string>();
  return changed(document, (one) => {
    if (one.name !== "w:sectPr") return one;
    const isTitled = childrenOf(one, "w:titlePg").some(
      ({ attributes }) => !/^(0|false|off)$/.test(attributes["w:val"] ?? ""),
    );
    const pages = ["default", ...(isTitled ? ["first"] : []), ...(hasEven ? ["even"] : [])];
    const missing = lines.flatMap((line) => {
      const name = `w:${line.kind}Reference`;
      for (const { attributes } of childrenOf(one, name)) known.add(`${name} ${attributes["w:type"] ?? "default"}`);
      const lacking = pages.filter((page) => !known.has(`${name} ${page}`));
      for (const page of lacking) known.add(`${name} ${page}`);
      return lacking.map((page) => element(name, { "w:type": page, "r:id": line.id }));
    });
    return {
      ...one,
      children: [...missing, ...one.children.map((child) => (missing.length > 0 ? withRoom(child) : child))],
    };
  });
}

/** A document without running lines may have left no room for them. */
function withRoom(node: Node): Node {
  if (!isElement(node, "w:pgMar")) return node;
  const room = (name: string) => `${Math.max(Number(node.attributes[name]) || 0, LEAST_ROOM)}`;
  return { ...node, attributes: { ...node.attributes, "w:header": room("w:header"), "w:footer": room("w:footer") } };
}

/** The council's headers with the marking as their first line, unless they say it already. */
function markedHeaders(parts: Parts, relations: Element, marking: Element): Readonly<Record<string, string>> {
  const words = textOf(marking).trim();
  const lines = marking.children.filter((child) => isElement(child, "w:p"));
  const headers = relationsIn(relations).flatMap(({ kind, target }) => {
    const name = target.startsWith("/") ? target.slice(1) : `word/${target}`;
    if (kind !== "header" || !parts.has(name)) return [];
    const header = parseXml(partText(parts, name));
    if (words === "" || textOf(header).includes(words)) return [];
    return [[name, xmlText({ ...header, children: [...lines, ...header.children] })] as const];
  });
  return Object.fromEntries(headers);
}
