/** The columns of a layout, each with its header, words and cells: one list for the tables and for the description of their columns. */
import type { LayoutColumn, LayoutColumnKind } from "../../../domain/report/template.ts";
import { commentColumn, englandColumn, neighboursColumn, regionColumn, trendColumn } from "./beside-columns.ts";
import type { CardFacts, ColumnMaker, ColumnSpec } from "./column-spec.ts";
import {
  baselineColumn,
  changeColumn,
  denominatorColumn,
  historyColumns,
  lastYearColumn,
  numeratorColumn,
  previousColumn,
  valueColumn,
  yearToDateColumn,
} from "./figure-columns.ts";
import {
  corporatePriorityColumn,
  noteColumn,
  priorityColumn,
  recommendationColumn,
  recommendationSummaryColumn,
  referenceColumn,
  sectionColumn,
  showsColumn,
  titleColumn,
} from "./identity-columns.ts";
import {
  bandsColumn,
  directionColumn,
  goodColumn,
  goodIsColumn,
  outstandingColumn,
  ratingColumn,
  requiresImprovementColumn,
  targetColumn,
} from "./judgement-columns.ts";

const COLUMN_MAKERS: Readonly<Record<LayoutColumnKind, ColumnMaker>> = {
  reference: referenceColumn,
  title: titleColumn,
  shows: showsColumn,
  section: sectionColumn,
  recommendation: recommendationColumn,
  "recommendation-summary": recommendationSummaryColumn,
  priority: priorityColumn,
  "corporate-priority": corporatePriorityColumn,
  "good-is": goodIsColumn,
  target: targetColumn,
  bands: bandsColumn,
  "requires-improvement": requiresImprovementColumn,
  good: goodColumn,
  outstanding: outstandingColumn,
  rating: ratingColumn,
  direction: directionColumn,
  value: valueColumn,
  previous: previousColumn,
  change: changeColumn,
  history: historyColumns,
  "year-to-date": yearToDateColumn,
  "last-year": lastYearColumn,
  baseline: baselineColumn,
  numerator: numeratorColumn,
  denominator: denominatorColumn,
  neighbours: neighboursColumn,
  region: regionColumn,
  england: englandColumn,
  trend: trendColumn,
  comment: commentColumn,
  note: noteColumn,
};

/** A layout's columns for one card, in order. */
export function layoutColumns(facts: CardFacts): readonly ColumnSpec[] {
  return withoutTwins(facts.layout.columns.flatMap((column) => asLaidOut(column, COLUMN_MAKERS[column.column](facts))));
}

function asLaidOut({ header, weight }: LayoutColumn, specs: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return specs.map((spec) => ({
    ...spec,
    ...(header === undefined ? {} : { header: header.replaceAll("{period}", spec.periodWords ?? "") }),
    ...(weight === undefined ? {} : { weight }),
  }));
}

/** This period's figure may stand beside a history that ends with it: no two columns have one header or id. */
function withoutTwins(specs: readonly ColumnSpec[]): readonly ColumnSpec[] {
  const headers = new Set<string>();
  const ids = new Set<string>();
  return specs.map((spec) => {
    const header = unused(spec.header, headers, (count) => `${spec.header} (${count})`);
    const id = unused(spec.id, ids, (count) => `${spec.id}-${count}`);
    return { ...spec, header, id };
  });
}

function unused(wanted: string, taken: Set<string>, another: (count: number) => string): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = another(count);
  taken.add(name);
  return name;
}
