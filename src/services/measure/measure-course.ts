/** One measure in one window as an audience sees it: its course through time, its groups now, and what is said of it, on a scorecard or on none. */
import type { ShownFigure } from "../../domain/disclosure/shown-figure.ts";
import type { Figure } from "../../domain/figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import type { Breakdown, Measure } from "../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import { linearRelations } from "../../domain/reconciliation/linear-relations.ts";
import { type Audience, indicatorsOf } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { measureNamed } from "../../measures/catalogue.ts";
import { rulesTouching } from "../card-figures.ts";
import { readComparators } from "../comparators.ts";
import { forAudience } from "../for-audience.ts";
import { scoreScorecard } from "../score-scorecard.ts";
import type { Workspace } from "../workspace.ts";
import { figuresOfMeasure } from "./figures-of-measure.ts";
import type { HoldingCard, TypedOnMeasure } from "./typed-on-measure.ts";

export type CourseQuestion = {
  readonly measure: string;
  readonly window: WindowId;
  /** YYYY-MM: the newest period ends by it. */
  readonly lastMonth: string;
  readonly audience: Audience;
  /** Which groups are asked for: those of the measure's own breakdowns. */
  readonly breakdowns: readonly Breakdown[];
};

/** A measure's place on a scorecard with all that is said of it there. */
export type PlacedIndicator = ScoredIndicator & {
  readonly scorecard: string;
  readonly scorecardTitle: string;
  /** The id of the card's period, which may be longer than the indicator's. */
  readonly cardPeriod: string;
};

export type MeasureCourse = {
  readonly measure: Measure;
  readonly authority: string;
  /** Oldest first; the last is the period the groups are of. */
  readonly columns: readonly ReportingPeriod[];
  readonly figures: readonly ShownFigure[];
  readonly groups: readonly { readonly by: Breakdown; readonly figures: readonly ShownFigure[] }[];
  /** What is said of the last figure in this very window, with the first scorecard's target where one has it. */
  readonly judged: ScoredIndicator;
  /** Every place on scorecards, in any window. */
  readonly places: readonly PlacedIndicator[];
};

/** @throws AppError MEASURE_UNKNOWN */
export async function measureCourse(
  workspace: Workspace,
  typed: TypedOnMeasure,
  question: CourseQuestion,
): Promise<MeasureCourse> {
  const measure = measureNamed(workspace.catalogue, question.measure);
  const { authority, columns, figures, groups } = await figuresOfMeasure(workspace, measure, question);
  const exact = [...figures, ...groups.flatMap((group) => group.figures)];
  const shown = audienceSees(workspace, typed, { measure, figures: exact, audience: question.audience });
  const [judged, places] = await Promise.all([
    judgeHere(workspace, typed, { measure, authority, columns, figures: shown.slice(0, figures.length), question }),
    Promise.all(typed.cards.map((card) => judgeThere(workspace, card, question.audience))),
  ]);
  let from = figures.length;
  return {
    measure,
    authority,
    columns,
    figures: shown.slice(0, figures.length),
    groups: groups.map(({ by, figures: own }) => {
      from += own.length;
      return { by, figures: shown.slice(from - own.length, from) };
    }),
    judged,
    places: places.flat(),
  };
}

/** All that stands on one page is judged together: what one table hides another can tell. */
function audienceSees(
  { catalogue }: Workspace,
  { settings, cards }: TypedOnMeasure,
  {
    measure,
    figures,
    audience,
  }: { readonly measure: Measure; readonly figures: readonly Figure[]; readonly audience: Audience },
): readonly ShownFigure[] {
  const editions = cards.flatMap(({ inputs }) => inputs.published.map(({ figures: printed }) => printed));
  return forAudience(figures, audience, {
    measures: catalogue.measures,
    relations: linearRelations(rulesTouching(catalogue.reconciliation.values(), new Set([measure.id]))),
    threshold: settings.disclosureThreshold,
    editions: editions.map((printed) => printed.filter(({ figure }) => figure.measure === measure.id)),
  });
}

type Here = {
  readonly measure: Measure;
  readonly authority: string;
  readonly columns: readonly ReportingPeriod[];
  readonly figures: readonly ShownFigure[];
  readonly question: CourseQuestion;
};

/** Judges the series in the window asked for, whether or not a scorecard has it. */
async function judgeHere(
  workspace: Workspace,
  { settings, notes, cards }: TypedOnMeasure,
  { measure, authority, columns, figures, question: { window, audience } }: Here,
): Promise<ScoredIndicator> {
  const period = columns.at(-1);
  if (period === undefined) throw new RangeError("A course has at least one period.");
  const { laCode, neighbourMethod: method, neighbourEdition } = settings;
  const beside = await readComparators(workspace, [measure], authority, { laCode, method, neighbourEdition });
  const place = placeIn(cards, window);
  const indicator = place?.indicator ?? { reference: measure.id, measure: measure.id, window };
  return judgeIndicator({
    section: place?.section ?? "",
    indicator,
    measure,
    card: place?.card.scorecard ?? { judgement: {} },
    period,
    history: figures,
    set: place?.card.inputs.targets.find(({ reference }) => reference === indicator.reference) ?? null,
    judgement: null,
    notes: notes.filter((note) => note.window === null || note.window === window),
    comparators: beside(measure, period),
    reconciliation: [],
    published: (place?.card.inputs.published ?? []).flatMap(({ publishedAt, figures: printed }) =>
      printed
        .filter(
          ({ figure, wasShown }) =>
            figure.measure === measure.id && figure.window === window && (wasShown || audience === "internal"),
        )
        .map(({ figure }) => ({ publishedAt, figure })),
    ),
  });
}

function placeIn(cards: readonly HoldingCard[], window: WindowId) {
  for (const card of cards)
    for (const { title, indicators } of card.scorecard.sections)
      for (const indicator of indicators) if (indicator.window === window) return { card, section: title, indicator };
  return null;
}

/** Judges a card cut down to this measure: the same code, inputs and data as the whole card, so that both say the same. */
async function judgeThere(
  workspace: Workspace,
  { scorecard, period, inputs }: HoldingCard,
  audience: Audience,
): Promise<readonly PlacedIndicator[]> {
  const catalogue = { ...workspace.catalogue, scorecards: new Map([[scorecard.id, scorecard]]) };
  const question = { scorecard: scorecard.id, period: period.id, audience };
  const card = await scoreScorecard({ ...workspace, catalogue }, inputs, question);
  return indicatorsOf(card).map((scored) => ({
    ...scored,
    scorecard: card.scorecard,
    scorecardTitle: card.title,
    cardPeriod: card.period.id,
  }));
}
