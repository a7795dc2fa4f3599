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
  /** The comment it belongs to: the same words in another comment need their own answer. */
  readonly comment: string;
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
  /** The authority the store is of; needed only where the data folder holds several. */
  readonly authority: string | null;
  /** Numbers of people up to this are hidden from the public; 0 stays 0. */
  readonly disclosureThreshold: number;
  readonly neighbourMethod: "mean" | "median";
  readonly neighbourEdition: string | null;
  readonly laCode: string | null;
  /** Roles that must sign before a scorecard is published. */
  readonly signOffRoles: readonly string[];
};

export const DEFAULT_SETTINGS: JudgementSettings = {
  authority: null,
  disclosureThreshold: 5,
  neighbourMethod: "mean",
  neighbourEdition: null,
  laCode: null,
  signOffRoles: ["director"],
};

const settingsSchema = z
  .object({
    authority: z.string().trim().min(1).nullable(),
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

/**
 * Targets, comments and editions are of one authority. Where the data are of several, only the one the store is of may be judged with them.
 *
 * @throws AppError USAGE where what was typed may be another authority's
 */
export function checkWhose(inputs: JudgementInputs, asked: string, authorities: readonly string[]): void {
  const { settings, targets, ratings, comments, acceptances, published } = inputs;
  const isEmpty = [targets, ratings, comments, acceptances, published].every((typed) => typed.length === 0);
  if (authorities.length < 2 || isEmpty || settings.authority === asked) return;
  throw new AppError(
    "USAGE",
    settings.authority === null
      ? `The data are of ${authorities.length} authorities, and nobody has said whose the typed targets and comments are.`
      : `What was typed is of ${settings.authority}, not of ${asked}.`,
    "Keep one store for each authority (another data folder or DATABASE_URL), and name this one's: waymark settings set authority NAME.",
  );
}
