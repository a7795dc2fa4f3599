/** The tables a measure may be about, with their columns in words: what the form's pickers offer. */
import { tableNamed } from "../../domain/tables/index.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import type { Relation } from "../../measures/schema.ts";

export type ColumnWords = { readonly name: string; readonly type: string; readonly words: string };
export type RelationWords = {
  readonly name: string;
  readonly words: string;
  readonly columns: readonly ColumnWords[];
  /** Its rows are about a child, so children may be counted. */
  readonly hasChildren: boolean;
};

/** Every table and view by name, tables of children first. */
export function relationsOf({ schema }: Pick<Catalogue, "schema">): readonly RelationWords[] {
  return [...schema.values()]
    .map(wordsOf)
    .toSorted((a, b) => Number(b.hasChildren) - Number(a.hasChildren) || a.name.localeCompare(b.name));
}

/** One table or view; `null` when there is none of that name. */
export function relationNamed({ schema }: Pick<Catalogue, "schema">, name: string): RelationWords | null {
  const relation = schema.get(name);
  return relation === undefined ? null : wordsOf(relation);
}

function wordsOf({ name, words, columns }: Relation): RelationWords {
  const fields = tableNamed(name)?.fields ?? {};
  return {
    name,
    words,
    hasChildren: columns.has("person_id"),
    columns: [...columns].map(([column, type]) => ({ name: column, type, words: fields[column]?.words ?? "" })),
  };
}
