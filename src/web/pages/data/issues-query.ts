/** Reads which issues somebody asked for from an address. */
import { z } from "zod";
import { SEVERITIES } from "../../../domain/issue.ts";
import type { IssueFilter } from "../../../services/data/load-issues.ts";
import { given, readQuery, textField } from "../../query.ts";

const blank = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), field.optional());

const schema = z.object({
  severity: blank(z.enum(SEVERITIES)),
  code: textField,
  file: textField,
  page: blank(z.coerce.number().int().min(1).max(1_000_000)),
});

/** The filter and page; other parts of the address are others' business. */
export function issuesQuery(query: unknown): { readonly filter: IssueFilter; readonly page: number } {
  const { page = 1, ...filter } = readQuery(schema, query);
  return { filter: given(filter), page };
}
