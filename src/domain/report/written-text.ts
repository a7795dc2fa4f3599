/** How words of a report stand in a text box, and how they become paragraphs again: "**strong**", "[words](address)", "{see:part}", "{note:key}", lists of lines that begin with "- ". */
import { sha256 } from "../checksums.ts";
import type { Block, Inline, ListBlock, ParagraphBlock, Report, Text } from "./document.ts";
import { listLines } from "./list-lines.ts";

type Notes = Report["notes"];

/** What the marks of a text may refer to. */
export type Referable = { readonly ids: ReadonlySet<string>; readonly notes: Notes };

const MARKS =
  /\*\*(?<strong>[^*]+)\*\*|\[(?<words>[^\]\n]+)\]\((?<href>(?:https?:\/\/|mailto:)[^\s)]+)\)|\{see:(?<see>[^\s{}]+)\}|\{note:(?<note>[0-9a-f]{8})\}/g;

/** A text as a person edits it. */
export function editableText(text: Text, notes: Notes): string {
  return text.map((part) => (typeof part === "string" ? part : markOf(part, notes))).join("");
}

function markOf(part: Exclude<Inline, string>, notes: Notes): string {
  if (part.kind === "strong") return `**${part.text}**`;
  if (part.kind === "link") return `[${part.text}](${part.href})`;
  if (part.kind === "reference") return `{see:${part.to}}`;
  const note = notes.find(({ id }) => id === part.note);
  return note === undefined ? "" : `{note:${noteKey(note.text)}}`;
}

/** Paragraphs, apart by an empty line, and lists; the first of them takes the id, where one is given. */
export function writtenBlocks(
  body: string,
  referable: Referable,
  given: Pick<ParagraphBlock, "id" | "by" | "isNumbered"> = {},
): readonly (ParagraphBlock | ListBlock)[] {
  const { id, by, isNumbered = false } = given;
  let isNamed = false;
  return body
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): ParagraphBlock | ListBlock => {
      const lines = part.split("\n").map((line) => line.trim());
      const own = isNamed || id === undefined ? {} : { id };
      isNamed = true;
      const list = listLines(lines);
      if (list !== null) {
        const { lines: items, ...kind } = list;
        return { kind: "list", ...own, ...kind, items: items.map((item) => textOf(item, referable)) };
      }
      return {
        kind: "paragraph",
        ...own,
        text: textOf(lines.join("\n"), referable),
        ...(isNumbered ? { isNumbered } : {}),
        ...(by === undefined ? {} : { by }),
      };
    });
}

/** Marks of a text that lead nowhere: "{see:apendix}". */
export function danglingMarks(body: string, { ids, notes }: Referable): readonly string[] {
  const keys = new Set(notes.map(({ text }) => noteKey(text)));
  return [...body.matchAll(MARKS)].flatMap(({ 0: mark, groups = {} }) => {
    const { see, note } = groups;
    return (see !== undefined && !ids.has(see)) || (note !== undefined && !keys.has(note)) ? [mark] : [];
  });
}

/** The ids of a report that words may refer to: what is numbered or headed. */
export function referableOf({ sections, notes }: Pick<Report, "sections" | "notes">): Referable {
  const blocks = sections.flatMap(({ blocks: own }): readonly Block[] => own);
  const ids = blocks.flatMap((block) => {
    if (block.kind === "heading" || block.kind === "table" || block.kind === "figure") return [block.id];
    return block.kind === "paragraph" && block.isNumbered && block.id !== undefined ? [block.id] : [];
  });
  return { ids: new Set(ids), notes };
}

/** A mark that leads nowhere any more is left out: the words around it still stand. */
function textOf(text: string, { ids, notes }: Referable): Text {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const { strong, words, href, see, note } = match.groups ?? {};
    if (strong !== undefined) parts.push({ kind: "strong", text: strong });
    else if (words !== undefined && href !== undefined) parts.push({ kind: "link", text: words, href });
    else if (see !== undefined && ids.has(see)) parts.push({ kind: "reference", to: see });
    else if (note !== undefined) {
      const known = notes.find(({ text: said }) => noteKey(said) === note);
      if (known !== undefined) parts.push({ kind: "note", note: known.id });
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== "");
}

/** Notes are numbered anew in every making; their words name them for good. */
function noteKey(text: string): string {
  return sha256(Buffer.from(text, "utf8")).slice(0, 8);
}
