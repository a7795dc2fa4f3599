/** What stands beside a figure: the average of its statistical neighbours, its region and England, as last published before the figure's end. */
import type { ComparatorGroup, ComparatorValue } from "../comparator.ts";
import { SHORTHAND } from "../figure.ts";
import type { Measure } from "../measure.ts";
import type { ReportingPeriod } from "../period.ts";
import { withThousands } from "../rounding.ts";
import type { ValueState } from "../value-state.ts";
import { type AverageMethod, averageOf, placesOf } from "./average.ts";
import { type Covered, isSameStretch, type PublishedIndicator, timeBasisNote } from "./indicator.ts";
import { foldArea, type Observation } from "./observation.ts";

/** Who the figure is compared with. */
export type Company = {
  readonly region: string | null;
  readonly neighbours: readonly { readonly code: string }[];
  readonly neighbourEdition: string | null;
};

export type ComparatorQuestion = {
  readonly measure: Pick<Measure, "unit" | "decimals" | "shape" | "published">;
  readonly indicator: PublishedIndicator;
  readonly observations: readonly Observation[];
  readonly company: Company;
  readonly period: Pick<ReportingPeriod, "window" | "end">;
  readonly method: AverageMethod;
};

/** The comparators in the order of their groups; empty where nothing of the indicator has been loaded. */
export function comparatorsOf(question: ComparatorQuestion): readonly ComparatorValue[] {
  const { observations, period, company } = question;
  if (observations.length === 0) return [];
  const covered = lastCovered(observations, period.end);
  if (covered === null)
    return (["neighbours", "region", "england"] as const).map((group) => notReleased(group, question));
  const then = observations.filter((observation) => observation.covered.end === covered.end);
  const told: Told = { question, covered, then };
  return [
    neighboursOf(told),
    areaOf(told, "region", regionIn(then, company.region)),
    areaOf(
      told,
      "england",
      then.find(({ level }) => level === "england"),
    ),
  ];
}

/** The latest stretch published that ended on or before a day; `null` when all ended later. */
export function lastCovered(observations: readonly Observation[], end: string): Covered | null {
  let last: Covered | null = null;
  for (const { covered } of observations)
    if (covered.end <= end && (last === null || covered.end > last.end)) last = covered;
  return last;
}

type Told = { readonly question: ComparatorQuestion; readonly covered: Covered; readonly then: readonly Observation[] };

function neighboursOf({ question, covered, then }: Told): ComparatorValue {
  const { measure, company, method } = question;
  const codes = company.neighbours.map(({ code }) => code);
  const members = then.filter(({ level, area }) => level === "authority" && codes.includes(area));
  const digits = members.flatMap((member) => (member.digits === null ? [] : [member.digits]));
  const average = averageOf(digits, method);
  const why = shorterCount(question);
  const state: ValueState =
    codes.length === 0 || why !== undefined ? "no-comparator" : average === null ? togetherState(members) : "value";
  const count = digits.length === codes.length ? `${codes.length}` : `${digits.length} of ${codes.length}`;
  return {
    group: "neighbours",
    label: codes.length === 0 ? "Statistical neighbours" : `Statistical neighbours (${count})`,
    value: state === "value" ? (average?.value ?? null) : null,
    state,
    shown:
      state === "value" && average !== null ? withUnit(average.shown(measure.decimals), measure) : shorthand(state),
    method,
    members: { withValue: digits.length, all: codes.length },
    period: covered.label,
    edition: `${editionOf(question.indicator, members[0])}${company.neighbourEdition === null ? "" : `; neighbours of ${company.neighbourEdition}`}`,
    publishedOn: members[0]?.publishedOn ?? null,
    note: why ?? noteOf(question, covered),
  };
}

/** Why a count is not compared: a count grows with the time it is of, as a percentage or rate does not. */
function shorterCount({ measure, indicator, period }: ComparatorQuestion): string | undefined {
  return measure.unit !== "count" || isSameStretch(indicator.covers, period.window, isSnapshot(measure))
    ? undefined
    : "What is published is a count over another length of time, so it is not compared.";
}

