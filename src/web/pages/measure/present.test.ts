/** What a measure page tells: latest figure, groups, neighbours, definition, data. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure } from "../../sample/figures.ts";
import { SAMPLE_MEASURE, shownFigure } from "../../sample/measure.ts";
import type { MeasureAnswer } from "./answer.ts";
import { listLinks, NO_LISTS } from "./list-links.ts";
import { type MeasureView, presentMeasure } from "./present.ts";

const present = (other: Partial<MeasureAnswer> = {}): MeasureView =>
  presentMeasure({ ...SAMPLE_MEASURE, ...other }, NO_LISTS);
const view = present();

test("the latest figure comes with its period, the counts behind it and the page that tells how it was made", () => {
  const { shown, period, made, how } = view.latest;
  assert.deepEqual([shown, period, made?.numerator.text, made?.denominator.text], ["91.8%", "March 2026", "90", "98"]);
  assert.equal(how, "/measures/assessments-within-45-working-days/how?window=in-month&period=2026-03");
});

test("a count is not told as so many of so many", () => {
  const place = { measure: "contacts", unit: "count", window: "in-month" } as const;
  const { unit: _, ...measure } = SAMPLE_MEASURE.measure;
  const { kind: __, ...shape } = { ...SAMPLE_MEASURE.measure.shape, kind: "count" };
  assert.ok("cohort" in shape);
  const contacts = present({
    measure: { ...measure, unit: "count", shape: { kind: "count", cohort: shape.cohort } },
    figures: [shownFigure(figure(place, "2026-03", { numerator: 1234, denominator: null }))],
    groups: [],
  });
  assert.equal(contacts.latest.shown, "1,234");
  assert.equal(contacts.latest.made, null);
  assert.equal(contacts.course.table.hasParts, false);
  assert.deepEqual(contacts.groups, []);
});

test("teams are ordered by their figures, those with nothing to count last, the whole a line across", () => {
  const [teams] = view.groups;
  assert.deepEqual(
    teams?.table.lines.map(({ name, figure: { text } }) => `${name} ${text}`),
    [
      "Children with disabilities team 100.0%",
      "North assessment team 93.2%",
      "South assessment team 87.5%",
      "Emergency duty team [z]",
    ],
  );
  assert.match(teams?.chart?.wide ?? "", />Wexcombe 91\.8%</);
});

test("ages keep their own order, the youngest first", () => {
  const [any] = SAMPLE_MEASURE.groups[0]?.figures ?? [];
  assert.ok(any);
  const ages = ["16 and over", "5 to 9", "Unborn", "Under 1", "10 to 15", "1 to 4"];
  const figures = ages.map((breakdown) => ({ ...any, by: "age_group", breakdown }));
  const [group] = present({ groups: [{ by: "age_group", figures }] }).groups;
  assert.deepEqual(
    group?.table.lines.map(({ name }) => name),
    ["Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"],
  );
});

test("more groups than a chart can hold are a table alone", () => {
  const [any] = SAMPLE_MEASURE.groups[0]?.figures ?? [];
  assert.ok(any);
  const figures = Array.from({ length: 31 }, (_, index) => ({ ...any, by: "worker", breakdown: `Worker ${index}` }));
  const [workers] = present({ groups: [{ by: "worker", figures }] }).groups;
  assert.equal(workers?.chart, null);
  assert.equal(workers?.table.lines.length, 31);
});

test("cases of no group are shown as such, not left out", () => {
  const [any] = SAMPLE_MEASURE.groups[0]?.figures ?? [];
  assert.ok(any);
  const [group] = present({ groups: [{ by: "team", figures: [{ ...any, breakdown: "" }] }] }).groups;
  assert.equal(group?.table.lines[0]?.name, "Not recorded");
});

test("a group's numbers lead to its own list", () => {
  const links = listLinks(SAMPLE_MEASURE.measure, "in-month");
  const { groups } = presentMeasure(SAMPLE_MEASURE, links);
  assert.match(
    groups[0]?.table.lines[1]?.denominator.href ?? "",
    /part=denominator&by=team%3ANorth\+assessment\+team$/,
  );
});

test("as published, no number leads to a list, whoever looks", () => {
  const links = listLinks(SAMPLE_MEASURE.measure, "in-month");
  const page = presentMeasure({ ...SAMPLE_MEASURE, audience: "published" }, links);
  assert.doesNotMatch(JSON.stringify(page), /\/list\?/);
  assert.doesNotMatch(page.otherAudience, /seen/);
});

test("as published, a rule that fails is told without its numbers", () => {
  const rules = [
    { id: "sum", title: "Parts make the whole", others: [], state: "fails", sentence: "3 is not 4." },
  ] as const;
  assert.equal(present({ rules, audience: "published" }).rules[0]?.sentence, "");
  assert.equal(present({ rules }).rules[0]?.sentence, "3 is not 4.");
});

test("how many figures the public would not see is told", () => {
  const [first, ...rest] = SAMPLE_MEASURE.figures;
  assert.ok(first && first.status !== "suppressed");
  const marked = present({ figures: [{ ...first, hiddenBecause: "small-number" }, ...rest] });
  assert.equal(marked.withheld, 1);
  assert.deepEqual(marked.course.table.lines.at(-1)?.remarks, ["withheld"]);
  assert.equal(view.withheld, 0);
});

test("neighbours stand in order of rank with ours among them, those without a figure last", () => {
  assert.deepEqual(
    view.neighbours?.rows.map(({ name, shown, rank }) => `${rank} ${name} ${shown}`),
    ["1 Northmoor 95.2%", "2 Wexcombe 91.8%", "3 Saltmarsh 71.0%", "– Eastwold [x]"],
  );
  assert.equal(
    view.neighbours?.standing[0],
    "Among its statistical neighbours, 2nd of 3, best first (as counted from our own records).",
  );
  assert.equal(present({ comparison: null, judged: { ...SAMPLE_MEASURE.judged, comparators: [] } }).neighbours, null);
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

test("issues stand by table, worst first; a table nothing was loaded into is named", () => {
  const { data } = view;
  assert.deepEqual(
    data.tables[0]?.issues.map(({ code }) => code),
    ["DATE_IMPOSSIBLE", "DATE_BEFORE_START"],
  );
  assert.deepEqual(data.empty, ["person"]);
  assert.equal(data.freshness, "The newest data are as at 31 March 2026. Last loaded on 3 April 2026 at 07:10.");
});

test("facts that are not known are said or left out, never printed blank", () => {
  const { owner: _owner, reviewed: _reviewed, reviewBy: _reviewBy, ...measure } = SAMPLE_MEASURE.measure;
  const facts = new Map(present({ measure }).facts.map(({ key, value }) => [key, value]));
  assert.equal(facts.get("Owner"), "Nobody named yet");
  assert.equal(facts.get("Last reviewed"), "Not yet reviewed");
  assert.equal(facts.has("Next review"), false);
  assert.equal(facts.has("Chosen locally"), false);
});
