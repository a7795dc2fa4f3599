/** A scorecard judged for one period and one audience: what pages show, reports print and editions freeze. */
import type { AnsweredFlag, Comment } from "./commentary.ts";
import type { DirectionMeaning } from "./judgement/direction.ts";
import type { RatingWord } from "./judgement/rating.ts";
import type { ReportingPeriod } from "./period.ts";
import type { ReconciliationFinding } from "./reconciliation.ts";
import type { ScoredIndicator } from "./scored-indicator.ts";

/** "internal": true numbers, for people with a need. "published": nothing that could tell of a person. */
export const AUDIENCES = ["internal", "published"] as const;
export type Audience = (typeof AUDIENCES)[number];

export type CheckedComment = Comment & { readonly flags: readonly AnsweredFlag[] };

export type ScoredSection = {
  readonly title: string;
  readonly scope: string | null;
  readonly indicators: readonly ScoredIndicator[];
  readonly comments: readonly CheckedComment[];
};

export type ScoredCard = {
  readonly scorecard: string;
  readonly title: string;
  readonly description: string;
  readonly authority: string;
  readonly audience: Audience;
  readonly period: ReportingPeriod;
  /** The periods shown, oldest first; the last is `period`. */
  readonly columns: readonly ReportingPeriod[];
  readonly sections: readonly ScoredSection[];
  /** Comments on the card as a whole. */
  readonly comments: readonly CheckedComment[];
  readonly reconciliation: readonly ReconciliationFinding[];
  /** How many indicators have each word; `total` is their sum. */
  readonly ratings: Readonly<Record<RatingWord | "total", number>>;
  readonly directions: Readonly<Record<DirectionMeaning | "total", number>>;
};

/** Every indicator of a card, in order. */
export function indicatorsOf(card: Pick<ScoredCard, "sections">): readonly ScoredIndicator[] {
  return card.sections.flatMap((section) => section.indicators);
}
