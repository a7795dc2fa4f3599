/** A report's lists beside those of a council's document, with numbers none of them has. */
import { changed, childrenOf, type Element, element, isElement, wordValue } from "../xml.ts";
import type { TheirCount } from "./styles.ts";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export const NO_LISTS: Element = element("w:numbering", { "xmlns:w": WORD });

/** How far our list numbers are moved, so that none is taken. */
export type Shift = { readonly lists: number; readonly definitions: number };

export function shiftFor(theirs: Element): Shift {
  const highest = (name: string, attribute: string) =>
    Math.max(0, ...childrenOf(theirs, name).map(({ attributes }) => Number(attributes[attribute] ?? 0)));
  return {
    lists: highest("w:num", "w:numId"),
    definitions: highest("w:abstractNum", "w:abstractNumId") + 1,
  };
}

/**
 * Both documents' lists: definitions first, then lists, as Word demands.
 *
 * @param tied styles of ours that the document took, which our definitions may name
 */
export function joinedLists(theirs: Element, ours: Element, shift: Shift, tied: ReadonlySet<string>): Element {
  const moved = changed(ours, (one) => movedList(one, shift, tied));
  const definitions = [...childrenOf(theirs, "w:abstractNum"), ...childrenOf(moved, "w:abstractNum")];
  const lists = [...childrenOf(theirs, "w:num"), ...childrenOf(moved, "w:num")];
  const rest = (name: string) => childrenOf(theirs, name);
  return {
    ...theirs,
    attributes: { ...ours.attributes, ...theirs.attributes },
    children: [...rest("w:numPicBullet"), ...definitions, ...lists, ...rest("w:numIdMacAtCleanup")],
  };
}

/** Our list numbers in a text or style, moved; nought, no list, stays. */
export function movedNumbers(root: Element, { lists }: Shift): Element {
  return changed(root, (one) =>
    one.name === "w:numId" && one.attributes["w:val"] !== "0"
      ? { ...one, attributes: added(one, "w:val", lists) }
      : one,
  );
}

/** Words of ours that are counted with the headings, in the council's list of headings where it has one. */
export function countedWithTheirs(root: Element, { list, levels }: TheirCount, { lists }: Shift): Element {
  return changed(root, (one) => {
    if (one.name !== "w:numPr" || wordValue(one, "w:numId") !== `${Number(list) + lists}`) return one;
    return levels.get(wordValue(one, "w:ilvl") ?? "0") ?? one;
  });
}

function movedList(one: Element, { lists, definitions }: Shift, tied: ReadonlySet<string>): Element {
  if (one.name === "w:abstractNum") return { ...one, attributes: added(one, "w:abstractNumId", definitions) };
  if (one.name === "w:abstractNumId") return { ...one, attributes: added(one, "w:val", definitions) };
  if (one.name === "w:num") return { ...one, attributes: added(one, "w:numId", lists) };
  if (one.name !== "w:lvl") return one;
  // A level may be tied to a style only where that style is tied to the level: the council's own is not.
  const children = one.children.filter(
    (child) => !isElement(child, "w:pStyle") || tied.has(child.attributes["w:val"] ?? ""),
  );
  return { ...one, children };
}

function added({ attributes }: Element, name: string, by: number): Readonly<Record<string, string>> {
  return { ...attributes, [name]: `${Number(attributes[name] ?? 0) + by}` };
}
