/** How a scorecard rates and compares, in a sentence each. */

import type { JudgementRules } from "../scorecard.ts";
import type { ComparisonBasis, DirectionRule } from "./direction.ts";
import type { RatingRule } from "./rating.ts";

const BASIS_WORDS: Readonly<Record<ComparisonBasis, string>> = {
  "previous-period": "the period before",
  "same-period-last-year": "the same period last year",
  "year-end": "the end of the year before",
  baseline: "the baseline",
};

/** "Green meets the target; amber misses it by at most 15% of it; red by more." */
export function ratingWords(rule: RatingRule | undefined): string {
  switch (rule?.kind) {
    case "relative-tolerance": {
      const nought =
        rule.zeroTolerance === 0
          ? "A target of nothing is missed by anything."
          : `A target of nothing may be missed by ${rule.zeroTolerance}.`;
      return `Green meets the target. Amber misses it by at most ${rule.tolerance}% of the target. Red misses it by more. ${nought}`;
    }
    case "absolute-tolerance":
      return `Green meets the target. Amber misses it by at most ${rule.tolerance} in the measure’s own unit (percentage points for a percentage). Red misses it by more.`;
    case "bands":
      return "The figure falls in a band, such as good or requires improvement, and each band has its colour.";
    case "assurance":
      return "Green when usual variation always meets the target, red when it never does, amber when it is hit and miss.";
    case "judgement":
      return "A person rates each indicator and gives the reason.";
    case "monitor":
      return "Indicators are watched and not rated.";
    case undefined:
      return "Each indicator says how it is rated.";
  }
}

/** "Compared with the period before; any movement counts." */
export function directionWords({ direction, compare }: JudgementRules): string {
  const against = compare === undefined ? "" : `Compared with ${BASIS_WORDS[compare]}. `;
  return `${against}${movementWords(direction)}`;
}

function movementWords(rule: DirectionRule | undefined): string {
  switch (rule?.kind) {
    case "sign":
      return rule.tolerance > 0 ? `A change of at most ${rule.tolerance} counts as similar.` : "Any movement counts.";
    case "sign-and-level":
      return "A figure that is red and does not move counts as worse.";
    case "two-state":
      return "A figure is better or it is not.";
    case "signal":
      return "A figure moves only when its control chart signals.";
    case undefined:
      return "";
  }
}
