/** Every target, band and figure of the published scorecards, read where they are kept: each reads, or is refused for the reason expected. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTargetAgainstBands } from "../src/domain/judgement/check-bands.ts";
import { normaliseBands } from "../src/domain/judgement/normalise-bands.ts";
import { parseBands } from "../src/domain/judgement/parse-bands.ts";
import { parseTarget } from "../src/domain/judgement/parse-target.ts";
import { parseValue } from "../src/domain/judgement/parse-value.ts";
import { shownTarget } from "../src/domain/judgement/write-target.ts";

const folder = "../shared/published";
const skip = existsSync(folder) ? false : "the published scorecards are not on this machine";
const FILES = [
  "cheshire-east-annual-2015-16",
  "cheshire-east-audit-2015-16-q4",
  "cheshire-east-improvement-2015-16-q4",
  "cheshire-east-performance-2015-16-q4",
  "cheshire-east-vital-signs-2025-02",
  "sefton-cyipg-2016-17",
] as const;

type Row = { readonly where: string; readonly cell: (heading: string) => string; readonly headings: readonly string[] };

function rowsOf(file: string): readonly Row[] {
  const [head = "", ...lines] = readFileSync(`${folder}/${file}.tsv`, "utf8")
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\n");
  const headings = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    const cell = (heading: string) => cells[headings.indexOf(heading)] ?? "";
    return { where: `${file} ${cells[1] ?? ""}`, cell, headings };
  });
}

const every = () => FILES.flatMap(rowsOf);
const targetOf = (row: Row) => row.cell("Target") || row.cell("Year End Target");
const bandsOf = (row: Row) => ({
  "requires-improvement": row.cell("Requires Improvement") || row.cell("RI"),
  good: row.cell("Good"),
  outstanding: row.cell("Outstanding"),
});

test("every published target is understood, and reads back from the way it is written", { skip }, () => {
  const kinds = new Map<string, number>();
  for (const row of every()) {
    const read = parseTarget(targetOf(row));
    assert.ok("target" in read, `${row.where}: ${targetOf(row)}`);
    assert.deepEqual(parseTarget(shownTarget(read.target)), read, row.where);
    kinds.set(read.target.kind, (kinds.get(read.target.kind) ?? 0) + 1);
  }
  const expected = { none: 118, level: 95, monitor: 46, new: 9, range: 2, activity: 1 };
  assert.deepEqual(Object.fromEntries(kinds), expected);
});

/** By card and row: each defect with its mend, and what the target does wrong beside bands that are sound. */
const DEFECTS: Readonly<Record<string, readonly string[]>> = {
  "cheshire-east-improvement-2015-16-q4 1": ["BAND_GAP good 85-94", "BAND_SHORT_OF_SCALE outstanding 95-100"],
  "cheshire-east-improvement-2015-16-q4 5": ["BAND_SHORT_OF_SCALE outstanding 86-100"],
  "cheshire-east-improvement-2015-16-q4 12": ["BAND_SHORT_OF_SCALE outstanding 81-100"],
  "cheshire-east-improvement-2015-16-q4 14": ["BAND_SHORT_OF_SCALE outstanding 0-9"],
  "sefton-cyipg-2016-17 1.2": ["BAND_GAP good 14-19"],
  "sefton-cyipg-2016-17 1.3": ["BAND_OVERLAP requires-improvement 65-74"],
  "sefton-cyipg-2016-17 1.5": ["BAND_GAP good 75-84"],
  "sefton-cyipg-2016-17 2.1": ["TARGET_IN_POOR_BAND target 80"],
  "sefton-cyipg-2016-17 2.2": ["TARGET_IN_POOR_BAND target 80"],
  "sefton-cyipg-2016-17 2.3": ["TARGET_IN_POOR_BAND target 80"],
  "sefton-cyipg-2016-17 2.4": ["BAND_OVERLAP requires-improvement 65-75"],
  "sefton-cyipg-2016-17 2.7": ["TARGET_IN_POOR_BAND target 34"],
  "sefton-cyipg-2016-17 2.9": ["BAND_GAP good 15-20"],
  "sefton-cyipg-2016-17 3.1": ["TARGET_IN_POOR_BAND target 80"],
  "sefton-cyipg-2016-17 3.6": ["BAND_GAP good 15-19"],
  "sefton-cyipg-2016-17 4.4": ["BAND_OVERLAP requires-improvement 70-84", "BAND_OVERLAP good 85-94"],
  "sefton-cyipg-2016-17 4.5": ["BAND_OVERLAP requires-improvement 70-84", "BAND_OVERLAP good 85-94"],
  "sefton-cyipg-2016-17 9.2": ["TARGET_IN_POOR_BAND target 80"],
  "sefton-cyipg-2016-17 9.3": ["TARGET_IN_POOR_BAND target 80"],
  "sefton-cyipg-2016-17 9.6": ["BAND_SHORT_OF_SCALE outstanding 0-19"],
  "sefton-cyipg-2016-17 9.7": ["TARGET_IN_POOR_BAND target 70"],
};

/** Rows whose bands' cells hold no level: a wanted change, a comparison, or (rows of the annual card) a slipped comment. */
const NO_LEVEL = {
  BAND_IS_A_CHANGE: [
    "cheshire-east-improvement-2015-16-q4 24",
    ...["1.1", "6.1", "6.2", "9.1", "10.1", "10.2", "10.3", "10.5", "11.2"].map((row) => `sefton-cyipg-2016-17 ${row}`),
  ],
  BAND_NOT_UNDERSTOOD: [15, 16, 17, 18, 19, 20, 21, 22, 23].map((row) => `cheshire-east-annual-2015-16 ${row}`),
};

test("every published row of bands is sound, or refused for what can be seen in it, with the mend it needs", {
  skip,
}, () => {
  const found = new Map<string, readonly string[]>();
  const noLevel: Record<string, Set<string>> = { BAND_IS_A_CHANGE: new Set(), BAND_NOT_UNDERSTOOD: new Set() };
  for (const row of every()) {
    const { defects, bands } = parseBands(bandsOf(row));
    const read = parseTarget(targetOf(row));
    const against = bands !== null && "target" in read ? checkTargetAgainstBands(read.target, bands) : [];
    const mendable = [...defects, ...against].filter(({ code }) => noLevel[code]?.add(row.where) === undefined);
    if (mendable.length === 0) continue;
    found.set(
      row.where,
      mendable.map(({ code, place, proposed }) => `${code} ${place} ${proposed}`),
    );
    assert.ok(normaliseBands(bandsOf(row)).bands, `${row.where} can be mended`);
  }
  assert.deepEqual(Object.fromEntries(found), DEFECTS);
  for (const [code, rows] of Object.entries(NO_LEVEL)) assert.deepEqual([...(noLevel[code] ?? [])], rows);
});

test("every published figure is a value or stands in place of one, but for the pieces of three notes", { skip }, () => {
  const isFigure = /^(Q[1-4]$|Qu \d|[A-Z][a-z]{2}-\d\d$|Yr\. end|Annual F|\d\d-\d\d$|Base|SN av|Stat Neigh|Nat|NW)/;
  const unread = new Set<string>();
  let read = 0;
  for (const row of every())
    for (const heading of row.headings.filter((each) => isFigure.test(each))) {
      if (parseValue(row.cell(heading)) !== null) read++;
      else unread.add(row.where.replace("cheshire-east-vital-signs-2025-02 ", ""));
    }
  assert.equal(read, 2040);
  assert.deepEqual([...unread], ["43", "55", "56", "57", "59", "60", "61", "62", "63", "64", "65", "66", "67"]);
});
