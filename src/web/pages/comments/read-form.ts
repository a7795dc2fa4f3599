/** Reads the commentary pages' forms: text fields of known names, and the reasons given beside flags. */
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";

const text = z.string().max(20_000).default("");
const version = z.coerce.number().int().min(1).max(1_000_000);

const WRITTEN = z.object({
  on: z.string().max(2000).default(""),
  body: text,
  version: z.union([z.literal("").transform(() => null), version]).default(null),
  step: z.enum(["check", "save", "submit"]).default("save"),
});

export type WrittenForm = z.output<typeof WRITTEN> & { readonly reasons: ReadonlyMap<string, string> };

/** The form of a comment being written. @throws AppError USAGE */
export function readWritten(body: unknown): WrittenForm {
  // What a browser sends of a text box has line ends of its own; flags count characters of the words as kept.
  const form = read(WRITTEN, body);
  return { ...form, body: form.body.replace(/\r\n?/g, "\n"), reasons: reasonsIn(body) };
}

/** A step on a comment as its reader last saw it. @throws AppError USAGE */
export function readStep(body: unknown): { readonly version: number; readonly reason: string } {
  return read(z.object({ version, reason: text }), body);
}

/** Any form of plain text fields. @throws AppError USAGE */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map(({ path }) => path.join(".")))].join(", ");
  throw new AppError("USAGE", `The form has a part that was not understood: ${names}.`, "Open its page again.");
}

function reasonsIn(body: unknown): ReadonlyMap<string, string> {
  const fields = new Map(Object.entries((body ?? {}) as Record<string, unknown>));
  return new Map(
    [...fields].flatMap(([name, id]) => {
      const number = /^flag-(\d+)$/.exec(name)?.[1];
      const reason = number === undefined ? undefined : fields.get(`reason-${number}`);
      return typeof id === "string" && typeof reason === "string" && reason.trim() !== "" ? [[id, reason]] : [];
    }),
  );
}
