/** Content controls of a council's document, filled: each takes the part of the report its tag or title names; locked text stays. */

import { dayInWords } from "../../../../domain/period.ts";
import type { Report } from "../../../../domain/report/document.ts";
import { sectionEndedBy } from "../sheets.ts";
import { sayable } from "../words.ts";
import { childOf, descendants, type Element, element, isElement, type Node, textOf, wordValue } from "../xml.ts";
import { inList } from "./guest.ts";

export type Filled = {
  readonly body: Element;
  /** Parts of the report that found a control. */
  readonly taken: ReadonlySet<string>;
  /** Texts that stand in small controls. */
  readonly said: ReadonlySet<string>;
};

/** Properties of a control that would put other words in place of ours when Word opens the file. */
const OVERRIDING = new Set(["w:showingPlcHdr", "w:dataBinding", "w15:dataBinding", "w:text", "w:date"]);
/** Controls around whole paragraphs hold one of these. */
const BLOCKS = new Set(["w:p", "w:tbl"]);

/**
 * The body with its controls filled.
 *
 * @param parts content of each part of the report, by its id
 */
export function fillControls(body: Element, parts: ReadonlyMap<string, readonly Node[]>, report: Report): Filled {
  const taken = new Set<string>();
  const said = new Set<string>();
  const words = fieldsOf(report);
  const fill = (parent: Element): Element => {
    const children: Node[] = [];
    for (const child of parent.children) {
      if (!isElement(child)) children.push(child);
      else if (!isElement(child, "w:sdt")) children.push(fill(child));
      else children.push(...filledControl(child, children, { parts, words, taken, said, fill }));
    }
    return { ...parent, children };
  };
  return { body: fill(body), taken, said };
}

type Filling = {
  readonly parts: ReadonlyMap<string, readonly Node[]>;
  readonly words: ReadonlyMap<string, string>;
  readonly taken: Set<string>;
  readonly said: Set<string>;
  readonly fill: (parent: Element) => Element;
};

function filledControl(
  control: Element,
  before: Node[],
  { parts, words, taken, said, fill }: Filling,
): readonly Node[] {
  const names = namesOf(control);
  const id = names.find((name) => parts.has(name) && !taken.has(name));
  const content = childOf(control, "w:sdtContent");
  if (id !== undefined && isBlock(control)) {
    taken.add(id);
    return [withContent(control, underLocked(parts.get(id) ?? [], before))];
  }
  const field = names.map((name) => words.get(name)).find((text) => text !== undefined);
  if (field === undefined || content === undefined) return [fill(control)];
  said.add(sayable(field));
  return [
    withContent(control, isBlock(control) ? [wordsIn(firstOf(content, "w:p"), field)] : [runLike(content, field)]),
  ];
}

/** Names of the controls that take whole parts, in the order they stand, each with the section's properties it stands on. */
export function controlsOf(body: Element): readonly { readonly name: string; readonly sheet: Element | undefined }[] {
  const found: { name: string; sheet: Element | undefined }[] = [];
  let open = 0;
  for (const node of body.children) {
    if (!isElement(node)) continue;
    const controls = [...(node.name === "w:sdt" ? [node] : []), ...descendants(node, "w:sdt")].filter(isBlock);
    found.push(...controls.flatMap(namesOf).map((name) => ({ name, sheet: undefined })));
    const end = node.name === "w:sectPr" ? node : sectionEndedBy(node);
    if (end === undefined) continue;
    for (const control of found.slice(open)) control.sheet = end;
    open = found.length;
  }
  return found;
}

function isBlock(control: Element): boolean {
  return (
    childOf(control, "w:sdtContent")?.children.some((child) => isElement(child) && BLOCKS.has(child.name)) ?? false
  );
}

/** Names a control goes by: its tag, and the title people see. */
export function namesOf(control: Element): readonly string[] {
  const properties = childOf(control, "w:sdtPr");
  return ["w:tag", "w:alias"].map((name) => (wordValue(properties, name) ?? "").trim().toLowerCase());
}

