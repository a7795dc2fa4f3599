/** A report's styles in a council's document: the council's own where it has one of the same name, ours where it has none. */
import { childOf, childrenOf, type Element, element, isElement, wordValue } from "../xml.ts";

export type StyleMap = {
  /** The council's id for each of our styles. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ours that the council's document gets. */
  readonly added: readonly Element[];
  /** Lists that our style would put a paragraph in, and the council's of that name does not. */
  readonly lists: ReadonlyMap<string, Element>;
  /** Our list of headings, and what stands for each of its levels where the council counts headings in a list of its own. */
  readonly counted: TheirCount;
};

export type TheirCount = { readonly list: string | undefined; readonly levels: ReadonlyMap<string, Element> };

/**
 * Styles of one name are one style, whatever their ids: Word translates ids, not names.
 *
 * @param headings our heading styles whose paragraphs have numbers, or words of whose level have; the council's numbers count only where it numbers all of them
 */
export function mapStyles(ours: Element, theirs: Element, headings: readonly string[]): StyleMap {
  const named = new Map(childrenOf(theirs, "w:style").map((style) => [keyOf(style), style]));
  const taken = new Set([...named.values()].map(idOf));
  const ids = new Map<string, string>();
  const added: Element[] = [];
  const lists = new Map<string, Element>();
  const hasOwnNumbers = headings.every((id) => {
    const same = named.get(keyOf(childrenOf(ours, "w:style").find((style) => idOf(style) === id) ?? theirs));
    return same !== undefined && isNumbered(same, theirs);
  });
  for (const style of childrenOf(ours, "w:style")) {
    const id = idOf(style);
    const same = named.get(keyOf(style));
    if (same === undefined) {
      ids.set(id, taken.has(id) ? `Waymark${id}` : id);
      added.push(style);
      continue;
    }
    ids.set(id, idOf(same));
    const list = numbersOf(style);
    const isTheirs = /^Heading/.test(id) ? hasOwnNumbers : isNumbered(same, theirs);
    if (list !== undefined && !isTheirs) lists.set(idOf(same), list);
  }
  const counted = {
    list: wordValue(
      numbersOf(childrenOf(ours, "w:style").find((style) => idOf(style) === "Heading1") ?? ours),
      "w:numId",
    ),
    levels: new Map(hasOwnNumbers ? headings.flatMap((id) => theirLevel(Number(id.slice(-1)) - 1, named, theirs)) : []),
  };
  return { ids, counted, added: added.map((style) => renamed(asGuest(style), ids)), lists };
}

/** A level of our headings, with the list and level the council's heading of that depth is counted in. */
function theirLevel(
  at: number,
  named: ReadonlyMap<string, Element>,
  theirs: Element,
): readonly (readonly [string, Element])[] {
  const heading = named.get(`paragraph heading ${at + 1}`);
  const list = heading === undefined ? undefined : listBehind(heading, theirs);
  const id = wordValue(list, "w:numId");
  if (id === undefined) return [];
  const level = wordValue(list, "w:ilvl") ?? `${at}`;
  const children = [element("w:ilvl", { "w:val": level }), element("w:numId", { "w:val": id })];
  return [[`${at}`, element("w:numPr", {}, children)]];
}

/** The element with our style ids as the council's. */
export function renamed(root: Element, ids: ReadonlyMap<string, string>): Element {
  const named = new Set(["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"]);
  const value = root.attributes["w:val"] ?? "";
  const id = root.attributes["w:styleId"];
  return {
    ...root,
    attributes: {
      ...root.attributes,
      ...(named.has(root.name) ? { "w:val": ids.get(value) ?? value } : {}),
      ...(root.name === "w:style" && id !== undefined ? { "w:styleId": ids.get(id) ?? id } : {}),
    },
    children: root.children.map((child) => (isElement(child) ? renamed(child, ids) : child)),
  };
}

/** The standard style of a document is its own. */
function asGuest(style: Element): Element {
  const { "w:default": _standard, ...attributes } = style.attributes;
  return { ...style, attributes };
}

/** Whether a style, or one it rests on, numbers its paragraphs. */
export function isNumbered(style: Element, styles: Element): boolean {
  const list = listBehind(style, styles);
  return list !== undefined && wordValue(list, "w:numId") !== "0";
}

function listBehind(style: Element, styles: Element): Element | undefined {
  const known = new Map(childrenOf(styles, "w:style").map((one) => [idOf(one), one]));
  const seen = new Set<Element>();
  for (let one: Element | undefined = style; one !== undefined && !seen.has(one); ) {
    seen.add(one);
    const list = numbersOf(one);
    if (list !== undefined) return list;
    one = known.get(wordValue(one, "w:basedOn") ?? "");
  }
  return undefined;
}

function numbersOf(style: Element): Element | undefined {
  return childOf(childOf(style, "w:pPr"), "w:numPr");
}

function keyOf(style: Element): string {
  return `${style.attributes["w:type"]} ${(wordValue(style, "w:name") ?? "").toLowerCase()}`;
}

function idOf(style: Element): string {
  return style.attributes["w:styleId"] ?? "";
}
