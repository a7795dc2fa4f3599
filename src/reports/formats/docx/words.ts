/** Texts of a report as runs of Word: emphasis, links out, references within, notes. */
import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from "docx";
import type { Inline, Report, Text } from "../../../domain/report/document.ts";
import { type Numbering, referenceText } from "../../../domain/report/numbering.ts";

export type Place = { readonly report: Report; readonly numbering: Numbering };

/** Runs of a text; `size` in half points where it is not the document's own. */
export function runsOf(text: Text, place: Place, size?: number): ParagraphChild[] {
  return text.flatMap((part) => runOf(part, place, size));
}

function runOf(part: Inline, { report, numbering }: Place, size: number | undefined): ParagraphChild[] {
  const sized = size === undefined ? {} : { size };
  if (typeof part === "string") return linesOf(part, sized);
  const link = (text: string) => [new TextRun({ text, style: "Hyperlink", ...sized })];
  switch (part.kind) {
    case "strong":
      return [new TextRun({ text: part.text, bold: true, ...sized })];
    case "link":
      return [new ExternalHyperlink({ link: part.href, children: link(part.text) })];
    case "reference":
      return [
        new InternalHyperlink({ anchor: anchorOf(part.to), children: link(referenceText(part.to, numbering, report)) }),
      ];
    case "note":
      return [
        new InternalHyperlink({
          anchor: anchorOf(`note-${part.note}`),
          children: link(` [note ${numbering.notes.get(part.note)}]`),
        }),
      ];
  }
}

/** A line break in a text is a line break on paper. */
function linesOf(text: string, sized: { readonly size?: number }): TextRun[] {
  return text
    .split("\n")
    .map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }), ...sized }));
}

/** Word takes letters, digits and underscores, at most forty, beginning with a letter. */
export function anchorOf(id: string): string {
  return `wm_${id.replace(/\W+/g, "_")}`.slice(0, 40);
}
