/** What a measure page tells: latest figure, course, teams, definition, data quality. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { periodContaining } from "../../../domain/period.ts";
import { figure } from "../../sample/figures.ts";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import type { MeasureFigures } from "../../services.ts";
import { presentMeasure } from "./present.ts";

const figures = (await SAMPLE_SERVICES.measure("assessments-within-45-working-days", {})) as MeasureFigures;
const view = presentMeasure(figures);

test("the latest figure comes with its period and the counts behind it", () => {
  assert.deepEqual(view.latest, { shown: "91.8%", period: "March 2026", made: "90 of 98" });
});

test("a count is not told as so many of so many", () => {
  const place = { measure: "contacts", unit: "count", window: "in-month" } as const;
  const contacts = presentMeasure({
    ...figures,
    unit: "count",
    figures: [figure(place, "2026-03", { numerator: 1234, denominator: null })],
    byTeam: [],
  });
  assert.deepEqual(contacts.latest, { shown: "1,234", period: "March 2026", made: null });
  assert.equal(contacts.series.hasNumerator, false);
  assert.equal(contacts.series.hasDenominator, false);
  assert.equal(contacts.teams, null);
});

test("the table under the chart holds every period, newest first, with numerator and denominator", () => {
  assert.equal(view.series.lines.length, 13);
  assert.deepEqual(view.series.lines[0], {
    name: "March 2026",
    shown: "91.8%",
    numerator: "90",
    denominator: "98",
  });
});

test("nought of nought shows its counts beside [z]; what is not available shows none", () => {
  const of = (name: string) => view.series.lines.find((line) => line.name === name);
  assert.deepEqual(of("August 2025"), { name: "August 2025", shown: "[z]", numerator: "0", denominator: "0" });
  assert.deepEqual(of("May 2025"), { name: "May 2025", shown: "[x]", numerator: "[x]", denominator: "[x]" });
});

test("teams are drawn and tabled in the order given, those with nothing to count among them", () => {
  assert.deepEqual(
    view.teams?.table.lines.map(({ name, shown }) => `${name} ${shown}`),
    [
      "North assessment team 93.2%",
      "South assessment team 87.5%",
      "Children with disabilities team 100.0%",
      "Emergency duty team [z]",
    ],
  );
  assert.match(view.teams?.chart.wide ?? "", /Emergency duty team/);
});

test("cases with no team recorded are shown as such, not left out", () => {
  const row = { ...figures.byTeam[0]!, group: null };
  assert.equal(presentMeasure({ ...figures, byTeam: [row] }).teams?.table.lines[0]?.name, "No team recorded");
});

test("every meaningful window is a link that keeps the last month; the one shown is marked", () => {
  assert.deepEqual(
    view.windows.map(({ text, current }) => [text, current]),
    [
      ["Month", true],
      ["Quarter", false],
      ["Year to date", false],
      ["Last 12 months", false],
    ],
  );
  assert.match(view.windows[3]?.href ?? "", /\?window=rolling-12-months&lastMonth=2026-03$/);
});

test("issues stand worst first", () => {
  assert.deepEqual(
    view.issues.map(({ code }) => code),
    ["DATE_IMPOSSIBLE", "DATE_BEFORE_START"],
  );
});

test("facts that are not known are said or left out, never printed blank", () => {
  const { owner: _owner, reviewed: _reviewed, reviewBy: _reviewBy, ...bare } = figures;
  const facts = new Map(presentMeasure(bare).facts.map(({ key, value }) => [key, value]));
  assert.equal(facts.get("Owner"), "Nobody named yet");
  assert.equal(facts.get("Last reviewed"), "Not yet reviewed");
  assert.equal(facts.has("Next review"), false);
  assert.equal(facts.has("Chosen locally"), false);
});

test("with no periods at all the page still stands", () => {
  const nothing = presentMeasure({ ...figures, columns: [], figures: [], byTeam: [], lastMonths: [] });
  assert.deepEqual(nothing.latest, { shown: "[x]", period: "No period", made: null });
  assert.match(nothing.course.chart.wide, /No figures/);
});

test("a quarter's figures stand under quarters", () => {
  const columns = [periodContaining("quarter", "2026-03-31")];
  const place = { measure: figures.id, unit: "percentage", window: "quarter" } as const;
  const quarter = presentMeasure({
    ...figures,
    window: "quarter",
    columns,
    figures: [figure(place, "2025-26-Q4", { numerator: 258, denominator: 290 })],
  });
  assert.deepEqual(quarter.latest, { shown: "89.0%", period: "Quarter 4 2025-26", made: "258 of 290" });
});
