/** What the comparison prints: teams as bars for the last period, and a table of teams through time with the whole authority last. */
import { barChart } from "../../../charts/bar-chart.ts";
import type { ShownFigure } from "../../../domain/disclosure/shown-figure.ts";
import type { Measure } from "../../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../../domain/period.ts";
import type { Audience } from "../../../domain/scored-card.ts";
import type { Team } from "../../../services/teams/teams.ts";
import { figureRow } from "../../answers/scorecard-answer.ts";
import { figureCell, type Shorthand, shorthandsIn } from "../../figure-cell.ts";
import { POLARITY_WORDS, shortMonth, WINDOW_WORDS } from "../../words.ts";
import { teamHref } from "../team/team-access.ts";

export type CompareView = {
  readonly measureId: string;
  readonly title: string;
  readonly definition: string;
  readonly good: string;
  readonly period: string;
  readonly audience: Audience;
  readonly measures: readonly Option[];
  readonly windows: readonly Option[];
  readonly months: readonly Option[];
  readonly views: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly chart: { readonly wide: string; readonly narrow: string } | null;
  readonly periods: readonly string[];
  readonly rows: readonly { readonly team: string; readonly href: string | null; readonly cells: readonly string[] }[];
  readonly shorthands: readonly Shorthand[];
};

type Option = { readonly value: string; readonly text: string; readonly selected: boolean };

export type ToCompare = {
  readonly measures: readonly Measure[];
  readonly measure: Measure;
  readonly window: WindowId;
  /** Oldest first. */
  readonly periods: readonly ReportingPeriod[];
  readonly figures: readonly ShownFigure[];
  readonly audience: Audience;
  readonly last: string;
  readonly choices: readonly string[];
  readonly teams: readonly Team[];
  /** Teams whose profile the viewer may open. */
  readonly own: readonly Team[];
};

const WHOLE = "Whole authority";

/** The page. Teams that never counted anything in the periods are left out. */
export function presentCompare(given: ToCompare): CompareView {
  const { measure, window, periods, figures, audience, last, choices, own } = given;
  const groups = Map.groupBy(figures, ({ breakdown }) => breakdown ?? WHOLE);
  const byPeriod = (team: readonly ShownFigure[]) =>
    periods.map(({ id }) => figureCell(toRow(team.find(({ period }) => period === id))));
  const told = [...groups].filter(([, team]) =>
    team.some(
      ({ status, denominator, numerator }) =>
        status === "suppressed" || (status === "value" && (denominator ?? numerator ?? 0) > 0),
    ),
  );
  const lines = told.map(([team, its]) => ({ team, cells: byPeriod(its) }));
  const teams = lines.filter(({ team }) => team !== WHOLE);
  const sorted = teams.toSorted(
    (a, b) => (b.cells.at(-1)?.value ?? -1) - (a.cells.at(-1)?.value ?? -1) || a.team.localeCompare(b.team),
  );
  const all = [...sorted, ...lines.filter(({ team }) => team === WHOLE)];
  const profile = new Map(own.map((team) => [team.name, teamHref(team)]));
  return {
    measureId: measure.id,
    title: measure.title,
    definition: measure.definition,
    good: POLARITY_WORDS[measure.polarity],
    period: periods.at(-1)?.label ?? "",
    audience,
    measures: given.measures
      .map(({ id, title }) => ({ value: id, text: title, selected: id === measure.id }))
      .toSorted((a, b) => a.text.localeCompare(b.text)),
    windows: measure.timeBasis.map((value) => ({ value, text: WINDOW_WORDS[value], selected: value === window })),
    months: choices.map((value) => ({ value, text: shortMonth(value), selected: value === last })),
    views: (["internal", "published"] as const).map((as) => ({
      text: as === "internal" ? "Internal figures" : "As published",
      href: `/teams/compare?${new URLSearchParams({ measure: measure.id, window, lastMonth: last, as })}`,
      current: as === audience,
    })),
    chart: chartOf(measure, all),
    periods: periods.map(({ label }) => label),
    rows: all.map(({ team, cells }) => ({
      team,
      href: profile.get(team) ?? null,
      cells: cells.map(({ shown }) => shown),
    })),
    shorthands: shorthandsIn(all.flatMap(({ cells }) => cells)),
  };
}

function toRow(figure: ShownFigure | undefined) {
  return figure === undefined ? undefined : figureRow(figure);
}

type Line = {
  readonly team: string;
  readonly cells: readonly { readonly value: number | null; readonly shown: string }[];
};

function chartOf({ title }: Measure, lines: readonly Line[]): CompareView["chart"] {
  if (lines.length < 2) return null;
  const bars = lines.map(({ team, cells }) => ({
    label: team,
    value: cells.at(-1)?.value ?? null,
    shown: cells.at(-1)?.shown ?? "[z]",
  }));
  const draw = (id: string, width: number): string => barChart(bars, { id, title: `${title}, by team`, width });
  return { wide: draw("teams-wide", 760), narrow: draw("teams-narrow", 320) };
}
