import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkTargetAgainstBands } from "./check-bands.ts";
import { normaliseBands } from "./normalise-bands.ts";
import { parseBands } from "./parse-bands.ts";
import { parseTarget } from "./parse-target.ts";

type Row = readonly [requiresImprovement: string, good: string, outstanding: string];
const rowOf = ([requiresImprovement, good, outstanding]: Row) => ({
  "requires-improvement": requiresImprovement,
  good,
  outstanding,
});

// Requirements item, the row, and each defect: what, where, the cell's mend, and words of its message.
const defective: readonly (readonly [string, Row, readonly (readonly [string, string, string, RegExp])[]])[] = [
  [
    "113 and 117",
    ["75-84", "85-93", "95-99"],
    [
      ["BAND_GAP", "good", "85-94", /^94 is in no band/],
      ["BAND_SHORT_OF_SCALE", "outstanding", "95-100", /95-99/],
    ],
  ],
  [
    "114",
    ["70-85", "85-95", "95-100"],
    [
      ["BAND_OVERLAP", "requires-improvement", "70-84", /^85 is in two bands/],
      ["BAND_OVERLAP", "good", "85-94", /^95 is in two/],
    ],
  ],
  ["114", ["65-79", "76-89", "90-100"], [["BAND_OVERLAP", "requires-improvement", "65-75", /^76-79 is in two/]]],
  ["115", ["25-20", "19-16", "<15"], [["BAND_GAP", "good", "15-19", /^15 is in no band/]]],
  ["116", ["20-25", "19-15", "<14"], [["BAND_GAP", "good", "14-19", /^14 is in no band/]]],
  ["117", ["75-80", "81-85", "86-90"], [["BAND_SHORT_OF_SCALE", "outstanding", "86-100", /86-90/]]],
  ["117", ["15-20", "10-14", "5-9"], [["BAND_SHORT_OF_SCALE", "outstanding", "0-9", /5-9/]]],
  ["116", ["20%-16%", "15%-11%", "Below 10%"], [["BAND_GAP", "good", "10-15%", /^10% is in no band/]]],
];

for (const [item, row, expected] of defective)
  test(`bands ${row.join(" | ")} (requirement ${item}) are refused, and mended where the better band keeps its edge`, () => {
    const { bands, defects } = parseBands(rowOf(row));
    assert.equal(bands, null);
    assert.deepEqual(
      defects.map(({ code, place, proposed }) => [code, place, proposed]),
      expected.map((each) => each.slice(0, 3)),
    );
    for (const [index, [, , , words]] of expected.entries()) assert.match(defects[index]?.message ?? "", words);
    const mended = normaliseBands(rowOf(row));
    assert.ok(mended.bands);
    assert.deepEqual(
      mended.changes.map(({ place, to }) => [place, to]),
      expected.map(([, place, to]) => [place, to]),
    );
    for (const { place, from } of mended.changes)
      assert.equal(from, rowOf(row)[place as keyof ReturnType<typeof rowOf>]);
  });

test("a count's best band has no end but the one written, so the mend opens it", () => {
  const { defects } = parseBands(rowOf(["75-80", "81-85", "86-90"]), { unit: "count" });
  assert.deepEqual(
    defects.map(({ proposed }) => proposed),
    ["86+"],
  );
});

test("bands in no order are refused and left as they are, because no one mend is the right one", () => {
  const { written, bands, changes, defects } = normaliseBands(rowOf(["80-89", "70-79", "90-100"]));
  assert.deepEqual([bands, changes, written], [null, [], rowOf(["80-89", "70-79", "90-100"])]);
  assert.deepEqual(
    defects.map(({ code, place }) => [code, place]),
    [["BANDS_OUT_OF_ORDER", "good"]],
  );
});

test("sound bands come back as they were written", () => {
  const row = rowOf(["20-24", "25-29", "30-50*"]);
  assert.deepEqual(normaliseBands(row), { written: row, bands: parseBands(row).bands, changes: [], defects: [] });
});

const against: readonly (readonly [string, Row, string, string | null, string?])[] = [
  ["108", ["70-79", "80-89", "90-100"], "70", "TARGET_IN_POOR_BAND", "80"],
  ["108", ["65-79", "80-89", "90-100"], "65%", "TARGET_IN_POOR_BAND", "80%"],
  ["109", ["16-20", "10-15", "Below 10"], "<15%", "TARGET_OFF_BAND_EDGE", "at most 15%"],
  ["108", ["71-89", "50-70", "<50"], "90", "TARGET_IN_POOR_BAND", "70"],
  ["108", ["70-79", "80-89", "90-100"], "70-75", "TARGET_IN_POOR_BAND", "80 to 80"],
  ["1.15", ["20-25", "14-19", "<14"], "16", "TARGET_OFF_BAND_EDGE", "19"],
  ["1.15", ["80-89", "90-94", "95-100"], "at most 20", "TARGET_AGAINST_BANDS"],
  ["1.15", ["80-89", "90-94", "95-100"], "90", null],
  ["1.15", ["80-89", "90-94", "95-100"], "90-95%", null],
  ["1.15", ["80-89", "90-94", "95-100"], "above 89", null],
  ["1.15", ["25-21", "20-16", "<16"], "20", null],
  ["1.15", ["65-74", "75-84", "85+"], "85", null],
  ["1.15", ["80-89", "90-94", "95-100"], "Monitor", null],
];

for (const [item, row, text, code, proposed] of against)
  test(`the target ${text} beside bands ${row.join(" | ")} (requirement ${item}) is ${code ?? "sound"}`, () => {
    const { bands } = parseBands(rowOf(row));
    const read = parseTarget(text);
    assert.ok(bands !== null && "target" in read);
    const defects = checkTargetAgainstBands(read.target, bands);
    assert.deepEqual(
      defects.map((each) => [each.code, each.proposed]),
      code === null ? [] : [[code, proposed]],
    );
    if (proposed === undefined) return;
    const mended = parseTarget(proposed);
    assert.ok("target" in mended);
    assert.deepEqual(checkTargetAgainstBands(mended.target, bands), [], "the mend is sound");
  });

const end = fc.integer({ min: 0, max: 100 });
const cell = fc.oneof(
  fc.tuple(end, end).map(([a, b]) => `${a}-${b}`),
  end.map((value) => `${value}+`),
  end.map((value) => `<${value}`),
  end.map(String),
);

test("bands are sound or have a defect, and mending ends in sound bands or in a defect that proposes nothing", () => {
  fc.assert(
    fc.property(fc.tuple(cell, cell, cell), (row) => {
      const { bands, defects } = parseBands(rowOf(row));
      assert.notEqual(bands === null, defects.length === 0);
      const mended = normaliseBands(rowOf(row));
      assert.ok(mended.bands !== null || mended.defects.every(({ proposed }) => proposed === undefined));
      assert.deepEqual(parseBands(mended.written).bands, mended.bands);
    }),
    { numRuns: 500 },
  );
});
