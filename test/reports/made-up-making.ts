/** What makers of a report's content are given, around a made-up card: nothing loaded, nothing typed. */
import { countDirections, countRatings } from "../../src/domain/judgement/count-table.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import type { ReportTemplate } from "../../src/domain/report/template.ts";
import type { Scorecard } from "../../src/domain/scorecard.ts";
import type { ScoredCard } from "../../src/domain/scored-card.ts";
import type { ScoredIndicator } from "../../src/domain/scored-indicator.ts";
import { NO_INPUTS } from "../../src/services/judgement-inputs.ts";
import { fillingOf } from "../../src/services/report/filling.ts";
import { type Making, openNoteBook, type ReportQuestion, type Subject } from "../../src/services/report/making.ts";

/** A quarterly card of one section. */
export function madeUpCard(indicators: readonly ScoredIndicator[], changes: Partial<ScoredCard> = {}): ScoredCard {
  const period = parsePeriod("2025-26-Q4", "quarter");
  return {
    ...{ scorecard: "made-up", title: "Made-up card", description: "", authority: "Wexcombe", audience: "internal" },
    ...{ period, columns: [period], comments: [], reconciliation: [] },
    sections: [{ title: "Made-up part", scope: null, indicators, comments: [] }],
    ratings: countRatings(indicators.map(({ rating }) => rating.word)),
    directions: countDirections(indicators.map(({ direction }) => direction.meaning)),
    ...changes,
  };
}

const SECTION: ReportTemplate["sections"][number] = {
  ...{ id: "part", heading: "A part", level: 1, isNumbered: true, orientation: "portrait", size: "a4", content: [] },
};
const TEMPLATE: ReportTemplate = {
  ...{ id: "made-up", title: "Made up", description: "Made up.", reportTitle: "Made up", file: "reports/made-up.yaml" },
  ...{ subject: "scorecard", audience: "internal", asks: [], sections: [SECTION] },
};

/** Everything a maker needs; `judgement` is how the card's file says it is judged. */
export function madeUpMaking(
  card: ScoredCard,
  { judgement = {}, ...changes }: Partial<Making> & { readonly judgement?: Scorecard["judgement"] } = {},
): Making {
  const scorecards = new Map([[card.scorecard, { judgement }]]);
  const subject = {
    ...{ authority: card.authority, card, inputs: NO_INPUTS, edition: null, earlier: null, indicator: null },
    ...{ packs: [], withheld: [], waiting: new Set(), definitions: { measures: new Map(), scorecards, views: [] } },
    ...changes,
  } as unknown as Subject;
  const template = changes.template ?? TEMPLATE;
  const question: ReportQuestion = { template: template.id, answers: {}, madeOn: "2026-04-10", author: "A writer" };
  return {
    ...subject,
    context: { workspace: { manifests: [] } } as unknown as Making["context"],
    ...{ question, template, audience: card.audience, section: SECTION, notes: openNoteBook() },
    filling: fillingOf(subject, template, question),
    ...changes,
  };
}
