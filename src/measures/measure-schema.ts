/** The shape of a measure file, as zod checks it before its conditions are read. */
import { z } from "zod";
import { BREAKDOWNS, CADENCES, CHANGES, POLARITIES, SUMMARIES, UNITS } from "../domain/measure.ts";
import { WINDOWS } from "../domain/period.ts";

const sentence = z.string().trim().min(1);
const day = z.union([z.iso.date(), z.date().transform((value) => value.toISOString().slice(0, 10))]);
const condition = z.union([sentence, z.boolean().transform(String), z.number().transform(String)]);

const cohort = z
  .strictObject({
    table: sentence,
    counted_by: sentence.optional(),
    open_on: z.tuple([sentence, sentence]).optional(),
    within: z
      .strictObject({ date: sentence, days: z.int().positive().optional(), months: z.int().positive().optional() })
      .refine(
        ({ days, months }) => (days === undefined) !== (months === undefined),
        "within needs days or months, one of them",
      )
      .optional(),
    where: condition.optional(),
    count: z.enum(["cases", "children"]).default("cases"),
    lag: z.int().min(0).max(24).default(0),
  })
  .refine(
    ({ counted_by, open_on, within }) =>
      [counted_by, open_on, within].filter((timing) => timing !== undefined).length === 1,
    "a cohort has exactly one of counted_by, open_on and within",
  );

const example = z.looseObject({
  it: sentence,
  period: z.union([sentence, z.number().transform(String)]),
  window: sentence.optional(),
  expect: z.strictObject({
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    value: z.number().optional(),
    text: z.string().optional(),
    status: z.enum(["value", "no-cohort", "not-meaningful", "not-available"]).optional(),
  }),
});

/** What a measure file may hold. */
export const measureFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens"),
  title: sentence,
  definition: sentence,
  shows: sentence,
  why: sentence,
  source: sentence,
  local: sentence.optional(),
  published: z
    .union([
      sentence.transform((indicator) => ({ indicator })),
      z.strictObject({ indicator: sentence, differs: sentence.optional() }),
    ])
    .optional(),
  notes: sentence.optional(),
  owner: sentence.optional(),
  reviewed: day.optional(),
  review_by: day.optional(),
  unit: z.enum(UNITS),
  decimals: z.int().min(0).max(4).optional(),
  polarity: z.enum(POLARITIES),
  change: z.enum(CHANGES).optional(),
  cohort: cohort.optional(),
  numerator: condition.optional(),
  denominator: cohort.optional(),
  value: condition.optional(),
  summary: z.enum(SUMMARIES).optional(),
  weight: condition.optional(),
  population: sentence.optional(),
  collected: z.literal("by-hand").optional(),
  cadence: z.enum(CADENCES).optional(),
  basis: z.enum(["flow", "snapshot"]).optional(),
  time_basis: z.array(z.enum(WINDOWS)).min(1),
  breakdowns: z.array(z.enum(BREAKDOWNS)).default([]),
  needs: z.array(z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)?$/)).default([]),
  disclosure: z.literal("none").optional(),
  settings: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/),
      z.strictObject({ value: z.union([z.number(), z.string(), z.boolean()]), words: sentence }),
    )
    .default({}),
  examples: z.array(example).min(3, "a measure has at least three worked examples"),
});

export type MeasureFile = z.infer<typeof measureFileSchema>;
export type CohortFile = z.infer<typeof cohort>;
