/** What a person may choose on a scorecard: what is shown, what it is compared with, and which rows. */
import { z } from "zod";
import {
  type ComparisonBasis,
  DIRECTION_MEANINGS,
  type DirectionMeaning,
} from "../../../domain/judgement/direction.ts";
import { BESIDE, type Beside } from "../../../domain/judgement/gap.ts";
import { RATING_WORDS, type RatingWord } from "../../../domain/judgement/rating.ts";
import { READING_WINDOWS } from "../../../services/card-reading.ts";
import { given, lastMonthField, textField } from "../../query.ts";
import type { CardChoices } from "../../services.ts";

/** Earlier periods a card may be compared with, whatever its file says. */
const EARLIER = ["previous-period", "same-period-last-year"] as const satisfies readonly ComparisonBasis[];

export const SIGNAL_CHOICES = ["any", "concern", "improvement", "neutral"] as const;
export type SignalChoice = (typeof SIGNAL_CHOICES)[number];
export type Comparison = (typeof EARLIER)[number] | Beside;

const blankIsNone = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), field.nullable());

/** Which rows, on a live card and a published one alike. */
const ROWS = {
  section: blankIsNone(z.string().max(200)),
  rating: blankIsNone(z.enum(RATING_WORDS)),
  direction: blankIsNone(z.enum(DIRECTION_MEANINGS)),
  signal: blankIsNone(z.enum(SIGNAL_CHOICES)),
};

export const LIVE_QUERY = z.object({
  ...ROWS,
  /** A figure whose list is wanted: "19a/2026-03". */
  list: blankIsNone(z.string().regex(/^.{1,40}\/[0-9A-Za-z-]{1,30}$/)),
  /** A row to write about, or to judge: its reference. */
  write: blankIsNone(z.string().max(40)),
  judge: blankIsNone(z.string().max(40)),
  lastMonth: lastMonthField,
  window: blankIsNone(z.enum(READING_WINDOWS)),
  compare: blankIsNone(z.enum([...EARLIER, ...BESIDE])),
  team: textField,
});

export const PUBLISHED_QUERY = z.object({ ...ROWS, compare: blankIsNone(z.enum(BESIDE)), edition: textField });

export type Rows = {
  readonly section: string | null;
  readonly rating: RatingWord | null;
  readonly direction: DirectionMeaning | null;
  readonly signal: SignalChoice | null;
};

/** Everything chosen; what a published card cannot choose is `null` there. */
export type Chosen = Rows & {
  readonly lastMonth?: string | undefined;
  readonly window: (typeof READING_WINDOWS)[number] | null;
  readonly compare: Comparison | null;
  readonly team: string | null;
};

export const NOTHING_CHOSEN: Chosen = {
  section: null,
  rating: null,
  direction: null,
  signal: null,
  window: null,
  compare: null,
  team: null,
};

/** The part of the choice that changes what is counted and judged. */
export function readingOf({ lastMonth, window, compare, team }: Chosen): CardChoices {
  return given({
    lastMonth,
    window: window ?? undefined,
    compare: EARLIER.find((basis) => basis === compare),
    team: team ?? undefined,
  });
}

/** What the latest figure stands beside, where that is not its own past. */
export function besideOf({ compare }: Pick<Chosen, "compare">): Beside | null {
  return BESIDE.find((beside) => beside === compare) ?? null;
}

/** The address of a card with these choices; what is not chosen is left out. */
export function addressOf(path: string, chosen: Partial<Chosen> & { readonly edition?: string | undefined }): string {
  const pairs = Object.entries(chosen).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [[name, value] as [string, string]],
  );
  const query = new URLSearchParams(pairs).toString();
  return query === "" ? path : `${path}?${query}`;
}
