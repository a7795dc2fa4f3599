/** A team's or a worker's figures measure by measure, beside the service's and the authority's, the target and the shape of thirteen periods. */
import type { Figure } from "../../../domain/figure.ts";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import type { Measure } from "../../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../../domain/period.ts";
import type { ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { addedFigure } from "../../../services/teams/added-figure.ts";
import { type GroupFigures, groupFigures, measuresBy, WHOLE } from "../../../services/teams/group-figures.ts";
import { monthsOf, todayOf } from "../../answers/months.ts";
import { scoredCard } from "../../answers/scored-cards.ts";
import type { Desk } from "../../desk.ts";

export type MeasureLine = {
  readonly measure: Measure;
  readonly window: WindowId;
  readonly period: ReportingPeriod;
  /** Thirteen periods, oldest first. */
  readonly periods: readonly ReportingPeriod[];
  readonly own: readonly Figure[];
  /** The last period's, of the teams of the same kind of work together; `null` where they cannot be added. */
  readonly service: Figure | null;
  readonly whole: Figure | null;
  /** As the first scorecard that holds the measure says; `null` when none does. */
  readonly judged: {
    readonly reference: string;
    readonly target: string;
    readonly rating: { readonly word: RatingWord; readonly sentence: string } | null;
  } | null;
};

export type LinesAsked = {
  readonly by: "team" | "worker";
  /** The group: a team's name, a worker's id. */
  readonly group: string;
  /** The team whose card is judged, and the names of the teams of its service. */
  readonly team: string;
  readonly service: readonly string[];
};

/** Every measure that has counted anything of the group in the thirteen periods, in the catalogue's order. */
export async function measureLines(
  desk: Desk,
  { by, group, team, service }: LinesAsked,
): Promise<readonly MeasureLine[]> {
  const [last = todayOf(desk).slice(0, 7)] = await monthsOf(desk);
  const workspace = desk.live.current();
  const placed = await placedIndicators(desk, { last, team: by === "team" ? team : undefined });
  const measures = measuresBy(workspace, by);
  const windows = new Map(measures.map((measure) => [measure.id, windowOf(measure, placed.get(measure.id))]));
  const figures = new Map<WindowId, { readonly own: GroupFigures; readonly teams: GroupFigures }>();
  for (const window of new Set(windows.values())) {
    const kept = (which: "team" | "worker") =>
      desk.keep(`figures by ${which} ${window} ${last}`, (now) =>
        groupFigures(now, { by: which, window, lastMonth: last }),
      );
    figures.set(window, { own: await kept(by), teams: await kept("team") });
  }
  return measures.flatMap((measure): readonly MeasureLine[] => {
    const window = windows.get(measure.id) ?? "in-month";
    const found = figures.get(window);
    const own = found?.own.byMeasure.get(measure.id)?.get(group) ?? [];
    const period = found?.own.periods.at(-1);
    if (found === undefined || period === undefined || !own.some(countsAnything)) return [];
    const teams = found.teams.byMeasure.get(measure.id);
    const last = (name: string): Figure | undefined => teams?.get(name)?.at(-1);
    return [
      {
        measure,
        window,
        period,
        periods: found.own.periods,
        own,
        service: addedFigure(
          measure,
          service.flatMap((name) => last(name) ?? []),
        ),
        whole: found.own.byMeasure.get(measure.id)?.get(WHOLE)?.at(-1) ?? null,
        judged: judgedOf(placed.get(measure.id), by),
      },
    ];
  });
}

/** Indicators by measure, judged on the team's own figures; the first scorecard that holds a measure speaks for it. */
async function placedIndicators(
  desk: Desk,
  { last, team }: { readonly last: string; readonly team: string | undefined },
): Promise<ReadonlyMap<string, ScoredIndicator>> {
  const { catalogue } = desk.live.current();
  const ids = [...catalogue.scorecards.keys()];
  const cards: ScoredCard[] = [];
  for (const id of ids) cards.push(await scoredCard(desk, { id, last, ...(team === undefined ? {} : { team }) }));
  const indicators = cards.flatMap(({ sections }) => sections.flatMap((section) => section.indicators));
  return new Map(indicators.toReversed().map((indicator) => [indicator.measure.id, indicator]));
}

function windowOf(measure: Measure, placed: ScoredIndicator | undefined): WindowId {
  const wanted = placed?.indicator.window ?? "in-month";
  return measure.timeBasis.includes(wanted) ? wanted : (measure.timeBasis[0] ?? "in-month");
}

function countsAnything({ status, numerator, denominator }: Figure): boolean {
  return status === "value" && (denominator ?? numerator ?? 0) > 0;
}

/** A target for the whole authority's count says nothing of one team's. */
function judgedOf(placed: ScoredIndicator | undefined, by: "team" | "worker"): MeasureLine["judged"] {
  if (placed === undefined) return null;
  const isCount = placed.measure.unit === "count" || placed.measure.unit === "sum";
  const { word, sentence } = placed.rating;
  return {
    reference: placed.reference,
    target: isCount ? "" : placed.target.shown,
    rating: isCount || by === "worker" ? null : { word, sentence },
  };
}
