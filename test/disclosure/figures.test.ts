/** Published figures attacked from outside: the attacker writes down for himself what months, teams, windows and editions add up to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ShownFigure } from "../../src/domain/disclosure/shown-figure.ts";
import type { DisclosureSystem, Relation } from "../../src/domain/disclosure/system.ts";
import type { Figure } from "../../src/domain/figure.ts";
import type { Measure, Unit } from "../../src/domain/measure.ts";
import type { WindowId } from "../../src/domain/period.ts";
import { forAudience } from "../../src/services/for-audience.ts";
import { recovered } from "./attacker.ts";

const THRESHOLD = 3;
const MONTHS = ["2025-04", "2025-05", "2025-06"];
const WINDOWS: readonly (readonly [WindowId, string, readonly number[]])[] = [
  ...MONTHS.map((period, month) => ["in-month", period, [month]] as const),
  ["year-to-date", "2025-05", [0, 1]],
  ["quarter", "2025-26-Q1", [0, 1, 2]],
];

const measureOf = (id: string, unit: Unit): Measure => ({
  id,
  area: "front-door",
  title: id,
  definition: id,
  shows: id,
  why: id,
  source: "made up",
  unit,
  decimals: 0,
  polarity: "neutral",
  change: "absolute",
  shape: { kind: "by-hand", cadence: "month", basis: "flow" },
  timeBasis: ["in-month", "year-to-date", "quarter"],
  breakdowns: ["team"],
  needs: [],
  settings: {},
  examples: [],
  file: "",
});
const measures = new Map([measureOf("entrants", "count"), measureOf("in-time", "percentage")].map((m) => [m.id, m]));

type Place = { readonly window: WindowId; readonly period: string; readonly team: string | null };
const nameOf = ({ window, period, team }: Place): string => `${window} ${period} ${team ?? "all"}`;
const figure = (measure: string, place: Place, numerator: number, denominator: number | null = null): Figure => ({
  authority: "Wexcombe",
  measure,
  window: place.window,
  period: place.period,
  by: place.team === null ? null : "team",
  breakdown: place.team,
  numerator,
  denominator,
  value: numerator,
  shown: String(numerator),
  status: "value",
});
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const decisionOf = ({ status }: ShownFigure): "shown" | "small-number" =>
  status === "suppressed" ? "small-number" : "shown";

/** Nothing told, unless every figure is hidden and a reader who is told which are small would win all the same. */
function assertSafe(system: DisclosureSystem, decisions: ReadonlyMap<string, "shown" | "small-number">): void {
  const { plainly, knowingly } = recovered(system, { decisions }, THRESHOLD);
  assert.deepEqual(plainly, []);
  if (knowingly.length > 0) assert.ok(![...decisions.values()].includes("shown"), `told: ${knowingly.join(", ")}`);
}

const few = fc.integer({ min: 0, max: 8 });
const months = fc.tuple(few, few, few);

test("months, quarter, year to date, teams and service together tell no small number", () => {
  fc.assert(
    fc.property(fc.array(months, { minLength: 1, maxLength: 2 }), (teams) => {
      const places = [null, ...teams.keys()].flatMap((team) =>
        WINDOWS.map(([window, period, within]) => {
          const rows = team === null ? teams : [teams[team] ?? []];
          const value = sumOf(rows.flatMap((row) => within.map((month) => row[month] ?? 0)));
          const parts = (team === null ? [...teams.keys()] : [team]).flatMap((one) =>
            within.map((month) => `${one} ${month}`),
          );
          return { place: { window, period, team: team === null ? null : `Team ${team}` }, value, parts };
        }),
      );
      const shown = forAudience(
        places.map(({ place, value }) => figure("entrants", place, value)),
        "published",
        {
          measures,
          threshold: THRESHOLD,
        },
      );
      const cases = teams.flatMap((row, team) =>
        row.map((value, month) => ({ key: `${team} ${month}`, value, isProtected: true })),
      );
      const system = {
        numbers: [...cases, ...places.map(({ place, value }) => ({ key: nameOf(place), value, isProtected: true }))],
        cells: places.map(({ place }) => ({ key: nameOf(place), numbers: [nameOf(place)] })),
        relations: places.map(
          ({ place, parts }): Relation => [
            { key: nameOf(place), coefficient: 1 },
            ...parts.map((key) => ({ key, coefficient: -1 })),
          ],
        ),
      };
      assertSafe(system, new Map(places.map(({ place }, index) => [nameOf(place), decisionOf(shown[index]!)])));
    }),
    { numRuns: 120, seed: 20261121 },
  );
});

