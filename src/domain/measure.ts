/** What a measure is: plain, frozen, serialisable data; made by src/measures from a YAML file, read by the engine and the oracle. */
import type { Expression } from "./expression.ts";
import type { WindowId } from "./period.ts";
import type { ValueState } from "./value-state.ts";

export const UNITS = [
  "count",
  "percentage",
  "rate-per-10000",
  "rate-per-100000",
  "average",
  "average-days",
  "median-days",
  "maximum",
  "maximum-working-days",
  "maximum-days",
  "sum",
  "text",
] as const;
export type Unit = (typeof UNITS)[number];

export const POLARITIES = ["high-is-good", "low-is-good", "neutral"] as const;
export type Polarity = (typeof POLARITIES)[number];

export const CHANGES = ["percentage-points", "absolute", "relative"] as const;
export type ChangeWording = (typeof CHANGES)[number];

export const BREAKDOWNS = ["team", "worker", "locality", "age_group", "sex", "ethnicity", "disability"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const SUMMARIES = ["average", "median", "maximum", "sum"] as const;
export type Summary = (typeof SUMMARIES)[number];

export const CADENCES = ["month", "quarter", "term", "financial-year", "academic-year"] as const;
export type Cadence = (typeof CADENCES)[number];

/** When a cohort's rows count. Flow: dated in the period. Snapshot: open at the end of its last day. Trailing: dated in a span ending on it. */
export type Timing =
  | { readonly kind: "flow"; readonly date: string }
  | { readonly kind: "snapshot"; readonly start: string; readonly end: string }
  | { readonly kind: "trailing"; readonly date: string; readonly days?: number; readonly months?: number };

export type Cohort = {
  readonly table: string;
  readonly timing: Timing;
  /** Which rows belong; `null` for all. */
  readonly where: Expression | null;
  readonly count: "cases" | "children";
  /** Months the facts lie before the period (reporting in arrears). */
  readonly lag: number;
};

/** How the figure is made; a measure has exactly one shape. */
export type Shape =
  | { readonly kind: "count"; readonly cohort: Cohort }
  | { readonly kind: "proportion"; readonly cohort: Cohort; readonly numerator: Expression }
  | { readonly kind: "ratio"; readonly cohort: Cohort; readonly denominator: Cohort }
  | { readonly kind: "rate"; readonly cohort: Cohort; readonly ageGroup: string; readonly per: number }
  | {
      readonly kind: "summary";
      readonly cohort: Cohort;
      readonly value: Expression;
      readonly summary: Summary;
      /** Of an average: what the values are divided by instead of the number of rows. */
      readonly weight?: Expression;
    }
  | { readonly kind: "by-hand"; readonly cadence: Cadence; readonly basis: "flow" | "snapshot" };

export type Setting = { readonly value: number | string | boolean; readonly words: string };

export type Measure = {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly definition: string;
  readonly shows: string;
  readonly why: string;
  readonly source: string;
  readonly local?: string;
  /** The published indicator (catalogue/comparators) it is compared with, and how that one is defined otherwise. */
  readonly published?: { readonly indicator: string; readonly differs?: string };
  readonly owner?: string;
  readonly reviewed?: string;
  readonly reviewBy?: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly change: ChangeWording;
  readonly shape: Shape;
  readonly timeBasis: readonly WindowId[];
  readonly breakdowns: readonly Breakdown[];
  /** Tables, or table.column, without which the measure cannot be told, where its conditions do not show it. */
  readonly needs: readonly string[];
  /** "none": it counts no persons, so small numbers of it may be published. */
  readonly disclosure?: "none";
  readonly settings: Readonly<Record<string, Setting>>;
  readonly examples: readonly WorkedExample[];
  /** The file it was read from, relative to the catalogue. */
  readonly file: string;
};

/** A tiny world and what the measure must answer in it. Cells are text as written; blank is empty. */
export type WorkedExample = {
  readonly it: string;
  readonly period: string;
  readonly window: WindowId;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly expect: {
    readonly numerator?: number;
    readonly denominator?: number;
    readonly value?: number;
    readonly text?: string;
    readonly status?: FigureStatus;
  };
};

/** Whether there is a figure; see `value-state.ts` for what each state means. */
export type FigureStatus = ValueState;
