/** Small reference tables say what is wrong with them by line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, tableFaults } from "./check-table.ts";

const NEIGHBOURS = "la_code,la_name,edition,rank,neighbour_code,closeness\n330,Wexcombe,2025-05,1,331,Close\n";
const cases = [
  // what is wrong, kind, text, what is said
  ["nothing", "calendar", "date,name\n2026-12-25,Christmas Day\n", null],
  ["a day there is not", "calendar", "date,name\n2026-02-29,Leap day\n", /Line 2: “2026-02-29” is not a date/],
  ["no name", "calendar", "date,name\n2026-12-25,\n", /Line 2: The holiday has no name/],
  ["a day twice", "calendar", "date,name\n2026-12-25,A\n2026-12-25,B\n", /Line 3: 2026-12-25 stands in line 2 already/],
  ["a misspelt column", "calendar", "dates,name\n", /must name the columns date, name; date is not among them/],
  ["nothing", "neighbours", NEIGHBOURS, null],
  ["itself", "neighbours", NEIGHBOURS.replace(",331,", ",330,"), /not its own neighbour/],
  ["a code of two digits", "neighbours", NEIGHBOURS.replace(",331,", ",33,"), /three digits/],
  ["rank nought", "neighbours", NEIGHBOURS.replace(",1,331", ",0,331"), /“0” is not a rank/],
  ["nothing", "population", "area,age_group,year,version,estimate\nWexcombe,0-17,2024,mid-2024,50000\n", null],
  [
    "half a person",
    "population",
    "area,age_group,year,version,estimate\nWexcombe,0-17,2024,mid-2024,0.5\n",
    /not a whole number/,
  ],
  [
    "no such age",
    "population",
    "area,age_group,year,version,estimate\nWexcombe,children,2024,a,5\n",
    /Write it as 0-17/,
  ],
] as const;

for (const [what, kind, text, said] of cases)
  test(`${kind}: ${what} is wrong`, () => {
    const messages = tableFaults(kind, text, null).map(({ message }) => message);
    if (said === null) assert.deepEqual(messages, []);
    else assert.match(messages.join("\n"), said);
  });

test("a row of a table that is loaded cannot be taken away, only corrected", () => {
  const shorter = "la_code,la_name,edition,rank,neighbour_code,closeness\n";
  assert.match(tableFaults("neighbours", shorter, NEIGHBOURS)[0]?.message ?? "", /1 row is no longer there/);
  assert.deepEqual(tableFaults("neighbours", NEIGHBOURS.replace(",331,", ",332,"), NEIGHBOURS), []);
});

test("cells with commas stand in quotes", () => {
  assert.deepEqual(cellsOf('a,b\n"x, ""y""",z\n'), [
    ["a", "b"],
    ['x, "y"', "z"],
  ]);
});
