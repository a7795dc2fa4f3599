/** Tables of reports being written: drafts, the words put into them, reasons given for flags, and what was released. */

export type ReportDraftRow = {
  readonly id: number;
  readonly template: string;
  readonly title: string;
  /** What the report is of: scorecard, period, teams …; kept by it to be found. */
  readonly scorecard: string | null;
  readonly period: string;
  readonly audience: string;
  /** JSON. */
  readonly question: string;
  /** JSON: what the writer was asked, by the ask's id. */
  readonly answers: string;
  readonly version: number;
  readonly author: string;
  readonly opened_at: string;
  /** The latest change of it or of the words in it. */
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type ReportPassageRow = {
  readonly id: number;
  readonly draft: number;
  /** The paragraph or gap it stands at. */
  readonly block: string;
  readonly kind: string;
  readonly body: string;
  /** What was generated there, and its fingerprint. */
  readonly generated: string;
  readonly based_on: string;
  /** The passage it took the place of; null for the first at its place. */
  readonly previous: number | null;
  readonly author: string;
  readonly at: string;
  /** Taken out, or another took its place. */
  readonly withdrawn_at: string | null;
};

export type ReportFlagAnswerRow = {
  readonly id: number;
  readonly draft: number;
  /** Where the words stand: a block and its kind, or an ask. */
  readonly place: string;
  readonly flag: string;
  readonly code: string;
  readonly quote: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

export type ReportReleaseRow = {
  readonly id: number;
  readonly draft: number;
  readonly template: string;
  readonly title: string;
  readonly scorecard: string | null;
  readonly period: string;
  readonly audience: string;
  /** The report as it was released, as JSON, and its SHA-256. */
  readonly model: string;
  readonly checksum: string;
  readonly author: string;
  readonly at: string;
};

/** A release taken back: the report stays, and nobody is given it any more. */
export type ReportWithdrawalRow = {
  readonly release: number;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

export type ReportDraftTables = {
  readonly report_draft: ReportDraftRow;
  readonly report_passage: ReportPassageRow;
  readonly report_flag_answer: ReportFlagAnswerRow;
  readonly report_release: ReportReleaseRow;
  readonly report_withdrawal: ReportWithdrawalRow;
};
