import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bandOf } from "./band-of.ts";
import type { Bands } from "./bands.ts";
import { parseBands } from "./parse-bands.ts";
import type { TargetFacts } from "./parse-target.ts";

type Row = readonly [requiresImprovement: string, good: string, outstanding: string];
const rowOf = ([requiresImprovement, good, outstanding]: Row) => ({
  "requires-improvement": requiresImprovement,
  good,
  outstanding,
});
const read = (row: Row, facts?: TargetFacts) => parseBands(rowOf(row), facts);

/** Lowest first: "inadequate to 70, requires-improvement to 80 …". */
function inWords({ bands }: Bands): string {
  return bands.map(({ name, upper }) => (upper === null ? name : `${name} to ${upper}`)).join(", ");
}

const HIGH = "high-is-good";
const LOW = "low-is-good";

// Requirements item, the row, its polarity, its bands with each one's open upper end.
const rows: readonly (readonly [string, Row, Bands["polarity"], string])[] = [
  ["112", ["75-84", "85-94", "95-100"], HIGH, "inadequate to 75, requires-improvement to 85, good to 95, outstanding"],
  [
    "112",
    ["70 – 79", "80\u00a0- 89", "90 to 100"],
    HIGH,
    "inadequate to 70, requires-improvement to 80, good to 90, outstanding",
  ],
  ["115", ["25-21", "20-16", "15-0"], LOW, "outstanding to 16, good to 21, requires-improvement to 26, inadequate"],
  ["116", ["16-20", "10-15", "Below 10"], LOW, "outstanding to 10, good to 16, requires-improvement to 21, inadequate"],
  ["116", ["25-30", "20-24", "Below 20"], LOW, "outstanding to 20, good to 25, requires-improvement to 31, inadequate"],
  ["116", ["20-25", "19-14", "<14"], LOW, "outstanding to 14, good to 20, requires-improvement to 26, inadequate"],
  ["116", ["65-74", "75-84", "85+"], HIGH, "inadequate to 65, requires-improvement to 75, good to 85, outstanding"],
  [
    "116",
    ["20% - 16%", "15%-10%", "Below 10%"],
    LOW,
    "outstanding to 10, good to 16, requires-improvement to 21, inadequate",
  ],
  [
    "118",
    ["20-24", "25-29", "30-50*"],
    HIGH,
    "inadequate to 20, requires-improvement to 25, good to 30, outstanding to 51, beyond-cap",
  ],
  ["118", ["30-39", "40-49", "50-100"], HIGH, "inadequate to 30, requires-improvement to 40, good to 50, outstanding"],
  [
    "119",
    ["5 working days", "3 working days", "1 working day"],
    LOW,
    "outstanding to 2, good to 4, requires-improvement to 6, inadequate",
  ],
  ["120", ["60-69", "70-79", "80"], HIGH, "inadequate to 60, requires-improvement to 70, good to 80, outstanding"],
  ["112", ["Below 70", "70-84", "85+"], HIGH, "requires-improvement to 70, good to 85, outstanding"],
  ["112", ["", "80-89", "90-100"], HIGH, "inadequate to 80, good to 90, outstanding"],
];

for (const [item, row, polarity, words] of rows)
  test(`bands ${row.join(" | ")} (requirement ${item}) are ${words}`, () => {
    const { bands, defects } = read(row);
    assert.deepEqual(defects, []);
    assert.equal(bands?.polarity, polarity);
    assert.equal(bands && inWords(bands), words);
  });

test("whole-number bands meet: 84.6 counts as 85 and is good; 84.4 requires improvement", () => {
  const { bands } = read(["75-84", "85-94", "95-100"]);
  assert.ok(bands);
  const named = (value: number) => bandOf(value, bands).name;
  assert.deepEqual([74.4, 74.5, 84.4, 84.5, 84.6, 94.5, 100].map(named), [
    "inadequate",
    "requires-improvement",
    "requires-improvement",
    "good",
    "good",
    "outstanding",
    "outstanding",
  ]);
});

test("57 of 200 is exactly 28.5% and counts as 29, though its nearest double lies below the half", () => {
  const { bands } = read(["20-24", "25-28", "29+"]);
  assert.ok(bands);
  assert.equal(bandOf({ top: 5700n, bottom: 200n }, bands).name, "outstanding");
});

test("a cap may stand in a cell of its own, as the last good level or as where too much begins", () => {
  const capped = (cap: string) => {
    const { bands } = parseBands({ ...rowOf(["20-24", "25-29", "30+"]), cap });
    return bands?.bands.at(-1);
  };
  for (const cap of ["50", "above 50", "51+", "51-100"])
    assert.deepEqual(capped(cap), { name: "beyond-cap", lower: 51, upper: null }, cap);
  const low = parseBands({ ...rowOf(["20-30", "15-19", "<15"]), cap: "below 5" }).bands;
  assert.deepEqual(low?.bands[0], { name: "beyond-cap", lower: null, upper: 5 });
});

test("bands written with decimals are banded at those decimals", () => {
  const { bands } = read(["2.5-4.9", "5.0-7.4", "7.5+"], { unit: "average" });
  assert.equal(bands?.places, 1);
  assert.equal(bands && bandOf(7.44, bands).name, "good");
  assert.equal(bands && bandOf(7.45, bands).name, "outstanding");
});

