/** The commands of judging and publishing as someone at a terminal meets them: what they print, and how they refuse. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openStore } from "../src/services/open-store.ts";
import { readAccessLog } from "../src/store/logs.ts";
import { loadContacts, waymarkOver } from "./waymark-command.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-commands-"));
const data = join(root, "data");
after(() => rmSync(root, { recursive: true, force: true }));

const waymark = waymarkOver(root);

before(() => loadContacts(root));

test("a card is judged in words, and the same as JSON", async () => {
  const { code, out, err } = await waymark("score --scorecard vital-signs --period 2026-03");
  assert.equal(code, 0, err);
  assert.match(out, /^Vital Signs: March 2026, Wexcombe\n/);
  assert.match(out, /\n7 .* 90% +● Green +/);
  assert.match(out, /; total 96\.\n/);
  const json = await waymark("score --scorecard vital-signs --period 2026-03 --json");
  const card = JSON.parse(json.out) as {
    sections: { indicators: { reference: string; rating: { sentence: string } }[] }[];
  };
  const decided = card.sections.flatMap(({ indicators }) => indicators).find(({ reference }) => reference === "7");
  assert.equal(decided?.rating.sentence, "Green: 100.0% is at or above the target of 90%.");
});

test("a look at children's rows is in the access log with its purpose", async () => {
  const { code } = await waymark('list --measure contacts --period 2026-03 --purpose "Checking late decisions"');
  assert.equal(code, 0);
  const store = await openStore({ data });
  const [entry] = await readAccessLog(store);
  await store.close();
  assert.deepEqual(
    [entry?.actor, entry?.what, entry?.subject, entry?.purpose, entry?.detail],
    [
      "An analyst",
      "list",
      "contacts in-month 2026-03 numerator",
      "Checking late decisions",
      { rows: 13, authority: null, group: null },
    ],
  );
});

test("a target is set, listed, judged by, and taken back", async () => {
  const set = await waymark(
    'target set --scorecard vital-signs --reference 5 --target "at most 10" --reason "A trial"',
  );
  assert.match(set.out, /^Target 1 set: vital-signs 5, at most 10\.\n$/);
  assert.match((await waymark("target list --scorecard vital-signs")).out, /1 {2}5 +at most 10/);
  assert.match((await waymark("score --scorecard vital-signs --period 2026-03")).out, /\n5 .* at most 10 +■ Red/);
  assert.equal((await waymark("target withdraw 1")).code, 0);
  assert.match((await waymark("score --scorecard vital-signs --period 2026-03")).out, /\n5 .* Monitor +– Not rated/);
});

test("figures for publication hide small numbers and their totals' give-aways", async () => {
  const line = "figures --measure contacts --from 2026-03 --to 2026-03 --by team --audience published";
  assert.equal((await waymark(line)).code, 0);
});

const REFUSALS = [
  ["score --scorecard vital-sign", 3, /SCORECARD_UNKNOWN: .*Did you mean "vital-signs"/],
  ["score --scorecard vital-signs --period March", 2, /PERIOD_INVALID/],
  ["score --scorecard vital-signs --audience public", 2, /Allowed choices are internal, published/],
  ["target set --scorecard vital-signs --reference 700 --target 90%", 2, /has no reference "700"/],
  ['target set --scorecard vital-signs --reference 7 --target "quite high"', 2, /TARGET_INVALID/],
  ["target withdraw 99", 7, /TYPED_UNKNOWN/],
  ["judge rate --scorecard vital-signs --period 2026-03 --reference 7 --rating blue --reason x", 2, /Allowed choices/],
  ["judge note --measure contact --from 2026-01 --kind annotation --reason x", 3, /MEASURE_UNKNOWN/],
  ["publish --scorecard vital-signs --period 2026-03", 7, /PUBLISH_BLOCKED: .*The director has not signed off/],
  ["publish --scorecard vital-signs --period 2026-03 --revision scheduled", 2, /--reason/],
  ["changes --since vital-signs-2020-01-1", 7, /EDITION_UNKNOWN/],
  ["editions export vital-signs-2020-01-1 --to somewhere", 7, /EDITION_UNKNOWN/],
  ["verify --edition vital-signs-2020-01-1", 7, /EDITION_UNKNOWN/],
  ["verify --again", 2, /USAGE/],
  ["settings set disclosureThreshold few", 2, /USAGE/],
] as const;

for (const [line, code, words] of REFUSALS)
  test(`waymark ${line} is refused with a code and a remedy`, async () => {
    const ended = await waymark(line);
    assert.equal(ended.code, code, ended.err);
    assert.match(ended.err, words);
    assert.doesNotMatch(ended.err, /INTERNAL|\n\s+at /);
  });