/** Totals of a region or country say nothing beside one authority's count. */
const TOTAL_NOTE = "The published figure is a total of many authorities, so it is not compared.";

function areaOf(
  { question, covered }: Told,
  group: "region" | "england",
  found: Observation | undefined,
): ComparatorValue {
  const { measure, indicator, company } = question;
  const why = measure.unit === "count" ? TOTAL_NOTE : indicator.except[group];
  const state: ValueState =
    why !== undefined || (group === "region" && company.region === null)
      ? "no-comparator"
      : (found?.state ?? "not-available");
  const digits = state === "value" ? (found?.digits ?? null) : null;
  return {
    group,
    label: group === "england" ? "England" : (found?.areaName ?? company.region ?? "Region"),
    value: digits === null ? null : Number(digits),
    state,
    shown:
      digits === null ? shorthand(state) : shownDigits(digits, placesShown(question.observations, measure), measure),
    method: "published",
    period: covered.label,
    edition: editionOf(indicator, found),
    publishedOn: found?.publishedOn ?? null,
    note: why ?? noteOf(question, covered),
  };
}

/** A region by its own name; London whole where its halves are not published. */
function regionIn(then: readonly Observation[], region: string | null): Observation | undefined {
  const named = (name: string): Observation | undefined =>
    then.find(({ level, area }) => level === "region" && foldArea(area) === foldArea(name));
  const own = region === null ? undefined : named(region);
  if (region === null || !/london/i.test(region) || (own !== undefined && own.digits !== null)) return own;
  return named("London") ?? own;
}

function notReleased(group: ComparatorGroup, { indicator, company }: ComparatorQuestion): ComparatorValue {
  return {
    group,
    label: { neighbours: "Statistical neighbours", region: company.region ?? "Region", england: "England" }[group],
    value: null,
    state: "not-released",
    shown: shorthand("not-released"),
    method: "published",
    period: "",
    edition: indicator.publication,
    publishedOn: null,
    note: "Nothing published for a period that had ended by then has been loaded.",
  };
}

/** Why none of several has a value: hidden when any is hidden, else not reported. */
function togetherState(members: readonly Observation[]): ValueState {
  return members.some(({ state }) => state === "suppressed") ? "suppressed" : "not-available";
}

function noteOf({ indicator, measure, period }: ComparatorQuestion, covered: Covered): string {
  const basis = timeBasisNote(indicator.covers, covered, period.window, isSnapshot(measure));
  return measure.published?.differs === undefined ? basis : `${basis} ${measure.published.differs}`;
}

function isSnapshot({ shape }: Pick<Measure, "shape">): boolean {
  return shape.kind === "by-hand" ? shape.basis === "snapshot" : shape.cohort.timing.kind !== "flow";
}

/** The publication with its edition, and by which way it came. */
function editionOf({ publication }: PublishedIndicator, of: Observation | undefined): string {
  if (of === undefined) return publication;
  const way = of.publication === "Explore Education Statistics" ? "" : `, by way of the ${of.publication}`;
  return `${publication}, ${of.edition} edition${way}`;
}

/** Places a published figure is shown to: those of the publication, whose files leave out noughts at the end, but no more than the measure has. */
export function placesShown(observations: readonly Observation[], { decimals }: Pick<Measure, "decimals">): number {
  let places = 0;
  for (const { digits } of observations) if (digits !== null) places = Math.max(places, placesOf(digits));
  return Math.min(places, decimals);
}

/** A published figure as shown, with its unit. */
export function shownDigits(digits: string, places: number, measure: Pick<Measure, "unit">): string {
  return withUnit(averageOf([digits], "mean")?.shown(places) ?? digits, measure);
}

function withUnit(decimal: string, { unit }: Pick<Measure, "unit">): string {
  return `${withThousands(decimal)}${unit === "percentage" ? "%" : ""}`;
}

function shorthand(state: ValueState): string {
  return state === "value" ? "" : SHORTHAND[state];
}
