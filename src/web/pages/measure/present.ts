/** What a measure's page prints: the latest figure, its course, groups, neighbours and what is said of it, its definition and the state of its data. */
import type { Measure } from "../../../domain/measure.ts";
import { monthLabel } from "../../../domain/period.ts";
import { withThousands } from "../../../domain/rounding.ts";
import type { PlacedIndicator } from "../../../services/measure/measure-course.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import type { WindowLink } from "../../components/window-links/window-links.tsx";
import { type Shorthand, shorthandsIn } from "../../figure-cell.ts";
import { POLARITY_WORDS, WINDOW_WORDS } from "../../words.ts";
import type { MeasureAnswer } from "./answer.ts";
import { type CourseView, presentCourse } from "./course.ts";
import { type DataState, presentData } from "./data.ts";
import { type Fact, presentFacts } from "./facts.ts";
import { cellOf, type Linked } from "./figure-table.ts";
import { type GroupView, presentGroups } from "./groups.ts";
import { type ListLinks, NO_LISTS } from "./list-links.ts";
import { type NeighboursView, presentNeighbours } from "./neighbours.ts";
import { presentVersions, type VersionLine } from "./versions.ts";

export type LatestView = {
  readonly shown: string;
  readonly period: string;
  /** "90 of 98" for a percentage; other figures do not read as parts of a whole. */
  readonly made: { readonly numerator: Linked; readonly denominator: Linked } | null;
  /** The page that tells how it was made. */
  readonly how: string;
};

export type MeasureView = {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  readonly good: string;
  readonly target: string | null;
  readonly latest: LatestView;
  readonly windows: readonly WindowLink[];
  readonly window: string;
  readonly windowId: string;
  readonly audience: MeasureAnswer["audience"];
  /** The same page for the other audience. */
  readonly otherAudience: string;
  readonly lastMonths: readonly SelectOption[];
  readonly course: CourseView;
  readonly groups: readonly GroupView[];
  /** How many figures on the page the public would not see; none told of in the public's view. */
  readonly withheld: number;
  /** The page that compares teams through time. */
  readonly compareTeams: string | null;
  readonly neighbours: NeighboursView | null;
  /** `judge` leads to where it is rated by a person and its series is noted. */
  readonly places: readonly (PlacedIndicator & { readonly judge: string | null })[];
  readonly comments: MeasureAnswer["comments"];
  readonly rules: MeasureAnswer["rules"];
  readonly related: MeasureAnswer["related"];
  readonly shorthands: readonly Shorthand[];
  readonly facts: readonly Fact[];
  readonly examples: readonly { readonly it: string; readonly period: string; readonly expected: string }[];
  readonly sql: string;
  readonly versions: readonly VersionLine[];
  readonly data: DataState;
};

/**
 * A measure as its page prints it to one viewer.
 *
 * @param links the lists the viewer may open
 * @param mayJudge whether the viewer may rate figures and note series
 */
export function presentMeasure(answer: MeasureAnswer, links: ListLinks, mayJudge = false): MeasureView {
  const { measure, window, audience, judged } = answer;
  const own = audience === "published" ? NO_LISTS : links;
  const groupFigures = answer.groups.flatMap(({ figures }) => figures);
  const cells = [...answer.figures, ...groupFigures].map(cellOf);
  return {
    id: measure.id,
    title: measure.title,
    shows: measure.shows,
    good: POLARITY_WORDS[measure.polarity],
    target: judged.target.shown === "" ? null : judged.target.shown,
    latest: latestOf(answer, own),
    windows: measure.timeBasis.map((id) => ({
      text: WINDOW_WORDS[id],
      href: addressOf(answer, { window: id }),
      current: id === window,
    })),
    window: WINDOW_WORDS[window],
    windowId: window,
    audience,
    otherAudience: addressOf(answer, { audience: audience === "internal" ? "published" : "internal" }),
    lastMonths: answer.lastMonths.map((month) => ({
      value: month,
      text: monthLabel(month),
      selected: month === answer.lastMonth,
    })),
    course: presentCourse(answer, own),
    groups: presentGroups(answer, own),
    withheld: [...answer.figures, ...groupFigures].filter(({ hiddenBecause }) => hiddenBecause !== null).length,
    compareTeams: measure.breakdowns.includes("team") ? compareAddress(answer) : null,
    neighbours: presentNeighbours(answer),
    places: answer.places.map((place) => ({
      ...place,
      judge: mayJudge ? `/judge/${place.scorecard}/${place.cardPeriod}/${encodeURIComponent(place.reference)}` : null,
    })),
    comments: answer.comments,
    // A sentence about two numbers that disagree may tell one the public may not see.
    rules: audience === "internal" ? answer.rules : answer.rules.map((rule) => ({ ...rule, sentence: "" })),
    related: answer.related,
    shorthands: shorthandsIn(cells),
    facts: presentFacts(measure),
    examples: examplesOf(measure),
    sql: answer.sql,
    versions: presentVersions(answer.versions),
    data: presentData(answer.data),
  };
}

/** The page's own address with something else chosen. */
function addressOf(
  { measure, window, lastMonth, audience }: Pick<MeasureAnswer, "measure" | "window" | "lastMonth" | "audience">,
  other: Partial<Pick<MeasureAnswer, "window" | "audience">>,
): string {
  const query = new URLSearchParams({ window: other.window ?? window, lastMonth });
  if ((other.audience ?? audience) === "published") query.set("seen", "published");
  return `/measures/${measure.id}?${query}`;
}

function compareAddress({ measure, window, columns }: MeasureAnswer): string {
  return `/teams/compare?${new URLSearchParams({ measure: measure.id, window, period: columns.at(-1)?.id ?? "" })}`;
}

function latestOf({ measure, window, columns, figures }: MeasureAnswer, links: ListLinks): LatestView {
  const figure = figures.at(-1);
  const period = columns.at(-1);
  const { shown } = cellOf(figure);
  const id = period?.id ?? "";
  const how = `/measures/${measure.id}/how?${new URLSearchParams({ window, period: id })}`;
  const isPart = measure.unit === "percentage" && figure?.status === "value";
  const [above, below] = [figure?.numerator ?? null, figure?.denominator ?? null];
  const made =
    !isPart || above === null || below === null
      ? null
      : {
          numerator: { text: number(above), href: above === 0 ? null : links({ period: id, part: "numerator" }) },
          denominator: { text: number(below), href: links({ period: id, part: "denominator" }) },
        };
  return { shown, period: period?.label ?? "No period", made, how };
}

function examplesOf({ examples }: Measure): MeasureView["examples"] {
  return examples.map(({ it, period, expect }) => ({
    it,
    period,
    expected: Object.entries(expect)
      .map(([name, value]) => `${name} ${value}`)
      .join(", "),
  }));
}

function number(count: number): string {
  return withThousands(String(count));
}