/** What a cover has a place for. */
function fieldsOf(report: Report): ReadonlyMap<string, string> {
  const { title, subtitle, organisation, author, marking, period, madeOn } = report;
  const facts = report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "facts" ? block.rows : []))
    .map(({ name, text }): readonly [string, string] => [
      name.toLowerCase(),
      text.filter((part) => typeof part === "string").join(""),
    ]);
  return new Map([
    ...facts,
    ["title", title],
    ["subtitle", subtitle],
    ["organisation", organisation],
    ["author", author],
    ["marking", marking],
    ["period", period.label],
    ["made on", dayInWords(madeOn)],
  ]);
}

function withContent(control: Element, content: readonly Node[]): Element {
  return {
    ...control,
    children: control.children.map((child) => {
      if (!isElement(child)) return child;
      if (child.name === "w:sdtContent")
        return { ...child, children: content.length === 0 ? [element("w:p")] : content };
      if (child.name !== "w:sdtPr") return child;
      return { ...child, children: child.children.filter((one) => !isElement(one) || !OVERRIDING.has(one.name)) };
    }),
  };
}

/** The council's locked heading stands instead of ours where both say the same; references lead to it then. */
function underLocked(nodes: readonly Node[], before: Node[]): readonly Node[] {
  const [first, ...rest] = nodes;
  const above = before.findLastIndex((node) => isElement(node) && textOf(node).trim() !== "");
  const heading = before[above];
  if (first === undefined || heading === undefined || !isElement(first, "w:p") || !isElement(heading)) return nodes;
  if (plain(textOf(first)) !== plain(textOf(heading))) return nodes;
  before.splice(above, 1, bookmarked(heading, first));
  return rest;
}

/** The heading with the other's bookmarks around its words, within its own control where it has one. */
function bookmarked(heading: Element, other: Element): Element {
  if (heading.name !== "w:p") {
    const last = heading.children.findLastIndex((child) => isElement(child) && textOf(child).trim() !== "");
    const children = heading.children.map((child, at) =>
      at === last && isElement(child) ? bookmarked(child, other) : child,
    );
    return { ...heading, children };
  }
  const marks = (name: string) => other.children.filter((child) => isElement(child, name));
  const isProperties = (child: Node) => isElement(child, "w:pPr");
  return {
    ...heading,
    children: [
      numbered(childOf(heading, "w:pPr") ?? element("w:pPr"), childOf(other, "w:pPr")),
      ...marks("w:bookmarkStart"),
      ...heading.children.filter((child) => !isProperties(child)),
      ...marks("w:bookmarkEnd"),
    ],
  };
}

/** A heading of ours that is counted counts in the council's words too. */
function numbered(properties: Element, ours: Element | undefined): Element {
  const list = childOf(ours, "w:numPr");
  return list === undefined || wordValue(list, "w:numId") === "0" ? properties : inList(properties, list);
}

/** Heading words without a number typed before them. */
function plain(text: string): string {
  return text
    .replace(/^[\s\d.]+/, "")
    .trim()
    .toLowerCase();
}

function firstOf(content: Element, name: string): Element {
  return childOf(content, name) ?? element(name);
}

function wordsIn(paragraph: Element, text: string): Element {
  const properties = paragraph.children.filter((child) => isElement(child, "w:pPr"));
  return { ...paragraph, children: [...properties, runLike(paragraph, text)] };
}

/** Our words with the look of the run that stood there, but not of a placeholder. */
function runLike(parent: Element, text: string): Element {
  const look = childOf(childOf(parent, "w:r"), "w:rPr");
  const isPlaceholder = /placeholder/i.test(wordValue(look, "w:rStyle") ?? "");
  const words = element("w:t", { "xml:space": "preserve" }, [sayable(text)]);
  return element("w:r", {}, look === undefined || isPlaceholder ? [words] : [look, words]);
}
