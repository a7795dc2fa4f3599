/** A scorecard read in another way than its file says: in another window, against another earlier period, or for one team. */
import type { ComparisonBasis } from "../domain/judgement/direction.ts";
import type { Measure, Unit } from "../domain/measure.ts";
import type { WindowId } from "../domain/period.ts";
import type { Indicator, Scorecard } from "../domain/scorecard.ts";
import type { JudgementInputs } from "./judgement-inputs.ts";
import type { Workspace } from "./workspace.ts";

/** What a person chose; nothing chosen is the card as its file has it. */
export type CardReading = {
  /** Every measure that has a meaning in it is read in this window; the others stay in their own. */
  readonly window?: WindowId | undefined;
  readonly compare?: ComparisonBasis | undefined;
  /** A team by the name figures have it under. */
  readonly team?: string | undefined;
};

/** Windows a whole card may be read in: those whose periods are months, quarters or financial years, or end with one. */
export const READING_WINDOWS = [
  "in-month",
  "quarter",
  "year-to-date",
  "rolling-12-months",
  "financial-year",
] as const satisfies readonly WindowId[];

/** Levels a target can set for one team as well as for all: not counts, which grow with who is counted. */
const SAME_FOR_TEAMS: readonly Unit[] = [
  "percentage",
  "average",
  "average-days",
  "median-days",
  "maximum",
  "maximum-days",
  "maximum-working-days",
];

/** The catalogue with one card read so. */
export function workspaceReading(workspace: Workspace, id: string, reading: CardReading): Workspace {
  const { catalogue } = workspace;
  const scorecard = catalogue.scorecards.get(id);
  if (scorecard === undefined) return workspace;
  const read = scorecardReading(scorecard, catalogue.measures, reading);
  return { ...workspace, catalogue: { ...catalogue, scorecards: new Map([...catalogue.scorecards, [id, read]]) } };
}

/** A target set for one window, or for the whole authority, is no target of another window or of a team's counts. */
export function scorecardReading(
  scorecard: Scorecard,
  measures: ReadonlyMap<string, Measure>,
  reading: CardReading,
): Scorecard {
  const { window, compare } = reading;
  return {
    ...scorecard,
    ...(window === undefined ? {} : { period: columnsOf(window) }),
    judgement: { ...scorecard.judgement, ...(compare === undefined ? {} : { compare }) },
    sections: scorecard.sections.map((section) => ({
      ...section,
      indicators: section.indicators.map((indicator) =>
        indicatorReading(indicator, measures.get(indicator.measure), reading),
      ),
    })),
  };
}

/** What was typed that still holds under a reading: comments, ratings and editions are of the card as published. */
export function inputsReading(
  inputs: JudgementInputs,
  scorecard: Scorecard,
  measures: ReadonlyMap<string, Measure>,
  reading: CardReading,
): JudgementInputs {
  const { compare } = reading;
  const holding = new Set(
    scorecard.sections
      .flatMap(({ indicators }) => indicators)
      .filter((indicator) => keepsTarget(indicator, measures.get(indicator.measure), reading))
      .map(({ reference }) => reference),
  );
  const targets = inputs.targets.filter(({ reference }) => holding.has(reference));
  return {
    ...inputs,
    targets: compare === undefined ? targets : targets.map((target) => ({ ...target, compare })),
    ratings: [],
    comments: [],
    answers: [],
    acceptances: [],
    published: [],
  };
}

function indicatorReading(indicator: Indicator, measure: Measure | undefined, reading: CardReading): Indicator {
  const window = windowReading(indicator, measure, reading);
  const placed: Indicator = {
    ...indicator,
    window,
    ...(reading.compare === undefined ? {} : { compare: reading.compare }),
  };
  if (keepsTarget(indicator, measure, reading)) return placed;
  const { target: _, bands: __, baseline: ___, ...bare } = placed;
  return { ...bare, rating: { kind: "monitor" }, ...(reading.team === undefined ? {} : { comparators: [] }) };
}

function windowReading({ window }: Indicator, measure: Measure | undefined, { window: wanted }: CardReading): WindowId {
  return wanted !== undefined && measure?.timeBasis.includes(wanted) === true ? wanted : window;
}

function keepsTarget(indicator: Indicator, measure: Measure | undefined, reading: CardReading): boolean {
  const isOwnWindow = windowReading(indicator, measure, reading) === indicator.window;
  const isForTeam = reading.team === undefined || (measure !== undefined && SAME_FOR_TEAMS.includes(measure.unit));
  return isOwnWindow && isForTeam;
}

function columnsOf(window: WindowId): Scorecard["period"] {
  return window === "quarter" || window === "financial-year" ? window : "month";
}
