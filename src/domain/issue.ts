/** Something wrong, odd or worth knowing in a file someone loads: a value, never an exception. */

export const SEVERITIES = ["error", "warning", "info"] as const;

/** error = the row (or the file) could not be kept; warning = kept, but something in it was not understood or looks wrong; info = worth knowing. */
export type Severity = (typeof SEVERITIES)[number];

export type Issue = {
  readonly severity: Severity;
  /** One of the codes of `issue-codes.ts`, for example DATE_IMPOSSIBLE. */
  readonly code: string;
  readonly file: string;
  readonly sheet?: string;
  /** Row in the file as a person counts it (the header is row 1); for XML and JSON the ordinal of the record. Absent when it is about the whole file. */
  readonly row?: number;
  readonly column?: string;
  /** The kind of thing the value was ("two-digit year", "unknown code", "blank"), never a personal value itself. */
  readonly valueClass?: string;
  /** How many rows it stands for, when it sums up more than one. */
  readonly count?: number;
  /** What is wrong, in one sentence; holds no personal value. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
};
