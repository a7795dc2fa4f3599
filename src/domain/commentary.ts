/** Comments on a scorecard and what checking them finds: requirements 1.10. */

export const COMMENT_STATES = ["draft", "submitted", "returned", "approved"] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** What a comment is on: one or several references ("29 & 30"), a section, or the whole card. */
export type CommentSubject =
  | { readonly kind: "references"; readonly references: readonly string[] }
  | { readonly kind: "section"; readonly section: string }
  | { readonly kind: "scorecard" };

export type CommentFlag = {
  /** Stable for the same claim in the same words, so that an answer stays with it. */
  readonly id: string;
  readonly code: string;
  /** "fact": the words and the data differ, or words are missing; "unchecked": a claim nothing can check; "person": could tell of someone; "suppressed": would undo a suppression. */
  readonly kind: "fact" | "unchecked" | "person" | "suppressed";
  /** The words at fault and where they stand, in UTF-16 units from the start of the comment. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** "Says 32% increase; the data say 19.1% (3,096 to 3,687)." */
  readonly message: string;
  readonly remedy: string;
};

export type AnsweredFlag = CommentFlag & {
  readonly answer: { readonly reason: string; readonly author: string; readonly at: string } | null;
};

export type Comment = {
  readonly id: string;
  readonly scorecard: string;
  readonly period: string;
  readonly subject: CommentSubject;
  readonly body: string;
  readonly state: CommentState;
  readonly version: number;
  readonly author: string;
  /** ISO moment of the latest version. */
  readonly at: string;
  readonly due: string | null;
};
