/** How long reports take to write: 100 indicators with a line of their past each, and the same with a chart and its table for each, in every format. */
import { performance } from "node:perf_hooks";
import { runChart } from "../../src/charts/run-chart.ts";
import type { SeriesPoint } from "../../src/charts/series.ts";
import type { Block, Report, TableBlock } from "../../src/domain/report/document.ts";
import { REPORT_FORMATS } from "../../src/reports/formats/index.ts";
import { sampleReport } from "../../src/reports/sample/sample-report.ts";

const INDICATORS = 100;
/** The sample names three indicators of its own. */
const NAMED = 3;
const RUNS = 5;
const MONTHS = 13;

export type ReportTiming = {
  /** The first file, with whatever the format has to load and start. */
  readonly first_ms: number;
  readonly median_ms: number;
  readonly spread_ms: number;
  readonly kb: number;
};

/** A line for each report and format. */
export async function measureReports(): Promise<Readonly<Record<string, ReportTiming>>> {
  const plain = sampleReport({ large: INDICATORS - NAMED });
  const reports = { "report of 100 indicators": plain, "report of 100 indicators and 100 charts": withCharts(plain) };
  const results: Record<string, ReportTiming> = {};
  for (const [name, report] of Object.entries(reports))
    for (const format of REPORT_FORMATS) {
      const times: number[] = [];
      let bytes = 0;
      for (let run = 0; run <= RUNS; run++) {
        const start = performance.now();
        const files = await format.render(report);
        times.push(performance.now() - start);
        bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
      }
      const [first = 0, ...others] = times;
      others.sort((one, two) => one - two);
      results[`${name}, ${format.id}`] = {
        first_ms: Math.round(first),
        median_ms: Math.round(others[Math.floor(RUNS / 2)] ?? 0),
        spread_ms: Math.round((others.at(-1) ?? 0) - (others[0] ?? 0)),
        kb: Math.round(bytes / 1000),
      };
    }
  return results;
}

function withCharts(report: Report): Report {
  const blocks = Array.from({ length: INDICATORS }, (_, at) => chartOf(at)).flat();
  return {
    ...report,
    sections: [...report.sections, { id: "charts", orientation: "portrait", size: "a4", blocks }],
  };
}

function chartOf(at: number): readonly Block[] {
  const series: readonly SeriesPoint[] = Array.from({ length: MONTHS }, (_, month) => {
    const value = 50 + ((at * 7 + month * 11) % 40);
    return { label: `Month ${month + 1}`, value, shown: `${value}%` };
  });
  const title = `Indicator ${at + 1} by month`;
  const table: TableBlock = {
    kind: "table",
    id: `chart-table-${at}`,
    caption: title,
    columns: [
      { id: "month", header: "Month", weight: 1, align: "start", words: "The month." },
      { id: "value", header: "Percentage", weight: 1, align: "end", words: "The figure." },
    ],
    rows: series.map(({ label, value, shown }) => ({
      cells: [
        { kind: "text", text: [label] },
        { kind: "number", shown, value: value ?? 0, format: { decimals: 0, sign: "%" } },
      ],
    })),
  };
  const svg = runChart(series, { id: `bench-${at}`, title, unit: "percentage" });
  return [
    { kind: "figure", id: `chart-${at}`, caption: title, svg, alt: `${title}: thirteen figures.`, table: table.id },
    table,
  ];
}
