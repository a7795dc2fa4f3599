/** The tidy data of a report on a scored card: rows with the rules and bands in force, from the card's file and what people set. */
import { rulesInForce } from "../../domain/judgement/judge-indicator.ts";
import type { ReportData } from "../../domain/report/document.ts";
import { cardData } from "../../domain/report/indicator-rows.ts";
import type { Scorecard } from "../../domain/scorecard.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import type { JudgementInputs } from "../judgement-inputs.ts";

/** `commentOf` is what the report prints as an indicator's comment; by default its approved comments. */
export function reportData(
  card: ScoredCard,
  scorecard: Pick<Scorecard, "judgement">,
  { targets }: Pick<JudgementInputs, "targets">,
  commentOf?: (scored: ScoredIndicator) => string,
): readonly ReportData[] {
  return cardData(card, {
    inForce: ({ reference, indicator }) => {
      const set = targets.find((one) => one.reference === reference) ?? null;
      return {
        rules: rulesInForce(scorecard.judgement, indicator, set),
        bands: set?.bands ?? indicator.bands ?? null,
      };
    },
    ...(commentOf === undefined ? {} : { commentOf }),
  });
}
