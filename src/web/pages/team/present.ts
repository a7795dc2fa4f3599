/** What profiles print of measures, of what is due and of caseloads: words, links and small pictures. */
import { barChart } from "../../../charts/bar-chart.ts";
import { describeSeries } from "../../../charts/series.ts";
import { sparkline } from "../../../charts/sparkline.ts";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import type { DueCount } from "../../../services/cases/due/due.ts";
import { DUTY_KIND_IDS, DUTY_KINDS, kindOfDuty } from "../../../services/cases/due/duties.ts";
import type { WorkerLoad } from "../../../services/teams/teams.ts";
import { figureRow } from "../../answers/scorecard-answer.ts";
import { figureCell, type Shorthand, seriesOf, shorthandsIn } from "../../figure-cell.ts";
import { WINDOW_WORDS } from "../../words.ts";
import type { MeasureLine } from "./measure-lines.ts";

export type LineView = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** "Month, March 2026". */
  readonly when: string;
  readonly own: string;
  /** The list behind the figure; `null` for those who may not see children. */
  readonly listHref: string | null;
  readonly service: string;
  readonly whole: string;
  readonly target: string;
  readonly rating: { readonly word: RatingWord; readonly sentence: string } | null;
  readonly sparkline: string | null;
};

export type AreaView = { readonly id: string; readonly title: string; readonly lines: readonly LineView[] };

/** Lines by area of work, in the order of the catalogue; red first within an area. */
export function presentLines(
  lines: readonly MeasureLine[],
  group: { readonly by: "team" | "worker"; readonly value: string; readonly mayList: boolean },
): { readonly areas: readonly AreaView[]; readonly shorthands: readonly Shorthand[] } {
  const cells = lines.flatMap(({ own, service, whole }) =>
    [own.at(-1), service, whole].flatMap((figure) => (figure ? [figureCell(figureRow(figure))] : [])),
  );
  const areas = Map.groupBy(lines, ({ measure }) => measure.area);
  return {
    areas: [...areas].map(([area, own]) => ({
      id: area,
      title: titleOf(area),
      lines: own.toSorted((a, b) => urgency(a) - urgency(b)).map((line) => presentLine(line, group)),
    })),
    shorthands: shorthandsIn(cells),
  };
}

function urgency({ judged }: MeasureLine): number {
  const order: readonly RatingWord[] = ["red", "amber", "green", "not-rated"];
  return order.indexOf(judged?.rating?.word ?? "not-rated");
}

function presentLine(
  line: MeasureLine,
  { by, value, mayList }: { readonly by: string; readonly value: string; readonly mayList: boolean },
): LineView {
  const { measure, window, period, periods, own, service, whole, judged } = line;
  const cells = own.map((figure) => figureCell(figureRow(figure)));
  const series = seriesOf(cells, periods);
  const query = new URLSearchParams({ window, period: period.id, part: "numerator", by: `${by}:${value}` });
  return {
    id: measure.id,
    title: measure.title,
    href: `/measures/${measure.id}?${new URLSearchParams({ window })}`,
    when: `${WINDOW_WORDS[window]}, ${period.label}`,
    own: cells.at(-1)?.shown ?? "[z]",
    listHref: mayList ? `/measures/${measure.id}/list?${query}` : null,
    service: service === null ? "–" : figureCell(figureRow(service)).shown,
    whole: whole === null ? "–" : figureCell(figureRow(whole)).shown,
    target: judged?.target ?? "",
    rating: judged?.rating ?? null,
    sparkline:
      series.filter((point) => point.value !== null).length < 2
        ? null
        : sparkline(series, { id: `line-${measure.id}`, title: `${measure.title}. ${describeSeries(series)}` }),
  };
}

export type DueView = {
  readonly kinds: readonly {
    readonly kind: string;
    readonly words: string;
    readonly overdue: number;
    readonly soon: number;
  }[];
  readonly overdue: number;
  readonly soon: number;
};

/** Counts of what is due by kind; kinds of which nothing is due are left out. */
export function presentDue(counts: readonly DueCount[]): DueView {
  const kinds = DUTY_KIND_IDS.map((kind) => {
    const own = counts.filter(({ duty }) => kindOfDuty(duty) === kind);
    return { kind, words: DUTY_KINDS[kind].words, overdue: total(own, "overdue"), soon: total(own, "soon") };
  }).filter(({ overdue, soon }) => overdue + soon > 0);
  return { kinds, overdue: total(counts, "overdue"), soon: total(counts, "soon") };
}

function total(counts: readonly DueCount[], which: "overdue" | "soon"): number {
  return counts.reduce((sum, count) => sum + count[which], 0);
}

export type LoadView = {
  readonly worker: string;
  readonly children: number;
  readonly overdue: number;
  readonly soon: number;
  /** Assessments completed in time over twelve months: "82.1%". */
  readonly inTime: string;
};

/** Each worker's load with what is late of it. */
export function presentLoads(
  loads: readonly WorkerLoad[],
  counts: readonly DueCount[],
  inTime: ReadonlyMap<string, string>,
): readonly LoadView[] {
  return loads.map(({ worker, children }) => {
    const own = counts.filter((count) => count.worker === worker);
    return {
      worker,
      children,
      overdue: total(own, "overdue"),
      soon: total(own, "soon"),
      inTime: inTime.get(worker) ?? "[z]",
    };
  });
}

/** The loads drawn, for wide and for narrow screens. */
export function loadChart(loads: readonly LoadView[]): { readonly wide: string; readonly narrow: string } | null {
  if (loads.length < 2) return null;
  const bars = loads.map(({ worker, children }) => ({ label: worker, value: children, shown: String(children) }));
  const draw = (id: string, width: number): string =>
    barChart(bars, { id, title: "Children held by each worker", width });
  return { wide: draw("loads-wide", 640), narrow: draw("loads-narrow", 320) };
}

/** "children-in-need" as a heading. */
export function titleOf(words: string): string {
  const text = words.replaceAll("-", " ").replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
