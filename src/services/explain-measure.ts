/** How a measure is worked out: its definition, settings, worked examples and the SQL of its monthly figures. */
import type { Breakdown, Measure } from "../domain/measure.ts";
import { parsePeriodSpan } from "../domain/period.ts";
import type { DialectId } from "../engine/dialect.ts";
import { explainSql } from "../engine/explain.ts";
import type { TableColumns } from "../engine/score.ts";
import { indexOf } from "../engine/windows.ts";
import { type Catalogue, measureNamed } from "../measures/catalogue.ts";

export type Explanation = { readonly measure: Measure; readonly dialect: DialectId; readonly sql: string };

export type ExplainQuestion = {
  readonly measure: string;
  readonly dialect: DialectId;
  /** First and last month, YYYY-MM. */
  readonly from: string;
  readonly to: string;
  readonly by?: Breakdown;
};

/** Needs no data: the columns are those the catalogue declares. */
export async function explainMeasure(
  catalogue: Catalogue,
  { measure: id, dialect, from, to, by }: ExplainQuestion,
): Promise<Explanation> {
  const measure = measureNamed(catalogue, id);
  const span = {
    grain: "month",
    from: indexOf("month", parsePeriodSpan(from, "in-month").start),
    to: indexOf("month", parsePeriodSpan(to, "in-month").end),
  } as const;
  const sql = await explainSql(measure, {
    dialect,
    span,
    columns: declaredColumns(catalogue),
    ...(by === undefined ? {} : { by }),
  });
  return { measure, dialect, sql };
}

function declaredColumns(catalogue: Catalogue): TableColumns {
  return new Map(
    [...catalogue.schema.values()].map((relation) => [
      relation.name,
      new Set(["row_id", "authority", ...relation.columns.keys()]),
    ]),
  );
}
