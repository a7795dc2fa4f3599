/** The last years of each indicator beside its neighbours and England (requirement 181): a table for each section, the change in words, the shape as a line. */
import type { ComparatorGroup } from "../../../domain/comparator.ts";
import { changeWords } from "../../../domain/judgement/change-words.ts";
import type { SeriesNote } from "../../../domain/judgement/series-note.ts";
import { parsePeriodSpan } from "../../../domain/period.ts";
import type { ReportCell, ReportColumn, ReportData, TableBlock } from "../../../domain/report/document.ts";
import type { ScoredCard } from "../../../domain/scored-card.ts";
import { WINDOW_WORDS } from "../../../domain/window-words.ts";
import { type IndicatorYears, readYears, type Year, yearsOf } from "../indicator-years.ts";
import { cardOf, type Maker, type Making } from "../making.ts";
import { comparatorCell, DASH, endColumn, startColumn, textCell, trendCell, valueCell } from "../shown-cells.ts";

const GROUPS = ["neighbours", "england"] as const satisfies readonly ComparatorGroup[];
const GROUP_NAMES = { neighbours: "Neighbours", england: "England" } as const;

export const makeYears: Maker<"years"> = async ({ years: count }, making) => {
  const card = cardOf(making);
  const years = yearsOf(card, count);
  const all = await readYears(making, card, years);
  const id = `${making.section.id}-years`;
  const tables = card.sections.flatMap(({ title }, index): readonly TableBlock[] => {
    const own = all.filter(({ scored }) => scored.section === title);
    return own.length === 0 ? [] : [yearsTable(own, { id: `${id}-${index + 1}`, title, years, making })];
  });
  return {
    blocks: [{ kind: "paragraph", id: `${id}-about`, text: [aboutYears(card, all, years)] }, ...tables],
    data: [yearsData(all, card)],
  };
};

