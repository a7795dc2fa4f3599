/** What the made-up card says of timely assessments: judged by hand, signals worked out as the real ones are. */
import { processControl } from "../../domain/judgement/process-control.ts";
import type { CardJudgement } from "../card-judgement.ts";
import type { FigureRow } from "../services.ts";

/** The judgement of the series given. */
export function assessmentJudgement(figures: readonly FigureRow[]): CardJudgement {
  const series = figures.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  return {
    scorecard: "vital-signs",
    title: "Vital Signs",
    reference: "19a",
    indicator: { reference: "19a", measure: "assessments-within-45-working-days", window: "in-month" },
    period: "2026-03",
    target: {
      target: { kind: "level", value: 85, side: "by-polarity", isPercent: true },
      shown: "85%",
      origin: "local",
      basis: "each-period",
      validFrom: null,
      validTo: null,
      isUnderReview: false,
    },
    rating: {
      word: "green",
      sentence: "91.8% meets the target of 85%.",
      because: "meets the target",
      warnings: [],
      rule: "relative-tolerance",
    },
    direction: {
      arrow: "up",
      meaning: "improving",
      sentence: "Up since February 2026. Improving (high is good).",
      rule: "sign",
      basis: "previous-period",
      comparedWith: "2026-02",
      blockedBy: null,
    },
    signals: {
      processControl: processControl(series, { polarity: "high-is-good", window: "in-month", target: 85 }),
      streaks: [],
      drift: null,
    },
    comparators: [
      {
        group: "neighbours",
        label: "Statistical neighbours (10)",
        value: 79.4,
        state: "value",
        shown: "79.4%",
        method: "mean",
        members: { withValue: 9, all: 10 },
        period: "2024-25",
        edition: "Made-up statistics 2025",
        publishedOn: "2025-10-30",
      },
    ],
  };
}
