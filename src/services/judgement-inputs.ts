/** Everything people typed that bears on a scorecard in a period: read from the store once, frozen with an edition, and enough to judge it again. */
import { z } from "zod";
import type { Comment } from "../domain/commentary.ts";
import { AppError } from "../domain/errors.ts";
import type { Figure } from "../domain/figure.ts";
import type { JudgedByPerson } from "../domain/judgement/rating.ts";
import type { SeriesNote } from "../domain/judgement/series-note.ts";
import type { JudgementRules, WrittenBands, WrittenTarget } from "../domain/scorecard.ts";

/** A target (and bands and rules) set for one indicator, standing in place of what the scorecard's file says. */
export type TargetSet = JudgementRules & {
  readonly reference: string;
  readonly target: WrittenTarget | null;
  readonly bands: WrittenBands | null;
};

export type FlagAnswer = {
  readonly flag: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** A failed reconciliation somebody accepted, with the reason. */
export type Acceptance = {
  readonly rule: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** What an earlier edition printed: known to everyone for ever. */
export type EarlierEdition = {
  readonly edition: string;
  readonly period: string;
  /** ISO moment. */
  readonly publishedAt: string;
  /** True numbers, and whether the public saw them. */
  readonly figures: readonly { readonly figure: Figure; readonly wasShown: boolean }[];
};

export type JudgementSettings = {
  /** Numbers of people up to this are hidden from the public; 0 stays 0. */
  readonly disclosureThreshold: number;
  readonly neighbourMethod: "mean" | "median";
  readonly neighbourEdition: string | null;
  readonly laCode: string | null;
  /** Roles that must sign before a scorecard is published. */
  readonly signOffRoles: readonly string[];
};

export const DEFAULT_SETTINGS: JudgementSettings = {
  disclosureThreshold: 5,
  neighbourMethod: "mean",
  neighbourEdition: null,
  laCode: null,
  signOffRoles: ["director"],
};

const settingsSchema = z
  .object({
    disclosureThreshold: z.number().int().min(0).max(100),
    neighbourMethod: z.enum(["mean", "median"]),
    neighbourEdition: z.string().min(1).nullable(),
    laCode: z
      .string()
      .regex(/^\d{3}$/)
      .nullable(),
    signOffRoles: z.array(z.string().trim().min(1)),
  })
  .partial();

/** Settings with what is not set left as shipped. @throws AppError USAGE for a value that cannot be */
export function settingsOf(stored: Readonly<Record<string, unknown>>): JudgementSettings {
  const parsed = settingsSchema.safeParse(stored);
  if (!parsed.success)
    throw new AppError(
      "USAGE",
      `A setting cannot be as it is: ${z.prettifyError(parsed.error).replace(/\s+/g, " ")}`,
      `Settings are: ${Object.keys(DEFAULT_SETTINGS).join(", ")}.`,
    );
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(given) as Partial<JudgementSettings>) };
}

export type JudgementInputs = {
  readonly settings: JudgementSettings;
  readonly targets: readonly TargetSet[];
  readonly ratings: readonly (JudgedByPerson & { readonly reference: string })[];
  readonly comments: readonly Comment[];
  readonly answers: readonly FlagAnswer[];
  readonly notes: readonly SeriesNote[];
  readonly acceptances: readonly Acceptance[];
  /** Oldest first. */
  readonly published: readonly EarlierEdition[];
};

/** Nobody has typed anything. */
export const NO_INPUTS: JudgementInputs = {
  settings: DEFAULT_SETTINGS,
  targets: [],
  ratings: [],
  comments: [],
  answers: [],
  notes: [],
  acceptances: [],
  published: [],
};
