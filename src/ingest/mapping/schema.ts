/** What a mapping file may say: how one year of a return becomes canonical rows. The shape behind catalogue/returns/<return>/<year>.yaml. */
import { z } from "zod";
import { REPEATS } from "../../warehouse/draft-load.ts";

const name = z.string().min(1);
const texts = z.array(name).min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/**
 * Where a text comes from: a column of the staged table, or `=words` for words themselves; `{year}`, `{last_year}` and `{as_at}` are
 * filled in. In `join`, `$field` is the value of another field of the row once read, so that an id does not depend on how a date is spelled.
 */
const columnSpec = z.union([
  name.transform((from) => ({ from })),
  z.strictObject({ value: scalar }),
  z.strictObject({ join: texts }),
  z.strictObject({ first_of: texts, values: z.record(z.string(), scalar).optional(), codes: name.optional() }),
  z.strictObject({
    sql: name,
    column: name.optional(),
    values: z.record(z.string(), scalar).optional(),
    reading: name.optional(),
  }),
  z.strictObject({
    from: name,
    /** Spellings, folded (case, blanks and punctuation do not count), and the value each stands for. */
    values: z.record(z.string(), scalar).optional(),
    /** Another code list than the field's own. */
    codes: name.optional(),
    /** A reading of the return's own reader, by name. */
    reading: name.optional(),
    /** Part of the text: 1 and 1 are the first character. */
    part: z.tuple([z.int(), z.int()]).optional(),
    /** Least and greatest number allowed. */
    between: z.tuple([z.number(), z.number()]).optional(),
  }),
]);

const rowsSpec = z.strictObject({
  table: name,
  from: name,
  columns: z.record(name, columnSpec),
  when: z.union([name, texts, z.strictObject({ sql: name })]).optional(),
  /** `true` when rows alike in every column are one: for a person told of in many rows. */
  distinct: z.boolean().optional(),
  /** `false` when rows are read for their issues only: a preparing step joins them into rows of another entry. */
  kept: z.boolean().optional(),
  /** `false` when the texts are those of other entries, which report what is wrong with them at their own place. */
  reported: z.boolean().optional(),
});

/** A mapping whole, after the years it is based on have been taken in. */
export const mappingSchema = z.strictObject({
  return: name,
  year: z.int().optional(),
  title: name,
  source: name.optional(),
  words: name.optional(),
  repeats: z.enum(REPEATS),
  prepare: z.array(name).default([]),
  tables: z.record(
    name,
    z.strictObject({ columns: texts, optional: z.array(name).default([]), words: name.optional() }),
  ),
  rows: z.array(rowsSpec),
  /** By code list: a code or spelling of this year and the code it is kept as. */
  codes: z.record(name, z.record(z.string(), scalar)).default({}),
  /** By table: columns read on purpose and not kept. */
  ignored: z.record(name, z.array(name)).default({}),
});

export type ReturnMapping = z.infer<typeof mappingSchema>;
export type RowsSpec = ReturnMapping["rows"][number];
export type ColumnSpec = RowsSpec["columns"][string];
