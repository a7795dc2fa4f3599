/** Pages of the contents, before anybody updates a field; Word's own count may differ by one in a long paper. Laying out is most of the work of a report, so no more is laid out than decides where lines and pages end. */
import type { IXmlableObject, PageNumberEstimator } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { wordsWidth } from "../paper/column-widths.ts";
import { childrenOf, withChildren } from "./formatted.ts";

type Context = Parameters<PageNumberEstimator>[1];

/** The largest letters of a table, in points, and a cell's margins with some room to spare. */
const LETTERS = 10;
const MARGINS = 10;
const TWENTIETHS = 20;

/** Pages of a finished document, laid out whole. */
export const PAGES_OF_FINISHED = estimatePageNumbersWith({ guess: true });

/** Pages of a report while it is written. */
export const PAGES_OF_REPORT: PageNumberEstimator = Object.assign(
  (body: IXmlableObject, context: Context) => PAGES_OF_FINISHED(thinned(body), context),
  // Tables number no heading.
  {
    listNumbers: (body: IXmlableObject, context: Context) =>
      PAGES_OF_FINISHED.listNumbers?.(withoutTables(body), context) ?? new Map(),
  },
);

function withoutTables(body: IXmlableObject): IXmlableObject {
  return withChildren(body, "w:body", (blocks) => blocks.filter((one) => childrenOf(one, "w:tbl") === undefined));
}

function thinned(body: IXmlableObject): IXmlableObject {
  return withChildren(body, "w:body", (blocks) =>
    blocks.map((block) =>
      withChildren(block, "w:tbl", (parts) => parts.map((part) => withChildren(part, "w:tr", thinnedRow))),
    ),
  );
}

/** Texts of one line beside each other make a row as high as one empty cell across their columns does. */
function thinnedRow(parts: readonly unknown[]): readonly unknown[] {
  const rest: unknown[] = [];
  let short: unknown[] = [];
  const put = () => {
    if (short.length > 0) rest.push(emptyAcross(short));
    short = [];
  };
  for (const part of parts)
    if (isOneLine(part)) short.push(part);
    else {
      put();
      rest.push(part);
    }
  put();
  return rest;
}

/** A cell of one plain text that is sure to stand on one line, and nothing that could be led to. */
function isOneLine(cell: unknown): boolean {
  const [, paragraph, more] = childrenOf(cell, "w:tc") ?? [];
  const [, run, further] = childrenOf(paragraph, "w:p") ?? [];
  if (more !== undefined || further !== undefined) return false;
  const inRun = (childrenOf(run, "w:r") ?? []).filter((one) => childrenOf(one, "w:rPr") === undefined);
  const text = inRun.length === 1 ? childrenOf(inRun[0], "w:t")?.at(-1) : undefined;
  return typeof text === "string" && wordsWidth(text, LETTERS, true) < widthOf(cell) / TWENTIETHS - MARGINS;
}

/** As wide as all of them, with the first one's paragraph and no text. */
function emptyAcross(cells: readonly unknown[]): unknown {
  const [properties, paragraph] = childrenOf(cells[0], "w:tc") ?? [];
  if (cells.length === 1) return { "w:tc": [properties, withoutRuns(paragraph)] };
  const width = cells.reduce((sum: number, cell) => sum + widthOf(cell), 0);
  const across = {
    "w:tcPr": [
      { "w:tcW": { _attr: { "w:type": "dxa", "w:w": width } } },
      { "w:gridSpan": { _attr: { "w:val": cells.length } } },
    ],
  };
  return { "w:tc": [across, withoutRuns(paragraph)] };
}

function withoutRuns(paragraph: unknown): unknown {
  return withChildren(paragraph, "w:p", (parts) => parts.filter((part) => childrenOf(part, "w:pPr") !== undefined));
}

function widthOf(cell: unknown): number {
  const [properties] = childrenOf(cell, "w:tc") ?? [];
  const [attributes] = childrenOf(childrenOf(properties, "w:tcPr")?.[0], "w:tcW") ?? [];
  const [width] = childrenOf(attributes, "_attr") ?? [];
  return Number((width as { readonly "w:w"?: unknown } | undefined)?.["w:w"] ?? 0);
}
