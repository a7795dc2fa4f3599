/** What a condition may name: every canonical table and model view with its columns and their types. */
import type { ValueType } from "../domain/expression.ts";
import { TABLES } from "../domain/tables/index.ts";
import type { FieldType } from "../domain/tables/table.ts";
import type { ModelView } from "./model-view.ts";

export type Relation = {
  readonly name: string;
  readonly words: string;
  readonly key: readonly string[];
  readonly columns: ReadonlyMap<string, ValueType>;
  readonly isView: boolean;
  /** Its rows have a `person_id` that may be empty, because not all are about a child. */
  readonly childMayBeNone: boolean;
};

export type Schema = ReadonlyMap<string, Relation>;

const VALUE_TYPES: Readonly<Record<FieldType, ValueType>> = {
  text: "text",
  code: "text",
  date: "date",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

/** Canonical tables and the given model views, by name. */
export function schemaOf(views: readonly ModelView[]): Schema {
  const tables = TABLES.map(
    (table): Relation => ({
      name: table.name,
      words: table.words,
      key: table.key,
      columns: new Map(Object.entries(table.fields).map(([name, field]) => [name, VALUE_TYPES[field.type]])),
      isView: false,
      childMayBeNone: table.fields.person_id?.required === false,
    }),
  );
  const derived = views.map(
    (view): Relation => ({
      name: view.name,
      words: view.words,
      key: view.key,
      columns: view.columns,
      isView: true,
      childMayBeNone: false,
    }),
  );
  return new Map([...tables, ...derived].map((relation) => [relation.name, relation]));
}
