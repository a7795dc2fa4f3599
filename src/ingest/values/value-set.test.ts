import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { AppError } from "../../domain/errors.ts";
import { readCodeLists } from "../code-lists.ts";
import { readValueSets } from "./read-value-sets.ts";
import { classReading, codeReading } from "./value-reading.ts";
import { type NormalisedValue, normaliseValue } from "./value-set.ts";

const sets = readValueSets("catalogue");
const lists = readCodeLists("catalogue");
const read = (set: string, text: string): NormalisedValue => normaliseValue(sets.get(set)!, text);
const shown = (value: NormalisedValue) => ("unknown" in value ? "unknown" : (value.code ?? value.class));

/** Value set and the code list its codes belong to. */
const CODED: Readonly<Record<string, string>> = {
  sex: "sex",
  ethnicity: "ethnicity",
  referral_source: "referral_source",
  primary_need: "primary_need",
  closure_reason: "closure_reason",
  category_of_abuse: "category_of_abuse",
  legal_status: "legal_status",
  placement_type: "place",
  placement_provider: "place_provider",
  reason_ceased: "rec",
  in_touch: "in_touch",
  accommodation: "accommodation",
  activity: "activity",
  adoption_reversed_reason: "adoption_reversed_reason",
};

for (const [set, list] of Object.entries(CODED)) {
  test(`every code of ${set} is a code of the list ${list} and is read however it is wrapped`, () => {
    for (const { codes, name } of sets.get(set)!.classes)
      for (const code of codes) {
        assert.ok(lists.get(list)!.codes.has(code), `${code} is not a code of ${list}`);
        const wrapped =
          set === "category_of_abuse" || set === "sex" ? [code] : [code, `c) ${code}: words`, `${code} - words`];
        for (const text of wrapped) assert.deepEqual(read(set, text), { class: name, code }, text);
      }
  });

  test(`the words of every code of ${list} are read as its class or not at all, never as another class`, () => {
    for (const { codes, name } of sets.get(set)!.classes)
      for (const code of codes) {
        const { words } = lists.get(list)!.codes.get(code)!;
        const value = read(set, words);
        if (!("unknown" in value)) assert.equal(value.class, name, `${code}: ${words}`);
      }
  });
}

const CASES: readonly (readonly [string, string, string])[] = [
  ["sex", "1 - Male", "M"],
  ["sex", "FEMALE", "F"],
  ["sex", "c) Not stated/recorded (or unborn)", "U"],
  ["ethnicity", "White – British", "WBRI"],
  ["ethnicity", "A1", "WBRI"],
  ["ethnicity", "Mixed - White and Black African", "MWBA"],
  ["ethnicity", "Black", "Black"],
  ["ethnicity", "Parent preferred not to say", "REFU"],
  ["ethnicity", "Asian or Asian British - Sri Lankan", "AOTH"],
  ["ethnicity", "Kashmiri Pakistani", "APKN"],
  ["ethnicity", "Klingon", "unknown"],
  ["referral_source", "(CS) Individual - Self", "1C"],
  ["referral_source", "3C - Health services - School Nurse", "3C"],
  ["referral_source", "Health services – School Nurse", "3C"],
  ["referral_source", "Primary School", "2A"],
  ["referral_source", "Nursery", "2B"],
  ["referral_source", "Individual - Family member / relative / carer", "1A"],
  ["referral_source", "LA services - other internal (not housing)", "5B"],
  ["referral_source", "Housing association", "4"],
  ["referral_source", "Other legal agency: courts, probation, prison", "7"],
  ["referral_source", "Police Constabulary", "6"],
  ["referral_source", "QZX", "unknown"],
  ["primary_need", "N1c - Domestic abuse", "N1"],
  ["primary_need", "5b Domestic violence", "N5"],
  ["primary_need", "Family in acute distress", "N4"],
  ["primary_need", "16/17 year old homeless", "N8"],
  ["closure_reason", "Step down to early help", "RC7"],
  ["closure_reason", "RC8 - Case closed after assessment, no further action", "RC8"],
  ["category_of_abuse", "Neglect and Emotional", "MUL"],
  ["category_of_abuse", "Emotional abuse", "EMO"],
  ["category_of_abuse", "NYNN", "PHY"],
  ["legal_status", "Care Order Sec. 31(a)", "C2"],
  ["legal_status", "Interim Care Order S38 CA 1989", "C1"],
  ["legal_status", "L31 Care Order", "C2"],
  ["placement_type", "f) U6: Foster placement - not FFA", "U6"],
  ["placement_type", "R1OUT - Residential Care Home (outside LA)", "R1"],
  ["placement_type", "Foster placement", "foster placement"],
  ["placement_type", "Placed with own parents", "P1"],
  ["placement_provider", "Unknown", "other"],
  ["reason_ceased", "SE5 - Independence with ongoing support", "E5"],
  [
    "reason_ceased",
    "Return home to live with parents, part of care planning (not under a special guardianship order)",
    "E4A",
  ],
  ["reason_ceased", "SGO to former foster carers who were relatives", "E45"],
  ["in_touch", "02 - No, resident in the UK", "NO"],
  ["in_touch", "Yes, gone abroad", "left the count"],
  ["accommodation", "D3 - Semi-independent", "D"],
  ["accommodation", "Foyer and similar supported accommodation", "T"],
  ["flag", "Autism", "yes"],
  ["flag", "Non-UASC", "no"],
  ["flag", "not obtained", "not known"],
  ["no_further_action", "Further action", "no"],
  ["child_seen_alone", "Not seen alone", "no"],
];
for (const [set, text, expected] of CASES)
  test(`${set}: "${text}" is ${expected}`, () => assert.equal(shown(read(set, text)), expected));