/** What the columns hold, and what a missing figure means. */
function aboutYears({ period, authority }: ScoredCard, all: readonly IndicatorYears[], years: readonly Year[]): string {
  const isOver = period.end.slice(5) === "03-31";
  const last = years.at(-1)?.name ?? "";
  const missing = all.some(({ values }) => values.some(({ own }) => own === null));
  return [
    "The words in brackets say what each figure is of: a year’s figure is that of the last such stretch of time in it, so a quarter is the last quarter of the year.",
    isOver
      ? ""
      : `The year ${last} is not over: its figures end with ${period.label}, and cannot be set against whole years where they are numbers.`,
    missing ? `“Not published by us” stands where ${authority} has published no figure for the year.` : "",
    "Others’ figures are those published for the year, whenever they came out; [x] stands where they are not out yet.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

type TablePlace = {
  readonly id: string;
  readonly title: string;
  readonly years: readonly Year[];
  readonly making: Making;
};

function yearsTable(own: readonly IndicatorYears[], { id, title, years, making }: TablePlace): TableBlock {
  const groups = GROUPS.filter((group) =>
    own.some(({ values }) =>
      values.some(({ others }) => others.some((one) => one.group === group && one.value !== null)),
    ),
  );
  return {
    kind: "table",
    id,
    caption: `${title}: ${years[0]?.name ?? ""} to ${years.at(-1)?.name ?? ""}`,
    columns: columnsOf(years, groups),
    rows: own.map((one, index) => ({ cells: cellsOf(one, { groups, id: `${id}-${index + 1}`, making }) })),
    sheet: { name: "Years", partColumn: "Section", part: title },
  };
}

function columnsOf(years: readonly Year[], groups: readonly (typeof GROUPS)[number][]): readonly ReportColumn[] {
  return [
    startColumn(
      "measure",
      "Indicator",
      4.5,
      "The indicator’s number and name, and the stretch of time its figures are of.",
    ),
    ...years.map(({ name }) => endColumn(name, name, 1.1, `Our figure for ${name}.`)),
    startColumn(
      "change",
      "Change over the years",
      2.4,
      "How far our figure has moved from the first year to the last.",
    ),
    startColumn("trend", "Trend", 1.6, "Our figures over the years as a line."),
    ...groups.flatMap((group) =>
      years.map(({ name }) =>
        endColumn(
          `${group}-${name}`,
          `${GROUP_NAMES[group]} ${name}`,
          group === "neighbours" ? 1.6 : 1.2,
          group === "neighbours"
            ? `The statistical neighbours’ figures for ${name} made into one.`
            : `England’s figure for ${name}.`,
        ),
      ),
    ),
  ];
}

type RowPlace = {
  readonly groups: readonly (typeof GROUPS)[number][];
  readonly id: string;
  readonly making: Making;
};

function cellsOf({ scored, window, values }: IndicatorYears, { groups, id, making }: RowPlace): readonly ReportCell[] {
  const { reference, title, measure } = scored;
  const points = values.map(({ year, own }) => ({
    label: year.name,
    value: own?.state === "value" ? own.value : null,
    shown: own?.shown ?? "–",
  }));
  return [
    textCell(`${reference} ${title} (${WINDOW_WORDS[window].toLowerCase()})`),
    ...values.map(({ own }) => (own === null ? NOT_PUBLISHED : valueCell(own, measure))),
    textCell(changeOver({ scored, window, values }, making.inputs.notes)),
    trendCell(points, { id: `${id}-trend`, title: `${title} over the years` }),
    ...groups.flatMap((group) =>
      values.map(({ others }) => {
        const found = others.find((one) => one.group === group);
        return found === undefined ? DASH : comparatorCell(found, measure);
      }),
    ),
  ];
}

const NOT_PUBLISHED: ReportCell = { kind: "state", shorthand: "[x]", words: "Not published by us." };

/** "Up 3.2 percentage points since 2023-24: better." */
export function changeOver(
  { scored: { measure, indicator }, values }: IndicatorYears,
  notes: readonly Pick<SeriesNote, "measure" | "window" | "kind" | "fromPeriod">[],
): string {
  const told = values.filter(({ own }) => own?.state === "value" && own.value !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first?.own?.value == null || last?.own?.value == null || first === last)
    return "Cannot be told: fewer than two years have a figure.";
  const breaks = notes.some(
    ({ measure: of, window: at, kind, fromPeriod }) =>
      kind === "series-break" &&
      of === measure.id &&
      (at === null || at === indicator.window) &&
      isWithin(parsePeriodSpan(fromPeriod, indicator.window).start, first.period.end, last.period.end),
  );
  if (breaks) return "Cannot be compared: the figures have been made in another way since.";
  const words = changeWords(first.own.value, last.own.value, measure);
  if (words === "no change") return `No change since ${first.year.name}.`;
  const said = `${words.charAt(0).toUpperCase()}${words.slice(1)} since ${first.year.name}`;
  if (measure.polarity === "neutral") return `${said}.`;
  return `${said}: ${words.startsWith("up") === (measure.polarity === "high-is-good") ? "better" : "worse"}.`;
}

function isWithin(day: string, after: string, until: string): boolean {
  return day > after && day <= until;
}

function yearsData(all: readonly IndicatorYears[], card: ScoredCard): ReportData {
  return {
    name: "years",
    title: `${card.title}: years`,
    columns: [
      { name: "reference", words: "The indicator’s number on the scorecard.", type: "string" },
      { name: "title", words: "The indicator’s name.", type: "string" },
      { name: "window", words: "The stretch of time a figure is of.", type: "string" },
      { name: "year", words: "The financial year.", type: "string" },
      { name: "who", words: "Whose figure: ours, neighbours, region or england.", type: "string" },
      { name: "period", words: "The period of the figure; others’ as they name it.", type: "string" },
      { name: "value", words: "The figure, as exact as it is known.", type: "number" },
      { name: "shown", words: "The figure as printed.", type: "string" },
      { name: "state", words: "Whether there is a figure, or why not.", type: "string" },
    ],
    rows: all.flatMap(({ scored: { reference, title }, window, values }) =>
      values.flatMap(({ year, period, own, others }) => [
        {
          ...{ reference, title, window, year: year.name, who: "ours", period: period.id },
          value: own?.value ?? null,
          shown: own?.shown ?? "[x]",
          state: own?.state ?? "not-available",
        },
        ...others.map((one) => ({
          ...{ reference, title, window, year: year.name, who: one.group, period: one.period },
          ...{ value: one.value, shown: one.shown, state: one.state },
        })),
      ]),
    ),
  };
}
