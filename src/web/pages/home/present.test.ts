/** What the first page tells of scorecards and of how fresh the data is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import { presentHome } from "./present.ts";

const loads = await SAMPLE_SERVICES.loads();
const scorecards = await SAMPLE_SERVICES.scorecards();

test("only returns that figures are made from now are told of, with their issues", () => {
  const { returns } = presentHome(scorecards, loads, new Date("2026-04-05T09:00:00Z"));
  assert.deepEqual(returns, [
    {
      title: "CIN census 2025-26",
      asAt: "31 March 2026",
      loaded: "3 April 2026 at 07:10 (2 days ago)",
      issues: "12 not kept, 3 to check",
    },
  ]);
});

const ages = [
  ["2026-04-03T23:00:00Z", "today"],
  ["2026-04-04T06:00:00Z", "yesterday"],
  ["2026-05-03T06:00:00Z", "30 days ago"],
] as const;
for (const [now, words] of ages) {
  test(`a load of 3 April seen at ${now} was ${words}`, () => {
    assert.match(presentHome([], loads, new Date(now)).returns[0]?.loaded ?? "", new RegExp(`\\(${words}\\)$`));
  });
}

test("a scorecard says how large it is and for whom", () => {
  assert.equal(
    presentHome(scorecards, [], new Date(0)).scorecards[0]?.size,
    "100 indicators in 7 sections. For: children’s leadership team.",
  );
});
