/** A team's pack for a challenge session: what stands out, how things have moved, what is overdue, and whether last time's actions worked. */
import type { IsoDate } from "../dates.ts";
import type { Arrow, DirectionMeaning } from "../judgement/direction.ts";
import type { RatingWord } from "../judgement/rating.ts";
import type { WindowId } from "../period.ts";
import type { Outcome } from "./outcome.ts";

/** Why a figure is put before the session. "recognise" is unusual for the better: worth saying so. */
export const EXCEPTION_KINDS = ["red", "amber-falling", "unusual", "recognise"] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** One measure of a team, judged; plain data, so that a held session keeps it as it was. */
export type PackLine = {
  readonly measure: string;
  readonly window: WindowId;
  readonly title: string;
  readonly period: string;
  readonly periodWords: string;
  readonly shown: string;
  /** "5 of 7"; `null` where the measure is no quotient. */
  readonly parts: string | null;
  readonly target: string;
  readonly rating: { readonly word: RatingWord; readonly sentence: string };
  readonly direction: { readonly arrow: Arrow; readonly meaning: DirectionMeaning; readonly sentence: string };
  /** What statistical process control says, where it says something. */
  readonly signal: string | null;
  /** Oldest first, the period judged last. */
  readonly series: readonly { readonly period: string; readonly value: number | null; readonly shown: string }[];
  /** Empty when nothing stands out. */
  readonly why: readonly ExceptionKind[];
  /** A percentage of fewer than five: each case is to be looked at, not the percentage. */
  readonly isOfFew: boolean;
  readonly warnings: readonly string[];
};

/** How many children are behind with a duty, and how many fall due within fifteen working days. */
export type OverdueCount = {
  readonly title: string;
  readonly count: number;
  readonly soon: number;
  readonly href: string;
};

export type Caseload = { readonly worker: string; readonly children: number };

/** An action of an earlier session as this one sees it. */
export type ActionSeen = {
  readonly id: number;
  readonly text: string;
  readonly ownerName: string;
  readonly due: IsoDate;
  readonly state: "open" | "done";
  readonly isOverdue: boolean;
  readonly measureTitle: string | null;
  readonly outcome: Outcome;
  /** The latest note of progress. */
  readonly latest: string | null;
};

export type TeamPack = {
  readonly team: string;
  /** The month its newest figures end in. */
  readonly month: string;
  readonly asAt: IsoDate;
  readonly madeAt: string;
  readonly exceptions: readonly PackLine[];
  /** Every other measure with a figure. */
  readonly trends: readonly PackLine[];
  readonly overdue: readonly OverdueCount[];
  readonly caseloads: readonly Caseload[];
  readonly warnings: readonly string[];
  readonly actions: readonly ActionSeen[];
};

/** How many figures stand out for each reason. */
export function countExceptions({ exceptions }: Pick<TeamPack, "exceptions">): Readonly<Record<ExceptionKind, number>> {
  const count = (kind: ExceptionKind): number => exceptions.filter(({ why }) => why.includes(kind)).length;
  return {
    red: count("red"),
    "amber-falling": count("amber-falling"),
    unusual: count("unusual"),
    recognise: count("recognise"),
  };
}
