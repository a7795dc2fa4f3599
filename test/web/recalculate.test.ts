/** The cases said to come in and go out are the difference between the two definitions' figures, in every period. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { WindowId } from "../../src/domain/period.ts";
import { measureOf } from "../../src/services/definitions/check-definition.ts";
import { catalogueText } from "../../src/services/definitions/current-definition.ts";
import { type Recalculation, recalculate } from "../../src/services/definitions/recalculate.ts";
import { type Council, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

/** A measure in force beside one whose file says something else. */
async function compared(id: string, edit: (text: string) => string, window: WindowId): Promise<Recalculation> {
  const workspace = council.desk.live.current();
  const path = workspace.catalogue.measures.get(id)?.file ?? "";
  const text = catalogueText(council.desk.catalogue, path) ?? "";
  const [was, is] = [text, edit(text)].map((content) => measureOf(workspace.catalogue, { path, content }));
  assert.ok(was !== undefined && "measure" in was);
  assert.ok(is !== undefined && "measure" in is, JSON.stringify(is));
  return recalculate(workspace, { before: was.measure, after: is.measure, window, lastMonth: "2026-03" });
}

const CHANGES: readonly (readonly [string, string, (text: string) => string, WindowId])[] = [
  [
    "a stricter condition",
    "re-referrals-within-12-months",
    (text) => text.replace("date, 12)", "date, 6)"),
    "rolling-12-months",
  ],
  ["a looser limit", "assessments-within-45-working-days", (text) => text.replace("<= 45", "<= 50"), "in-month"],
  [
    "fewer rows of a snapshot",
    "three-or-more-placements",
    (text) => text.replace("value: 3,", "value: 2,"),
    "in-month",
  ],
  [
    "fewer rows counted",
    "contacts",
    (text) => text.replace(/^cohort: \{ table: contact, /m, "cohort: { table: contact, where: date > '2025-06-30', "),
    "quarter",
  ],
];

for (const [words, id, edit, window] of CHANGES)
  test(`${words}: what comes in less what goes out is what the figure gains`, async () => {
    const { periods, canMatch } = await compared(id, edit, window);
    assert.ok(canMatch);
    assert.ok(
      periods.some(({ differs }) => differs),
      "the change moves something, or nothing is proved",
    );
    for (const { period, before: was, after: is, numerator, denominator } of periods)
      for (const [part, moved] of [
        ["numerator", numerator],
        ["denominator", denominator],
      ] as const)
        if (moved !== null && was?.status === "value" && is.status === "value")
          assert.equal((is[part] ?? 0) - (was[part] ?? 0), moved.cameIn - moved.wentOut, `${part} of ${period.label}`);
  });

test("a definition beside itself differs nowhere and moves nobody", async () => {
  const { differing, periods } = await compared("re-referrals-within-12-months", (text) => text, "in-month");
  assert.equal(differing, 0);
  assert.ok(periods.every(({ numerator }) => numerator?.cameIn === 0 && numerator.wentOut === 0));
  assert.equal(periods.length, 24);
});

test("definitions that read different tables match no cases and say so", async () => {
  const { canMatch } = await compared(
    "contacts",
    (text) => text.replace(/table: contact\b/, "table: referral").replace(/contact: \|/g, "referral: |"),
    "in-month",
  );
  assert.equal(canMatch, false);
});
