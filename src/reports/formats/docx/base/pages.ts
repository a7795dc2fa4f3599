/** Pages of a council's document: its size and margins for the report's text, turned on their side for its wide tables. */
import type { SheetOf } from "../place.ts";
import { standardSheet } from "../place.ts";
import { SECTION_MARK } from "../section-marks.ts";
import { sectionEndedBy, withoutSectionEnd, withSectionEnd } from "../sheets.ts";
import { childOf, type Element, element, isElement, type Node, textOf } from "../xml.ts";

const RUNNING = new Set(["w:header", "w:footer"]);

/** A stretch of the report on sheets of one kind, in parts. */
export type Stretch = {
  readonly sheet: Element;
  readonly parts: readonly { readonly id: string; readonly nodes: readonly Node[] }[];
};

/** The sheets a report gets in this document; a margin is never wider than a third of the page. */
export function sheetsOf(body: Element): SheetOf {
  const section = childOf(body, "w:sectPr");
  const size = childOf(section, "w:pgSz")?.attributes ?? {};
  const margins = childOf(section, "w:pgMar")?.attributes ?? {};
  return (wanted) => {
    const standard = standardSheet(wanted);
    const sides = [Number(size["w:w"]), Number(size["w:h"])].filter((side) => side > 2_000);
    const [width = standard.width, height = standard.height] = wanted.size === "a3" || sides.length < 2 ? [] : sides;
    const isWide = wanted.orientation === "landscape";
    const across = isWide ? Math.max(width, height) : Math.min(width, height);
    const down = isWide ? Math.min(width, height) : Math.max(width, height);
    const margin = (side: "top" | "right" | "bottom" | "left", of: number) =>
      Math.min(Math.abs(Number(margins[`w:${side}`] ?? standard[side])), Math.floor(of / 3));
    return {
      width: across,
      height: down,
      top: margin("top", down),
      right: margin("right", across),
      bottom: margin("bottom", down),
      left: margin("left", across) + (Number(margins["w:gutter"]) || 0),
    };
  };
}

/** Our body in stretches of parts. */
export function stretchesOf(body: Element, ids: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let parts: { id: string; nodes: Node[] }[] = [];
  let next = 0;
  const close = (sheet: Element) => {
    stretches.push({ sheet, parts });
    parts = [];
  };
  for (const node of body.children) {
    const end = sectionEndedBy(node);
    if (isElement(node, SECTION_MARK)) parts.push({ id: ids[next++] ?? "", nodes: [] });
    else if (isElement(node, "w:sectPr")) close(node);
    else parts.at(-1)?.nodes.push(withoutSectionEnd(node));
    if (end !== undefined) close(end);
  }
  return stretches;
}

/** The document's text, then the report's: a new section only where the sheet changes. */
export function appended(body: Element, stretches: readonly Stretch[]): Element {
  const own = childOf(body, "w:sectPr") ?? stretches.at(-1)?.sheet ?? element("w:sectPr");
  let nodes = trimmed(body.children.filter((node) => !isElement(node, "w:sectPr")));
  let now = own;
  for (const { sheet, parts } of stretches) {
    const content = parts.flatMap((part) => part.nodes);
    if (content.length === 0) continue;
    if (shapeOf(sheet) !== shapeOf(now)) {
      if (nodes.length > 0) nodes = withSectionEnd(nodes, now);
      now = likeOwn(own, sheet, nodes.length > 0);
    }
    nodes = [...nodes, ...content];
  }
  return { ...body, children: [...nodes, now] };
}

/** Sheets of one shape need no new section: their margins are the document's own. A table has no room in a newspaper's columns. */
function shapeOf(section: Element): string {
  const { "w:w": width = "", "w:h": height = "" } = childOf(section, "w:pgSz")?.attributes ?? {};
  const columns = childOf(section, "w:cols")?.attributes["w:num"] ?? "1";
  return `${width} ${height} ${columns}`;
}

/** The document's own section on another sheet; its first page is no cover, and its pages are counted on. */
function likeOwn(own: Element, sheet: Element, isLater: boolean): Element {
  const taken = new Set(["w:pgSz", "w:pgMar"]);
  const children = own.children.flatMap((child): readonly Node[] => {
    if (!isElement(child)) return [child];
    if (taken.has(child.name)) return child.name === "w:pgSz" ? sheetParts(sheet, own) : [];
    if (child.name === "w:cols") return [];
    return isLater && ["w:titlePg", "w:type", "w:pgNumType"].includes(child.name) ? [] : [child];
  });
  return {
    ...own,
    children: childOf(own, "w:pgSz") === undefined ? [...children, ...sheetParts(sheet, own)] : children,
  };
}

/** The sheet's size and margins; running lines stand as far from the edge as on the document's own pages. */
function sheetParts(sheet: Element, own: Element): readonly Element[] {
  const lines = Object.entries(childOf(own, "w:pgMar")?.attributes ?? {}).filter(([name]) => RUNNING.has(name));
  const margins = childOf(sheet, "w:pgMar");
  const size = childOf(sheet, "w:pgSz");
  return [
    ...(size === undefined ? [] : [size]),
    ...(margins === undefined
      ? []
      : [{ ...margins, attributes: { ...margins.attributes, ...Object.fromEntries(lines) } }]),
  ];
}

/** Empty paragraphs at the end of a template are where its writer would have begun. */
function trimmed(nodes: readonly Node[]): readonly Node[] {
  const last = nodes.findLastIndex(
    (node) => isElement(node) && !(node.name === "w:p" && textOf(node).trim() === "" && isPlain(node)),
  );
  return nodes.slice(0, last + 1);
}

/** Whether a paragraph holds nothing but its look: no picture, break, field or end of a section. */
function isPlain(paragraph: Element): boolean {
  return paragraph.children.every(
    (child) =>
      isElement(child) &&
      (child.name.startsWith("w:bookmark") ||
        (child.name === "w:pPr" && childOf(child, "w:sectPr") === undefined) ||
        (child.name === "w:r" && child.children.every((part) => isElement(part, "w:rPr") || isElement(part, "w:t")))),
  );
}
