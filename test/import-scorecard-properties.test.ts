/** Whatever stands in a scorecard's cells, no row is lost, nothing throws, and what is written is a catalogue that can be read. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { tableOf } from "../src/ingest/scorecard/card-fixture.ts";
import { readScorecardTable } from "../src/ingest/scorecard/read-scorecard-table.ts";
import { writeCatalogue } from "../src/ingest/scorecard/write-catalogue.ts";
import { writeHistory } from "../src/ingest/scorecard/write-history.ts";
import { readCatalogue } from "../src/measures/catalogue.ts";

const HEADINGS =
  "Ref | Measure | RI | Good | Outstanding | SN av | Target | Baseline | Q3 | Q4 | Year end | Change % | RAG | Direction of travel | Comments";

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("", "", "12", "87%", "97.80%", "8% (1)", "supressed", "NA", "N/A", "NYC") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "5-6 months",
      "100.8r",
      "-3.1",
      "Not reported",
      "Process co",
      "75-84",
      "<15",
      "85+",
      "Monitor",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "↑",
      "•",
      "+ +",
      "Below regional average",
      "2% reduction",
      "* note",
      "Up 52% since last year.",
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }).map((text) => text.replace(/[|\n\r]/g, " ")) },
);
const row = fc.array(cell, { minLength: 15, maxLength: 15 }).map((cells) => cells.join(" | "));
const table = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => tableOf([HEADINGS, ...rows]));

test("every row is accounted for, every measure row is an indicator of its own, and every period has its figure", () => {
  fc.assert(
    fc.property(table, (made) => {
      const card = readScorecardTable([made], { id: "card", year: 2023, population: 60_000 });
      const indicators = card.sections.flatMap((section) => section.indicators);
      assert.deepEqual(
        card.rows.map((account) => account.row),
        made.rows.map((one) => one.row),
      );
      assert.equal(indicators.length, card.rows.filter(({ kind }) => kind === "measure").length);
      assert.equal(new Set(indicators.map(({ reference }) => reference)).size, indicators.length);
      for (const { figures } of indicators) {
        assert.ok(figures.length >= 2);
        for (const { state, value, text } of figures) assert.equal(state === "value", value !== null || text !== null);
      }
    }),
    { numRuns: 300 },
  );
});

test("what an import writes is read back: as many measures as rows, and one line of history for each of their periods", () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-import-property-"));
  try {
    fc.assert(
      fc.property(table, fc.boolean(), (made, isMending) => {
        const card = readScorecardTable([made], { id: "card", year: 2023 });
        const indicators = card.sections.flatMap((section) => section.indicators);
        fc.pre(indicators.length > 0);
        rmSync(folder, { recursive: true, force: true });
        for (const [path, text] of Object.entries(writeCatalogue(card, { isMending }))) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        const catalogue = readCatalogue([folder]);
        assert.equal(catalogue.measures.size, indicators.length);
        const lines = writeHistory(card).split("\r\n").length - 2;
        assert.equal(
          lines,
          indicators.reduce((sum, { figures }) => sum + figures.length, 0),
        );
      }),
      { numRuns: 100 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
