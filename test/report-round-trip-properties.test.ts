/** Whatever a card holds, its report's Excel and CSV data are read back to the same, and judging that again gives the same words. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import type { Figure } from "../src/domain/figure.ts";
import { shownFigure } from "../src/domain/figure.ts";
import { COMPARISON_BASES, type DirectionRule } from "../src/domain/judgement/direction.ts";
import { judgeIndicator } from "../src/domain/judgement/judge-indicator.ts";
import type { RatingRule } from "../src/domain/judgement/rating.ts";
import { CHANGES, type Measure, POLARITIES, type Unit } from "../src/domain/measure.ts";
import { parsePeriod, periodContaining, type ReportingPeriod, type WindowId } from "../src/domain/period.ts";
import { cardData } from "../src/domain/report/indicator-rows.ts";
import type { Indicator, WrittenBands } from "../src/domain/scorecard.ts";
import type { ScoredCard } from "../src/domain/scored-card.ts";
import type { ScoredIndicator } from "../src/domain/scored-indicator.ts";
import { VALUE_QUALITIES, VALUE_STATES, type ValueState } from "../src/domain/value-state.ts";
import type { ImportedIndicator } from "../src/ingest/scorecard/imported.ts";
import { readScorecardTable } from "../src/ingest/scorecard/read-scorecard-table.ts";
import { readSourceTables } from "../src/ingest/scorecard/source-table.ts";
import { csvFormat } from "../src/reports/formats/csv.ts";
import { xlsxFormat } from "../src/reports/formats/xlsx.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-round-trip-"));
after(() => rmSync(root, { recursive: true, force: true }));

const PERIOD = parsePeriod("2025-26-Q4", "quarter");
const QUARTERS = ["2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31"];
const AWKWARD = [
  "=1+1",
  "-2+3",
  "+44",
  "@home",
  "<b> & “quotes”",
  "one\n\ntwo",
  "a  b",
  "1.10",
  "طفل",
  "👩‍👧",
  "a, b;\tc",
];

const text = fc
  .oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: "grapheme", maxLength: 30 }))
  .map((one) => one.replace(/(?!\n)\p{Cc}/gu, " ").trim())
  // Two texts the files cannot tell from their own marks: a cell that says nothing, and one already made safe.
  .filter((one) => one !== "" && one !== "None" && !/^'[=+\-@]/.test(one));
const tolerance = fc.constantFrom(0, 0.5, 2, 10, 15);
const rating: fc.Arbitrary<RatingRule> = fc.oneof(
  fc.record({ kind: fc.constant("relative-tolerance" as const), tolerance, zeroTolerance: tolerance }),
  fc.record({ kind: fc.constant("absolute-tolerance" as const), tolerance }),
  fc.constant({ kind: "monitor" as const }),
  fc.constant({
    kind: "bands" as const,
    ratings: {
      inadequate: "red",
      "requires-improvement": "amber",
      good: "green",
      outstanding: "green",
      "beyond-cap": "amber",
    } as const,
  }),
);
const direction: fc.Arbitrary<DirectionRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom("sign" as const, "sign-and-level" as const), tolerance }),
  fc.constant({ kind: "two-state" as const }),
);
const bands: fc.Arbitrary<WrittenBands | undefined> = fc.constantFrom(
  undefined,
  { good: "70-79", outstanding: "80+", "requires-improvement": "60-69" },
  { good: "<15", "requires-improvement": "15-19", places: 1 },
);
const value = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      value: fc.double({ min: -50, max: 1500, noNaN: true }).map((number) => number + 0),
      quality: fc.option(fc.constantFrom(...VALUE_QUALITIES)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ state: fc.constantFrom(...VALUE_STATES.filter((state) => state !== "value")) }) },
);
const row = fc.record({
  section: text,
  // References are joined by semicolons where one comment is on several.
  reference: text.map((one) => one.replaceAll(";", ":")),
  title: text,
  note: fc.option(text),
  comment: fc.option(text),
  unit: fc.constantFrom<Unit>("count", "percentage", "rate-per-10000", "average-days"),
  decimals: fc.integer({ min: 0, max: 3 }),
  polarity: fc.constantFrom(...POLARITIES),
  change: fc.constantFrom(...CHANGES),
  window: fc.constantFrom<WindowId>("quarter", "rolling-12-months", "year-to-date"),
  target: fc.constantFrom(
    "",
    "90%",
    "at least 70%",
    "below 20",
    "6 per month",
    "Monitor",
    "5% reduction from baseline",
  ),
  basis: fc.constantFrom("each-period" as const, "year-end" as const),
  baseline: fc.option(fc.integer({ min: 0, max: 100 })),
  bands,
  rating,
  direction,
  compare: fc.constantFrom(...COMPARISON_BASES),
  values: fc.array(value, { minLength: 4, maxLength: 4 }),
});
type Row = typeof row extends fc.Arbitrary<infer Made> ? Made : never;
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 5, selector: ({ reference }) => reference });

function figuresOf({ values, unit, decimals, window }: Row): readonly Figure[] {
  return values.map((made, index): Figure => {
    const { id } = periodContaining(window, QUARTERS[index] ?? "");
    const status: ValueState = "state" in made ? made.state : "value";
    const number = "state" in made ? null : made.value;
    const numbers = { numerator: null, denominator: null, value: number, status };
    const place = { authority: "Wexcombe", measure: "m", window, period: id, by: null, breakdown: null };
    const quality = "state" in made ? null : made.quality;
    return {
      ...place,
      ...numbers,
      shown: shownFigure(numbers, { unit, decimals }, false),
      ...(quality === null ? {} : { qualities: [quality] }),
    };
  });
}

type ToJudge = Omit<Row, "values" | "section" | "comment" | "note" | "target"> & { readonly target: string };

function judged(one: ToJudge, history: readonly Figure[], section: string, note: string | null): ScoredIndicator {
  const { reference, title, window, target, basis, baseline, rating: rule, direction: way, compare } = one;
  const indicator: Indicator = {
    reference,
    measure: "m",
    window,
    title,
    rating: rule,
    direction: way,
    compare,
    ...(note === null ? {} : { note }),
    ...(target === "" ? {} : { target: { text: target, basis } }),
    ...(one.bands === undefined ? {} : { bands: one.bands }),
    ...(baseline === null ? {} : { baseline }),
  };
  const { unit, decimals, polarity, change } = one;
  const measure = { id: "m", title, unit, decimals, polarity, change, definition: "", shows: "" } as Measure;
  const nothing = { set: null, judgement: null, notes: [], comparators: [], reconciliation: [], published: [] };
  return judgeIndicator({ section, indicator, measure, card: { judgement: {} }, period: PERIOD, history, ...nothing });
}

function cardOf(made: readonly Row[]): ScoredCard {
  const indicators = made.map((one, index): ScoredIndicator => {
    const scored = judged(one, figuresOf(one), one.section, one.note);
    const subject = { kind: "references", references: [one.reference] } as const;
    const comment = {
      id: String(index),
      scorecard: "card",
      period: PERIOD.id,
      subject,
      state: "approved",
      version: 1,
    } as const;
    const written = { author: "A writer", at: "2026-04-10T09:00:00Z", due: null, flags: [] };
    return { ...scored, comments: one.comment === null ? [] : [{ ...comment, ...written, body: one.comment }] };
  });
  const sections = [...Map.groupBy(indicators, ({ section }) => section)].map(([title, own]) => ({
    title,
    scope: null,
    indicators: own,
    comments: [],
  }));
  const place = {
    scorecard: "card",
    title: "A made-up card",
    authority: "Wexcombe",
    period: PERIOD as ReportingPeriod,
  };
  return {
    ...place,
    description: "",
    audience: "internal",
    columns: [],
    sections,
    comments: [],
    reconciliation: [],
  } as unknown as ScoredCard;
}

/** What was read, judged again by the rules it brings. */
function judgedAgain(read: ImportedIndicator): ScoredIndicator {
  const history = read.figures.map(
    ({ period, state, value: number, written, quality }): Figure => ({
      ...{ authority: "Wexcombe", measure: "m", window: period.window, period: period.id, by: null, breakdown: null },
      ...{ numerator: null, denominator: null, value: number, status: state },
      shown: written,
      ...(quality === null ? {} : { qualities: [quality] }),
    }),
  );
  const { rules = {}, target, targetBasis: basis, bands: found, note = null } = read;
  const { rating: rule, direction: way, compare } = rules;
  assert.ok(rule && way && compare);
  const again = {
    ...read,
    target: target ?? "",
    basis,
    bands: found ?? undefined,
    rating: rule,
    direction: way,
    compare,
  };
  return judged(again, history, read.section, note);
}

