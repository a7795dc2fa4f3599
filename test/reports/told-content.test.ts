/** What reports say of a card: what stands out, what differs from the edition before, how it is judged, where it comes from. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComparatorValue } from "../../src/domain/comparator.ts";
import type { EditionDocument } from "../../src/domain/edition.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import type { Block, ReportCell, TableBlock } from "../../src/domain/report/document.ts";
import type { ScoredCard } from "../../src/domain/scored-card.ts";
import { NO_INPUTS } from "../../src/services/judgement-inputs.ts";
import { makeChanges } from "../../src/services/report/content/changes.ts";
import { makeDefinitions } from "../../src/services/report/content/definitions.ts";
import { makeExceptions } from "../../src/services/report/content/exceptions.ts";
import { makeNotes } from "../../src/services/report/content/notes.ts";
import { makeReds } from "../../src/services/report/content/reds.ts";
import { makeSources } from "../../src/services/report/content/sources.ts";
import type { Made } from "../../src/services/report/making.ts";
import { withholdTelltales } from "../../src/services/report/withhold.ts";
import { madeUpIndicator } from "./made-up-card.ts";
import { madeUpCard, madeUpMaking } from "./made-up-making.ts";

const RED = madeUpIndicator({ reference: "1.1", title: "Seen in time", target: "90%", values: [80, 70] });
const AMBER = madeUpIndicator({ reference: "1.2", title: "Reviewed in time", target: "90%", values: [89, 87] });
const GREEN = madeUpIndicator({ reference: "1.3", title: "Visited in time", target: "90%", values: [95, 96] });
const STEADY = [80, 81, 79, 80, 82, 80, 78, 80, 81, 79, 80, 81, 80, 79, 80];

const paragraphsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text.map((part) => (typeof part === "string" ? part : "text" in part ? part.text : "…")).join("")]
      : [],
  );
const headingsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
const tableOf = ({ blocks }: Made): TableBlock => {
  const found = blocks.find((block) => block.kind === "table");
  assert.ok(found?.kind === "table", "there is a table");
  return found;
};
const wordsOf = (cell: ReportCell): string => {
  if (cell.kind === "text") return cell.text.map((part) => (typeof part === "string" ? part : "…")).join("");
  return cell.kind === "number"
    ? cell.shown
    : cell.kind === "state"
      ? cell.shorthand
      : cell.kind === "trend"
        ? ""
        : cell.label;
};
const rowsOf = (made: Made): readonly (readonly string[])[] =>
  tableOf(made).rows.map(({ cells }) => cells.map(wordsOf));

test("red, amber and worse, and unusual figures stand out, the most pressing first; a good one as usual does not", async () => {
  const unusual = madeUpIndicator({ reference: "1.4", title: "Moved", values: [...STEADY, 40] });
  const better = madeUpIndicator({ reference: "1.5", title: "Settled", values: [...STEADY, 99] });
  const made = await makeExceptions(
    { kind: "exceptions" },
    madeUpMaking(madeUpCard([GREEN, better, unusual, AMBER, RED])),
  );
  assert.match(
    paragraphsOf(made.blocks)[0] ?? "",
    /^4 of 5 indicators stand out in Quarter 4 2025-26: red 1, amber and getting worse 1, unusual 1, unusually good 1\./,
  );
  assert.deepEqual(
    rowsOf(made).map(([indicator, , , , why]) => [indicator, why]),
    [
      ["1.5 Settled", "Unusually good"],
      ["1.4 Moved", "Unusual"],
      ["1.2 Reviewed in time", "Amber and getting worse"],
      ["1.1 Seen in time", "Red"],
    ],
  );
  assert.deepEqual(headingsOf(made.blocks), [
    "Red",
    "Amber and getting worse",
    "Unusual, though not red",
    "Unusually good",
  ]);
  const told = paragraphsOf(made.blocks);
  assert.ok(
    told.some((words) =>
      words.startsWith("1.1 Seen in time. Red: 70.0% is 20 percentage points below the target of 90%"),
    ),
  );
  assert.ok(
    told.some(
      (words) =>
        words.startsWith("1.4 Moved. ") && words.includes("Concern: the latest value is below the lower limit"),
    ),
  );
});

test("where nothing stands out the report says so, with how many were looked at", async () => {
  const { blocks } = await makeExceptions({ kind: "exceptions" }, madeUpMaking(madeUpCard([GREEN])));
  assert.deepEqual(paragraphsOf(blocks), ["Nothing stands out in Quarter 4 2025-26. Indicators looked at: 1."]);
});

test("what the service says of an exception stands with it, whole", async () => {
  const spoken = madeUpIndicator({
    ...{ reference: "1.1", target: "90%", values: [70] },
    comments: ["First.\n\nSecond."],
  });
  const { blocks } = await makeExceptions({ kind: "exceptions" }, madeUpMaking(madeUpCard([spoken])));
  assert.deepEqual(paragraphsOf(blocks).slice(-2), ["First.", "Second."]);
});

test("every comment on a red indicator is printed, and a red without one is a gap", async () => {
  const spoken = madeUpIndicator({
    ...{ reference: "1.1", target: "90%", values: [70] },
    comments: ["One reason.", "Another."],
  });
  const silent = madeUpIndicator({ reference: "1.2", target: "90%", values: [60] });
  const { blocks } = await makeReds({ kind: "reds" }, madeUpMaking(madeUpCard([spoken, silent, GREEN])));
  assert.deepEqual(
    paragraphsOf(blocks).filter((words) => !words.includes("Red:")),
    ["2 indicators are red in Quarter 4 2025-26.", "One reason.", "Another."],
  );
  assert.deepEqual(
    blocks.flatMap((block) => (block.kind === "gap" ? [block.id] : [])),
    ["part-1-2"],
  );
});

test("a gap says where a comment is written and only waits to be approved, in public reports as well", async () => {
  const card = madeUpCard([RED], { audience: "published" });
  const gapIn = async (waiting: ReadonlySet<string>) =>
    (await makeReds({ kind: "reds" }, madeUpMaking(card, { waiting }))).blocks.find((block) => block.kind === "gap");
  const [written, unwritten] = [await gapIn(new Set(["1.1"])), await gapIn(new Set())];
  assert.equal(written?.kind === "gap" && written.remedy, "A comment is written and waits to be approved.");
  assert.equal(unwritten?.kind === "gap" && unwritten.remedy, "Write a comment on it, or write it here.");
});

const FACTS: EditionDocument["facts"] = {
  ...{ id: "made-up-2025-26-Q3-1", number: 1, kind: "first", reason: null, corrects: null },
  ...{ publishedAt: "2026-01-20T09:00:00.000Z", publishedBy: "An analyst", signOff: [], accepted: [], revisions: [] },
  ...{ loads: [], logHead: { sequence: 1, hash: "" }, waymark: "test" },
};
const editionOf = (card: ScoredCard): EditionDocument => ({ facts: FACTS, card });
const Q3 = parsePeriod("2025-26-Q3", "quarter");

test("from one period to the next what is judged otherwise is listed, and what is new or gone", async () => {
  const wasGreen = madeUpIndicator({ reference: "1.1", title: "Seen in time", target: "85%", values: [90, 91] });
  const gone = madeUpIndicator({ reference: "1.9", title: "Gone", values: [1, 2] });
  const sameButMoved = madeUpIndicator({ reference: "1.3", title: "Visited in time", target: "90%", values: [92, 94] });
  const before = madeUpCard([wasGreen, sameButMoved, gone], { period: Q3, audience: "published" });
  const after = madeUpCard([RED, AMBER, GREEN], { audience: "published" });
  const made = await makeChanges({ kind: "changes" }, madeUpMaking(after, { earlier: editionOf(before) }));
  assert.match(
    paragraphsOf(made.blocks)[0] ?? "",
    /^Compared with Quarter 3 2025-26, edition 1 of 20 January 2026: of 2 indicators in both, these differ: figures 2, ratings 1, directions of travel 1, targets 1, definitions 0\. Indicators added: 1; taken off: 1\./,
  );
  assert.deepEqual(rowsOf(made), [
    [
      "1.1 Seen in time",
      "91.0%",
      "70.0%",
      "● Green",
      "■ Red",
      "Figure. Rating. Target: was 85%, is 90%. Direction: was improving, is worse.",
    ],
    ["1.2 Reviewed in time", "Not on it", "87.0%", "Not on it", "▲ Amber", "Put on the scorecard."],
    ["1.9 Gone", "2.0%", "Not on it", "– Not rated", "Not on it", "Taken off the scorecard."],
  ]);
});

test("between two editions of one period every figure that differs is listed, and restated earlier ones after it", async () => {
  const before = madeUpCard(
    [madeUpIndicator({ reference: "1.3", title: "Visited in time", target: "90%", values: [94, 95] })],
    { audience: "published" },
  );
  const after = madeUpCard([GREEN], { audience: "published" });
  const { blocks } = await makeChanges({ kind: "changes" }, madeUpMaking(after, { earlier: editionOf(before) }));
  const tables = blocks.flatMap((block) =>
    block.kind === "table" ? [block.rows.map(({ cells }) => cells.map(wordsOf))] : [],
  );
  assert.deepEqual(tables, [
    [["1.3 Visited in time", "95.0%", "96.0%", "● Green", "● Green", "Figure."]],
    [
      ["1.3 Visited in time", "Quarter 3 2025-26", "94.0%", "95.0%"],
      ["1.3 Visited in time", "Quarter 4 2025-26", "95.0%", "96.0%"],
    ],
  ]);
});

test("a definition that changed is printed in both wordings", async () => {
  const changed = { ...GREEN, measure: { ...GREEN.measure, definition: "Of those due, those made." } };
  const earlier = editionOf(madeUpCard([GREEN], { audience: "published" }));
  const { blocks } = await makeChanges(
    { kind: "changes" },
    madeUpMaking(madeUpCard([changed], { audience: "published" }), { earlier }),
  );
  const [list] = blocks.filter((block) => block.kind === "list");
  assert.deepEqual(
    list?.kind === "list" && list.items[0]?.at(-1),
    "Was: Made up. (quarter) Is: Of those due, those made. (quarter)",
  );
});

test("without an earlier edition the report says that there is none", async () => {
  const { blocks } = await makeChanges({ kind: "changes" }, madeUpMaking(madeUpCard([GREEN])));
  assert.deepEqual(paragraphsOf(blocks), ["There is no earlier edition to compare with."]);
});

test("notes give each rule once, the usual one first, with the indicators that have another", async () => {
  const own = madeUpIndicator({ reference: "1.4", values: [50] });
  const watched = { ...own, indicator: { ...own.indicator, rating: { kind: "monitor" } as const } };
  const judgement = { rating: { kind: "relative-tolerance", tolerance: 15, zeroTolerance: 0 } as const };
  const { blocks } = await makeNotes({ kind: "notes" }, madeUpMaking(madeUpCard([RED, GREEN, watched]), { judgement }));
  const told = paragraphsOf(blocks);
  assert.ok(
    told.includes(
      "Unless said below: Green meets the target. Amber misses it by at most 15% of the target. Red misses it by more. A target of nothing is missed by anything.",
    ),
  );
  assert.ok(told.includes("Indicator 1.4: Indicators are watched and not rated."));
  assert.ok(told.some((words) => words.startsWith("Every indicator: Compared with the period before.")));
});

const hidden = [
  ["published", 5, /^Numbers of people from 1 to 5 are hidden/],
  ["published", 10, /^Numbers of people from 1 to 10 are hidden/],
  [
    "internal",
    5,
    /^This copy is for people who need true numbers\. Numbers of people from 1 to 5 stand in it unhidden/,
  ],
] as const;
for (const [audience, disclosureThreshold, says] of hidden)
  test(`notes of ${audience} reports say what is hidden where numbers up to ${disclosureThreshold} are`, async () => {
    const inputs = { ...NO_INPUTS, settings: { ...NO_INPUTS.settings, disclosureThreshold } };
    const { blocks } = await makeNotes({ kind: "notes" }, madeUpMaking(madeUpCard([GREEN], { audience }), { inputs }));
    assert.ok(paragraphsOf(blocks).some((words) => says.test(words)));
  });

test("what does not agree is said, with the reason for which it was accepted", async () => {
  const reconciliation = [
    {
      rule: "parts",
      period: "2026-03",
      measures: [],
      sentence: "1.1 + 1.2 = 1.3 fails: 9 is not 10.",
      difference: 1,
      accepted: { reason: "One is counted late.", author: "An analyst", at: "2026-04-01" },
    },
  ];
  const { blocks } = await makeNotes({ kind: "notes" }, madeUpMaking(madeUpCard([GREEN], { reconciliation })));
  assert.ok(
    paragraphsOf(blocks).includes("1.1 + 1.2 = 1.3 fails: 9 is not 10. Accepted by An analyst: One is counted late."),
  );
});

test("a publication stands once among the sources, with every indicator it is beside", async () => {
  const england: ComparatorValue = {
    ...{ group: "england", label: "England", value: 80, state: "value", shown: "80.0%", method: "published" },
    ...{ period: "2024-25", edition: "Made-up statistics, 2025", publishedOn: "2025-11-20" },
  };
  const beside = (reference: string) => madeUpIndicator({ reference, values: [90], comparators: [england] });
  const made = await makeSources({ kind: "sources" }, madeUpMaking(madeUpCard([beside("1.1"), beside("1.2"), GREEN])));
  assert.deepEqual(rowsOf(made), [["Made-up statistics, 2025", "2024-25", "20 November 2025", "1.1, 1.2"]]);
});

test("a measure shown by several indicators is defined once", async () => {
  const again = { ...GREEN, reference: "1.3b" };
  const made = await makeDefinitions({ kind: "definitions" }, madeUpMaking(madeUpCard([GREEN, again])));
  assert.deepEqual(rowsOf(made), [
    ["1.3, 1.3b", "Visited in time", "Made up.", "High is good", "A percentage. Time covered: quarter.", "–"],
  ]);
});

const FLAG = {
  id: "f1",
  code: "SUPPRESSED",
  kind: "suppressed",
  quote: "three",
  start: 0,
  end: 5,
  message: "Tells.",
  remedy: "Mend.",
} as const;

test("a comment that tells a hidden number is left out of an unpublished card’s public report, and a gap says so", () => {
  const spoken = madeUpIndicator({
    reference: "1.1",
    target: "90%",
    values: [70],
    comments: ["Three children waited.", "All are seen now."],
  });
  const [telling, plain] = spoken.comments;
  assert.ok(telling !== undefined && plain !== undefined);
  const flagged = { ...spoken, comments: [{ ...telling, flags: [{ ...FLAG, answer: null }] }, plain] };
  const shown = madeUpCard([spoken], { audience: "published" });
  const { card, gaps } = withholdTelltales({ internal: madeUpCard([flagged]), shown, inputs: NO_INPUTS });
  assert.deepEqual(
    card.sections[0]?.indicators[0]?.comments.map(({ body }) => body),
    ["All are seen now."],
  );
  assert.match(gaps[0]?.words ?? "", /A comment on 1\.1 was left out/);

  const answer = { reason: "It is of another year.", author: "An analyst", at: "2026-04-09" };
  const answered = { ...spoken, comments: [{ ...telling, flags: [{ ...FLAG, answer }] }, plain] };
  const kept = withholdTelltales({ internal: madeUpCard([answered]), shown, inputs: NO_INPUTS });
  assert.deepEqual([kept.card, kept.gaps], [shown, []]);
});

test("a reason that tells a hidden number is left out as well", () => {
  const judged = { word: "red", reason: "Only 4 children were seen.", author: "An analyst", on: "2026-04-09" } as const;
  const open = madeUpIndicator({ reference: "1.1", title: "Seen", unit: "count", values: ["suppressed", 20] });
  const sentence = `Red, judged by An analyst on 9 April 2026: ${judged.reason}`;
  const shownOne = { ...open, rating: { ...open.rating, sentence, judgement: judged } };
  const truth = madeUpIndicator({ reference: "1.1", title: "Seen", unit: "count", values: [4, 20] });
  const { card, gaps } = withholdTelltales({
    internal: madeUpCard([truth]),
    shown: madeUpCard([shownOne], { audience: "published" }),
    inputs: NO_INPUTS,
  });
  assert.equal(
    card.sections[0]?.indicators[0]?.rating.sentence,
    "Red, judged by An analyst on 9 April 2026: reason withheld",
  );
  assert.match(gaps[0]?.words ?? "", /A reason given on 1\.1 “Seen” was left out/);
});
