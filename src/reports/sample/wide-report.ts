/** A report whose one table has as many columns as the widest published scorecard: what a page must still be able to hold. */
import type { Report, ReportCell, ReportColumn } from "../../domain/report/document.ts";
import { AWKWARD } from "./awkward-text.ts";
import { sampleReport } from "./sample-report.ts";

const WORDS = ["Reference", "Measure", "Good is", "Target", "Rating", "Direction of travel", "Neighbours", "Comment"];
const MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];
const QUARTERS = ["Q1 2025-26", "Q2 2025-26", "Q3 2025-26", "Q4 2025-26", "2025-26"];

const text = (words: string): ReportCell => ({ kind: "text", text: [words] });
const number = (value: number): ReportCell => ({
  kind: "number",
  shown: `${value.toFixed(1)}%`,
  value,
  format: { decimals: 1, sign: "%" },
});

/** Twenty-five columns, on A4 and on A3 landscape; comments of 1,500 letters among its rows. */
export function wideReport(rows = 12): Report {
  const sample = sampleReport();
  const section = (size: "a4" | "a3", id: string, caption: string) => ({
    id,
    orientation: "landscape" as const,
    size,
    blocks: [
      { kind: "heading" as const, id: `${id}-heading`, level: 1 as const, text: caption, isNumbered: true },
      {
        kind: "table" as const,
        id,
        caption,
        columns: columns(),
        rows: Array.from({ length: rows }, (_, at) => row(at)),
      },
    ],
  });
  return {
    ...sample,
    template: "sample-wide",
    sections: [
      { id: "front", orientation: "portrait", size: "a4", blocks: [{ kind: "contents" }] },
      section("a4", "everything", "Everything at once"),
      section("a3", "everything-larger", "Everything at once on a larger sheet"),
    ],
  };
}

function columns(): readonly ReportColumn[] {
  const named = (header: string, weight: number, align: "start" | "end" = "start"): ReportColumn => ({
    id: header.toLowerCase().replaceAll(" ", "-"),
    header,
    weight,
    align,
    words: `${header}.`,
  });
  return [
    ...WORDS.slice(0, 4).map((header) => named(header, header === "Measure" ? 4 : 1.2)),
    ...[...MONTHS, ...QUARTERS].map((header) => named(header, 1, "end")),
    ...WORDS.slice(4).map((header) => named(header, header === "Comment" ? 6 : 1.5)),
  ];
}

function row(at: number): { readonly cells: readonly ReportCell[] } {
  return {
    cells: [
      text(`${at + 1}.1`),
      text("Children whose plan was reviewed in time, of those whose review was due in the period"),
      text("High"),
      text("95%"),
      ...[...MONTHS, ...QUARTERS].map((_, index) => number(60 + ((at + index) % 40))),
      { kind: "rating", word: "amber", label: "▲ Amber", sentence: "Amber: within 5% of the target." },
      {
        kind: "direction",
        arrow: "↓",
        label: "↓ Worse",
        meaning: "worse",
        sentence: "Down 2 percentage points since Q3 2025-26. Worse.",
      },
      number(88),
      text(at % 4 === 0 ? "What changed, why, and what is done about it. ".repeat(33) : (AWKWARD[at] ?? "–")),
    ],
  };
}
