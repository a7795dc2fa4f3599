/** A judged card as its page asks for it. */
import type { Figure } from "../../domain/figure.ts";
import { gapTo } from "../../domain/judgement/gap.ts";
import type { ScoredCard, ScoredSection } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import type {
  CardComment,
  CardSignal,
  FigureRow,
  IndicatorFigures,
  Judged,
  ScorecardFigures,
  SectionFigures,
} from "../services.ts";

/** @param choices months that may be chosen, newest first */
export function scorecardAnswer(card: ScoredCard, choices: readonly string[]): ScorecardFigures {
  return {
    id: card.scorecard,
    title: card.title,
    description: card.description,
    authority: card.authority,
    columns: card.columns,
    lastMonths: choices,
    counts: { ratings: card.ratings, directions: card.directions },
    comments: card.comments.map((comment) => commentOf(comment, null)),
    sections: card.sections.map(sectionAnswer),
  };
}

/** A figure as pages and programs read it. */
export function figureRow({ by, breakdown, ...figure }: Figure): FigureRow {
  return { ...figure, by, group: breakdown, breakdown: by === null ? null : `${by}=${breakdown}` };
}

function sectionAnswer({ title, scope, indicators, comments }: ScoredSection): SectionFigures {
  return {
    title,
    ...(scope === null ? {} : { scope }),
    comments: comments.map((comment) => commentOf(comment, null)),
    indicators: indicators.map(indicatorAnswer),
  };
}

function indicatorAnswer(scored: ScoredIndicator): IndicatorFigures {
  const { reference, title, indicator, measure, history, comments } = scored;
  return {
    reference,
    title,
    measureId: measure.id,
    window: indicator.window,
    unit: measure.unit,
    polarity: measure.polarity,
    shows: measure.shows,
    ...(indicator.note === undefined ? {} : { note: indicator.note }),
    figures: history.map(figureRow),
    judged: judgedOf(scored),
    // A comment on several indicators stands beside the first of them.
    comments: comments
      .filter(({ subject }) => subject.kind !== "references" || subject.references[0] === reference)
      .map((comment) => commentOf(comment, reference)),
  };
}

function judgedOf(scored: ScoredIndicator): Judged {
  const signal = signalOf(scored);
  return {
    target: scored.target.shown,
    rating: scored.rating,
    direction: scored.direction,
    comparators: scored.comparators.filter(({ state }) => state === "value"),
    gaps: {
      target: gapTo(scored, "target"),
      neighbours: gapTo(scored, "neighbours"),
      england: gapTo(scored, "england"),
    },
    ...(signal === null ? {} : { signal }),
    faults: scored.reconciliation.filter(({ accepted }) => accepted === null).map(({ sentence }) => sentence),
  };
}

/** Only what the latest figure itself shows: a signal years ago is no news. */
function signalOf({ signals: { processControl }, period }: ScoredIndicator): CardSignal | null {
  if (!("points" in processControl) || processControl.latest === "common-cause") return null;
  if (processControl.points.at(-1)?.period !== period) return null;
  return { meaning: processControl.latest, sentence: processControl.sentence };
}

function commentOf(
  { id, body, state, author, at, subject }: ScoredCard["comments"][number],
  reference: string | null,
): CardComment {
  const references = subject.kind === "references" ? subject.references : [];
  const isOnMore = references.length > 1 || (reference === null && references.length > 0);
  return { id, body, state, author, at, on: isOnMore ? listed(references) : "" };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
