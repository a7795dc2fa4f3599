/** What a scorecard page tells: months, shorthand, windows, shapes, choices. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FRONT_DOOR, monthsTo } from "../../sample/figures.ts";
import type { ScorecardFigures } from "../../services.ts";
import { presentScorecard } from "./present.ts";
import { sectionId } from "./section-id.ts";

const figures: ScorecardFigures = {
  id: "vital-signs",
  title: "Vital Signs",
  description: "",
  authority: "Wexcombe",
  columns: monthsTo("2026-03", 13),
  lastMonths: ["2026-03", "2026-02"],
  sections: [FRONT_DOOR, { title: "Child protection", scope: "Open plans only", indicators: [] }],
};
const view = presentScorecard(figures, { section: null });
const [contacts, inMonth, rolling, quarterly] = view.sections[0]!.indicators;

test("thirteen months stand oldest to newest, named in full and in short", () => {
  assert.equal(view.columns.length, 13);
  assert.deepEqual(view.columns[0], { label: "March 2025", short: "Mar 2025" });
  assert.deepEqual(view.columns.at(-1), { label: "March 2026", short: "Mar 2026" });
  assert.equal(view.span, "Wexcombe, 13 months to March 2026");
});

test("a month with no cohort and a month with no data print different shorthand, both explained", () => {
  assert.deepEqual([inMonth!.cells[2]!.shown, inMonth!.cells[5]!.shown], ["[x]", "[z]"]);
  assert.deepEqual(view.shorthands, ["z", "x"]);
});

test("references are text and rows keep their order", () => {
  assert.deepEqual(
    view.sections[0]!.indicators.map(({ reference }) => reference),
    ["5", "19a", "19c", "61"],
  );
});

test("a window other than the column's own is named under the measure, and kept in its link", () => {
  assert.deepEqual([contacts!.window, rolling!.window, quarterly!.window], [null, "Last 12 months", "Quarter"]);
  assert.equal(rolling!.href, "/measures/assessments-within-45-working-days?window=rolling-12-months");
});

test("a quarter's figure stands under its last month, and its course is drawn without the months between", () => {
  assert.deepEqual(
    quarterly!.cells.map(({ shown }) => shown),
    ["37.5%", "[z]", "[z]", "33.3%", "[z]", "[z]", "29.2%", "[z]", "[z]", "25.0%", "[z]", "[z]", "20.8%"],
  );
  assert.match(quarterly!.sparkline ?? "", / d="M[^MZ"]+"/);
});

test("the shape of a row says in words what it shows", () => {
  assert.match(
    inMonth!.sparkline ?? "",
    /<title id="front-door-assessment-1-t">Single assessments completed within 45 working days\. From 76\.3% in March 2025 to 91\.8% in March 2026; lowest 73\.4% in April 2025/,
  );
});

test("a row without any figure has no shape", () => {
  const bare = {
    ...figures,
    sections: [{ ...FRONT_DOOR, indicators: [{ ...FRONT_DOOR.indicators[0]!, figures: [] }] }],
  };
  assert.equal(presentScorecard(bare, { section: null }).sections[0]?.indicators[0]?.sparkline, null);
});

test("one section may be shown alone; the choice offers them all", () => {
  const alone = presentScorecard(figures, { section: "child-protection" });
  assert.deepEqual(
    alone.sections.map(({ title }) => title),
    ["Child protection"],
  );
  assert.deepEqual(
    alone.options.section.map(({ text, selected }) => [text, selected]),
    [
      ["All sections", false],
      ["Front door & assessment", false],
      ["Child protection", true],
    ],
  );
});

test("the last month shown is the one chosen in the form", () => {
  assert.deepEqual(view.options.lastMonth, [
    { value: "2026-03", text: "March 2026", selected: true },
    { value: "2026-02", text: "February 2026", selected: false },
  ]);
});

test("the month asked for stays chosen, in the form and in every link", () => {
  const february = presentScorecard(figures, { lastMonth: "2026-02" });
  assert.deepEqual(
    february.options.lastMonth.map(({ selected }) => selected),
    [false, true],
  );
  assert.match(february.sections[0]!.indicators[0]!.href ?? "", /&lastMonth=2026-02$/);
});

test("a section's title becomes part of an address", () => {
  assert.equal(sectionId("Front door & early help (0–17)"), "front-door-early-help-0-17");
});
