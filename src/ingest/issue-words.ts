/** What an issue code says: its severity, message and remedy, before names are filled in. */
import type { Severity } from "../domain/issue.ts";

export type IssueWords = {
  readonly severity: Severity;
  /** One sentence; `{column}`, `{table}` and other names in braces are filled in. Never a personal value. */
  readonly message: string;
  readonly remedy: string;
  /** `true` when the file could not be read to its end, so that the load is refused whole. */
  readonly refuses?: true;
};

/** Checks the words of a list of codes while keeping the codes' own names as its type. */
export const issueCodes = <T extends Record<string, IssueWords>>(codes: T): T => codes;
