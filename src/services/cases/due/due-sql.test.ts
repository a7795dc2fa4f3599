/** What is due on a day, worked by hand: both ends of each limit, bank holidays, the same day, 29 February, an eighteenth birthday. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "../../../domain/dates.ts";
import { buildWorld } from "../../../engine/example-world.ts";
import { readCatalogue } from "../../../measures/catalogue.ts";
import { parseGrid } from "../../../measures/example.ts";
import { readModelViews } from "../../../measures/model-view.ts";
import { readBankHolidays } from "../../../warehouse/bank-holidays.ts";
import { dueSteps } from "./due-sql.ts";
import { type DutyId, readDuties } from "./duties.ts";
import { supervisionLimits } from "./supervision-limits.ts";

const VIEWS = readModelViews("catalogue/model");
const HOLIDAYS = readBankHolidays("catalogue/reference/bank-holidays.csv");
const DUTIES = readDuties(["catalogue"]);
const LIMITS = supervisionLimits(readCatalogue(["catalogue"]).measures.values());
const ALLOCATED = `
  child | worker_id | team_id | role      | start
  A     | w1        | t1      | allocated | 2020-01-01`;

type Grids = Readonly<Record<string, string>>;

/** "A | 2025-06-30 | 3": child, day due and working days left. */
async function dueOn(on: string, duty: DutyId, grids: Grids): Promise<readonly string[]> {
  const tables = Object.entries(grids).map(([table, grid]) => [
    table,
    parseGrid(grid).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name === "child" ? "person_id" : name, cell])),
    ),
  ]);
  const database = await buildWorld(new Map([["Wexcombe", Object.fromEntries(tables)]]), VIEWS, HOLIDAYS);
  try {
    const rows = await database.rows(
      `with ${dueSteps({ authority: "Wexcombe", on, duties: DUTIES, supervision: LIMITS }).join(",\n")} select * from due_item where duty = '${duty}' order by person_id`,
    );
    return rows.map(({ person_id: child, due, days_left: left }) => `${child} | ${due} | ${left}`);
  } finally {
    database.close();
  }
}

test("an assessment is due on the 45th working day: start day 0, the spring bank holiday skipped", async () => {
  const assessment = "child | start\nA | 2025-04-22";
  // 22 April to 26 June 2025 holds two bank holidays in May.
  assert.deepEqual(await dueOn("2025-06-26", "assessment", { assessment }), ["A | 2025-06-26 | 0"]);
  assert.deepEqual(await dueOn("2025-06-27", "assessment", { assessment }), ["A | 2025-06-26 | -1"]);
  assert.deepEqual(await dueOn("2025-06-24", "assessment", { assessment }), ["A | 2025-06-26 | 2"]);
});

test("an assessment is owed from the day it starts until the day it is authorised", async () => {
  const assessment = "child | start | authorised\nA | 2025-06-02 | 2025-06-10";
  assert.deepEqual(await dueOn("2025-06-01", "assessment", { assessment }), []);
  assert.equal((await dueOn("2025-06-02", "assessment", { assessment })).length, 1);
  assert.equal((await dueOn("2025-06-09", "assessment", { assessment })).length, 1);
  assert.deepEqual(await dueOn("2025-06-10", "assessment", { assessment }), []);
});

test("a conference is due 15 working days after the strategy discussion, unless held, judged unnecessary or ended otherwise", async () => {
  const s47_enquiry = `
    child | strategy_date | start      | icpc_not_required | outcome           | end
    A     | 2025-06-02    | 2025-06-03 |                   |                   |
    B     | 2025-06-02    | 2025-06-02 | true              |                   | 2025-06-12
    C     | 2025-06-02    | 2025-06-02 |                   | no_further_action | 2025-06-12
    D     | 2025-06-02    | 2025-06-02 |                   |                   |
    E     | 2025-06-02    |            |                   |                   |`;
  const icpc = "child | date\nD | 2025-06-13";
  assert.deepEqual(await dueOn("2025-06-16", "initial-conference", { s47_enquiry, icpc }), ["A | 2025-06-23 | 5"]);
  // On the day before, none of that had happened yet.
  assert.equal((await dueOn("2025-06-11", "initial-conference", { s47_enquiry, icpc })).length, 4);
});

test("a protection visit counts from the last visit of its kind, or from the plan", async () => {
  const cp_plan = "child | start\nA | 2025-06-02\nB | 2025-06-02";
  const visit = `
    child | kind | date
    A     | cp   | 2025-06-10
    A     | cin  | 2025-06-12
    A     | cp   | 2025-05-01`;
  assert.deepEqual(await dueOn("2025-06-16", "protection-visit", { cp_plan, visit }), [
    "A | 2025-06-24 | 6",
    "B | 2025-06-16 | 0",
  ]);
});

test("protection reviews are due three months after the plan began and six after the last, a month's last day standing for the 29th", async () => {
  const cp_plan = "child | start\nA | 2024-11-29\nB | 2024-01-10\nC | 2024-01-10";
  const review = `
    child | kind | date       | due        | cancelled
    B     | cp   | 2024-08-29 |            |
    C     | cp   | 2024-08-29 |            |
    C     | cp   |            | 2025-01-15 |
    C     | cp   |            | 2025-01-01 | true`;
  assert.deepEqual(await dueOn("2025-01-10", "first-protection-review", { cp_plan, review }), ["A | 2025-02-28 | 35"]);
  assert.deepEqual(await dueOn("2025-01-10", "later-protection-review", { cp_plan, review }), [
    "B | 2025-02-28 | 35",
    "C | 2025-01-15 | 3",
  ]);
});

