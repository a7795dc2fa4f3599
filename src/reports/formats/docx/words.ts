/** Texts of a report as runs of Word: emphasis, links out, references within as fields that already hold their words. */
import { Bookmark, ExternalHyperlink, type ParagraphChild, SimpleField, Tab, TextRun } from "docx";
import type { Inline, Text } from "../../../domain/report/document.ts";
import { referenceText, referredTo } from "../../../domain/report/numbering.ts";
import { anchorOf, noteId, type Place } from "./place.ts";

/** Signs XML cannot hold: one would make a file that Word calls damaged. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Runs of a text; their size is the paragraph style's to say. */
export function runsOf(text: Text, place: Place): ParagraphChild[] {
  return text.flatMap((part) => runOf(part, place));
}

function runOf(part: Inline, place: Place): ParagraphChild[] {
  if (typeof part === "string") return linesOf(part);
  switch (part.kind) {
    case "strong":
      return linesOf(part.text, { bold: true });
    case "link":
      return [new ExternalHyperlink({ link: part.href, children: linesOf(part.text, { style: "Hyperlink" }) })];
    case "reference":
      return referenceTo(part.to, place);
    case "note":
      return [
        new TextRun(" "),
        new SimpleField(
          `REF ${anchorOf(noteId(part.note), place)} \\h`,
          `[note ${place.numbering.notes.get(part.note)}]`,
        ),
      ];
  }
}

/** A field that leads there; Word counts it again when the paper is merged into another. */
function referenceTo(to: string, place: Place): ParagraphChild[] {
  const words = referenceText(to, place.numbering, place.report);
  const { numbering, report } = place;
  const block = referredTo(to, numbering, report);
  const anchor = anchorOf(block.id ?? to, place);
  if (block.kind === "table" || block.kind === "figure") return [new SimpleField(`REF ${anchor} \\h`, words)];
  const [, kind, number] = /^(section |paragraph )([\d.]+)$/.exec(words) ?? [];
  // The number of a heading or paragraph is its list's, not its text: \r asks for it.
  if (number !== undefined) return [new TextRun(kind ?? ""), new SimpleField(`REF ${anchor} \\r \\h`, number)];
  return [new TextRun("“"), new SimpleField(`REF ${anchor} \\h`, words.slice(1, -1)), new TextRun("”")];
}

/** Text as it reads: a line break is a line break on paper, a tab a tab. */
export function linesOf(text: string, look: { readonly bold?: boolean; readonly style?: string } = {}): TextRun[] {
  return sayable(text)
    .split("\n")
    .map((line, index) => {
      const children = line.split("\t").flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
      return new TextRun({ children, ...(index === 0 ? {} : { break: 1 }), ...look });
    });
}

/** A bookmark around runs: what references lead to. */
export function marked(id: string, children: readonly ParagraphChild[], place: Place): Bookmark {
  return new Bookmark({ id: anchorOf(id, place), children: [...children] });
}

/** The text without the signs XML cannot hold. */
export function sayable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSAYABLE, "\ufffd");
}
