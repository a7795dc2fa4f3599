/** The release desk: each thing in the way leads to where it is mended, and who may do what is said by their scope. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scope } from "../../../domain/access/policy.ts";
import { countDirections, countRatings } from "../../../domain/judgement/count-table.ts";
import { parsePeriod } from "../../../domain/period.ts";
import type { Blocker } from "../../../services/publishing/blockers.ts";
import type { ReleaseState } from "../../../services/publishing/release-state.ts";
import type { Viewer } from "../../viewer.ts";
import { presentDesk } from "./present.ts";

const CARD: ReleaseState["card"] = {
  scorecard: "vital-signs",
  title: "Vital Signs",
  description: "",
  authority: "Wexcombe",
  audience: "internal",
  period: parsePeriod("2026-03", "in-month"),
  columns: [],
  sections: [],
  comments: [],
  reconciliation: [],
  ratings: countRatings(["red", "green"]),
  directions: countDirections([]),
};
const STATE: ReleaseState = {
  card: CARD,
  fingerprint: "ab",
  blockers: [],
  thoughts: [],
  hidden: [],
  roles: ["director"],
  signed: [],
  acceptances: [],
  plan: null,
  editions: [],
};
const viewerOver = (scope: Scope): Viewer => ({
  id: "1",
  name: "Director",
  actor: "director@wexcombe.example",
  grants: [{ role: "approver", scope, from: "2020-01-01", to: null }],
  session: "s",
  formToken: "t",
  purpose: null,
  how: "local",
});
const DIRECTOR = viewerOver({ kind: "authority" });
const desk = (more: Partial<ReleaseState>, viewer = DIRECTOR) => presentDesk({ ...STATE, ...more }, viewer, (a) => a);

const cases: readonly [string, Blocker, string | null, string | null][] = [
  ["an unapproved comment", { kind: "comment", comment: "7", sentence: "x" }, "/comments/vital-signs/2026-03/7", null],
  ["open flags", { kind: "flags", comment: "7", sentence: "x" }, "/comments/vital-signs/2026-03/7", null],
  ["a telling reason", { kind: "disclosure", reference: "19a", sentence: "x" }, "/judge/vital-signs/2026-03/19a", null],
  ["a missing signature", { kind: "signature", role: "director", sentence: "x" }, "#sign", null],
  ["a fault of reconciliation", { kind: "reconciliation", rule: "parts", sentence: "x" }, null, "parts"],
];
for (const [name, blocker, href, rule] of cases)
  test(`${name} leads to where it is mended`, () => {
    const [mend] = desk({ blockers: [blocker] }).blockers;
    assert.equal(mend?.link?.href ?? null, href);
    assert.equal(mend?.rule ?? null, rule);
  });

test("with nothing but signatures in the way it is ready to sign, with anything else it is not", () => {
  const unsigned: Blocker = { kind: "signature", role: "director", sentence: "x" };
  const fault: Blocker = { kind: "reconciliation", rule: "parts", sentence: "y" };
  assert.deepEqual([desk({}).isReady, desk({}).isReadyToSign], [true, true]);
  assert.deepEqual(
    [desk({ blockers: [unsigned] }).isReady, desk({ blockers: [unsigned] }).isReadyToSign],
    [false, true],
  );
  assert.equal(desk({ blockers: [fault, unsigned] }).isReadyToSign, false);
});

test("a signature given before something changed is shown as such, and its role signs again", () => {
  const signed = [
    {
      ...{ id: 1, scorecard: "vital-signs", period: "2026-03", role: "director", person: "Director" },
      ...{ at: "2026-04-10T09:00:00.000Z", covers: "old", isStale: true },
    },
  ];
  const view = desk({ signed });
  assert.deepEqual(view.toSign, ["director"]);
  assert.equal(view.signatures[0]?.isStale, true);
  assert.deepEqual(desk({ signed: signed.map((one) => ({ ...one, isStale: false })) }).toSign, []);
});

test("an approver of one team may neither sign nor publish nor judge here", () => {
  assert.deepEqual(desk({}).may, { sign: true, publish: true, judge: true });
  const deputy = viewerOver({ kind: "team", name: "North" });
  assert.deepEqual(desk({}, deputy).may, { sign: false, publish: false, judge: false });
});
