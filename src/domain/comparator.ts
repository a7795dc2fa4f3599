/** Figures others publish, as they stand beside ours: requirements 1.9. */
import type { ValueState } from "./value-state.ts";

export const COMPARATOR_GROUPS = ["neighbours", "region", "england"] as const;
export type ComparatorGroup = (typeof COMPARATOR_GROUPS)[number];

/** One comparator of one figure, with everything needed to check it. */
export type ComparatorValue = {
  readonly group: ComparatorGroup;
  /** "Statistical neighbours (10)", "North West", "England". */
  readonly label: string;
  readonly value: number | null;
  readonly state: ValueState;
  readonly shown: string;
  /** How the group's value was made: worked out from its members, or as the publisher prints it. */
  readonly method: "mean" | "median" | "published";
  /** Of a group worked out: members with a value, and members there are. */
  readonly members?: { readonly withValue: number; readonly all: number };
  /** The period published, in its own words: "2024-25"; empty while nothing is. */
  readonly period: string;
  /** The publication and its edition. */
  readonly edition: string;
  /** ISO day it was published, where known. */
  readonly publishedOn: string | null;
  /** What the published figure is of, and how that differs from the figure it stands beside. */
  readonly note?: string;
};
