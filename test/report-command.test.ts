/** Reports as an analyst at a terminal meets them: which there are, what is written, what is missing, and how a script is told. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openStore } from "../src/services/open-store.ts";
import { readAccessLog } from "../src/store/logs.ts";
import { openReportDraft } from "../src/store/report-draft.ts";
import { loadContacts, waymarkOver } from "./waymark-command.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-report-command-"));
const data = join(root, "data");
const out = (name: string): string => join(root, name);
const INTERNAL = "report exceptions-report --scorecard vital-signs --period 2026-03";
const PUBLIC = "report committee-report-2018 --scorecard vital-signs --period 2026-03";
after(() => rmSync(root, { recursive: true, force: true }));

const waymark = waymarkOver(root);

before(() => loadContacts(root));

test("every report is listed with what it asks its writer", async () => {
  const { code, out: said } = await waymark("reports");
  assert.equal(code, 0);
  assert.match(
    said,
    /About: a scorecard’s period\n.*committee-report-2018 {2}\(published\)\n.*asks meeting: Date of meeting \(a day\)/s,
  );
  const all = JSON.parse((await waymark("reports --json")).out) as { id: string }[];
  assert.ok(all.some(({ id }) => id === "exceptions-report"));
});

test("a report with gaps is written, marked as a draft, and a script is told by the exit code and each gap", async () => {
  const { code, out: said, err } = await waymark(`${PUBLIC} --to html,json --out ${out("gaps")}`);
  assert.equal(code, 7);
  assert.match(
    err,
    /REPORT_HAS_GAPS: Still to be written: \d+ places; the files are marked DRAFT\.\n.*Date of meeting/s,
  );
  for (const ending of ["html", "json"])
    assert.ok(said.split("\n").includes(`${out("gaps")}/committee-report-2018-2026-03.${ending}`), said);
  assert.match(
    readFileSync(join(out("gaps"), "committee-report-2018-2026-03.html"), "utf8"),
    /DRAFT: not for publication/,
  );
  const allowed = await waymark(`${PUBLIC} --to json --out ${out("allowed")} --allow-gaps`);
  assert.equal(allowed.code, 0);
  assert.match(allowed.err, /Still to be written/);
});

test("answers fill the gaps they are for; an answer to what is not asked is refused with the nearest", async () => {
  const answers = join(root, "answers.yaml");
  writeFileSync(answers, "committee: Scrutiny committee\nmeeting: 2026-06-12\n");
  const { err } = await waymark(`${PUBLIC} --to html --out ${out("answered")} --answers ${answers}`);
  assert.doesNotMatch(err, /Date of meeting/);
  assert.match(readFileSync(join(out("answered"), "committee-report-2018-2026-03.html"), "utf8"), /12 June 2026/);
  writeFileSync(answers, "risk: One child moved to Spain with her mother.\n");
  const telling = await waymark(`${PUBLIC} --to json --out ${out("answered")} --answers ${answers}`);
  assert.match(telling.err, /Look again: "to Spain" tells a country/);
  writeFileSync(answers, "comittee: Scrutiny\n");
  const wrong = await waymark(`${PUBLIC} --answers ${answers}`);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /"comittee".*committee/s);
  writeFileSync(answers, "meeting: 2026-02-31\n");
  assert.match((await waymark(`${PUBLIC} --answers ${answers}`)).err, /must be a day there is/);
});

test("the same data, words and day give the same bytes; an internal report is logged before it is given", async () => {
  for (const folder of ["one", "two"])
    await waymark(`${INTERNAL} --to html,csv,json,xlsx,docx --out ${out(folder)} --allow-gaps`);
  const names = readdirSync(out("one"));
  assert.ok(names.length >= 6, names.join(", "));
  for (const name of names)
    assert.ok(readFileSync(join(out("one"), name)).equals(readFileSync(join(out("two"), name))), name);
  const store = await openStore({ data });
  try {
    const entry = (await readAccessLog(store, { last: 1 })).at(-1);
    assert.equal(entry?.what, "download report");
    assert.equal(entry?.actor, "An analyst");
  } finally {
    await store.close();
  }
});

test("a draft is written from the command line with its answers, and a public one bears DRAFT until it is released", async () => {
  const store = await openStore({ data });
  try {
    const question = {
      template: "committee-report-2018",
      scorecard: "vital-signs",
      period: "2026-03",
      audience: "published",
    };
    await openReportDraft(
      store,
      { actor: "An analyst", at: "2026-04-20T09:00:00.000Z" },
      { ...question, audience: "published", title: "A report", question, answers: { meeting: "2026-06-12" } },
    );
  } finally {
    await store.close();
  }
  await waymark(`report --draft 1 --to html --out ${out("draft")} --allow-gaps`);
  const html = readFileSync(join(out("draft"), "committee-report-2018-2026-03.html"), "utf8");
  assert.match(html, /12 June 2026/);
  assert.match(html, /DRAFT/);
  assert.equal((await waymark("report --draft 2")).code, 3);
  assert.equal((await waymark("report committee-report-2018 --draft 1")).code, 2);
});

test("the template and layout of the how-to page make a report as they stand", async () => {
  const page = readFileSync("docs/how-to/make-reports-ours.md", "utf8");
  const [template = "", layout = ""] = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = ""]) => text);
  for (const [folder, name, text] of [
    ["reports", "our-committee-report", template],
    ["layouts", "our-appendix", layout],
  ] as const) {
    mkdirSync(join(data, "catalogue", folder), { recursive: true });
    writeFileSync(join(data, "catalogue", folder, `${name}.yaml`), text);
  }
  const { code, err } = await waymark(
    `report our-committee-report --scorecard quarterly-performance --period 2025-26-Q4 --to html --out ${out("ours")} --allow-gaps`,
  );
  assert.equal(code, 0, err);
  assert.match(err, /Date of the meeting/);
  const html = readFileSync(join(out("ours"), "our-committee-report-2025-26-Q4.html"), "utf8");
  assert.match(html, /Direction of travel/);
  assert.match(html, /There are no legal implications/);
});

test("what cannot be understood is refused before anything is written", async () => {
  for (const [line, code, said] of [
    ["report", 2, /Which report\?/],
    ["report comittee-report-2018", 3, /committee-report-2018/],
    [`${PUBLIC} --to docx,odt`, 2, /--to has "odt"/],
    ["report challenge-pack-team --team Nobody", 2, /There is no team "Nobody"/],
    ["report challenge-pack-team --team Nobody --audience published", 2, /never public/],
    [`${INTERNAL} --to docx --word-base ${join(root, "contact.csv")}`, 2, /cannot be used/],
  ] as const) {
    const ended = await waymark(`${line} --out ${out("nothing")}`);
    assert.equal(ended.code, code, `${line}\n${ended.err}`);
    assert.match(ended.err, said, line);
  }
  assert.ok(!existsSync(out("nothing")));
});
