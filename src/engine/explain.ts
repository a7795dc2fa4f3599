/** Shows how a measure is worked out: legible SQL of its monthly figures, in any dialect. */
import type { Breakdown, Measure } from "../domain/measure.ts";
import { type DialectId, identifier, WRITTEN_DIALECTS, type WrittenDialectId } from "./dialect.ts";
import { planOf } from "./plan.ts";
import { NOT_RECORDED, partColumn, type Span, scanSql } from "./scan-sql.ts";
import type { TableColumns } from "./score.ts";
import { translateSql } from "./translate.ts";

export type ExplainOptions = {
  readonly dialect: DialectId;
  readonly span: Span;
  readonly columns: TableColumns;
  readonly by?: Breakdown;
};

const WRITTEN: readonly string[] = Object.keys(WRITTEN_DIALECTS);

/**
 * The SQL of a measure: rows of authority, period_index, part (numerator, denominator) and n, one query for each part.
 * The text for DuckDB, PostgreSQL and Trino is Waymark's own; for the others it is translated from PostgreSQL's.
 */
export async function explainSql(measure: Measure, options: ExplainOptions): Promise<string> {
  const isWritten = WRITTEN.includes(options.dialect);
  const sql = measureSql(measure, {
    ...options,
    dialect: isWritten ? (options.dialect as WrittenDialectId) : "postgresql",
  });
  return isWritten ? sql : translateSql(sql, options.dialect);
}

function measureSql(
  measure: Measure,
  { dialect, span, columns, by }: ExplainOptions & { readonly dialect: WrittenDialectId },
): string {
  const plan = planOf([measure]);
  const [planned] = plan.measures;
  if (planned === undefined) return byHandSql(measure);
  const steps: string[] = [];
  const queries: string[] = [];
  for (const [index, scan] of plan.scans.entries()) {
    const name = plan.scans.length === 1 ? "scanned" : `scanned_${index + 1}`;
    const text = scanSql(scan, {
      dialect: WRITTEN_DIALECTS[dialect],
      span,
      breakdowns: by === undefined ? [] : [by],
      columns: columns.get(scan.table) ?? new Set(),
    });
    steps.push(`${name} as (\n${indent(text)}\n)`);
    for (const [label, ref] of [
      ["numerator", planned.numerator],
      ["denominator", planned.denominator],
    ] as const) {
      if (ref === null || ref.scan !== index) continue;
      queries.push(
        partQuery(name, label, { part: ref.part, aggregate: scan.parts[ref.part]?.aggregate ?? "count", by }),
      );
    }
  }
  return [
    `-- measure ${measure.id}: ${measure.title}`,
    "with",
    steps.map(indent).join(",\n"),
    `${queries.join("\nunion all\n")}\norder by 1, 2, 3, 4`,
  ].join("\n");
}

type PartQuery = { readonly part: number; readonly aggregate: string; readonly by: Breakdown | undefined };

function partQuery(source: string, label: string, { part, aggregate, by }: PartQuery): string {
  const column = partColumn(part);
  const number: Readonly<Record<string, string>> = {
    count: `sum(${column})`,
    children: `count(distinct case when ${column} = 1 then person_id end)`,
    sum: `sum(${column})`,
    maximum: `max(${column})`,
    values: `count(${column})`,
  };
  const group = by === undefined ? "cast(null as varchar)" : `coalesce(${identifier(by)}, '${NOT_RECORDED}')`;
  const grouped = by === undefined ? "" : `, ${group}`;
  return `select authority, period_index, '${label}' as part, ${group} as breakdown, ${number[aggregate]} as n\nfrom ${source}\ngroup by authority, period_index${grouped}`;
}

function byHandSql(measure: Measure): string {
  return [
    `-- measure ${measure.id}: ${measure.title} (collected by hand)`,
    "select authority, period, numerator, denominator, value, text",
    "from aggregate_input",
    `where measure = '${measure.id}'`,
    "order by authority, period_end",
  ].join("\n");
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
