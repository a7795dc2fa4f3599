/** A team's figures judged one by one, and which of them stand out: red, amber and falling, or unusual. */
import type { ExceptionKind, PackLine } from "../../domain/challenge/team-pack.ts";
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import { periodWords } from "../../domain/judgement/period-words.ts";
import { periodOf } from "../../domain/judgement/series-context.ts";
import type { SeriesNote } from "../../domain/judgement/series-note.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { QUALITY_FACTS } from "../../domain/value-state.ts";
import type { StoredTarget } from "../../store/target.ts";
import { targetsOn } from "../../store/target.ts";
import { targetForTeams } from "../teams/judge-group.ts";
import type { Placement } from "../teams/placements.ts";

/** A percentage of fewer cases than this says little of how a team works. */
const FEW = 5;
/** Periods drawn and kept with a line. */
const SHOWN = 13;

export type Typed = {
  /** Targets set for the whole authority, by scorecard. */
  readonly targets: ReadonlyMap<string, readonly StoredTarget[]>;
  readonly notes: readonly SeriesNote[];
};

/** The judged line of one measure; `null` when the team has no figure in the latest period. */
export function lineOf(placement: Placement, history: readonly Figure[], typed: Typed): PackLine | null {
  const latest = history.at(-1);
  if (latest === undefined || latest.status !== "value" || latest.value === null) return null;
  // A count of nought in a row of noughts is work the team does not do.
  if (history.every(({ value }) => value === null || value === 0) && latest.denominator === null) return null;
  return packLine(judged(placement, history, typed), latest);
}

function judged(placement: Placement, history: readonly Figure[], { targets, notes }: Typed): ScoredIndicator {
  const { scorecard, section, indicator, measure } = placement;
  const period = periodOf(history.at(-1) ?? { period: "", window: indicator.window });
  const set = targetsOn(targets.get(scorecard.id) ?? [], period.end).find(
    ({ reference }) => reference === indicator.reference,
  );
  return judgeIndicator({
    section,
    indicator,
    measure,
    card: scorecard,
    period,
    history,
    set: targetForTeams(placement, set ?? null),
    judgement: null,
    notes: notes.filter((note) => note.measure === measure.id),
    comparators: [],
    reconciliation: [],
    published: [],
  });
}

function packLine(scored: ScoredIndicator, latest: Figure): PackLine {
  const { title, shown, target, rating, direction, history } = scored;
  const why = exceptionsOf(scored);
  const { numerator, denominator } = latest;
  const isQuotient = numerator !== null && denominator !== null && scored.measure.unit === "percentage";
  return {
    measure: scored.measure.id,
    window: latest.window,
    title,
    period: latest.period,
    periodWords: periodWords(periodOf(latest)),
    shown,
    isOfFew: isQuotient && denominator < FEW,
    parts: isQuotient ? `${numerator.toLocaleString("en-GB")} of ${denominator.toLocaleString("en-GB")}` : null,
    target: target.target.kind === "none" || target.target.kind === "monitor" ? "" : target.shown,
    rating: { word: rating.word, sentence: rating.sentence },
    direction: { arrow: direction.arrow, meaning: direction.meaning, sentence: direction.sentence },
    signal: why.includes("unusual") || why.includes("recognise") ? scored.signals.processControl.sentence : null,
    series: history.slice(-SHOWN).map((figure) => ({
      period: figure.period,
      value: figure.status === "value" ? figure.value : null,
      shown: figure.shown,
    })),
    why,
    warnings: [
      ...scored.qualities.flatMap((quality) => QUALITY_FACTS[quality].warning ?? []),
      ...(latest.note === undefined ? [] : [latest.note]),
    ],
  };
}

function exceptionsOf({ rating, direction, signals }: ScoredIndicator): readonly ExceptionKind[] {
  const chart = signals.processControl;
  const signal = "points" in chart ? chart.latest : "common-cause";
  return [
    ...(rating.word === "red" ? (["red"] as const) : []),
    ...(rating.word === "amber" && direction.meaning === "worse" ? (["amber-falling"] as const) : []),
    ...(signal === "concern" || signal === "neutral-high" || signal === "neutral-low" ? (["unusual"] as const) : []),
    ...(signal === "improvement" ? (["recognise"] as const) : []),
  ];
}
