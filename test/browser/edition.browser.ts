/** An edition's page as the public opens it: one file, accessible, quiet, whole at 320 px, printed and in forced colours, with text of every awkward kind. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { EditionDocument } from "../../src/domain/edition.ts";
import { publicFiles } from "../../src/reports/edition/edition-files.ts";
import { NO_INPUTS } from "../../src/services/judgement-inputs.ts";
import { loadReturn } from "../../src/services/load-return.ts";
import { scoreScorecard } from "../../src/services/score-scorecard.ts";
import { synthesiseAuthorities } from "../../src/services/synthesise-authorities.ts";
import { openWorkspace } from "../../src/services/workspace.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-edition-"));
const page = `file://${join(folder, "index.html")}`;
const quiet = (): void => undefined;
const AWKWARD = `=1+1 <script>alert(1)</script> \u{1F600} \u05E9\u05DC\u05D5\u05DD ${"verylongword".repeat(20)}`;
let browser: Browser;

before(async () => {
  if (skip) return;
  browser = await launch();
  const document = await madeUp();
  for (const { path, bytes } of publicFiles(document)) writeFileSync(join(folder, path), bytes);
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A card of a made-up authority as published, with a comment and a correction in awkward words. */
async function madeUp(): Promise<EditionDocument> {
  const data = join(folder, "data");
  const out = join(folder, "returns");
  const { authorities } = await synthesiseAuthorities(
    { authorities: 1, authorityNames: ["Wexcombe"], children: 500, months: 20, seed: "edition", out },
    quiet,
  );
  const shared = { data, catalogue: ["catalogue"], strict: false, by: "test", at: new Date(0), report: quiet };
  await loadReturn({ ...shared, paths: [join(out, authorities[0]?.folder ?? "")], authority: "Wexcombe" });
  const workspace = openWorkspace({ data, catalogue: ["catalogue"] });
  const question = { scorecard: "vital-signs", period: "2026-03", audience: "published" } as const;
  const card = await scoreScorecard(workspace, NO_INPUTS, question);
  workspace.close();
  const comment = { id: "1", scorecard: "vital-signs", period: "2026-03", body: `${AWKWARD}\n\nSecond paragraph.` };
  const said = {
    ...comment,
    subject: { kind: "scorecard" },
    state: "approved",
    version: 2,
    author: "A",
    due: null,
  } as const;
  const change = { reference: "5", title: AWKWARD, what: "value", period: "2026-03", before: "1", after: "2" };
  return {
    card: { ...card, comments: [{ ...said, at: "2026-04-10T09:00:00Z", flags: [] }] },
    facts: {
      id: "vital-signs-2026-03-2",
      number: 2,
      kind: "unscheduled-revision",
      reason: AWKWARD,
      corrects: "vital-signs-2026-03-1",
      publishedAt: "2026-04-10T09:00:00Z",
      publishedBy: "An analyst",
      signOff: [{ role: "director", person: "The director", at: "2026-04-10T08:00:00Z" }],
      accepted: [],
      revisions: [{ ...change, causes: [], sentence: "Revised." }],
      loads: [],
      logHead: { sequence: 1, hash: "0" },
      waymark: "test",
    },
  };
}

test("an edition's page breaks no WCAG 2.2 AA rule axe knows and asks nothing of anyone", { skip }, async () => {
  const { page: shown, faults } = await open(browser, page);
  assert.deepEqual(await violations(shown), []);
  assert.deepEqual(faults, []);
  assert.equal(await shown.locator("script").count(), 0, "words that look like a script are words");
  assert.ok((await shown.locator(".rating").count()) > 50);
});

test("an edition's page at 320 px needs no sideways scrolling and still breaks no rule", { skip }, async () => {
  const { page: narrow } = await open(browser, page, { viewport: { width: 320, height: 800 } });
  assert.equal(await overflow(narrow), 0);
  assert.deepEqual(await violations(narrow), []);
});

test("every rating is a word, also in print and where colours are forced", { skip }, async () => {
  for (const options of [{ forcedColors: "active" }, {}] as const) {
    const { page: shown } = await open(browser, page, options);
    if (!("forcedColors" in options)) await shown.emulateMedia({ media: "print" });
    const words = await shown.locator(".rating").allInnerTexts();
    assert.ok(words.every((word) => /Red|Amber|Green|Not rated/.test(word)));
  }
});

test("an edition's table prints within the width of an A4 page, landscape", { skip }, async () => {
  const { page: shown } = await open(browser, page, { viewport: { width: 1032, height: 700 } });
  await shown.emulateMedia({ media: "print" });
  assert.equal(await overflow(shown), 0);
});
