/** Marks between the parts of a report, so that a council's own document can take each where it wants it; none is in a finished file. */
import { FileChild } from "docx";
import type { Report } from "../../../domain/report/document.ts";

/** An element readers of Word files pass over, which the library itself never writes. */
export const SECTION_MARK = "w:proofErr";

/** The part that holds organisation, title and subtitle. */
export const TITLE = "title";

/** Stands before each part, in the order of `partIds`. */
export function sectionMark(): FileChild {
  return new FileChild(SECTION_MARK);
}

/** Names of the parts: the title, the report's sections, and what stands at the end. */
export function partIds({ sections, notes, shorthand }: Report): readonly string[] {
  return [
    TITLE,
    ...sections.map(({ id }) => id),
    ...(notes.length === 0 ? [] : ["notes"]),
    ...(shorthand.length === 0 ? [] : ["shorthand"]),
  ];
}
