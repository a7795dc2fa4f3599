/** Everything people typed that bears on a scorecard in a period: read from the store once, frozen with an edition, and enough to judge it again. */
import type { Comment } from "../domain/commentary.ts";
import type { JudgedByPerson } from "../domain/judgement/rating.ts";
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

/** A recorded change in how a measure behaves or is made, or an event worth marking on its chart. */
export type SeriesNote = {
  readonly measure: string;
  /** `null`: every window. */
  readonly window: string | null;
  /** The first period of the new state, an id of any window. */
  readonly fromPeriod: string;
  readonly kind: "step-change" | "series-break" | "annotation";
  readonly reason: string;
  readonly author: string;
};

/** A failed reconciliation somebody accepted, with the reason. */
export type Acceptance = {
  readonly rule: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** A value an earlier edition printed: known to everyone for ever. */
export type PublishedValue = {
  readonly reference: string;
  readonly measure: string;
  readonly window: string;
  readonly period: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly shown: string;
  readonly edition: string;
  /** ISO moment. */
  readonly publishedAt: string;
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

export type JudgementInputs = {
  readonly settings: JudgementSettings;
  readonly targets: readonly TargetSet[];
  readonly ratings: readonly (JudgedByPerson & { readonly reference: string })[];
  readonly comments: readonly Comment[];
  readonly answers: readonly FlagAnswer[];
  readonly notes: readonly SeriesNote[];
  readonly acceptances: readonly Acceptance[];
  readonly published: readonly PublishedValue[];
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
