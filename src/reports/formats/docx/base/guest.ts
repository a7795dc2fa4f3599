/** A report's XML made ready to live in another document: its ids, styles, lists and relations as that document has them. */

import { RELATIONS } from "../finish.ts";
import { CONTENT_TYPES, type Parts, partText } from "../package.ts";
import { changed, childOf, descendants, type Element, element, isElement, wordValue } from "../xml.ts";
import { countedWithTheirs, movedNumbers, type Shift } from "./lists.ts";
import { renamed, type StyleMap } from "./styles.ts";

/** Among a paragraph's properties these stand before its list. */
const BEFORE_LIST = new Set([
  "w:pStyle",
  "w:keepNext",
  "w:keepLines",
  "w:pageBreakBefore",
  "w:framePr",
  "w:widowControl",
]);

/** What our parts and relations are called in this document: a paper may have taken a report before. */
export function guestName(parts: Parts): string {
  const taken = [...parts.keys(), partText(parts, CONTENT_TYPES), ...relationTexts(parts)].join(" ");
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? "waymark" : `waymark${count}`;
    if (!taken.includes(`${name}-`)) return name;
  }
}

function relationTexts(parts: Parts): readonly string[] {
  return parts.has(RELATIONS) ? [partText(parts, RELATIONS)] : [];
}

/** Our relations under ids of their own. */
export function guestRelation(id: string, name: string): string {
  return `${name}-${id}`;
}

/** The report's document, its ids beyond any the host has. */
export function guestOf(
  document: Element,
  host: Element,
  { styles, shift, name }: { readonly styles: StyleMap; readonly shift: Shift; readonly name: string },
): Element {
  const highest = (name: string, attribute: string) =>
    Math.max(0, ...descendants(host, name).map(({ attributes }) => Number(attributes[attribute]) || 0));
  const bookmarks = highest("w:bookmarkStart", "w:id");
  const drawings = highest("wp:docPr", "id");
  const moved = countedWithTheirs(movedNumbers(renamed(document, styles.ids), shift), styles.counted, shift);
  return changed(moved, (one) => {
    if (one.name === "w:bookmarkStart" || one.name === "w:bookmarkEnd") return shifted(one, "w:id", bookmarks);
    if (one.name === "wp:docPr") return shifted(one, "id", drawings);
    if (one.name === "w:pPr") return listed(one, styles, shift);
    const attributes = Object.entries(one.attributes).map(([key, value]) =>
      key.startsWith("r:") ? [key, guestRelation(value, name)] : [key, value],
    );
    return { ...one, attributes: Object.fromEntries(attributes) };
  });
}

/** Where the council's heading or bullet has no list, our paragraph is put in ours. */
function listed(properties: Element, { lists }: StyleMap, shift: Shift): Element {
  const list = lists.get(wordValue(properties, "w:pStyle") ?? "");
  if (list === undefined || childOf(properties, "w:numPr") !== undefined) return properties;
  const [own] = movedNumbers(element("w:pPr", {}, [list]), shift).children;
  return own !== undefined && isElement(own) ? inList(properties, own) : properties;
}

/** The paragraph's properties with its list, where Word expects it among them. */
export function inList(properties: Element, list: Element): Element {
  const others = properties.children.filter((child) => !isElement(child, "w:numPr"));
  const at = others.findLastIndex((child) => isElement(child) && BEFORE_LIST.has(child.name));
  return { ...properties, children: [...others.slice(0, at + 1), list, ...others.slice(at + 1)] };
}

function shifted(one: Element, name: string, by: number): Element {
  return { ...one, attributes: { ...one.attributes, [name]: `${Number(one.attributes[name] ?? 0) + by}` } };
}
