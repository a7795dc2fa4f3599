/** Reads what a form put in the address: known names only, each in the shape it must have. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { WINDOWS } from "../domain/period.ts";

/** A field left blank in a form counts as not given. */
const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), field.optional());

export const lastMonthField = optional(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-03"));
export const windowField = optional(z.enum(WINDOWS));
export const textField = optional(z.string().max(200));

/** Checks the query of a request against a schema; what is wrong becomes a 400 page that says so. */
export function readQuery<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  const names = [
    ...new Set(
      result.error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")],
      ),
    ),
  ].join(", ");
  throw new AppError(
    "USAGE",
    `The address has a part that was not understood: ${names}.`,
    "Go back and choose from the page.",
  );
}

/** The given things only, so that services are not passed `undefined`. */
export function given<T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