test("no bands, or only which way is good (requirements 105 and 121), is no defect", () => {
  assert.deepEqual(read(["", "", ""]), { bands: null, defects: [] });
  assert.deepEqual(read(["High is good", "", ""]), { bands: null, defects: [] });
});

const refused: readonly (readonly [string, Row, TargetFacts, string, string])[] = [
  [
    "a change in place of a level (requirement 103)",
    ["2% reduction", "5% reduction", "10% reduction"],
    {},
    "BAND_IS_A_CHANGE",
    "requires-improvement",
  ],
  [
    "a comparison in place of a level (requirement 104)",
    ["Below regional average", "", ""],
    {},
    "BAND_IS_A_CHANGE",
    "requires-improvement",
  ],
  ["prose under a band's heading", ["75-84", "85-94", "61 this year"], {}, "BAND_NOT_UNDERSTOOD", "outstanding"],
  [
    "bands that rise on a measure where low is good",
    ["75-84", "85-94", "95-100"],
    { polarity: LOW },
    "BANDS_REVERSED",
    "outstanding",
  ],
  [
    "words that contradict the measure",
    ["High is good", "", ""],
    { polarity: LOW },
    "BANDS_REVERSED",
    "requires-improvement",
  ],
  ["one closed band and no polarity", ["", "80-89", ""], {}, "BANDS_NO_POLARITY", "good"],
  [
    "percentages on a count",
    ["75%-84%", "85%-94%", "95%+"],
    { unit: "count" },
    "BAND_OTHER_QUANTITY",
    "requires-improvement",
  ],
  [
    "working days on a measure of calendar days",
    ["5 working days", "3 working days", "1 working day"],
    { unit: "average-days" },
    "BAND_OTHER_QUANTITY",
    "requires-improvement",
  ],
  ["a star without an end", ["20-24", "25-29", "30+*"], {}, "BAND_CAP_UNSAID", "outstanding"],
];

for (const [what, row, facts, code, place] of refused)
  test(`${what} is refused at ${place}`, () => {
    const { bands, defects } = read(row, facts);
    assert.equal(bands, null);
    assert.deepEqual([defects[0]?.code, defects[0]?.place], [code, place]);
  });

test("decimals finer than the stated rounding are refused, because rounding would move values across edges", () => {
  const { defects } = parseBands({ good: "7.5-9.9", outstanding: "10+", places: 0 });
  assert.deepEqual(
    defects.map(({ code, place }) => [code, place]),
    [["BAND_FINER_THAN_ROUNDING", "good"]],
  );
});

/** Three edges in order, at nought to two places. */
const edges = fc
  .record({
    places: fc.integer({ min: 0, max: 2 }),
    steps: fc.uniqueArray(fc.integer({ min: 2, max: 9998 }), { minLength: 3, maxLength: 3 }),
    polarity: fc.constantFrom<Bands["polarity"]>(HIGH, LOW),
  })
  .map(({ places, steps, polarity }) => {
    const [a = 0, b = 0, c = 0] = steps.toSorted((one, other) => one - other);
    const write = (step: number) => (step / 10 ** places).toFixed(places);
    const cells: Row =
      polarity === HIGH
        ? [`${write(a)}-${write(b - 1)}`, `${write(b)}-${write(c - 1)}`, `${write(c)}+`]
        : [`${write(c - 1)}-${write(b)}`, `${write(b - 1)}-${write(a)}`, `below ${write(a)}`];
    return { places, polarity, edges: [a, b, c].map((step) => step / 10 ** places), row: cells };
  });

const parsedEdges = (sample: { readonly places: number; readonly row: Row }) => {
  const { bands, defects } = parseBands({ ...rowOf(sample.row), places: sample.places }, { unit: "average" });
  assert.deepEqual(defects, []);
  assert.ok(bands);
  return bands;
};

test("adjoining bands cover the scale: each begins where the one before ends, and only the ends are open", () => {
  fc.assert(
    fc.property(edges, (sample) => {
      const { bands, polarity } = parsedEdges(sample);
      assert.equal(polarity, sample.polarity);
      assert.deepEqual(
        bands.map(({ upper }) => upper),
        [...sample.edges.map(Number), null],
      );
      assert.deepEqual(
        bands.map(({ lower }) => lower),
        [null, ...sample.edges.map(Number)],
      );
    }),
  );
});

test("every value is in exactly one band, an edge belongs to the band above it, and a better value is in no poorer band", () => {
  fc.assert(
    fc.property(
      edges,
      fc.double({ min: 0, max: 12_000, noNaN: true }),
      fc.double({ min: 0, max: 12_000, noNaN: true }),
      (sample, one, other) => {
        const bands = parsedEdges(sample);
        const placeOf = (value: number) => bands.bands.indexOf(bandOf(value, bands));
        assert.ok(placeOf(Math.min(one, other)) <= placeOf(Math.max(one, other)));
        for (const [index, edge] of sample.edges.entries()) assert.equal(placeOf(edge), index + 1);
      },
    ),
  );
});
