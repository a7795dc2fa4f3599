/** What comments on a card's period are checked against: its true figures, and which of them a published edition hides. */

import type { CommentFacts } from "../domain/commentary/facts.ts";
import { type CheckableIndicator, factsOf } from "../domain/commentary/facts-of.ts";
import type { SubjectChoices } from "../domain/commentary/parse-subject.ts";
import type { CommentSubject } from "../domain/commentary.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import { indicatorsOf, type ScoredCard } from "../domain/scored-card.ts";
import type { Store } from "../store/open-store.ts";
import { readJudgementInputs } from "./read-judgement-inputs.ts";
import { type CardQuestion, scoreScorecard } from "./score-scorecard.ts";
import type { Workspace } from "./workspace.ts";

/** A card's period as those see it who write and approve its comments. */
export type Commentary = {
  readonly scorecard: string;
  readonly period: ReportingPeriod;
  readonly choices: SubjectChoices;
  readonly factsFor: (subject: CommentSubject) => CommentFacts;
};

/** The same with the card as those inside see it, without any comments: for showing figures beside the words. */
export type OpenCommentary = Commentary & { readonly card: ScoredCard };

/** Scores the card once for those inside and once as published. @throws AppError SCORECARD_UNKNOWN or PERIOD_INVALID */
export async function openCommentary(
  workspace: Workspace,
  store: Store,
  question: CardQuestion,
): Promise<OpenCommentary> {
  const inputs = { ...(await readJudgementInputs(store, workspace.catalogue, question)), comments: [] };
  const internal = await scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  const published = await scoreScorecard(workspace, inputs, { ...question, audience: "published" });
  const indicators: readonly CheckableIndicator[] = indicatorsOf(internal);
  const hidden = new Set(
    indicatorsOf(published).flatMap(({ reference, history }) =>
      history
        .filter(({ status }) => status === "suppressed")
        .map(({ window, period }) => `${reference} ${window} ${period}`),
    ),
  );
  return {
    scorecard: internal.scorecard,
    period: internal.period,
    card: internal,
    choices: {
      references: indicators.map(({ reference }) => reference),
      sections: internal.sections.map(({ title }) => title),
    },
    factsFor: (subject) =>
      factsOf(indicators, {
        period: internal.period,
        subject,
        disclosureThreshold: inputs.settings.disclosureThreshold,
        isHidden: (reference, { window, period }) => hidden.has(`${reference} ${window} ${period}`),
      }),
  };
}
