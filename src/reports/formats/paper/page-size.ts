/** Paper and margins, in points: said once, for the layout and for the widths of columns. */
import type { ReportSection } from "../../../domain/report/document.ts";

export type PageSize = {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly x: number; readonly top: number; readonly bottom: number };
  /** What is left for the text. */
  readonly body: { readonly width: number; readonly height: number };
};

const PAPER = { a4: [595.28, 841.89], a3: [841.89, 1190.55] } as const;
const MARGINS = { portrait: { x: 62, top: 57, bottom: 57 }, landscape: { x: 40, top: 48, bottom: 45 } } as const;

/** The page a section is printed on. */
export function pageSize({ orientation, size }: Pick<ReportSection, "orientation" | "size">): PageSize {
  const [short, long] = PAPER[size];
  const margin = MARGINS[orientation];
  const [width, height] = orientation === "portrait" ? [short, long] : [long, short];
  return { width, height, margin, body: { width: width - 2 * margin.x, height: height - margin.top - margin.bottom } };
}
