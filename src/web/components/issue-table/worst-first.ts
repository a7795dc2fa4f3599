/** The order issues stand in everywhere: the gravest first. */
import { SEVERITIES } from "../../../domain/issue.ts";
import type { IssueCount } from "../../services.ts";

/** Errors before warnings before the rest; within a severity the most frequent first. */
export function worstFirst(issues: readonly IssueCount[]): readonly IssueCount[] {
  const rank = (issue: IssueCount) => SEVERITIES.indexOf(issue.severity);
  return issues.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1));
}
