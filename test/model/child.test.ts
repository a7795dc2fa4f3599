/** The view `child`: what breakdowns know of each person. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

test("a person with several disabilities is one row, disabled", async () => {
  const rows = await runView("child", ["person_id", "disabled"], {
    person: `
      child
      A
      B`,
    person_flag: `
      child | kind       | code
      A     | disability | AUT
      A     | disability | LD
      B     | uasc       |`,
  });
  assert.deepEqual(rows, ["A | true", "B | false"]);
});

test("the code NONE says that there is no disability; a plain yes says that there is", async () => {
  const rows = await runView("child", ["person_id", "disabled"], {
    person_flag: `
      child | kind       | code
      A     | disability | NONE
      B     | disability |`,
  });
  assert.deepEqual(rows, ["A | false", "B | true"]);
});

test("ethnicity codes fall into the five groups of the census; refused and not yet obtained into none", async () => {
  const rows = await runView("child", ["person_id", "ethnic_group"], {
    person: `
      child | ethnicity
      A     | WROM
      B     | MWAS
      C     | CHNE
      D     | BOTH
      E     | OOTH
      F     | REFU
      G     | NOBT
      H     |`,
  });
  assert.deepEqual(rows, [
    "A | White",
    "B | Mixed",
    "C | Asian or Asian British",
    "D | Black or Black British",
    "E | Other ethnic group",
    "F | -",
    "G | -",
    "H | -",
  ]);
});

test("another authority's flags are not ours, even for the same id", async () => {
  const rows = await runView(
    "child",
    ["person_id", "disabled"],
    { person: "child\nA" },
    { person_flag: "child | kind\nA | disability" },
  );
  assert.deepEqual(rows, ["A | false"]);
});
