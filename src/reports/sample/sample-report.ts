/** A report with one of everything a report can hold, about nobody: what every format is proved against. */
import { runChart } from "../../charts/run-chart.ts";
import type { SeriesPoint } from "../../charts/series.ts";
import { sparkline } from "../../charts/sparkline.ts";
import type {
  Block,
  Report,
  ReportCell,
  ReportColumn,
  ReportRow,
  TableBlock,
  Text,
} from "../../domain/report/document.ts";
import { AWKWARD } from "./awkward-text.ts";

const COLUMNS: readonly ReportColumn[] = [
  {
    id: "reference",
    header: "Reference",
    weight: 1,
    align: "start",
    words: "The indicator’s number on the scorecard.",
  },
  { id: "title", header: "Measure", weight: 5, align: "start", words: "What is counted." },
  { id: "target", header: "Target", weight: 1.4, align: "end", words: "The level aimed at." },
  { id: "q3", header: "Q3 2025-26", weight: 1.4, align: "end", words: "The figure for that quarter." },
  { id: "q4", header: "Q4 2025-26", weight: 1.4, align: "end", words: "The figure for that quarter." },
  { id: "rating", header: "Rating", weight: 1.5, align: "start", words: "Red, amber or green against the target." },
  { id: "direction", header: "Direction", weight: 2, align: "start", words: "Movement since the last quarter." },
  { id: "trend", header: "Trend", weight: 2, align: "start", words: "The last quarters as a line." },
  { id: "comment", header: "Comment", weight: 6, align: "start", words: "What the service says of it." },
];

const text = (...parts: Text): ReportCell => ({ kind: "text", text: parts });
const percentage = (value: number, marks?: readonly string[]): ReportCell => ({
  kind: "number",
  shown: `${value.toFixed(1)}%`,
  value,
  format: { decimals: 1, sign: "%" },
  ...(marks === undefined ? {} : { marks }),
});
const count = (value: number): ReportCell => ({
  kind: "number",
  shown: value.toLocaleString("en-GB"),
  value,
  format: { decimals: 0, sign: "" },
});
const series = (values: readonly (number | null)[]): readonly SeriesPoint[] =>
  values.map((value, index) => ({ label: `Q${index + 1} 2025-26`, value, shown: value === null ? "–" : `${value}` }));

let pictures = 0;
const trend = (values: readonly (number | null)[]): ReportCell => ({
  kind: "trend",
  svg: sparkline(series(values), { id: `trend-${++pictures}`, title: "Trend" }),
  alt: `Over the last ${values.length} quarters: ${values.map((value) => value ?? "no figure").join(", ")}.`,
});

const RED: ReportCell = {
  kind: "rating",
  word: "red",
  label: "■ Red",
  sentence: "Red: 71.4% is below the target of 90%.",
};
const GREEN: ReportCell = { kind: "rating", word: "green", label: "● Green", sentence: "Green: the target is met." };
const NOT_RATED: ReportCell = {
  kind: "rating",
  word: "not-rated",
  label: "– Not rated",
  sentence: "Not rated: no target.",
};
const BETTER: ReportCell = {
  kind: "direction",
  arrow: "↑",
  label: "↑ Improving",
  meaning: "improving",
  sentence: "Up 3.2 percentage points since Q3 2025-26. Improving.",
};
const NONE: ReportCell = {
  kind: "direction",
  arrow: "–",
  label: "– Cannot be compared",
  meaning: "cannot-compare",
  sentence: "Cannot be compared: the earlier figure is withheld.",
};

/** @param extra more indicators after the named ones: 300 make a large scorecard */
function rowsOf(extra: number): readonly ReportRow[] {
  const named: readonly ReportRow[] = [
    {
      cells: [
        text("1.1"),
        text("Assessments completed within 45 working days", { kind: "note", note: "recording" }),
        text("90% or more"),
        percentage(68.2),
        percentage(71.428571, ["[p]"]),
        RED,
        BETTER,
        trend([64, 66.1, 68.2, 71.4]),
        text("Two workers started in February; ", { kind: "strong", text: "92% by September" }, " is expected."),
      ],
    },
    {
      cells: [
        text("1.2"),
        text("Children in secure accommodation"),
        text("–"),
        { kind: "state", shorthand: "[c]", words: "Hidden because it could tell of a person." },
        count(0),
        NOT_RATED,
        NONE,
        trend([null, null, 0, 0]),
        text("–"),
      ],
    },
    {
      cells: [
        text("1.3"),
        text("Referrals"),
        text("–"),
        count(1036),
        count(1127),
        GREEN,
        BETTER,
        trend([990, 1001, 1036, 1127]),
        text(AWKWARD.join(" | ")),
      ],
    },
  ];
  const more = Array.from(
    { length: extra },
    (_, index): ReportRow => ({
      cells: [
        text(`2.${index + 1}`),
        text(
          `Indicator ${index + 1} of a large scorecard, with a name that takes more than one line of a narrow column`,
        ),
        text("80%"),
        percentage(50 + (index % 50)),
        percentage(51 + (index % 49)),
        index % 3 === 0 ? RED : GREEN,
        BETTER,
        trend([50, 52, 49, 51 + (index % 49)]),
        text(
          index % 5 === 0
            ? "A comment of ordinary length that says what changed and what is done about it. ".repeat(4)
            : "–",
        ),
      ],
    }),
  );
  return [...named, ...more];
}

