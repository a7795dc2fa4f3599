/** Texts as the Typst text reads them: references and notes in words, lines broken where the writer broke them, long words breakable. */
import type { Inline, Report, Text } from "../../../domain/report/document.ts";
import { type Numbering, referenceText, referredTo } from "../../../domain/report/numbering.ts";

/** What texts of one report are printed with. */
export type TextPress = {
  readonly report: Report;
  readonly numbering: Numbering;
  /** Notes already referred to: the first place is where the note leads back to. */
  readonly notesMet: Set<string>;
};

/** Anything else a link could start is no business of a report. */
const SAFE_LINK = /^(?:https?:\/\/|mailto:)./i;

/** A word of more letters may be broken anywhere; ordinary ones only where English hyphenates. */
const LONGEST_WORD = 20;
const PIECE = 8;
/** Fewer letters than this to a line, and hyphens do not help. */
const NARROWEST = 5;

export function printedText(text: Text, press: TextPress, widest = LONGEST_WORD): readonly unknown[] {
  return text.flatMap((part) => printedInline(part, press, widest));
}

function printedInline(part: Inline, press: TextPress, widest: number): readonly unknown[] {
  if (typeof part === "string") return linesOf(part, widest);
  const { numbering, report, notesMet } = press;
  if (part.kind === "reference")
    return [
      {
        kind: "reference",
        to: referredTo(part.to, numbering, report).id ?? "",
        text: referenceText(part.to, numbering, report),
      },
    ];
  if (part.kind === "strong") return [{ ...part, text: breakable(part.text, widest) }];
  if (part.kind === "link")
    return [{ ...part, kind: SAFE_LINK.test(part.href) ? "link" : "text", text: breakable(part.text, widest) }];
  const isFirst = !notesMet.has(part.note);
  notesMet.add(part.note);
  return [
    {
      kind: "note",
      to: `note-${part.note}`,
      from: isFirst ? `note-origin-${part.note}` : "",
      text: `[note ${numbering.notes.get(part.note)}]`,
    },
  ];
}

/** A line break in a text is a line break on paper, a tab a space. */
export function linesOf(text: string, widest = LONGEST_WORD): readonly unknown[] {
  return text
    .replaceAll("\t", " ")
    .split(/\r?\n/)
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ kind: "break" }]),
      { kind: "text", text: breakable(line, widest) },
    ]);
}

/**
 * Marks where a word may be broken with a space of no width. The layout takes the marks out again, so that copied text has none.
 *
 * @param widest letters that have room; words of letters alone are left to hyphenation up to twenty
 */
export function breakable(text: string, widest = LONGEST_WORD): string {
  return text.replace(/\S+/gu, (word) => {
    const letters = [...word].length;
    const isHyphenated = widest >= NARROWEST && letters <= LONGEST_WORD && /^[\p{L}\p{M}’'-]+[.,;:!?)]*$/u.test(word);
    if (letters <= widest || isHyphenated) return word;
    return word.match(new RegExp(`.{1,${Math.min(PIECE, widest)}}`, "gu"))?.join("\u200b") ?? word;
  });
}
