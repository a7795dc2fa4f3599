/** A report written into a council's own Word document: its styles, headers, locked text and settings stay; the report's parts find their places. */
import { blocksOf, type Report } from "../../../../domain/report/document.ts";
import { numberReport } from "../../../../domain/report/numbering.ts";
import { spelledOut } from "../fields.ts";
import { bodyOf, DOCUMENT, RELATIONS } from "../finish.ts";
import { CONTENT_TYPES, type Parts, partText, withText } from "../package.ts";
import { partIds, TITLE } from "../section-marks.ts";
import { type Element, element, isElement, type Node, parseXml, textOf, xmlText } from "../xml.ts";
import { agreed } from "./agreed.ts";
import { fillControls } from "./controls.ts";
import { guestName, guestOf, guestRelation } from "./guest.ts";
import { countedWithTheirs, joinedLists, movedNumbers, NO_LISTS, type Shift, shiftFor } from "./lists.ts";
import type { Base } from "./open-base.ts";
import { appended, type Stretch, stretchesOf } from "./pages.ts";
import { NO_RELATIONS, type Relation, relationsIn, withRelations, withTypes } from "./relations.ts";
import { withOwnLines } from "./running-lines.ts";
import { withoutTemplate } from "./settings.ts";
import { mapStyles, type StyleMap } from "./styles.ts";

/** Parts of ours that come along: what the text shows or links to. */
const BROUGHT = new Set(["image", "hyperlink"]);

/** The council's parts with the report in them. */
export function grafted(base: Base, ours: Parts, report: Report): Parts {
  const relations = optional(base.parts, RELATIONS) ?? NO_RELATIONS;
  const names = { styles: partName(relations, "styles"), lists: partName(relations, "numbering") };
  const styles = optional(base.parts, names.styles) ?? element("w:styles", base.document.attributes);
  const lists = optional(base.parts, names.lists) ?? NO_LISTS;
  const shift = shiftFor(lists);
  const map = mapStyles(parseXml(partText(ours, "word/styles.xml")), styles, numberedHeadings(report));
  const name = guestName(base.parts);
  const guest = guestOf(parseXml(partText(ours, DOCUMENT)), base.document, { styles: map, shift, name });
  const brought = relationsOf(ours, name);
  const allStyles = withStyles(styles, map, shift);
  const allLists = joinedLists(lists, parseXml(partText(ours, "word/numbering.xml")), shift, tiedStyles(map));
  const document = spelledOut(agreed(joined(base.document, guest, report), allStyles, allLists));
  const parts = withText(withPictures(base.parts, ours, brought, name), {
    [DOCUMENT]: xmlText(document),
    [names.styles]: xmlText(allStyles),
    [names.lists]: xmlText(allLists),
    [RELATIONS]: xmlText(withRelations(relations, [...missingParts(relations, names, name), ...brought])),
    [CONTENT_TYPES]: xmlText(
      withTypes(parseXml(partText(base.parts, CONTENT_TYPES)), {
        [names.styles]: "styles",
        [names.lists]: "numbering",
      }),
    ),
  });
  return withoutTemplate(withTitle(withOwnLines(parts, ours, { styles: map.ids, name }), ours));
}

/** Headings whose levels are counted, by headings or by the words one level below one. */
function numberedHeadings(report: Report): readonly string[] {
  const { paragraphs } = numberReport(report);
  const levels = blocksOf(report).flatMap((block) => {
    if (block.kind === "heading") return block.isNumbered ? [`Heading${block.level}`] : [];
    const parts = paragraphs.get(block)?.split(".").length;
    return parts === undefined ? [] : [`Heading${parts}`];
  });
  return [...new Set(levels)];
}

/** The council's body with its controls filled, and after it what found no control. */
function joined(host: Element, guest: Element, report: Report): Element {
  const stretches = stretchesOf(bodyOf(guest), partIds(report));
  const sections = stretches.flatMap(({ parts }) => parts).filter(({ id }) => id !== TITLE);
  const content = new Map(sections.map(({ id, nodes }) => [id.toLowerCase(), nodes]));
  const { body, taken, said } = fillControls(bodyOf(host), content, report);
  // A cover that says the title in the council's own way need not say it again.
  const unsaid = (node: Node) => !isElement(node) || !said.has(textOf(node));
  const left = stretches.map(({ sheet, parts }) => ({
    sheet,
    parts: parts
      .filter(({ id }) => !taken.has(id.toLowerCase()))
      .map(({ id, nodes }) => ({ id, nodes: id === TITLE ? nodes.filter(unsaid) : nodes })),
  }));
  const all = titleFirst(left);
  return {
    ...host,
    // The host's own names stand where both have one.
    attributes: { ...onlyNames(guest.attributes), ...host.attributes },
    children: host.children.map((child) => (isElement(child, "w:body") ? appended(body, all) : child)),
  };
}

