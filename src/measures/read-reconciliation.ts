/** Reads one rule between measures (catalogue/reconciliation/<id>.yaml) and checks that its measures and windows are there. */
import { basename } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { Measure } from "../domain/measure.ts";
import { WINDOWS } from "../domain/period.ts";
import { measuresOf, type Operand, type ReconciliationRule } from "../domain/reconciliation/rule.ts";
import { didYouMean } from "./suggest.ts";

const name = z.string().trim().min(1);
/** A measure alone is its value. */
const operand = z.union([
  name.transform((measure): Operand => ({ measure, of: "value" })),
  z.strictObject({ measure: name, of: z.enum(["value", "numerator", "denominator"]) }),
]);
const decimals = z.int().min(0).max(4).nullable().default(null);

const common = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: name,
  windows: z.array(z.enum(WINDOWS)).min(1).nullable().default(null),
  typed_only: z.boolean().default(false),
};

const ruleSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...common, kind: z.literal("adds-up"), parts: z.array(operand).min(1), whole: operand }),
    z.strictObject({
      ...common,
      kind: z.literal("stock-and-flow"),
      stock: operand,
      into: operand,
      out: operand,
      population: z.int().positive().nullable().default(null),
      decimals,
    }),
    z.strictObject({
      ...common,
      kind: z.literal("percentage-of"),
      percentage: name,
      part: operand,
      whole: z.union([operand.transform((one) => [one]), z.array(operand).min(1)]).default([]),
      decimals,
    }),
    z.strictObject({
      ...common,
      kind: z.literal("same-base"),
      percentages: z.array(name).min(2),
      add_to_100: z.boolean().default(false),
      decimals,
    }),
    z.strictObject({
      ...common,
      kind: z.literal("same-population"),
      pairs: z.array(z.strictObject({ count: name, rate: name })).min(2),
      decimals,
    }),
    z.strictObject({ ...common, kind: z.literal("at-most"), parts: z.array(operand).min(1), whole: operand }),
    z.strictObject({ ...common, kind: z.literal("own-parts") }),
  ])
  .transform(({ typed_only: typedOnly, ...rule }): ReconciliationRule => {
    if (rule.kind !== "same-base") return { ...rule, typedOnly };
    const { add_to_100: addTo100, ...base } = rule;
    return { ...base, addTo100, typedOnly };
  });

/** @throws AppError RECONCILIATION_INVALID naming the file and what to do */
export function readReconciliation(
  text: string,
  file: string,
  measures: ReadonlyMap<string, Measure>,
): ReconciliationRule {
  const document = parseDocument(text);
  const [syntax] = document.errors;
  if (syntax !== undefined) throw invalid(file, syntax.message.split("\n")[0] ?? "");
  const parsed = ruleSchema.safeParse(document.toJS());
  if (!parsed.success) throw invalid(file, z.prettifyError(parsed.error).replace(/\s+/g, " "));
  const rule = parsed.data;
  if (`${rule.id}.yaml` !== basename(file)) throw invalid(file, `id "${rule.id}" is not the file's name`);
  for (const id of measuresOf(rule)) {
    const measure = measures.get(id);
    if (measure === undefined) throw invalid(file, `there is no measure "${id}".${didYouMean(id, measures.keys())}`);
    const strange = rule.windows?.find((window) => !measure.timeBasis.includes(window));
    if (strange !== undefined) throw invalid(file, `${id} has no meaning in the window ${strange}`);
  }
  return Object.freeze(rule);
}

function invalid(file: string, what: string): AppError {
  return new AppError(
    "RECONCILIATION_INVALID",
    `catalogue/${file}: ${what}`,
    "Mend the file; those beside it show every kind of rule.",
  );
}
