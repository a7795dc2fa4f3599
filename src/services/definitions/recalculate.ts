/** The last 24 periods of a measure by the definition in force and by a draft, side by side, with how many cases move in and out. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import { type ListPart, listSql } from "../../engine/list.ts";
import { partsOfMeasure } from "../../engine/plan.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import type { OpenGeneration, Workspace } from "../workspace.ts";

/** How many cases (or children, where children are counted) come in and go out of one part of a figure. */
export type Moved = { readonly cameIn: number; readonly wentOut: number };

export type RecalculatedPeriod = {
  readonly period: ReportingPeriod;
  /** `null` where the measure is new. */
  readonly before: Figure | null;
  readonly after: Figure;
  readonly differs: boolean;
  /** `null` where no list lies behind the figures, or the two read different tables. */
  readonly numerator: Moved | null;
  readonly denominator: Moved | null;
};

export type Recalculation = {
  readonly window: WindowId;
  readonly authority: string;
  readonly isNew: boolean;
  /** Oldest first. */
  readonly periods: readonly RecalculatedPeriod[];
  /** How many of the periods have another figure. */
  readonly differing: number;
  /** What the cases are counted by: the two read different tables, so that none can be matched. */
  readonly canMatch: boolean;
};

/** Two years of months; other windows have as many periods. */
const PERIODS = 24;

export type RecalculationQuestion = {
  readonly before: Measure | null;
  readonly after: Measure;
  readonly window: WindowId;
  /** YYYY-MM: the month the newest period ends in. */
  readonly lastMonth: string;
};

/** Works both definitions out over the same data; `tell` is told how far it is. */
export async function recalculate(
  workspace: Workspace,
  { before, after, window, lastMonth }: RecalculationQuestion,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<Recalculation> {
  const open = await workspace.open();
  const authority = open.authorities[0] ?? "";
  const periods = columnsEnding(window, lastMonth, periodsOf(window));
  const earlier = before === null ? [] : await figures(open, before, { periods, authority });
  const later = await figures(open, after, { periods, authority });
  const canMatch = before !== null && matches(before, after);
  const rows: RecalculatedPeriod[] = [];
  for (const [index, period] of periods.entries()) {
    tell(index, periods.length);
    const [was = null, is] = [
      earlier.find((one) => one.period === period.id),
      later.find((one) => one.period === period.id),
    ];
    if (is === undefined) continue;
    const parts = canMatch ? await movedCases(open, { before, after, period, authority }) : NOTHING;
    rows.push({ period, before: was, after: is, differs: before !== null && isOther(was, is), ...parts });
  }
  return {
    window,
    authority,
    isNew: before === null,
    periods: rows,
    differing: rows.filter(({ differs }) => differs).length,
    canMatch,
  };
}

const NOTHING = { numerator: null, denominator: null } as const;

/** Two years, at least six periods of longer windows. */
function periodsOf(window: WindowId): number {
  if (window === "quarter" || window === "term") return 8;
  return window.endsWith("-year") ? 6 : PERIODS;
}

async function figures(
  { database, columns, population, holdings }: OpenGeneration,
  measure: Measure,
  { periods, authority }: { readonly periods: readonly ReportingPeriod[]; readonly authority: string },
): Promise<readonly Figure[]> {
  return runFigures(database, [measure], {
    periods,
    by: null,
    authorities: [authority],
    columns,
    population,
    holdings,
  });
}

function isOther(before: Figure | null, after: Figure): boolean {
  if (before === null) return true;
  const facts = ({ numerator, denominator, value, status, shown }: Figure) =>
    JSON.stringify([numerator, denominator, value, status, shown]);
  return facts(before) !== facts(after);
}

type Pair = {
  readonly before: Measure;
  readonly after: Measure;
  readonly period: ReportingPeriod;
  readonly authority: string;
};

/** Cases can be matched where both read the same tables and count the same thing. */
function matches(before: Measure, after: Measure): before is Measure {
  const [was, is] = [partsOfMeasure(before), partsOfMeasure(after)];
  if (was === null || is === null) return false;
  return (["numerator", "denominator"] as const).every((part) => {
    const [one, other] = [was[part], is[part]];
    if (one === null || other === null) return one === other;
    return one[0].table === other[0].table && one[0].count === other[0].count;
  });
}

async function movedCases(
  open: OpenGeneration,
  pair: Pair,
): Promise<Pick<RecalculatedPeriod, "numerator" | "denominator">> {
  const parts = partsOfMeasure(pair.after);
  return {
    numerator: parts?.numerator == null ? null : await movedIn(open, pair, "numerator"),
    denominator: parts?.denominator == null ? null : await movedIn(open, pair, "denominator"),
  };
}

async function movedIn(
  open: OpenGeneration,
  { before, after, period, authority }: Pair,
  part: ListPart,
): Promise<Moved> {
  const request = { period, part, columns: open.columns, authorities: [authority] };
  const cohort = partsOfMeasure(after)?.[part === "numerator" ? "numerator" : "denominator"]?.[0];
  const key = cohort?.count === "children" ? "person_id" : "row_id";
  const keys = (measure: Measure) => `select ${key} as k from (${listSql(measure, request)})`;
  const count = (one: Measure, other: Measure) => `(select count(*) from (${keys(one)} except ${keys(other)}))`;
  const [row] = await open.database.rows(`select ${count(after, before)} as came, ${count(before, after)} as went`);
  return { cameIn: Number(row?.came ?? 0), wentOut: Number(row?.went ?? 0) };
}