/** What is left of the title stands before the first section left, wherever that is. */
function titleFirst(stretches: readonly Stretch[]): readonly Stretch[] {
  const title = stretches.flatMap(({ parts }) => parts).filter(({ id }) => id === TITLE);
  const others = stretches.map(({ sheet, parts }) => ({ sheet, parts: parts.filter(({ id }) => id !== TITLE) }));
  const first = Math.max(
    0,
    others.findIndex(({ parts }) => parts.length > 0),
  );
  return others.map((one, index) => (index === first ? { ...one, parts: [...title, ...one.parts] } : one));
}

function onlyNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith("xmlns:")));
}

function withStyles(styles: Element, { added, counted }: StyleMap, shift: Shift): Element {
  const own = added.map((style) => countedWithTheirs(movedNumbers(style, shift), counted, shift));
  return { ...styles, children: [...styles.children, ...own] };
}

/** Styles of ours that the council's document took under our own ids: our lists may name them. */
function tiedStyles({ added }: StyleMap): ReadonlySet<string> {
  return new Set(added.map(({ attributes }) => attributes["w:styleId"] ?? ""));
}

function relationsOf(ours: Parts, name: string): readonly Relation[] {
  return relationsIn(parseXml(partText(ours, RELATIONS)))
    .filter(({ kind }) => BROUGHT.has(kind))
    .map((relation) => ({
      ...relation,
      id: guestRelation(relation.id, name),
      target: relation.isOutside ? relation.target : guestPicture(relation.target, name),
    }));
}

function withPictures(parts: Parts, ours: Parts, relations: readonly Relation[], name: string): Parts {
  const wanted = new Set(relations.map(({ target }) => `word/${target}`));
  const pictures = [...ours].map(([part, bytes]) => [guestPicture(part, name), bytes] as const);
  return new Map([...parts, ...pictures.filter(([part]) => wanted.has(part))]);
}

function guestPicture(part: string, name: string): string {
  return part.replace(/media\//, `media/${name}-`);
}

function partName(relations: Element, kind: string): string {
  const target = relationsIn(relations).find((relation) => relation.kind === kind)?.target;
  if (target === undefined) return `word/${kind}.xml`;
  return target.startsWith("/") ? target.slice(1) : `word/${target}`;
}

function missingParts(
  relations: Element,
  names: { readonly styles: string; readonly lists: string },
  name: string,
): readonly Relation[] {
  const known = new Set(relationsIn(relations).map(({ kind }) => kind));
  const wanted = [
    { kind: "styles", part: names.styles },
    { kind: "numbering", part: names.lists },
  ];
  return wanted
    .filter(({ kind }) => !known.has(kind))
    .map(({ kind, part }) => ({ id: `${name}-${kind}`, kind, target: part.replace(/^word\//, ""), isOutside: false }));
}

function optional(parts: Parts, name: string): Element | undefined {
  return parts.has(name) ? parseXml(partText(parts, name)) : undefined;
}

/** Title, author and subject are the report's, not the template's. */
function withTitle(parts: Parts, ours: Parts): Parts {
  const root = "_rels/.rels";
  const relations = parseXml(partText(parts, root));
  const known = relationsIn(relations).find(({ kind }) => kind === "core-properties");
  const core = partText(ours, "docProps/core.xml");
  if (known !== undefined) return withText(parts, { [known.target.replace(/^\//, "")]: core });
  const relation = element("Relationship", {
    Id: "waymark-core",
    Type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    Target: "docProps/core.xml",
  });
  const types = parseXml(partText(parts, CONTENT_TYPES));
  const type = element("Override", {
    PartName: "/docProps/core.xml",
    ContentType: "application/vnd.openxmlformats-package.core-properties+xml",
  });
  return withText(parts, {
    "docProps/core.xml": core,
    [root]: xmlText({ ...relations, children: [...relations.children, relation] }),
    [CONTENT_TYPES]: xmlText({ ...types, children: [...types.children, type] }),
  });
}
