/** Checks a comment against the data: every claim is matched to a fact, contradicted, or said to be unchecked; details of people are pointed out. */
import type { CommentFlag } from "../commentary.ts";
import { checkChanges } from "./check-changes.ts";
import { checkComparisons } from "./check-comparisons.ts";
import { checkEnding } from "./check-ending.ts";
import { checkGaps } from "./check-gaps.ts";
import { checkLevels } from "./check-levels.ts";
import { checkMultiples } from "./check-multiples.ts";
import { checkPeriods } from "./check-periods.ts";
import { checkPersons } from "./check-persons.ts";
import { checkReferences } from "./check-references.ts";
import { checkStreaks } from "./check-streaks.ts";
import { checkSuppressed } from "./check-suppressed.ts";
import type { CommentFacts } from "./facts.ts";
import { type Finding, flagsOf } from "./flag.ts";
import { type CheckResult, overlaps, readComment } from "./read-comment.ts";
import type { Span } from "./sentences.ts";

/**
 * What is wrong with a comment or cannot be checked, in the order of its text.
 *
 * @param facts the true figures, hidden ones marked: flags are for those who write and approve, never for the public
 */
export function checkComment(body: string, facts: CommentFacts): readonly CommentFlag[] {
  const comment = readComment(body, facts);
  const first = [checkStreaks(comment), checkMultiples(comment), checkGaps(comment)];
  const claims = [...first, checkChanges(comment, readBy(first))];
  const rest = [checkReferences, checkPeriods, checkComparisons, checkPersons, checkSuppressed, checkEnding].map(
    (check) => check(comment),
  );
  const levels = checkLevels(comment, readBy(claims));
  const found = [...claims, ...rest, levels].flatMap(({ findings }) => findings);
  // Words already contradicted or pointed out need no second flag that nothing could check them.
  const isSaid = (finding: Finding) => found.some((other) => other.kind !== "unchecked" && overlaps(other, finding));
  return flagsOf(
    body,
    facts.subject,
    found.filter((finding) => finding.kind !== "unchecked" || !isSaid(finding)),
  );
}

/** The words checks have dealt with: later checks leave them alone. */
function readBy(results: readonly CheckResult[]): readonly Span[] {
  return results.flatMap(({ read }) => read);
}
