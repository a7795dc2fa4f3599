/** A measure by team, place and who children are: one chart and one table for each breakdown it has. */
import { barChart } from "../../../charts/bar-chart.ts";
import type { ShownFigure } from "../../../domain/disclosure/shown-figure.ts";
import type { Breakdown } from "../../../domain/measure.ts";
import type { MeasureAnswer } from "./answer.ts";
import type { ChartView } from "./course.ts";
import { cellOf, type FigureTable, figureTable } from "./figure-table.ts";
import type { ListLinks } from "./list-links.ts";

/** What each breakdown is called, and what a group of it is. */
export const BREAKDOWN_WORDS: Readonly<Record<Breakdown, { readonly by: string; readonly one: string }>> = {
  team: { by: "By team", one: "Team" },
  worker: { by: "By worker", one: "Worker" },
  locality: { by: "By locality", one: "Locality" },
  age_group: { by: "By age", one: "Age" },
  sex: { by: "By sex", one: "Sex" },
  ethnicity: { by: "By ethnicity", one: "Ethnicity" },
  disability: { by: "By disability", one: "Disability" },
};

export type GroupView = {
  readonly id: string;
  readonly heading: string;
  readonly one: string;
  readonly caption: string;
  /** Teams and people have long names and are many: they take the whole width. */
  readonly isWide: boolean;
  /** `null` where there are more groups than a chart can show. */
  readonly chart: ChartView | null;
  readonly table: FigureTable;
};

/** More bars than this are a wall; the table stands alone. */
const MOST_BARS = 30;

/** Ages and the like keep their own order; teams, places and people are ordered by their figures. */
const IN_OWN_ORDER: readonly Breakdown[] = ["age_group", "sex", "disability"];

type Grouped = Pick<MeasureAnswer, "measure" | "columns" | "figures" | "groups" | "authority">;

/** Breakdowns with anything in them, in the measure's order. */
export function presentGroups(answer: Grouped, links: ListLinks): readonly GroupView[] {
  return answer.groups.flatMap(({ by, figures }) =>
    figures.length === 0 ? [] : [presentGroup(answer, { by, figures: inOrder(by, figures), links })],
  );
}

function presentGroup(
  { measure, columns, figures: whole, authority }: Grouped,
  {
    by,
    figures,
    links,
  }: { readonly by: Breakdown; readonly figures: readonly ShownFigure[]; readonly links: ListLinks },
): GroupView {
  const { by: heading, one } = BREAKDOWN_WORDS[by];
  const period = columns.at(-1)?.label ?? "";
  const caption = `${measure.title} ${heading.toLowerCase()}, ${period}`;
  const bars = figures.map((figure) => ({ label: nameOf(figure), ...cellOf(figure) }));
  const all = cellOf(whole.at(-1));
  const isWhole = measure.unit !== "count" && measure.unit !== "sum" && all.value !== null;
  const line = isWhole ? { name: `${authority} ${all.shown}`, value: all.value } : null;
  const isWide = by === "team" || by === "worker";
  const draw = (id: string, width: number) => barChart(bars, { id, title: caption, width, whole: line });
  return {
    id: `by-${by}`,
    heading,
    one,
    caption,
    isWide,
    chart:
      bars.length > MOST_BARS
        ? null
        : { wide: draw(`by-${by}-chart`, isWide ? 960 : 500), narrow: draw(`by-${by}-chart-narrow`, 320) },
    table: figureTable(
      figures.map((figure) => ({ name: nameOf(figure), figure, group: { by, name: figure.breakdown ?? "" } })),
      { measure, links },
    ),
  };
}

function nameOf({ breakdown }: ShownFigure): string {
  return breakdown === null || breakdown === "" ? "Not recorded" : breakdown;
}

function inOrder(by: Breakdown, figures: readonly ShownFigure[]): readonly ShownFigure[] {
  if (by === "age_group") return figures.toSorted((a, b) => youngest(a) - youngest(b));
  if (IN_OWN_ORDER.includes(by)) return figures;
  return figures.toSorted(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

/** The first age a group's name holds; "Unborn" and "Under 1" before all, names without an age last. */
function youngest({ breakdown }: ShownFigure): number {
  if (/^unborn/i.test(breakdown ?? "")) return -1;
  if (/^under/i.test(breakdown ?? "")) return 0;
  const [age] = /\d+/.exec(breakdown ?? "") ?? [];
  return age === undefined ? 999 : Number(age);
}
