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

/** The document with our marking in its headers, and our lines where it has none. */
export function withOwnLines(
  parts: Parts,
  ours: Parts,
  { styles, name: own }: { readonly styles: ReadonlyMap<string, string>; readonly name: string },
): Parts {
  const lines = (["header", "footer"] as const).flatMap((kind): readonly Line[] => {
    const name = `word/${kind}1.xml`;
    if (!ours.has(name)) return [];
    return [
      {
        kind,
        id: `${own}-${kind}`,
        part: `word/${own}-${kind}.xml`,
        line: renamed(parseXml(partText(ours, name)), styles),
      },
    ];
  });
  const document = parseXml(partText(parts, DOCUMENT));
  const wanted = lines.filter(
    ({ kind }) => kind === "header" || descendants(document, "w:footerReference").length === 0,
  );
  const complete = withLines(document, wanted, hasEvenPages(parts));
  const used = new Set(
    ["w:headerReference", "w:footerReference"].flatMap((name) =>
      descendants(complete, name).map(({ attributes }) => attributes["r:id"] ?? ""),
    ),
  );
  const added = wanted.filter((line) => used.has(line.id));
  const relations = parseXml(partText(parts, RELATIONS));
  const texts = {
    [DOCUMENT]: xmlText(complete),
    [RELATIONS]: xmlText(
      withRelations(
        relations,
        added.map((line) => ({ id: line.id, kind: line.kind, target: line.part.slice(5), isOutside: false })),
      ),
    ),
    [CONTENT_TYPES]: xmlText(
      withTypes(
        parseXml(partText(parts, CONTENT_TYPES)),
        Object.fromEntries(added.map(({ part, kind }) => [part, kind])),
      ),
    ),
    ...Object.fromEntries(added.map(({ part, line }) => [part, xmlText(line)])),
  };
  const marking = lines.find(({ kind }) => kind === "header")?.line;
  return withText(parts, { ...texts, ...(marking === undefined ? {} : markedHeaders(parts, relations, marking)) });
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
