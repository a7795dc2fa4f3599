/** What a canonical table declares: its fields with types and words, its key, and what makes two rows the same event. */

export type FieldType = "text" | "date" | "integer" | "number" | "boolean" | "code";

export type Field = {
  readonly type: FieldType;
  /** `true` when a row without it cannot be kept. */
  readonly required: boolean;
  /** Name of the code list (catalogue/reference/codes/<list>.yaml) a `code` field draws on. */
  readonly codes?: string;
  /** `true` when the value could identify a person: never in a log, an error or an issue. */
  readonly personal?: true;
  /** What the field holds, in plain English; printed in the data dictionary. */
  readonly words: string;
};

export type TableArea =
  | "people"
  | "front door"
  | "protection"
  | "care"
  | "send and education"
  | "workforce"
  | "local"
  | "reference";

export type CanonicalTable = {
  readonly name: string;
  readonly area: TableArea;
  readonly words: string;
  /** Names one row within an authority and a return. */
  readonly key: readonly string[];
  /** Names one real event whatever return told of it; two rows alike here are one event (see ADR 0006). */
  readonly matchOn: readonly string[];
  /**
   * One row a person at a time: a row still open is over once another load tells of a later one, because a return that tells only the latest
   * never says that the one before ended. Rows apart from the rule may run beside others.
   */
  readonly oneAtATime?: {
    readonly start: string;
    readonly end: string;
    readonly apart: { readonly column: string; readonly values: readonly string[] };
  };
  readonly fields: Readonly<Record<string, Field>>;
};

/** Columns every stored row carries besides its own fields: whose it is and where it came from. */
export const PROVENANCE = {
  authority: { type: "text", required: true, words: "The authority the row belongs to." },
  load_id: { type: "text", required: true, words: "The load (accepted return) the row came from." },
  source_file: { type: "text", required: true, words: "The file of that load the row was read from." },
  source_row: {
    type: "integer",
    required: true,
    words: "The row, or for XML and JSON the ordinal of the record, in that file.",
  },
} as const satisfies Record<string, Field>;

type FieldOptions = { readonly required?: true; readonly personal?: true };

const field =
  (type: FieldType) =>
  (words: string, { required, personal }: FieldOptions = {}): Field => ({
    type,
    required: required === true,
    ...(personal ? { personal } : {}),
    words,
  });

export const text = field("text");
export const date = field("date");
export const integer = field("integer");
export const number = field("number");
export const boolean = field("boolean");

/** A field that holds a code of the named list. */
export function code(list: string, words: string, { required }: FieldOptions = {}): Field {
  return { type: "code", required: required === true, codes: list, words };
}

/** Checks that key and match columns exist, then freezes the table. */
export function defineTable(table: CanonicalTable): CanonicalTable {
  for (const column of [...table.key, ...table.matchOn]) {
    if (!(column in table.fields))
      throw new Error(`Table ${table.name} names "${column}", which is not one of its fields.`);
  }
  return Object.freeze(table);
}
