/** Mappings for files that already have canonical columns: made from the tables themselves, so there is nothing to keep in step. */
import type { CanonicalTable } from "../../../domain/tables/table.ts";
import { sqlText } from "../../../warehouse/database.ts";
import { foldName } from "../../formats/csv-header.ts";
import type { ColumnSpec, RowsSpec } from "../../mapping/schema.ts";
import { quoted } from "../../sql-text.ts";
import { AGGREGATE_STATES } from "./aggregate.ts";
import { PROVENANCE_NAMES } from "./canonical-table.ts";
import { eventFieldsOf, kindCode } from "./local-event-file.ts";

/** Each field from the column of its name. */
export function tableRows(table: CanonicalTable, staged: string, columns: readonly string[]): RowsSpec {
  const byFold = new Map(columns.map((column) => [foldName(column), column]));
  const specs: Record<string, ColumnSpec> = {};
  for (const field of Object.keys(table.fields)) {
    const column = byFold.get(foldName(field));
    if (column !== undefined) specs[field] = { from: column };
  }
  return { table: table.name, from: staged, columns: specs };
}

/** A local event for each row; columns of no field go into `attributes` as JSON. */
export function localEventRows(staged: string, columns: readonly string[], kind: string | null): RowsSpec {
  const fields = eventFieldsOf(columns);
  const specs: Record<string, ColumnSpec> = {};
  for (const [field, column] of fields) specs[field] = { from: column };
  if (!fields.has("kind")) specs.kind = { value: kindCode(kind ?? "event") };
  else specs.kind = { from: fields.get("kind") ?? "kind", reading: "kind" };
  if (!fields.has("id")) {
    const told = ["person_id", "household_id", "worker_id", "team_id"].filter((field) => fields.has(field));
    const when = fields.has("date") ? ["$date"] : [];
    specs.id = { join: ["$kind", ...told.map((field) => fields.get(field) ?? field), ...when] };
  }
  const used = new Set([...fields.values(), ...PROVENANCE_NAMES]);
  const other = columns.filter((column) => !used.has(column) && !/^column \d+$/.test(column));
  if (other.length > 0 && !fields.has("attributes")) specs.attributes = { sql: attributesSql(other), column: other[0] };
  return { table: "local_event", from: staged, columns: specs };
}

/** Figures typed in: the period's days are worked out, and words in the value column are a text or a state. */
export function aggregateRows(staged: string, columns: readonly string[]): RowsSpec {
  const byFold = new Map(columns.map((column) => [foldName(column), column]));
  const column = (field: string): string | undefined => byFold.get(foldName(field));
  const value = column("value");
  const period = column("period") ?? "period";
  const specs: Record<string, ColumnSpec> = {};
  for (const field of ["measure", "numerator", "denominator", "note"]) {
    const from = column(field);
    if (from !== undefined) specs[field] = { from };
  }
  const area = column("area");
  specs.area =
    area === undefined ? { value: "authority" } : { sql: `coalesce(${quoted(area)}, 'authority')`, column: area };
  specs.period = { from: period };
  specs.period_start = {
    from: column("period_start") ?? period,
    ...(column("period_start") ? {} : { reading: "period-start" }),
  };
  specs.period_end = {
    from: column("period_end") ?? period,
    ...(column("period_end") ? {} : { reading: "period-end" }),
  };
  if (value !== undefined) {
    specs.value = { from: value, reading: "aggregate-value" };
    specs.text = {
      sql: `coalesce(${given(column("text"))}, case when ${isWords(value)} then ${quoted(value)} end)`,
      column: value,
    };
    specs.state = {
      sql: `coalesce(${given(column("state"))}, case when ${isState(value)} then ${quoted(value)} end)`,
      column: value,
    };
    return {
      table: "aggregate_input",
      from: staged,
      columns: { ...specs, state: { ...specs.state, values: AGGREGATE_STATES } },
    };
  }
  const text = column("text");
  const state = column("state");
  if (text !== undefined) specs.text = { from: text };
  if (state !== undefined) specs.state = { from: state, values: AGGREGATE_STATES };
  return { table: "aggregate_input", from: staged, columns: specs };
}

function given(column: string | undefined): string {
  return column === undefined ? "null" : quoted(column);
}

/** The column with blanks and punctuation taken out, as states are compared. */
function folded(column: string): string {
  return `regexp_replace(lower(${quoted(column)}), '[^a-z0-9]', '', 'g')`;
}

function isState(column: string): string {
  const states = [...new Set(Object.keys(AGGREGATE_STATES).map(foldName))].map(sqlText);
  return `${folded(column)} in (${states.join(", ")})`;
}

function isWords(column: string): string {
  return `not regexp_full_match(trim(${quoted(column)}), '[£+-]?[0-9][0-9,]*(\\.[0-9]+)? *%?') and not ${isState(column)}`;
}

function attributesSql(columns: readonly string[]): string {
  const present = columns.map((column) => `${quoted(column)} is not null`).join(" or ");
  const pairs = columns.map((column) => `${sqlText(attributeName(column))}, ${quoted(column)}`).join(", ");
  return `case when ${present} then json_object(${pairs}) end`;
}

/** "Reflective?" becomes reflective, "Due in (days)" due_in_days. */
function attributeName(column: string): string {
  return column
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}
