/** What a person can tell an import that the file does not: the `--map` file, as YAML. */
import { parse } from "yaml";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { COLUMN_ROLES, type ColumnRole } from "./column-heading.ts";
import { yearPairIn } from "./period-heading.ts";

export type ImportOptions = {
  /** Id of the scorecard made; also the start of the ids of its measures. */
  readonly id: string;
  readonly title?: string;
  readonly audience?: string;
  /** Year the file's last columns are of: 2015 is 2015-16. */
  readonly year?: number;
  readonly period?: "month" | "quarter" | "financial-year";
  /** Heading to role, or to a period written 2015-16-Q3, 2025-02 or 2015-16. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Children aged 0 to 17, to check rates against counts. */
  readonly population?: number;
  /** Reference to polarity, where the file gives none. */
  readonly polarity?: Readonly<Record<string, "high-is-good" | "low-is-good" | "neutral">>;
};

/** A map file: options, and the rules to judge by, as a scorecard file writes them. */
export type ImportMap = Omit<ImportOptions, "id"> & { readonly judgement?: Readonly<Record<string, unknown>> };

const mapSchema = z.strictObject({
  title: z.string().trim().min(1).optional(),
  audience: z.string().trim().min(1).optional(),
  year: z
    .union([z.string(), z.number().transform(String)])
    .transform((text, context) => {
      const year = yearPairIn(text);
      if (year === null) context.addIssue({ code: "custom", message: `year "${text}" is not written 2015-16` });
      return year ?? 0;
    })
    .optional(),
  period: z.enum(["month", "quarter", "financial-year"]).optional(),
  columns: z.record(z.string(), z.union([z.string(), z.number().transform(String)])).optional(),
  population: z.number().positive().optional(),
  judgement: z.record(z.string(), z.unknown()).optional(),
  polarity: z.record(z.string(), z.enum(["high-is-good", "low-is-good", "neutral"])).optional(),
});

/** Reads a map file's text. @throws AppError SCORECARD_INVALID naming what is wrong */
export function readImportMap(text: string, file: string): ImportMap {
  const parsed = mapSchema.safeParse(parsedYaml(text, file) ?? {});
  if (!parsed.success)
    throw new AppError(
      "SCORECARD_INVALID",
      `${file}: ${z.prettifyError(parsed.error).replace(/\s+/g, " ")}`,
      "A map has the keys title, audience, year, period, columns, population, polarity and judgement; docs/how-to/import-your-scorecard.md shows one.",
    );
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
}

function parsedYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new AppError("SCORECARD_INVALID", `${file} is not YAML.`, "Mend the file.", { cause });
  }
}

/** The role a map gives a heading; `null` when it gives a period or nothing. */
export function mappedRole(heading: string, { columns }: ImportOptions): ColumnRole | null {
  const role = columns?.[heading];
  return COLUMN_ROLES.find((known) => known === role) ?? null;
}
