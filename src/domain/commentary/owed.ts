/** Who owes which comment by when: what was asked for, beside what has been written. */
import type { Comment } from "../commentary.ts";
import { daysBetween, type IsoDate } from "../dates.ts";

/** A comment somebody was asked for. */
export type WantedComment = {
  readonly scorecard: string;
  readonly period: string;
  readonly references: readonly string[];
  readonly owner: string;
  readonly due: IsoDate;
};

export const OWED_STATES = ["overdue", "due", "waiting", "done"] as const;
/** "waiting": written and with whoever approves; "done": approved. */
export type OwedState = (typeof OWED_STATES)[number];

export type Owed<Wanted extends WantedComment> = Wanted & {
  readonly state: OwedState;
  /** References no comment beyond a draft covers yet. */
  readonly missing: readonly string[];
  /** Days past due; 0 where it is not overdue. */
  readonly daysLate: number;
};

export type OwedComment = Owed<WantedComment>;

/** Which references a comment speaks for; a comment on a section or a whole card is known only to who knows the card. */
export type Covers = (comment: Comment) => readonly string[];

const OWN_REFERENCES: Covers = ({ subject }) => (subject.kind === "references" ? subject.references : []);

/** What is owed on a day, overdue first, then soonest. A draft and a returned comment are still owed. */
export function commentsOwed<Wanted extends WantedComment>(
  wanted: readonly Wanted[],
  comments: readonly Comment[],
  { today, covers = OWN_REFERENCES }: { readonly today: IsoDate; readonly covers?: Covers },
): readonly Owed<Wanted>[] {
  return wanted
    .map((one) => owedOf(one, comments, { today, covers }))
    .toSorted(
      (one, other) =>
        OWED_STATES.indexOf(one.state) - OWED_STATES.indexOf(other.state) ||
        (one.due < other.due ? -1 : one.due > other.due ? 1 : 0),
    );
}

function owedOf<Wanted extends WantedComment>(
  wanted: Wanted,
  comments: readonly Comment[],
  { today, covers }: { readonly today: IsoDate; readonly covers: Covers },
): Owed<Wanted> {
  const own = comments.filter(({ scorecard, period }) => scorecard === wanted.scorecard && period === wanted.period);
  const covered = (states: readonly string[]) =>
    new Set(own.flatMap((comment) => (states.includes(comment.state) ? covers(comment) : [])));
  const [written, approved] = [covered(["submitted", "approved"]), covered(["approved"])];
  const missing = wanted.references.filter((reference) => !written.has(reference));
  const isDone = wanted.references.every((reference) => approved.has(reference));
  const late = Math.max(0, daysBetween(wanted.due, today));
  const state = isDone ? "done" : missing.length === 0 ? "waiting" : late > 0 ? "overdue" : "due";
  return { ...wanted, state, missing, daysLate: state === "overdue" ? late : 0 };
}
