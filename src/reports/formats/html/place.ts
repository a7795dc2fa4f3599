/** Where a piece of a report is being written: the report, its numbers, and the anchors its parts are reached by. */
import type { Report } from "../../../domain/report/document.ts";
import { type Numbering, numberReport } from "../../../domain/report/numbering.ts";

export type Place = {
  readonly report: Report;
  readonly numbering: Numbering;
  /** Notes referred to so far: the first reference to each is where its text leads back to. */
  readonly notesMet: Set<string>;
};

/** For one writing of the report, from its beginning. */
export function placeOf(report: Report): Place {
  return { report, numbering: numberReport(report), notesMet: new Set() };
}

/** The anchor of a block: apart from every id of the page around the report, and without signs an address cannot hold. */
export function anchorOf(id: string): string {
  return `part-${slug(id)}`;
}

/** The anchor of a note's text. */
export function noteAnchor(note: string): string {
  return `note-${slug(note)}`;
}

/** The anchor of the first place that refers to a note. */
export function noteOrigin(note: string): string {
  return `from-note-${slug(note)}`;
}

/** Different ids stay different: what is replaced is written as its code. */
function slug(id: string): string {
  return id.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
}
