/** Tables of challenge sessions, what was asked and agreed in them, and promises people made in comments. */

export type ChallengeSessionRow = {
  readonly id: number;
  readonly title: string;
  readonly held_on: string;
  /** JSON: names of teams. */
  readonly teams: string;
  readonly state: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly held_at: string | null;
  readonly held_by: string | null;
  readonly withdrawn_at: string | null;
};

/** A team's pack as it was when the session was held; append-only. */
export type ChallengePackRow = {
  readonly session: number;
  readonly team: string;
  readonly pack: string;
  readonly at: string;
};

export type ChallengeRow = {
  readonly id: number;
  readonly session: number;
  readonly team: string;
  readonly question: string;
  readonly answer: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type ChallengeActionRow = {
  readonly id: number;
  readonly session: number | null;
  readonly challenge: number | null;
  readonly team: string;
  readonly text: string;
  readonly owner: string | null;
  readonly owner_name: string;
  readonly due: string;
  readonly measure: string | null;
  readonly time_window: string | null;
  /** JSON: the figure when it was agreed. */
  readonly agreed_figure: string | null;
  readonly state: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

/** What was done about an action, one line a step; append-only. */
export type ActionNoteRow = {
  readonly action: number;
  readonly number: number;
  readonly kind: string;
  readonly text: string;
  readonly person: string;
  readonly at: string;
};

/** A claim about the future found in a comment, once a person has said what it is. */
export type CommentPromiseRow = {
  readonly id: number;
  readonly comment: number;
  readonly scorecard: string;
  readonly period: string;
  readonly reference: string;
  readonly measure: string;
  readonly time_window: string;
  readonly quote: string;
  /** JSON: what is expected. */
  readonly expects: string;
  readonly due_from: string;
  readonly due_to: string;
  /** "confirmed", or "set-aside": read as a promise, but none. */
  readonly state: string;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type ChallengeTables = {
  readonly challenge_session: ChallengeSessionRow;
  readonly challenge_pack: ChallengePackRow;
  readonly challenge: ChallengeRow;
  readonly challenge_action: ChallengeActionRow;
  readonly action_note: ActionNoteRow;
  readonly comment_promise: CommentPromiseRow;
};