const COUNTS: TableBlock = {
  kind: "table",
  id: "ratings",
  caption: "Indicators by rating",
  columns: [
    { id: "rating", header: "Rating", weight: 2, align: "start", words: "Red, amber, green or not rated." },
    { id: "count", header: "Indicators", weight: 1, align: "end", words: "How many have it." },
  ],
  rows: [
    { cells: [text("■ Red"), count(1)] },
    { cells: [text("▲ Amber"), count(0)] },
    { cells: [text("● Green"), count(1)] },
    { cells: [text("– Not rated"), count(1)] },
    { cells: [text("Total"), count(3)] },
  ],
};

/** `large`: how many indicators more; `withGap`: whether something is still to be written. */
export function sampleReport({ large = 0, withGap = false } = {}): Report {
  pictures = 0;
  const indicators = (part: string, id: string, rows: readonly ReportRow[]): TableBlock => ({
    kind: "table",
    id,
    caption: `${part}: indicators`,
    columns: COLUMNS,
    rows,
    source: "Waymark; data as loaded on 2 April 2026.",
    sheet: { name: "Indicators", partColumn: "Section", part },
  });
  const gap: readonly Block[] = withGap
    ? [
        {
          kind: "gap",
          id: "why-1.1",
          words: "Why 1.1 is red, and what is being done",
          remedy: "Write a comment on 1.1.",
        },
      ]
    : [];
  return {
    template: "sample",
    title: "Children’s services performance: Quarter 4 of 2025-26",
    subtitle: "Report to the Children and Families Scrutiny Committee",
    organisation: "Wexcombe Council",
    audience: "internal",
    marking: "OFFICIAL-SENSITIVE: internal, not for publication",
    period: { id: "2025-26-Q4", label: "Quarter 4 of 2025-26 (January to March 2026)" },
    madeOn: "2026-04-10",
    author: "Wexcombe Council, performance team",
    keywords: ["children’s services", "scrutiny"],
    sections: [
      {
        id: "front",
        orientation: "portrait",
        size: "a4",
        blocks: [
          {
            kind: "facts",
            rows: [
              { name: "Date of meeting", text: ["27 April 2026"] },
              { name: "Report of", text: ["Director of Children’s Services"] },
            ],
          },
          { kind: "contents" },
          { kind: "heading", id: "summary", level: 1, text: "Report summary", isNumbered: true },
          {
            kind: "paragraph",
            id: "summary-text",
            text: [
              "One indicator of three is red; see ",
              { kind: "reference", to: "ratings" },
              " and ",
              { kind: "reference", to: "reds" },
              ". ",
              { kind: "link", text: "The council’s pages", href: "https://wexcombe.example/performance" },
              " have earlier reports.",
            ],
          },
          COUNTS,
          { kind: "heading", id: "reds", level: 2, text: "What is red", isNumbered: true },
          ...gap,
          { kind: "list", isOrdered: false, items: [["1.1: assessments take too long."], ["Nothing else is red."]] },
          { kind: "heading", id: "chart-heading", level: 3, text: "Assessments in time", isNumbered: true },
          {
            kind: "figure",
            id: "assessments-chart",
            caption: "Assessments completed within 45 working days",
            svg: runChart(series([64, 66.1, 68.2, 71.4]), {
              id: "assessments",
              title: "Assessments completed within 45 working days",
              unit: "percentage",
            }),
            alt: "Assessments in time rose from 64% in the first quarter to 71.4% in the fourth; the target is 90%.",
            table: "assessments-table",
          },
          {
            kind: "table",
            id: "assessments-table",
            caption: "Assessments completed within 45 working days, by quarter",
            columns: [
              { id: "quarter", header: "Quarter", weight: 1, align: "start", words: "The quarter." },
              { id: "value", header: "Percentage", weight: 1, align: "end", words: "The figure." },
            ],
            rows: [64, 66.1, 68.2, 71.4].map((value, index) => ({
              cells: [text(`Q${index + 1} 2025-26`), percentage(value)],
            })),
          },
        ],
      },
      {
        id: "appendix",
        orientation: "landscape",
        size: "a4",
        blocks: [
          { kind: "heading", id: "appendix-heading", level: 1, text: "Appendix: the scorecard", isNumbered: false },
          indicators("Front door", "indicators-front-door", rowsOf(0)),
          ...(large === 0 ? [] : [indicators("Everything else", "indicators-large", rowsOf(large).slice(3))]),
        ],
      },
    ],
    notes: [{ id: "recording", text: "Recording is late in March; the figure usually rises by four points." }],
    shorthand: [
      { shorthand: "[c]", words: "Hidden because it could tell of a person." },
      { shorthand: "[p]", words: "Provisional." },
    ],
    data: [
      {
        name: "figures",
        title: "Figures of the report",
        columns: [
          { name: "reference", words: "The indicator’s number on the scorecard.", type: "string" },
          { name: "period", words: "The quarter.", type: "string" },
          { name: "value", words: "Exact, in per cent or cases.", type: "number" },
          { name: "shorthand", words: "What stands in place of a value.", type: "string" },
        ],
        rows: [
          { reference: "1.1", period: "2025-26-Q4", value: 71.428571, shorthand: "[p]" },
          { reference: "1.2", period: "2025-26-Q3", value: null, shorthand: "[c]" },
          { reference: "=1.3", period: "2025-26-Q4", value: 1127, shorthand: null },
        ],
      },
    ],
  };
}
