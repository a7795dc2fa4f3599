/** How a file of catalogue/comparators is written: which published columns a measure may be compared with. */
import { z } from "zod";
import { UNITS } from "../domain/measure.ts";
import { COVERS } from "../domain/published/indicator.ts";
import { AREA_LEVELS } from "../domain/published/observation.ts";

const name = z.string().trim().min(1);
const names = z.union([name.transform((one) => [one]), z.array(name).min(1)]);

const sourceKeys = {
  /** The names it is published under, the newest edition's first. */
  column: names.optional(),
  /** Counts to add up, and what to divide them by, where no quotient is published. */
  sum: z.array(name).min(1).optional(),
  over: names.optional(),
  where: z.record(name, z.union([name, z.number().transform(String)])).default({}),
};

const indicator = z
  .strictObject({
    title: name,
    unit: z.enum(UNITS),
    decimals: z.int().min(0).max(4).default(1),
    covers: z.enum(COVERS),
    ...sourceKeys,
    /** Its short name in the Local Authority Interactive Tool. */
    lait: name.optional(),
    /** Levels of place whose published figure is not of the same kind, and why. */
    except: z.partialRecord(z.enum(AREA_LEVELS), name).default({}),
  })
  .refine(({ sum, over }) => (sum === undefined) === (over === undefined), "sum and over go together")
  .refine(
    ({ column, sum, lait }) => [column, sum, lait].some((given) => given !== undefined),
    "needs column, sum or lait",
  )
  .refine(({ column, sum }) => column === undefined || sum === undefined, "has column or sum, not both");

/** What a file of comparators may hold. */
export const comparatorsFileSchema = z.strictObject({
  publication: name,
  publisher: name,
  indicators: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), indicator),
});

export type ComparatorsFile = z.infer<typeof comparatorsFileSchema>;
