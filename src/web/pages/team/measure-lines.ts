/** A team's or a worker's figures measure by measure, beside the service's and the authority's, the target and the shape of thirteen periods. */
import { monthOf } from "../../../domain/dates.ts";
import type { Figure } from "../../../domain/figure.ts";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import type { Measure } from "../../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../../domain/period.ts";
import { logHead } from "../../../services/open-store.ts";
import { addedFigure } from "../../../services/teams/added-figure.ts";
import { type GroupFigures, groupFigures, measuresBy, WHOLE } from "../../../services/teams/group-figures.ts";
import { judgeGroup, type Placing, placingsOf } from "../../../services/teams/judge-group.ts";
import { monthsOf, todayOf } from "../../answers/months.ts";
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
  /** Names of the teams of the same kind of work. */
  readonly service: readonly string[];
};

/** Every measure that has counted anything of the group in the thirteen periods, in the catalogue's order. */
export async function measureLines(desk: Desk, { by, group, service }: LinesAsked): Promise<readonly MeasureLine[]> {
  const [last = todayOf(desk).slice(0, 7)] = await monthsOf(desk);
  const workspace = desk.live.current();
  const { sequence: typed } = await logHead(desk.store);
  const placed = await desk.keep(`placings ${last} ${typed}`, (now) =>
    placingsOf(now, desk.store, monthOf(`${last}-01`).end),
  );
  const kept = (which: "team" | "worker"): Promise<GroupFigures> =>
    desk.keep(`figures by ${which} ${last}`, (now) =>
      groupFigures(now, {
        by: which,
        lastMonth: last,
        asked: measuresBy(now, which).map((one) => ({ measure: one, window: windowOf(one, placed.get(one.id)) })),
      }),
    );
  const found = await kept(by);
  const teams = by === "team" ? found : await kept("team");
  return measuresBy(workspace, by).flatMap((measure): readonly MeasureLine[] => {
    const window = windowOf(measure, placed.get(measure.id));
    const periods = found.periods.get(window) ?? [];
    const own = found.byMeasure.get(measure.id)?.get(group) ?? [];
    const period = periods.at(-1);
    if (period === undefined || !own.some(countsAnything)) return [];
    const lastOf = (name: string): readonly Figure[] => teams.byMeasure.get(measure.id)?.get(name)?.slice(-1) ?? [];
    return [
      {
        measure,
        window,
        period,
        periods,
        own,
        service: addedFigure(measure, service.flatMap(lastOf)),
        whole: found.byMeasure.get(measure.id)?.get(WHOLE)?.at(-1) ?? null,
        judged: judgedOf(measure, placed.get(measure.id), { by, history: own, period }),
      },
    ];
  });
}

function windowOf(measure: Measure, placed: Placing | undefined): WindowId {
  const wanted = placed?.indicator.window ?? "in-month";
  return measure.timeBasis.includes(wanted) ? wanted : (measure.timeBasis[0] ?? "in-month");
}

function countsAnything({ status, numerator, denominator }: Figure): boolean {
  return status === "value" && (denominator ?? numerator ?? 0) > 0;
}

/** A target for the whole authority's count says nothing of one team's, and no rating is made of one person's few cases. */
function judgedOf(
  measure: Measure,
  placed: Placing | undefined,
  {
    by,
    ...series
  }: { readonly by: "team" | "worker"; readonly history: readonly Figure[]; readonly period: ReportingPeriod },
): MeasureLine["judged"] {
  if (placed === undefined) return null;
  const isCount = measure.unit === "count" || measure.unit === "sum";
  const { target, rating } = judgeGroup(measure, placed, series);
  return {
    reference: placed.indicator.reference,
    target: isCount ? "" : target.shown,
    rating: isCount || by === "worker" ? null : { word: rating.word, sentence: rating.sentence },
  };
}
