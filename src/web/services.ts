/** What the web application asks of the rest of Waymark, and nothing more: no page can reach a child's record through it. */

import type { TeamPack } from "../domain/challenge/team-pack.ts";
import type { CommentState } from "../domain/commentary.ts";
import type { ComparatorValue } from "../domain/comparator.ts";
import type { IsoDate } from "../domain/dates.ts";
import type { EditionChange, EditionKind } from "../domain/edition.ts";
import type { Severity } from "../domain/issue.ts";
import type { ComparisonBasis, Direction } from "../domain/judgement/direction.ts";
import type { Beside, Gap } from "../domain/judgement/gap.ts";
import type { Rating } from "../domain/judgement/rating.ts";
import type { ProcessPoint } from "../domain/judgement/signal.ts";
import type { FigureStatus, Polarity, Unit } from "../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../domain/period.ts";
import type { JudgementRules } from "../domain/scorecard.ts";
import type { ScoredCard } from "../domain/scored-card.ts";
import type { NamedTeam } from "../services/team-names.ts";
import type { Waiting, WaitingFor } from "../services/waiting.ts";

/** One figure as the command line prints it too: `value` exact, `shown` as printed (with its unit's sign). */
export type FigureRow = {
  readonly authority: string;
  readonly measure: string;
  readonly window: WindowId;
  /** The id of the reporting period in its window: 2026-03, 2025-26-Q4, 2025-26. */
  readonly period: string;
  readonly breakdown: string | null;
  readonly by: string | null;
  readonly group: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly shown: string;
  readonly status: FigureStatus;
};

/** Issues of one code in one load, or touching one measure's tables: how many, never which child. */
export type IssueCount = {
  readonly severity: Severity;
  readonly code: string;
  readonly count: number;
  /** What the code means, in one sentence that holds no value from the file. */
  readonly message: string;
  readonly remedy: string;
};

export type LoadSummary = {
  readonly id: string;
  readonly authority: string;
  /** The return in words: "Children looked after return (SSDA903) 2025-26". */
  readonly title: string;
  readonly asAt: IsoDate | null;
  /** When it was loaded: an ISO instant. */
  readonly loadedAt: string;
  /** Whether its rows are the ones figures are made from now. */
  readonly isCurrent: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly issues: readonly IssueCount[];
};

export type ScorecardSummary = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly audience: string;
  readonly sections: number;
  readonly indicators: number;
  /** How it judges where an indicator does not say. */
  readonly judgement?: JudgementRules;
};

/** What is said of an indicator's latest figure. */
export type Judged = {
  readonly target: string;
  readonly rating: Pick<Rating, "word" | "sentence" | "warnings">;
  readonly direction: Pick<Direction, "arrow" | "meaning" | "sentence">;
  readonly comparators: readonly Pick<ComparatorValue, "group" | "label" | "shown" | "period">[];
  /** How it stands beside its target and others' figures. */
  readonly gaps?: Readonly<Record<Beside, Gap>>;
  /** Special cause of a control chart at the latest figure; absent for usual variation and where no chart is drawn. */
  readonly signal?: CardSignal;
  /** What its figures fail to add up to, a sentence each. */
  readonly faults: readonly string[];
};

export type CardSignal = {
  readonly meaning: Exclude<ProcessPoint["meaning"], "common-cause">;
  readonly sentence: string;
};

/** Words written about a card, as they stand beside its figures. */
export type CardComment = {
  readonly id: string;
  readonly body: string;
  readonly state: CommentState;
  readonly author: string;
  readonly at: string;
  /** What it is on, when that is more than the row it stands beside: "29 and 30"; empty otherwise. */
  readonly on: string;
};

export type IndicatorFigures = {
  readonly reference: string;
  readonly measureId: string;
  readonly title: string;
  readonly window: WindowId;
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly note?: string;
  /** What it shows, in plain English. */
  readonly shows?: string;
  readonly judged?: Judged;
  readonly comments?: readonly CardComment[];
  /** In any order; matched to the scorecard's columns by the month in which their periods end. */
  readonly figures: readonly FigureRow[];
};

export type SectionFigures = {
  readonly title: string;
  readonly scope?: string;
  readonly comments?: readonly CardComment[];
  readonly indicators: readonly IndicatorFigures[];
};

/** A scorecard with its figures. Return the same object while data and catalogue are the same: the page made of it is kept with it. */
export type ScorecardFigures = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly authority: string;
  /** Thirteen periods, oldest first. */
  readonly columns: readonly ReportingPeriod[];
  /** Months that may be chosen as the last one shown (YYYY-MM), newest first. */
  readonly lastMonths: readonly string[];
  /** How many indicators have each rating and each direction; they add up to `total`. */
  readonly counts?: Pick<ScoredCard, "ratings" | "directions">;
  /** On the card as a whole. */
  readonly comments?: readonly CardComment[];
  /** The edition it was frozen in; absent from live, internal figures. */
  readonly edition?: EditionOfCard;
  readonly sections: readonly SectionFigures[];
};

export type EditionOfCard = {
  readonly id: string;
  readonly kind: EditionKind;
  readonly period: string;
  readonly publishedAt: string;
};

/** How a card is to be read; nothing chosen is as its file has it. */
export type CardChoices = {
  readonly lastMonth?: string;
  readonly window?: WindowId;
  readonly compare?: ComparisonBasis;
  readonly team?: string;
};

export type MeasureSummary = {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly definition: string;
  readonly unit: Unit;
  /** The scorecards it stands on. */
  readonly scorecards: readonly string[];
};

export type EditionSummary = {
  readonly id: string;
  readonly scorecard: string;
  readonly title: string;
  readonly period: string;
  readonly kind: EditionKind;
  /** The edition it stands in place of. */
  readonly corrects: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly checksum: string;
  /** Names of public files to download. */
  readonly files: readonly string[];
};

export type WebServices = {
  /** Whether anybody may read published editions without signing in; no, where it is not said. */
  readonly editionsArePublic?: () => Promise<boolean>;
  /** Newest first. */
  readonly editions: () => Promise<readonly EditionSummary[]>;
  /** A public file of an edition; `null` when there is none. */
  readonly editionFile: (id: string, path: string) => Promise<Uint8Array | null>;
  /** Everything that would differ today from an edition, and why; `null` when there is no such edition. For people with a need: it counts cases. */
  readonly editionChanges: (id: string) => Promise<readonly EditionChange[] | null>;
  readonly scorecards: () => Promise<readonly ScorecardSummary[]>;
  readonly scorecard: (id: string, choices: CardChoices) => Promise<ScorecardFigures | null>;
  /** A card as an edition froze it, the latest unless one is named; `null` when there is none. */
  readonly publishedScorecard: (id: string, edition?: string) => Promise<ScorecardFigures | null>;
  /** Teams there are now. */
  readonly teams: () => Promise<readonly NamedTeam[]>;
  /** What stands out of some teams, most pressing first; the asker's scope is the caller's to check. */
  readonly standingOut: (teams: readonly string[]) => Promise<readonly Pick<TeamPack, "team" | "exceptions">[]>;
  /** What waits for somebody, soonest due first. */
  readonly waiting: (who: WaitingFor) => Promise<readonly Waiting[]>;
  readonly measures: () => Promise<readonly MeasureSummary[]>;
  /** Newest first. */
  readonly loads: () => Promise<readonly LoadSummary[]>;
};
