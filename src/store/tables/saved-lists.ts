/** Tables of lists people keep under a name, and of what they note on a child's record. */

export type SavedListRow = {
  readonly id: number;
  readonly name: string;
  readonly about: string;
  /** The person's id whose list it is. */
  readonly owner: string;
  /** The team that shares it, by name; empty when it is its owner's alone. */
  readonly team: string | null;
  /** JSON: the measure, window, part, group and choices; never a row. */
  readonly question: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type CaseNoteRow = {
  readonly id: number;
  /** The child's pseudonym. */
  readonly child: string;
  /** "recording-error" or "explanation". */
  readonly kind: string;
  readonly body: string;
  /** The team that held the child when it was written; empty where nobody did. */
  readonly team: string | null;
  readonly author: string;
  readonly at: string;
  readonly answered_at: string | null;
  readonly answered_by: string | null;
  readonly answer: string | null;
  readonly withdrawn_at: string | null;
};

export type SavedListTables = { readonly saved_list: SavedListRow; readonly case_note: CaseNoteRow };
