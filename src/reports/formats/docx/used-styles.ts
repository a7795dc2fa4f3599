/** Styles a document uses, and those they rest on: a report brings no others into a pack. */
import { childrenOf, descendants, type Element, isElement, wordValue } from "./xml.ts";

const NAMED_IN = ["w:pStyle", "w:rStyle", "w:tblStyle"] as const;
/** Styles Word or the running lines need though the text does not name them. */
const ALWAYS = ["Normal", "TableNormal", "Header", "Footer", "TOC1", "TOC2", "ListBullet", "ListNumber"];
const HEADINGS = ["Heading1", "Heading2", "Heading3"];
const RESTS_ON = ["w:basedOn", "w:next", "w:link"] as const;

/** The style sheet without the styles no one uses. */
export function pruned(styles: Element, document: Element): Element {
  const known = new Map(childrenOf(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const used = new Set<string>();
  const take = (id: string): void => {
    const style = known.get(id);
    if (style === undefined || used.has(id)) return;
    used.add(id);
    for (const name of RESTS_ON) take(wordValue(style, name) ?? "");
  };
  for (const id of [...ALWAYS, ...HEADINGS, ...stylesNamed(document)]) take(id);
  const children = styles.children.filter(
    (child) => !isElement(child, "w:style") || used.has(child.attributes["w:styleId"] ?? ""),
  );
  return { ...styles, children };
}

/** Ids of the styles a part names. */
export function stylesNamed(part: Element): ReadonlySet<string> {
  return new Set(NAMED_IN.flatMap((name) => descendants(part, name).map((one) => one.attributes["w:val"] ?? "")));
}