test("percentages with their denominators, by month, quarter and year to date, tell no small number met or missed", () => {
  fc.assert(
    fc.property(months, months, (met, missed) => {
      const figures = WINDOWS.map(([window, period, within]) => {
        const top = sumOf(within.map((month) => met[month] ?? 0));
        const rest = sumOf(within.map((month) => missed[month] ?? 0));
        return { place: { window, period, team: null }, within, top, rest };
      });
      const shown = forAudience(
        figures.map(({ place, top, rest }) => figure("in-time", place, top, top + rest)),
        "published",
        {
          measures,
          threshold: THRESHOLD,
        },
      );
      const cases = [met, missed].flatMap((row, what) =>
        row.map((value, month) => ({ key: `${what} ${month}`, value, isProtected: true })),
      );
      const ofFigure = (place: Place): readonly string[] =>
        ["met", "of", "missed"].map((what) => `${nameOf(place)} ${what}`);
      const system = {
        numbers: [
          ...cases,
          ...figures.flatMap(({ place, top, rest }) =>
            [top, top + rest, rest].map((value, index) => ({ key: ofFigure(place)[index]!, value, isProtected: true })),
          ),
        ],
        cells: figures.map(({ place }) => ({ key: nameOf(place), numbers: ofFigure(place) })),
        relations: figures.flatMap(({ place, within }): readonly Relation[] => {
          const [top = "", of = "", rest = ""] = ofFigure(place);
          const summed = (whole: string, what: number): Relation => [
            { key: whole, coefficient: 1 },
            ...within.map((month) => ({ key: `${what} ${month}`, coefficient: -1 })),
          ];
          return [
            summed(top, 0),
            summed(rest, 1),
            [of, top, rest].map((key) => ({ key, coefficient: key === of ? 1 : -1 })),
          ];
        }),
      };
      assertSafe(system, new Map(figures.map(({ place }, index) => [nameOf(place), decisionOf(shown[index]!)])));
    }),
    { numRuns: 120, seed: 20261121 },
  );
});

test("two editions together tell no more than either may, whatever was recorded late", () => {
  const late = fc.tuple(few, few, few, fc.constantFrom(0, 0, 1, 4));
  fc.assert(
    fc.property(months, late, (first, [, month, , more]) => {
      const second = first.map((value, index) => (index === month % 3 ? value + more : value));
      const editionOf = (row: readonly number[]): readonly Figure[] =>
        WINDOWS.map(([window, period, within]) =>
          figure("entrants", { window, period, team: null }, sumOf(within.map((index) => row[index] ?? 0))),
        );
      const [before, now] = [editionOf(first), editionOf(second)];
      const shownBefore = forAudience(before, "published", { measures, threshold: THRESHOLD });
      const edition = before.map((one, index) => ({
        figure: one,
        wasShown: decisionOf(shownBefore[index]!) === "shown",
      }));
      const shown = forAudience(now, "published", { measures, threshold: THRESHOLD, editions: [edition] });
      const values = new Map([...before, ...now].map((one) => [keyOf(one), one.value ?? 0]));
      const told = new Set(edition.filter(({ wasShown }) => wasShown).map((one) => keyOf(one.figure)));
      const system = {
        numbers: [...values].map(([key, value]) => ({ key, value, isProtected: true, isKnown: told.has(key) })),
        cells: now.map((one) => ({ key: keyOf(one), numbers: [keyOf(one)] })),
        relations: [before, now].flatMap(([april, may, june, toMay, quarter]): readonly Relation[] => [
          equation(toMay!, [april!, may!]),
          equation(quarter!, [toMay!, june!]),
        ]),
      };
      assertSafe(system, new Map(now.map((one, index) => [keyOf(one), decisionOf(shown[index]!)])));
    }),
    { numRuns: 150, seed: 20261121 },
  );
});

/** An unchanged number is the same number in both editions. */
function keyOf({ window, period, value }: Figure): string {
  return `${window} ${period} ${value}`;
}

function equation(whole: Figure, parts: readonly Figure[]): Relation {
  return [{ key: keyOf(whole), coefficient: 1 }, ...parts.map((part) => ({ key: keyOf(part), coefficient: -1 }))];
}