test("a spelling nobody knows is an issue, one that names only a class is kept as its code for others and told of", () => {
  assert.deepEqual(codeReading(sets.get("ethnicity")!)("Klingon"), {
    value: null,
    issue: "CODE_UNKNOWN",
    valueClass: "unknown spelling",
  });
  assert.equal(codeReading(sets.get("ethnicity")!)("Black").value, "BOTH");
  assert.equal(codeReading(sets.get("ethnicity")!)("Black").issue, "VALUE_AS_OTHER");
  assert.equal(codeReading(sets.get("placement_provider")!)("Unknown").issue, "VALUE_COARSE");
  assert.deepEqual(codeReading(sets.get("ethnicity")!)("a) WBRI"), { value: "WBRI" });
  assert.equal(classReading(sets.get("yes_no")!, { yes: "true", no: "false" })("perhaps").issue, "VALUE_UNKNOWN");
});

const FAULTS: readonly (readonly [string, string, RegExp])[] = [
  [
    "a rule for a code that is not there",
    `set: s\nwords: w\nclasses: { a: }\nrules:\n  - [b, "x"]`,
    /line 5.*neither a class nor a code/,
  ],
  [
    "a pattern that matches everything",
    `set: s\nwords: w\nclasses: { a: }\nrules:\n  - [a, "x||y"]`,
    /matches everything/,
  ],
  ["a broken pattern", `set: s\nwords: w\nclasses: { a: }\nrules:\n  - [a, "("]`, /is not a pattern/],
  ["another name than the file's", `set: t\nwords: w\nclasses: { a: }\nrules: []`, /named "t"/],
];
for (const [what, yaml, message] of FAULTS)
  test(`a value set with ${what} is refused with file and line`, () => {
    const folder = mkdtempSync(join(tmpdir(), "sets-"));
    try {
      mkdirSync(join(folder, "reference", "spellings"), { recursive: true });
      writeFileSync(join(folder, "reference", "spellings", "s.yaml"), yaml);
      assert.throws(
        () => readValueSets(folder),
        (fault) => fault instanceof AppError && message.test(fault.message),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

const SHARED = "../shared/data/specs/annex_a.json";
/** Sets of the shared list that are made of classes in the order of their letters, by our own names. */
const LETTERED: Readonly<Record<string, string>> = {
  ethnicity: "ethnicity",
  contact_source: "referral_source",
  primary_need_code: "primary_need",
  reason_for_closure: "closure_reason",
  initial_category_of_abuse: "category_of_abuse",
  child_s_legal_status: "legal_status",
  reason_ceased_to_be_looked_after: "reason_ceased",
  placement_type: "placement_type",
  placement_provider: "placement_provider",
  type_of_accommodation: "accommodation",
};
test("nearly every spelling seen in real returns lands in its class, few are reported, very few land elsewhere", {
  skip: !existsSync(SHARED) && "the shared list of spellings is not here",
}, () => {
  const { value_sets: seen } = JSON.parse(readFileSync(SHARED, "utf8")) as {
    value_sets: Record<string, Record<string, string[]>>;
  };
  const count = { right: 0, reported: 0, wrong: 0 };
  for (const [theirs, ours] of Object.entries(LETTERED)) {
    const classes = sets.get(ours)!.classes.map(({ name }) => name);
    for (const [label, spellings] of Object.entries(seen[theirs] ?? {})) {
      // "zzCodeError" and a class that came about by mistake have no letter of ours.
      const expected = classes["abcdefghijklmnopqrstuvwxyz".indexOf(label[0] ?? "")];
      if (!/^[a-z]\) /.test(label) || label === "c) Unknown") continue;
      for (const spelling of spellings) {
        const value = read(ours, spelling);
        count["unknown" in value ? "reported" : value.class === expected ? "right" : "wrong"]++;
      }
    }
  }
  const all = count.right + count.reported + count.wrong;
  assert.ok(all > 3_000);
  assert.ok(count.right / all > 0.93, JSON.stringify(count));
  assert.ok(count.wrong / all < 0.04, JSON.stringify(count));
});