test("a child looked after is to be seen in a week of a move, then at most six weeks after each visit", async () => {
  const care_episode = `
    child | start      | end        | legal_status | rne | place | rec
    A     | 2025-05-01 |            | C2           | S   | U6    |
    B     | 2025-03-01 | 2025-06-05 | C2           | S   | U6    | X1
    B     | 2025-06-05 |            | C2           | P   | U4    |`;
  const visit = "child | kind | date\nA | cla | 2025-05-06\nB | cla | 2025-05-20";
  assert.deepEqual(await dueOn("2025-06-09", "later-care-visit", { care_episode, visit }), ["A | 2025-06-17 | 6"]);
  assert.deepEqual(await dueOn("2025-06-09", "first-care-visit", { care_episode, visit }), ["B | 2025-06-12 | 3"]);
});

test("a health assessment is due on the 20th working day of care, then every twelve months, or six under five", async () => {
  const care_episode = "child | start | legal_status\nA | 2025-06-02 | C2\nB | 2024-01-02 | C2\nC | 2024-01-02 | C2";
  const person = "child | dob\nA | 2015-01-01\nB | 2015-01-01\nC | 2021-01-01";
  const health_check = "child | kind | date\nB | rha | 2024-07-01\nC | rha | 2024-12-20";
  const world = { care_episode, person, health_check };
  assert.deepEqual(await dueOn("2025-06-09", "initial-health-assessment", world), ["A | 2025-06-30 | 15"]);
  assert.deepEqual(await dueOn("2025-06-09", "review-health-assessment", world), [
    "B | 2025-07-01 | 16",
    "C | 2025-06-20 | 9",
  ]);
});

test("the first care review is due on the 20th working day, and no later than the eighteenth birthday is anything owed", async () => {
  const care_episode = "child | start | legal_status\nA | 2025-06-02 | C2\nB | 2025-06-02 | C2\nC | 2025-06-02 | C2";
  const person = "child | dob\nA | 2007-07-01\nB | 2007-06-30\nC | 2007-06-09";
  assert.deepEqual(await dueOn("2025-06-09", "care-review", { care_episode, person }), ["A | 2025-06-30 | 15"]);
});

test("somebody born on 29 February is owed duties up to 28 February of the year they turn 18", async () => {
  const assessment = "child | start\nA | 2025-12-23\nB | 2025-12-24";
  const person = "child | dob\nA | 2008-02-29\nB | 2008-02-29";
  const due = await dueOn("2026-02-02", "assessment", { assessment, person });
  // A's is due on Friday 27 February; B's on Monday 2 March, after the birthday on 1 March.
  assert.deepEqual(due, ["A | 2026-02-27 | 19"]);
});

test("a personal education plan is due by the end of the term after the last one's, for children of school age", async () => {
  const care_episode = "child | start | legal_status\nA | 2024-01-02 | C2\nB | 2024-01-02 | C2\nC | 2025-05-01 | C2";
  const person = "child | dob\nA | 2012-01-01\nB | 2022-01-01\nC | 2012-01-01";
  const review = "child | kind | date\nA | pep | 2024-11-05";
  const world = { care_episode, person, review };
  assert.deepEqual(await dueOn("2025-03-31", "education-plan", world), ["A | 2025-03-31 | 0"]);
  assert.deepEqual(await dueOn("2025-05-06", "first-education-plan", world), ["C | 2025-06-02 | 18"]);
});

test("a care leaver's pathway plan is reviewed every six months, after 18 too", async () => {
  const care_leaver = "child | as_at | pathway_plan\nA | 2025-03-31 | 2024-12-31";
  const person = "child | dob\nA | 2006-01-01";
  assert.deepEqual(await dueOn("2025-06-23", "pathway-plan", { care_leaver, person }), ["A | 2025-06-30 | 5"]);
});

test("supervision is due 42 days after the last, and what is due stands with who holds the child", async () => {
  const involvement = ALLOCATED;
  const team = "team_id | name | service\nt1 | North | safeguarding";
  const local_event = "child | kind | type | end\nA | supervision | case | 2025-05-12";
  assert.deepEqual(await dueOn("2025-06-20", "supervision", { involvement, team, local_event }), [
    "A | 2025-06-23 | 1",
  ]);
});

test("supervision follows the measures' own limits by kind of team", async () => {
  assert.ok(LIMITS.length >= 5);
  const adviser = LIMITS.find(({ role }) => role === "adviser")?.days ?? 0;
  const team = "team_id | name | service\nt1 | Leaving Care | care_leavers";
  const involvement = "child | worker_id | team_id | role | start\nA | w1 | t1 | adviser | 2025-01-01";
  const [due] = await dueOn("2025-01-01", "supervision", { involvement, team });
  assert.equal(due?.split(" | ")[1], addDays("2025-01-01", adviser));
});

test("nothing is owed to a child who has died", async () => {
  const person = "child | dob | death_date\nA | 2015-01-01 | 2025-06-05";
  assert.deepEqual(
    await dueOn("2025-06-10", "assessment", { person, assessment: "child | start\nA | 2025-06-02" }),
    [],
  );
});
