/** The views over local records: `case_audit`, `practice_alert`, `fostering_household`, `need_ending` and `missing_spell`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("audit grades are ranked however they are written; a grade that is none of the four has no rank", async () => {
  const rows = await runView("case_audit", ["id", "kind", "first_rank", "final_rank"], {
    local_event: `
      id | kind      | type         | grade_first                     | grade_final
      a1 | audit     | Family Help  | Outstanding                     | good
      a2 | audit     | multi-agency | Requires improvement to be good | Inadequate
      a3 | audit     | thematic     | does not yet meet good          | to follow
      a4 | audit     | thematic     |                                 |
      a5 | complaint | thematic     | good                            | good`,
  });
  assert.deepEqual(rows, [
    "a1 | family_help | 4 | 3",
    "a2 | multi_agency | 2 | 1",
    "a3 | thematic | 2 | -",
    "a4 | thematic | - | -",
  ]);
});

test("an informal alert is not a formal one", async () => {
  const rows = await runView("practice_alert", ["id", "level"], {
    local_event: `
      id | kind           | type             | date
      1  | practice_alert | informal         | 2025-06-01
      2  | practice_alert | Formal stage 2   | 2025-06-01
      3  | practice_alert | Good practice    | 2025-06-01
      4  | practice_alert | something else   | 2025-06-01
      5  | complaint      | formal           | 2025-06-01`,
  });
  assert.deepEqual(rows, ["1 | informal", "2 | formal", "3 | good_practice", "4 | something else"]);
});

test("a fostering household needs to be named", async () => {
  const rows = await runView("fostering_household", ["household_id", "kind", "start", "end"], {
    local_event: `
      kind             | type       | household_id | date       | end
      foster_household | mainstream | h1           | 2020-01-01 | 2025-06-01
      foster_household | mainstream |              | 2020-01-01 |
      supervision      | household  | h2           | 2020-01-01 |`,
  });
  assert.deepEqual(rows, ["h1 | mainstream | 2020-01-01 | 2025-06-01"]);
});

test("need ends by stepping down when it closes for early help, or a plan ends for it; not known without a reason", async () => {
  const rows = await runView("need_ending", ["person_id", "date", "ended", "to_early_help"], {
    referral: `
      child | date       | closure_date | closure_reason
      A     | 2025-01-10 | 2025-06-01   | RC9
      B     | 2025-01-10 | 2025-06-01   | RC7
      C     | 2025-01-10 |              | RC9
      D     | 2025-01-10 | 2025-06-01   |`,
    cin_plan: `
      child | start      | end        | end_reason
      A     | 2025-02-10 | 2025-05-01 | Early Help offered
      B     | 2025-02-10 | 2025-05-01 | moved away
      C     | 2025-02-10 |            | early help`,
  });
  assert.deepEqual(rows, [
    "A | 2025-05-01 | child in need plan | true",
    "A | 2025-06-01 | episode of need | true",
    "B | 2025-05-01 | child in need plan | false",
    "B | 2025-06-01 | episode of need | false",
    "D | 2025-06-01 | episode of need | -",
  ]);
});

test("a child is missing from care when looked after that day: the day of entry is care, the day of leaving is home, short breaks are home", async () => {
  const rows = await runView("missing_spell", ["person_id", "start", "from_care"], {
    missing_episode: `
      child | type | start
      A     | M    | 2025-06-01
      A     | M    | 2025-06-10
      A     | A    | 2025-06-05
      B     | M    | 2025-06-05`,
    care_episode: `
      child | start      | end        | legal_status
      A     | 2025-06-01 | 2025-06-10 | C2
      B     | 2025-01-01 |            | V4`,
  });
  assert.deepEqual(rows, ["A | 2025-06-01 | true", "A | 2025-06-10 | false", "B | 2025-06-05 | false"]);
});

test("episodes of one calendar month are counted apart from those of the next, and from care apart from home", async () => {
  const rows = await runView("missing_spell", ["start", "from_care", "in_month"], {
    missing_episode: `
      child | type | start
      A     | M    | 2025-06-01
      A     | M    | 2025-06-30
      A     | M    | 2025-06-15
      A     | M    | 2025-07-01`,
    care_episode: `
      child | start      | legal_status
      A     | 2025-06-15 | C2`,
  });
  assert.deepEqual(rows, [
    "2025-06-01 | false | 1",
    "2025-06-15 | true | 2",
    "2025-06-30 | true | 2",
    "2025-07-01 | true | 1",
  ]);
});
