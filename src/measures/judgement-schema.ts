/** How rules of judgement, targets and bands are written in a scorecard file; also how a typed-in one is checked. */
import { z } from "zod";
import { COMPARISON_BASES, type DirectionRule } from "../domain/judgement/direction.ts";
import { RATING_WORDS, type RatingRule } from "../domain/judgement/rating.ts";
import { TARGET_BASES, TARGET_ORIGINS } from "../domain/judgement/target.ts";
import type { WrittenBands, WrittenTarget } from "../domain/scorecard.ts";

const tolerance = z.number().min(0);
const day = z.iso.date();
const word = z.enum(RATING_WORDS);
/** A number may be written bare in YAML: `target: 90`. */
const cell = z.union([z.string().trim().min(1), z.number()]).transform(String);

/** The documents' own reading of their four bands. */
const BAND_RATINGS = {
  inadequate: "red",
  "requires-improvement": "amber",
  good: "green",
  outstanding: "green",
  "beyond-cap": "amber",
} as const;

const ratingSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("relative-tolerance"),
      tolerance,
      zero_tolerance: tolerance.default(0),
    }),
    z.strictObject({ kind: z.literal("absolute-tolerance"), tolerance }),
    z.strictObject({
      kind: z.literal("bands"),
      ratings: z
        .strictObject({
          inadequate: word.default(BAND_RATINGS.inadequate),
          "requires-improvement": word.default(BAND_RATINGS["requires-improvement"]),
          good: word.default(BAND_RATINGS.good),
          outstanding: word.default(BAND_RATINGS.outstanding),
          "beyond-cap": word.default(BAND_RATINGS["beyond-cap"]),
        })
        .default(BAND_RATINGS),
    }),
    z.strictObject({ kind: z.literal("assurance") }),
    z.strictObject({ kind: z.literal("judgement") }),
    z.strictObject({ kind: z.literal("monitor") }),
  ])
  .transform((rule): RatingRule => {
    if (rule.kind !== "relative-tolerance") return rule;
    return { kind: rule.kind, tolerance: rule.tolerance, zeroTolerance: rule.zero_tolerance };
  });

const directionSchema: z.ZodType<DirectionRule> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sign"), tolerance: tolerance.default(0) }),
  z.strictObject({ kind: z.literal("sign-and-level"), tolerance: tolerance.default(0) }),
  z.strictObject({ kind: z.literal("two-state") }),
  z.strictObject({ kind: z.literal("signal") }),
]);

/** Keys both a card and an indicator may have. */
export const judgementFields = {
  rating: ratingSchema.optional(),
  direction: directionSchema.optional(),
  compare: z.enum(COMPARISON_BASES).optional(),
};

/** A target: its text, or its text with origin, basis and days. */
export const targetSchema = z.union([
  cell.transform((text): WrittenTarget => ({ text })),
  z
    .strictObject({
      text: cell,
      origin: z.enum(TARGET_ORIGINS).default("local"),
      basis: z.enum(TARGET_BASES).default("each-period"),
      valid_from: day.optional(),
      valid_to: day.optional(),
      under_review: z.boolean().default(false),
      review_by: day.optional(),
      reason: z.string().trim().min(1).optional(),
    })
    .transform(
      (written): WrittenTarget => ({
        text: written.text,
        origin: written.origin,
        basis: written.basis,
        validFrom: written.valid_from ?? null,
        validTo: written.valid_to ?? null,
        isUnderReview: written.under_review,
        ...(written.review_by === undefined ? {} : { reviewBy: written.review_by }),
        ...(written.reason === undefined ? {} : { reason: written.reason }),
      }),
    ),
]);

/** Bands: a cell for each name, as people write them. */
export const bandsSchema = z
  .strictObject({
    requires_improvement: cell.optional(),
    good: cell.optional(),
    outstanding: cell.optional(),
    cap: cell.optional(),
    places: z.number().int().min(0).max(4).optional(),
  })
  .transform(
    (written): WrittenBands => ({
      ...(written.requires_improvement === undefined ? {} : { "requires-improvement": written.requires_improvement }),
      ...(written.good === undefined ? {} : { good: written.good }),
      ...(written.outstanding === undefined ? {} : { outstanding: written.outstanding }),
      ...(written.cap === undefined ? {} : { cap: written.cap }),
      ...(written.places === undefined ? {} : { places: written.places }),
    }),
  );
