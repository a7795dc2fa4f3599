/** Sections of a Word document in its XML: where each ends, which Word keeps in the last paragraph of it. */
import { childOf, type Element, element, isElement, type Node } from "./xml.ts";

/** The library ends a section with an empty paragraph, which could be a page of its own: the paragraph before it does as well. */
export function closedSections(nodes: readonly Node[]): readonly Node[] {
  const closed: Node[] = [];
  for (const node of nodes) {
    const properties = sectionEndedBy(node);
    const last = closed.at(-1);
    const isBare = isElement(node) && node.children.length === 1;
    if (properties !== undefined && isBare && last !== undefined && canEnd(last))
      closed.splice(-1, 1, ending(last, properties));
    else closed.push(node);
  }
  return closed;
}

/** The properties of the section that ends with this paragraph. */
export function sectionEndedBy(node: Node | undefined): Element | undefined {
  return node !== undefined && isElement(node, "w:p") ? childOf(childOf(node, "w:pPr"), "w:sectPr") : undefined;
}

/** The nodes with a section ended: in the last paragraph where there is one, otherwise in an empty one. */
export function withSectionEnd(nodes: readonly Node[], properties: Element): readonly Node[] {
  const last = nodes.at(-1);
  return last !== undefined && canEnd(last)
    ? [...nodes.slice(0, -1), ending(last, properties)]
    : [...nodes, element("w:p", {}, [element("w:pPr", {}, [properties])])];
}

/** A paragraph that no longer ends a section. */
export function withoutSectionEnd(node: Node): Node {
  if (!isElement(node) || sectionEndedBy(node) === undefined) return node;
  const without = (properties: Element) => ({
    ...properties,
    children: properties.children.filter((child) => !isElement(child, "w:sectPr")),
  });
  return { ...node, children: node.children.map((child) => (isElement(child, "w:pPr") ? without(child) : child)) };
}

function canEnd(node: Node): node is Element {
  return isElement(node, "w:p") && sectionEndedBy(node) === undefined;
}

/** Among a paragraph's properties its section stands last. */
function ending(paragraph: Element, section: Element): Element {
  const properties = childOf(paragraph, "w:pPr") ?? element("w:pPr");
  const others = paragraph.children.filter((child) => !isElement(child, "w:pPr"));
  return { ...paragraph, children: [{ ...properties, children: [...properties.children, section] }, ...others] };
}
