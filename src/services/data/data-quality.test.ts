/** Which measures a fault touches: those that read the tables its row, or its file, went into, and no others. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { loadReturn } from "../load-return.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";
import { coverageOf } from "./coverage.ts";
import { faultsByScorecard, tableFaults } from "./data-quality.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-quality-"));
let workspace: Workspace;

before(async () => {
  const folder = join(root, "files");
  mkdirSync(folder);
  writeFileSync(
    join(folder, "contact.csv"),
    "contact_id,person_id,date,source\nE1,C1,2026-02-28,1A\nE2,,2026-03-01,1A\nE3,C3,2026-03-02,nonsense\n",
  );
  writeFileSync(join(folder, "referral.csv"), "referral_id,person_id,date,source\nR1,C1,2026-02-28,1A\n");
  writeFileSync(
    join(folder, "aggregate_input.csv"),
    "measure,period,value,numerator\ncomplaints-received,2024-25,12,\ncompliments-received,2024-25,7,seven\n,2024-25,3,\n",
  );
  const data = join(root, "data");
  const catalogue = ["catalogue"];
  const at = new Date("2026-04-10T09:00:00.000Z");
  await loadReturn({
    paths: [folder],
    authority: "Wexcombe",
    data,
    catalogue,
    strict: false,
    by: "test",
    at,
    report: () => undefined,
  });
  workspace = openWorkspace({ data, catalogue });
});
after(() => {
  workspace.close();
  rmSync(root, { recursive: true, force: true });
});

test("a row that was kept, and one that was not, touch the table of their file alone", async () => {
  assert.deepEqual(
    (await tableFaults(workspace)).map(({ table, severity, code, count }) => [table, severity, code, count]),
    [
      ["aggregate_input compliments-received", "warning", "NUMBER_UNREADABLE", 1],
      ["contact", "error", "ROW_WITHOUT_KEY", 1],
      ["contact", "warning", "CODE_UNKNOWN", 1],
    ],
  );
});

test("a fault of a typed figure touches its own measure alone", async () => {
  const named = (await faultsByScorecard(workspace)).flatMap(({ measures }) => measures.map(({ measure }) => measure));
  assert.ok(!named.includes("complaints-received"));
});

test("only measures that read the table are named, with how many rows and why", async () => {
  const cards = await faultsByScorecard(workspace);
  const named = cards.flatMap(({ measures }) => measures).filter(({ measure }) => measure !== "compliments-received");
  assert.ok(named.length > 0);
  for (const { measure, errors, warnings, reasons } of named) {
    assert.match(measure, /contact/);
    assert.deepEqual([errors, warnings, reasons.length], [1, 1, 2]);
  }
});

test("what is missing names the tables nothing loaded fills, the most wanted first, and every measure it would add", async () => {
  const { measures, told, missing } = await coverageOf(workspace);
  assert.ok(told > 0 && told < measures);
  const counts = missing.map((part) => part.measures.length);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => b - a),
  );
  const names = missing.map(({ name }) => name);
  assert.ok(names.includes("cp_plan"));
  assert.ok(!names.includes("contact") && !names.includes("referral"));
  const untold = new Set(missing.flatMap((part) => part.measures.map(({ id }) => id)));
  assert.equal(untold.size, measures - told);
});
