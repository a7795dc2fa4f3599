/** Rules between measures are read whole, and refused with the file and the reason. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCatalogue } from "./catalogue.ts";
import { readReconciliation } from "./read-reconciliation.ts";

const { measures, reconciliation } = readCatalogue(["catalogue"]);
const read = (text: string) => readReconciliation(text, "reconciliation/mine.yaml", measures);

test("a rule names its parts and whole; a measure alone is its value", () => {
  const rule = read(
    "id: mine\ntitle: A rule\nkind: adds-up\nparts: [re-referrals]\nwhole: { measure: referrals, of: denominator }",
  );
  assert.deepEqual(rule, {
    id: "mine",
    title: "A rule",
    kind: "adds-up",
    windows: null,
    typedOnly: false,
    parts: [{ measure: "re-referrals", of: "value" }],
    whole: { measure: "referrals", of: "denominator" },
  });
});

const refused = [
  ["kind: adds-up\nparts: [re-referral]\nwhole: referrals", /no measure "re-referral".* Did you mean "re-referrals"/],
  ["kind: adds-up\nparts: []\nwhole: referrals", /mine\.yaml/],
  [
    "kind: at-most\nparts: [children-looked-after]\nwhole: referrals\nwindows: [year-to-date]",
    /children-looked-after has no meaning in the window year-to-date/,
  ],
  ["kind: about-right\nparts: [referrals]\nwhole: referrals", /mine\.yaml/],
] as const;

for (const [text, words] of refused)
  test(`a rule is refused: ${words.source}`, () => {
    assert.throws(
      () => read(`id: mine\ntitle: A rule\n${text}`),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, "RECONCILIATION_INVALID");
        assert.match(error.message, words);
        return true;
      },
    );
  });

test("a rule's file carries its id", () => {
  assert.throws(() => read("id: other\ntitle: A rule\nkind: own-parts"), /"other" is not the file's name/);
});

test("the families of the catalogue have their rules", () => {
  for (const id of [
    "fostering-households",
    "foster-placements-share",
    "children-looked-after-stock",
    "collaborative-audit-grades",
  ])
    assert.ok(reconciliation.has(id), id);
});
