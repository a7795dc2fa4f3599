import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { DraftLoad } from "../../../warehouse/draft-load.ts";
import { readReturn } from "../../read-return.ts";

const samples = join("..", "shared", "data", "samples", "cin-census");
const files = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith(".xml")) : [];
const folder = mkdtempSync(join(tmpdir(), "cin-census-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const OPTIONS = { authority: "Wexcombe", catalogueDir: "catalogue", workDir: folder };

async function read<T>(paths: readonly string[], use: (drafts: readonly DraftLoad[]) => Promise<T> | T): Promise<T> {
  const drafts = await readReturn(paths, OPTIONS);
  try {
    return await use(drafts);
  } finally {
    for (const draft of drafts) await draft.close();
  }
}

/** The inner text of every element of a name, by plain search. */
function inner(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map((match) => match[1] ?? "");
}

/** What the file should come to, counted by searching its text: things alike in every word of one child are one. */
function countByHand(text: string): Readonly<Record<string, number>> {
  const distinct = new Map<string, Set<string>>();
  const add = (table: string, what: string) => distinct.set(table, (distinct.get(table) ?? new Set()).add(what));
  for (const child of inner(text, "Child")) {
    const id = inner(child, "LAchildID")[0] ?? "";
    add("person", id);
    for (const upn of inner(child, "FormerUPN")) add("person_identifier", id + upn);
    for (const code of inner(child, "Disability")) if (code !== "NONE") add("person_flag", id + code);
    for (const referral of inner(child, "CINdetails")) {
      add("referral", id + referral);
      for (const each of inner(referral, "Assessments")) {
        add("assessment", id + each);
        for (const code of inner(each, "AssessmentFactors"))
          if (/^\d+[A-F]?$/.test(code)) add("assessment_factor", id + each + code);
      }
      for (const each of inner(referral, "CINPlanDates")) add("cin_plan", id + each);
      for (const each of inner(referral, "Section47")) add("s47_enquiry", id + each);
      for (const each of inner(referral, "ChildProtectionPlans")) add("cp_plan", id + each);
      for (const each of inner(referral, "CPPreviewDate")) add("review", id + each);
      for (const each of inner(referral, "DateOfInitialCPC")) add("icpc", id + each);
      for (const each of inner(referral, "PreProceedingsandFGDM")) add("local_event", id + each);
    }
  }
  return Object.fromEntries([...distinct].map(([table, rows]) => [table, rows.size]));
}

test("each census of the samples gives as many rows of each table as a search of its text", {
  skip: files.length === 0 && "the shared samples are not here",
}, async () => {
  assert.equal(files.length, 9);
  for (const name of files) {
    const text = readFileSync(join(samples, name), "utf8");
    await read([join(samples, name)], ([draft]) => {
      assert.ok(draft && !draft.refused, name);
      const rows = Object.fromEntries(Object.entries(draft.tables).map(([table, each]) => [table, each.rows]));
      assert.deepEqual(rows, countByHand(text), name);
    });
  }
});

test("faults put into the samples are told of where they are", {
  skip: files.length === 0 && "the shared samples are not here",
}, async () => {
  for (const name of files) {
    const text = readFileSync(join(samples, name), "utf8");
    await read([join(samples, name)], ([draft]) => {
      const count = (code: string, column: string) =>
        draft?.issues.filter((issue) => issue.code === code && issue.column === column).length ?? 0;
      const stray = /<\/UPNunknown>\w/.test(text);
      assert.equal(count("TEXT_STRAY", "ChildIdentifiers"), stray ? 1 : 0, name);
      const year = /<Year>(\d+)/.exec(text)?.[1];
      const odd = !text.includes(`<ReferenceDate>${year}-03-31<`);
      assert.equal(count("HEADER_VALUE_ODD", "ReferenceDate"), odd ? 1 : 0, name);
      assert.equal(draft?.year, Number(year), name);
      assert.equal(draft?.asAt, /<ReferenceDate>([\d-]+)/.exec(text)?.[1], name);
      assert.equal(
        count("CODE_UNKNOWN", "AssessmentFactors"),
        inner(text, "AssessmentFactors").filter((c) => c === "RB").length,
        name,
      );
      // A birth year of 1066 is in one of them.
      assert.equal(count("DATE_OUT_OF_RANGE", "ExpectedPersonBirthDate"), text.includes("1066-") ? 1 : 0, name);
    });
  }
});

test("the same referral in two years' censuses has one id, and each year is a draft of its own", async () => {
  const census = (year: number, closed: string) =>
    `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>${year}-03-31</ReferenceDate></CollectionDetails>
    <Source><LEA>999</LEA></Source></Header><Children><Child><ChildIdentifiers><LAchildID>W1</LAchildID><PersonBirthDate>2015-01-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
    <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
    <CINdetails><CINreferralDate>2024-01-15</CINreferralDate><ReferralSource>6</ReferralSource>${closed}<ReferralNFA>0</ReferralNFA></CINdetails></Child></Children></Message>`;
  const paths = [join(folder, "a.xml"), join(folder, "b.xml")] as const;
  writeFileSync(paths[0], census(2024, ""));
  writeFileSync(
    paths[1],
    census(2025, "<CINclosureDate>2024-08-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"),
  );
  await read(paths, async (drafts) => {
    assert.deepEqual(
      drafts.map(({ year }) => year),
      [2024, 2025],
    );
    for (const draft of drafts) {
      const rows = await draft.connection.runAndReadAll("select referral_id from draft.referral");
      assert.deepEqual(rows.getRows(), [["W1|2024-01-15"]]);
    }
  });
});

test("a header without year or date is survived: the year can be said, and the rows are read", async () => {
  const path = join(folder, "bare.xml");
  writeFileSync(
    path,
    "<Message><Header><CollectionDetails><Collection>XYZ</Collection><Year>twenty</Year></CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>W1</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>2023-05-05</CINreferralDate></CINdetails></Child></Children></Message>",
  );
  await read([path], ([draft]) => {
    const codes = draft?.issues.map(({ code, column }) => `${code} ${column ?? ""}`.trim()) ?? [];
    for (const expected of [
      "HEADER_VALUE_ODD Collection",
      "HEADER_VALUE_ODD LEA",
      "HEADER_VALUE_ODD Year",
      "HEADER_MISSING ReferenceDate",
    ])
      assert.ok(codes.includes(expected), expected);
    assert.equal(draft?.tables.referral?.rows, 1);
  });
});
