/** What every part of a Word report needs to know: the report, its numbers, its bookmarks and its sheets of paper. */
import { createHash } from "node:crypto";
import { blocksOf, type Report, type ReportSection } from "../../../domain/report/document.ts";
import { type Numbering, numberReport } from "../../../domain/report/numbering.ts";
import { type Drawings, drawPictures } from "./pictures.ts";

/** Twentieths of a point, Word's own unit. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** The sheet a section stands on, as it is read: a landscape one is wider than high. */
export type SheetOf = (section: Pick<ReportSection, "orientation" | "size">) => Sheet;

export type Place = {
  readonly report: Report;
  readonly numbering: Numbering;
  /** Bookmark of each id of the report, unlike any other report's, so that two may stand in one agenda pack. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Six signs that are this report's own. */
  readonly mark: string;
  readonly sheetOf: SheetOf;
  readonly drawings: Drawings;
  /** How much wider than ours the letters may be: a council's font is not known, and many take Verdana. */
  readonly spread: number;
};

const SIZES = { a4: { short: 11_906, long: 16_838 }, a3: { short: 16_838, long: 23_811 } } as const;
/** The marking and the page's number stand in the margins above and below. */
const MARGINS = { portrait: { across: 1134, down: 1304 }, landscape: { across: 794, down: 1077 } } as const;

/** A4 or A3 with the margins Waymark's own reports have. */
export function standardSheet({ orientation, size }: Pick<ReportSection, "orientation" | "size">): Sheet {
  const { short, long } = SIZES[size];
  const { across, down } = MARGINS[orientation];
  const sides = { top: down, right: across, bottom: down, left: across };
  return orientation === "landscape"
    ? { width: long, height: short, ...sides }
    : { width: short, height: long, ...sides };
}

/** The place of a report on the sheets given, its pictures drawn. */
export async function placeOf(report: Report, sheetOf: SheetOf = standardSheet, spread = 1): Promise<Place> {
  const { template, period, title } = report;
  const mark = createHash("sha256").update([template, period.id, title].join("\n")).digest("hex").slice(0, 6);
  const ids = blocksOf(report).flatMap((block) => ("id" in block && block.id !== undefined ? [block.id] : []));
  const notes = report.notes.map(({ id }) => noteId(id));
  // Word takes forty signs, which long ids share the beginning of: bookmarks are counted instead.
  const anchors = new Map([...ids, ...notes].map((id, index) => [id, `wm${mark}_${index + 1}`]));
  return {
    report,
    numbering: numberReport(report),
    anchors,
    mark,
    sheetOf,
    drawings: await drawPictures(report),
    spread,
  };
}

/** Notes have ids of their own, apart from the blocks'. */
export function noteId(note: string): string {
  return `note ${note}`;
}

/** The bookmark of an id. */
export function anchorOf(id: string, { anchors, mark }: Place): string {
  return anchors.get(id) ?? `wm${mark}_0`;
}

/** The width between the margins. */
export function textWidth({ width, left, right }: Sheet): number {
  return width - left - right;
}
