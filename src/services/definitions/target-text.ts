/** A target with its bands and rules as a short YAML text, and back: the written form of what the target's form asks. */
import { parseDocument } from "yaml";
import { z } from "zod";
import type { JudgementRules, WrittenBands, WrittenTarget } from "../../domain/scorecard.ts";
import type { DefinitionFault } from "../../measures/definition-fault.ts";
import { yamlOf } from "../../measures/edit-yaml.ts";
import { bandsSchema, judgementFields, targetSchema } from "../../measures/judgement-schema.ts";

export type TargetParts = JudgementRules & {
  readonly target: WrittenTarget | null;
  readonly bands: WrittenBands | null;
};

const schema = z.strictObject({
  target: targetSchema.optional(),
  bands: bandsSchema.optional(),
  ...judgementFields,
});

/** The text of a target. */
export function targetText({ target, bands, rating, direction, compare }: TargetParts): string {
  const parts = {
    target: target === null ? undefined : writtenTarget(target),
    bands: bands === null ? undefined : writtenBands(bands),
    rating: rating === undefined ? undefined : writtenRating(rating),
    direction,
    compare,
  };
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => yamlOf({ [key]: value }, typeof value === "object"))
    .join("");
}

/** Reads the text, or says what is wrong with its shape. */
export function readTargetText(
  text: string,
): { readonly parts: TargetParts } | { readonly faults: readonly DefinitionFault[] } {
  const document = parseDocument(text);
  const [syntax] = document.errors;
  if (syntax !== undefined)
    return { faults: [{ line: null, path: [], message: syntax.message.split("\n")[0] ?? "not YAML" }] };
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => {
        const names = path.filter((part) => typeof part !== "symbol");
        return { line: null, path: names, message: `${names.join(".") || "the text"}: ${message}` };
      }),
    };
  const { target = null, bands = null, ...rules } = parsed.data;
  return { parts: { target, bands, ...rules } };
}

function writtenTarget({ text, origin, basis, validFrom, validTo, ...rest }: WrittenTarget): unknown {
  const more = {
    ...(origin === undefined || origin === "local" ? {} : { origin }),
    ...(basis === undefined || basis === "each-period" ? {} : { basis }),
    ...(validFrom == null ? {} : { valid_from: validFrom }),
    ...(validTo == null ? {} : { valid_to: validTo }),
    ...(rest.isUnderReview === true ? { under_review: true } : {}),
    ...(rest.reviewBy === undefined ? {} : { review_by: rest.reviewBy }),
    ...(rest.reason === undefined ? {} : { reason: rest.reason }),
  };
  return Object.keys(more).length === 0 ? text : { text, ...more };
}

function writtenBands({ "requires-improvement": improvement, ...rest }: WrittenBands): unknown {
  return { ...(improvement === undefined ? {} : { requires_improvement: improvement }), ...rest };
}

function writtenRating(rating: NonNullable<JudgementRules["rating"]>): unknown {
  if (rating.kind !== "relative-tolerance") return rating;
  return { kind: rating.kind, tolerance: rating.tolerance, zero_tolerance: rating.zeroTolerance };
}
