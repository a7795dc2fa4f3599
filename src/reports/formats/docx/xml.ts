/** XML of Word's parts as a tree that can be changed and written again, byte for byte the same each time. */
import { SaxesParser } from "saxes";

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
};
/** An element, or text. */
export type Node = Element | string;

/** Word nests tables and content controls; nothing honest is deeper. */
const DEEPEST = 200;

/** The root element. @throws Error where the text is not XML, has a document type, or is nested beyond reason */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const open: { name: string; attributes: Record<string, string>; children: Node[] }[] = [];
  let root: Element | undefined;
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.on("doctype", () => {
    throw new Error("a document type is not allowed");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= DEEPEST) throw new Error("it is nested too deeply");
    open.push({ name, attributes: { ...attributes } as Record<string, string>, children: [] });
  });
  parser.on("closetag", () => {
    const done = open.pop();
    if (done === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) root = done;
    else parent.children.push(done);
  });
  parser.on("text", (piece) => {
    if (piece !== "") open.at(-1)?.children.push(piece);
  });
  parser.on("cdata", (piece) => open.at(-1)?.children.push(piece));
  parser.write(text.replace(/^\ufeff/, "")).close();
  if (root === undefined) throw new Error("it is empty");
  return root;
}

/** The document as text, its declaration first. */
export function xmlText(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`;
}

function written(node: Node): string {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${node.name}${attributes.join("")}`;
  return node.children.length === 0 ? `${start}/>` : `${start}>${node.children.map(written).join("")}</${node.name}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** An element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Node[] = [],
): Element {
  return { name, attributes, children };
}

export function isElement(node: Node, name?: string): node is Element {
  return typeof node !== "string" && (name === undefined || node.name === name);
}

/** Children of a name. */
export function childrenOf(parent: Element, name: string): readonly Element[] {
  return parent.children.filter((node) => isElement(node, name));
}

/** The first child of a name. */
export function childOf(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((node): node is Element => isElement(node, name));
}

/** `w:val` of the first child of a name, where Word keeps most of what it knows. */
export function wordValue(parent: Element | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attributes["w:val"];
}

/** Every element of a name, outermost first. */
export function descendants(root: Element, name: string): readonly Element[] {
  return root.children.flatMap((node) =>
    isElement(node) ? [...(node.name === name ? [node] : []), ...descendants(node, name)] : [],
  );
}

/** The tree made again from the leaves up: `change` gets each element with its children changed, and gives what stands there instead. */
export function changed(root: Element, change: (one: Element) => Element): Element {
  const children = root.children.map((node) => (isElement(node) ? changed(node, change) : node));
  return change({ ...root, children });
}

/** Text within, as it reads. */
export function textOf({ name, children }: Element): string {
  if (name === "w:t") return children.join("");
  // A tab among a paragraph's properties is a place on the ruler.
  if (name === "w:pPr") return "";
  if (name === "w:tab" || name === "w:br") return " ";
  return children.map((child) => (isElement(child) ? textOf(child) : "")).join("");
}
