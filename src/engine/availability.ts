/** Whether an authority's data can tell a measure at all: a figure made of columns nobody filled would be a false nought, so it is not available instead. */
import type { Expression } from "../domain/expression.ts";
import type { Cohort, Measure } from "../domain/measure.ts";
import type { Database } from "../warehouse/database.ts";

export type Holdings = {
  /** Whether any row of the authority has a value in the column. */
  readonly has: (authority: string, table: string, column: string) => boolean;
  /** Whether the authority has any row of a kind, in tables whose rows have kinds. */
  readonly hasKind: (authority: string, table: string, kind: string) => boolean;
};

/** Reads what a generation holds. */
export async function readHoldings(database: Database): Promise<Holdings> {
  const rows = await database.rows("select authority, table_name, column_name, kind from holding");
  const known = new Set(
    rows.map((row) => [row.authority, row.table_name, row.column_name, row.kind ?? ""].join("\u0000")),
  );
  return {
    has: (authority, table, column) => known.has([authority, table, column, ""].join("\u0000")),
    hasKind: (authority, table, kind) => known.has([authority, table, "kind", kind].join("\u0000")),
  };
}

/**
 * yes: it depends on data that is there. no: it needs data nobody filled. neutral: it depends on no data, or falls back on a constant.
 */
type Voice = "yes" | "no" | "neutral";

type Place = {
  readonly holdings: Holdings;
  readonly authority: string;
  readonly table: string;
  readonly related?: string;
};

/** Whether the measure can be told for an authority; measures collected by hand always can (their inputs say for themselves). */
export function isAvailable({ shape, needs }: Measure, holdings: Holdings, authority: string): boolean {
  if (shape.kind === "by-hand") return true;
  const place = { holdings, authority, table: shape.cohort.table };
  if (needs.some((need) => !holdsNeed(need, place))) return false;
  if (!cohortSpeaks(shape.cohort, place)) return false;
  if (shape.kind === "ratio") return cohortSpeaks(shape.denominator, { ...place, table: shape.denominator.table });
  if (shape.kind === "proportion") return voiceOf(shape.numerator, place) === "yes";
  if (shape.kind !== "summary") return true;
  return every(shape.weight === undefined ? [shape.value] : [shape.value, shape.weight], place) === "yes";
}

/** What a measure says it needs: a table with any row, or a column with any value. */
function holdsNeed(need: string, { holdings, authority }: Place): boolean {
  const [table = "", column = "source_row"] = need.split(".");
  return holdings.has(authority, table, column);
}

/** The date a cohort is counted by must be filled, and its condition must not rest on what is not. An end nobody has reached is no gap. */
function cohortSpeaks({ timing, where }: Cohort, place: Place): boolean {
  const date = timing.kind === "snapshot" ? timing.start : timing.date;
  return place.holdings.has(place.authority, place.table, date) && (where === null || voiceOf(where, place) !== "no");
}

function voiceOf(expression: Expression, place: Place): Voice {
  switch (expression.kind) {
    case "literal":
    case "as_at":
      return "neutral";
    case "column":
      return columnVoice(expression, place);
    case "compare":
      return kindVoice(expression, place) ?? every([expression.left, expression.right], place);
    case "arithmetic":
      return every([expression.left, expression.right], place);
    case "and":
      return every(expression.terms, place);
    case "or":
      return some(expression.terms, place);
    case "not":
    case "like":
      return voiceOf(expression.term, place);
    case "is-null":
      // Whether something is empty can be told of a column nobody fills only as a constant.
      return voiceOf(expression.term, place) === "yes" ? "yes" : "neutral";
    case "in":
      return every([expression.term, ...expression.options], place);
    case "coalesce": {
      const voices = expression.terms.map((term) => voiceOf(term, place));
      return voices.includes("yes") ? "yes" : "neutral";
    }
    case "call":
      return every(expression.args, place);
    case "related":
      return relatedVoice(expression, place);
  }
}

function columnVoice(
  { scope, column }: Extract<Expression, { readonly kind: "column" }>,
  { holdings, authority, table, related }: Place,
): Voice {
  const from = scope === "person" ? "person" : scope === "related" ? (related ?? table) : table;
  return holdings.has(authority, from, column) ? "yes" : "no";
}

/** `kind = 'audit'` speaks only when there is any audit at all: a council that keeps no audits has no nought to show. */
function kindVoice(
  { op, left, right }: Extract<Expression, { readonly kind: "compare" }>,
  { holdings, authority, table, related }: Place,
): Voice | null {
  if (op !== "=" || left.kind !== "column" || left.column !== "kind" || right.kind !== "literal") return null;
  const from = left.scope === "related" ? (related ?? table) : table;
  return holdings.hasKind(authority, from, String(right.value)) ? "yes" : "no";
}

function relatedVoice({ table, where, of }: Extract<Expression, { readonly kind: "related" }>, place: Place): Voice {
  const inside = { ...place, related: table };
  // Every table has provenance, every view a child or an id.
  const isThere = ["source_row", "person_id", "id"].some((column) =>
    place.holdings.has(place.authority, table, column),
  );
  if (!isThere) return "no";
  const parts = [where, of].filter((part) => part !== null);
  return parts.some((part) => voiceOf(part, inside) === "no") ? "no" : "yes";
}

function every(parts: readonly Expression[], place: Place): Voice {
  const voices = parts.map((part) => voiceOf(part, place));
  return voices.includes("no") ? "no" : voices.includes("yes") ? "yes" : "neutral";
}

/** One side that can be told, or is a constant, is enough: `end is null or days(start, end) >= 1` where nothing has ended yet. */
function some(parts: readonly Expression[], place: Place): Voice {
  const voices = parts.map((part) => voiceOf(part, place));
  return voices.includes("yes") ? "yes" : voices.includes("neutral") ? "neutral" : "no";
}