const kept = ({
  reference,
  section,
  title,
  value: number,
  shown,
  state,
  qualities,
  target,
  bands: own,
  rating: rated,
  direction: way,
  history,
  note,
}: ScoredIndicator) => ({
  ...{ reference, section, title, number, shown, state, qualities, target: target.shown, own, note },
  rated: [rated.word, rated.sentence],
  way: [way.arrow, way.meaning, way.comparedWith],
  history: history.map((figure) => [figure.period, figure.value, figure.shown, figure.status, figure.qualities]),
});

for (const format of [xlsxFormat, csvFormat])
  test(`cards are read back out of ${format.title} as they were, and judged alike`, async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const card = cardOf(made);
        const scored = card.sections.flatMap(({ indicators }) => indicators);
        const byReference = new Map(made.map((one) => [one.reference, one]));
        const data = cardData(card, {
          inForce: ({ reference }) => {
            const one = byReference.get(reference);
            assert.ok(one);
            return {
              rules: { rating: one.rating, direction: one.direction, compare: one.compare },
              bands: one.bands ?? null,
            };
          },
        });
        const files = await format.render({ ...sampleReport(), data });
        const tables = [];
        for (const { name, bytes } of files.filter((file) => /\.(csv|xlsx)$/.test(file.name))) {
          writeFileSync(join(root, name), bytes);
          tables.push(...(await readSourceTables(join(root, name))));
        }
        const read = readScorecardTable(tables, { id: "again" });
        const again = read.sections.flatMap(({ indicators }) => indicators);
        assert.deepEqual(again.map(judgedAgain).map(kept), scored.map(kept));
        assert.deepEqual(
          read.comments.map(({ references, body }) => [references, body]),
          scored.flatMap(({ reference, comments }) => comments.map(({ body }) => [[reference], body])),
        );
        assert.equal(new Set(again.map(({ measure }) => measure)).size, again.length);
      }),
      { numRuns: 60 },
    );
  });
