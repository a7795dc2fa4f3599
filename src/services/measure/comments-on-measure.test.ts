/** Comments about a measure through time: approved ones only, whichever card and period, newest period first. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readCatalogue } from "../../measures/catalogue.ts";
import { addComment, moveComment } from "../../store/comment.ts";
import { openStore, type Store } from "../../store/open-store.ts";
import { commentsOnMeasure } from "./comments-on-measure.ts";

const catalogue = readCatalogue(["catalogue"]);
const MEASURE = "assessments-within-45-working-days";
const author = { actor: "manager@wexcombe.example", at: "2026-04-01T09:00:00.000Z" };
const director = { actor: "director@wexcombe.example", at: "2026-04-02T09:00:00.000Z" };

let root: string;
let store: Store;
before(async () => {
  root = mkdtempSync(join(tmpdir(), "waymark-comments-"));
  store = await openStore({ data: root });
  await approved("vital-signs", "2026-01", ["19a"], "January was slow.");
  await approved("vital-signs", "2026-03", ["19a", "19b"], "March was better.");
  await approved("quarterly-performance", "2025-26-Q3", ["1.7"], "The quarter held.");
  await approved("vital-signs", "2026-03", ["5"], "Contacts rose.");
  await write("vital-signs", "2026-03", ["19a"], "A draft.");
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

async function write(scorecard: string, period: string, references: readonly string[], body: string) {
  return addComment(store, author, { scorecard, period, subject: { kind: "references", references }, body });
}

async function approved(scorecard: string, period: string, references: readonly string[], body: string): Promise<void> {
  const { id, version } = await write(scorecard, period, references, body);
  const submitted = await moveComment(store, author, { id, version, to: "submitted" });
  await moveComment(store, director, { id, version: submitted.version, to: "approved" });
}

test("approved comments of every card that holds the measure, newest period first; no drafts, none on other measures", async () => {
  const comments = await commentsOnMeasure(store, catalogue, MEASURE);
  assert.deepEqual(
    comments.map(({ period, references, body, scorecard }) => `${scorecard.id} ${period} ${references}: ${body}`),
    [
      "vital-signs March 2026 19a & 19b: March was better.",
      "vital-signs January 2026 19a: January was slow.",
      "quarterly-performance Quarter 3 2025-26 1.7: The quarter held.",
    ],
  );
});

test("a measure on no card has no comments", async () => {
  const placed = new Set(
    [...catalogue.scorecards.values()].flatMap(({ sections }) =>
      sections.flatMap(({ indicators }) => indicators.map(({ measure }) => measure)),
    ),
  );
  const free = [...catalogue.measures.keys()].find((id) => !placed.has(id));
  assert.ok(free);
  assert.deepEqual(await commentsOnMeasure(store, catalogue, free), []);
});
