/** Settings of a council's document: kept, but for the link to the template it was made from, which Word would fetch. */
import { type Parts, partText, withText } from "../package.ts";
import { childOf, type Element, isElement, parseXml, xmlText } from "../xml.ts";

const SETTINGS = "word/settings.xml";
const RELATIONS = "word/_rels/settings.xml.rels";

export function withoutTemplate(parts: Parts): Parts {
  if (!parts.has(SETTINGS) || !parts.has(RELATIONS)) return parts;
  const isTemplate = (node: Element) => node.attributes.Type?.endsWith("/attachedTemplate") ?? false;
  const relations = parseXml(partText(parts, RELATIONS));
  const settings = parseXml(partText(parts, SETTINGS));
  return withText(parts, {
    [RELATIONS]: xmlText(without(relations, isTemplate)),
    [SETTINGS]: xmlText(without(settings, ({ name }) => name === "w:attachedTemplate")),
  });
}

/** Whether even pages have running lines of their own. */
export function hasEvenPages(parts: Parts): boolean {
  if (!parts.has(SETTINGS)) return false;
  const setting = childOf(parseXml(partText(parts, SETTINGS)), "w:evenAndOddHeaders");
  return setting !== undefined && !/^(0|false|off)$/.test(setting.attributes["w:val"] ?? "");
}

function without(root: Element, unwanted: (one: Element) => boolean): Element {
  return { ...root, children: root.children.filter((child) => !isElement(child) || !unwanted(child)) };
}
