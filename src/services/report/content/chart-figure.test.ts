/** A report's chart: told in words, beside its figures, with no picture where there is nothing to draw. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { madeUpIndicator } from "../../../../test/reports/made-up-card.ts";
import type { SeriesNote } from "../../../domain/judgement/series-note.ts";
import { NO_INPUTS } from "../../judgement-inputs.ts";
import { chartBlocks } from "./chart-figure.ts";

const VALUES = [70, 72, "suppressed", 75, 74, 78, 80, 79, 81, 83] as const;

function drawn(
  values: Parameters<typeof madeUpIndicator>[0]["values"],
  notes: readonly SeriesNote[] = [],
  audience: "internal" | "published" = "internal",
) {
  const scored = madeUpIndicator({ values, target: "at least 80%", notes });
  return chartBlocks(scored, { inputs: { ...NO_INPUTS, notes }, audience }, { id: "course" });
}

test("the figure's words hold its target and its course, and it names the table that holds its figures", () => {
  const [figure, , table] = drawn(VALUES);
  assert.ok(figure?.kind === "figure" && table?.kind === "table");
  assert.equal(figure.table, table.id);
  assert.match(figure.alt, /Lines across: Target at least 80%\./);
  assert.match(figure.alt, /to 83\.0% in Quarter 4 2025-26/);
  assert.equal(table.columns.length, 10, "a column for each of nine quarters, and their name");
  assert.equal(table.columns.at(-1)?.header, "Q4 2025-26");
});

test("a hidden figure is a gap in the picture and its shorthand in the table", () => {
  const [figure, , table] = drawn(VALUES);
  assert.ok(figure?.kind === "figure" && table?.kind === "table");
  assert.match(figure.alt, /1 of 9 periods have no figure/);
  assert.deepEqual(table.rows[0]?.cells[2], {
    kind: "state",
    shorthand: "[c]",
    words: "Hidden because it could tell of a person.",
  });
});

test("without any figure there is no picture, and the table says why", () => {
  const blocks = drawn(["no-cohort", "no-cohort", "suppressed"]);
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ["paragraph", "table"],
  );
});

const NOTE: SeriesNote = {
  ...{ measure: "measure-1-1", window: null, fromPeriod: "2025-26-Q2", author: "analyst" },
  kind: "annotation",
  reason: "Two children moved in.",
};

test("events that people noted are numbered on internal charts and left out of public ones", () => {
  assert.match(JSON.stringify(drawn(VALUES, [NOTE])), /Note 1 on the chart: .*Two children moved in\./);
  assert.doesNotMatch(JSON.stringify(drawn(VALUES, [NOTE], "published")), /Two children|Note 1/);
});
