/** Breaks in a series that only a comment tells of: "the reports were rebuilt in October". The figure of that month starts a new series. */
import { monthLabel } from "../../domain/period.ts";
import { finding, type ImportFinding } from "./finding.ts";
import type { ImportedComment, ImportedFigure, ImportedIndicator } from "./imported.ts";

const TOLD =
  /(?:rebuilt|redefined|re-?counted|new definition|definition (?:was |has )?changed)[^.]{0,40}?\b(?:in|from|since) (january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

type WithBreaks = { readonly indicators: readonly ImportedIndicator[]; readonly findings: readonly ImportFinding[] };

/** The indicators with breaks marked on the figures they begin with. */
export function markSeriesBreaks(
  indicators: readonly ImportedIndicator[],
  comments: readonly ImportedComment[],
): WithBreaks {
  const findings: ImportFinding[] = [];
  const marked = indicators.map((indicator) => {
    const told = comments.filter(({ references }) => references.includes(indicator.reference));
    for (const { body, table, row } of told) {
      const [quote, month] = TOLD.exec(body) ?? [];
      const first = month === undefined ? undefined : indicator.figures.find((figure) => isOfMonth(figure, month));
      if (quote === undefined || first === undefined) continue;
      findings.push(
        finding(
          "SERIES_BREAK_TOLD",
          { table, row, reference: indicator.reference, column: first.column, quote },
          `The comment tells of a break in the series from ${first.period.label}.`,
          "Marked on that figure: no direction is told across it.",
        ),
      );
      return { ...indicator, figures: indicator.figures.map((one) => (one === first ? broken(one) : one)) };
    }
    return indicator;
  });
  return { indicators: marked, findings };
}

function isOfMonth({ period, state }: ImportedFigure, month: string): boolean {
  return state === "value" && monthLabel(period.end).toLowerCase().startsWith(month.toLowerCase());
}

function broken(figure: ImportedFigure): ImportedFigure {
  return { ...figure, quality: "series-break" };
}
