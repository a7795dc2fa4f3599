/** What is worked out once, and what is forgotten. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { LiveWorkspace } from "../services/live-workspace.ts";
import { keepAnswers } from "./kept-answers.ts";

/** A keeper whose data can be changed, and how often each question was worked out. */
function counting() {
  let fingerprint = "first";
  const keep = keepAnswers({ current: () => ({ fingerprint }) } as unknown as LiveWorkspace);
  const worked = new Map<string, number>();
  return {
    ask: (key: string) =>
      keep(key, async () => {
        worked.set(key, (worked.get(key) ?? 0) + 1);
        return key;
      }),
    timesOf: (key: string) => worked.get(key),
    change: () => {
      fingerprint = "second";
    },
    keep,
  };
}

test("a question asked twice is worked out once, until the data change", async () => {
  const { ask, timesOf, change } = counting();
  await Promise.all([ask("a"), ask("a")]);
  assert.equal(timesOf("a"), 1);
  change();
  await ask("a");
  assert.equal(timesOf("a"), 2);
});

test("what is asked for again and again is kept, however many other questions come", async () => {
  const { ask, timesOf } = counting();
  await ask("often");
  await ask("once");
  for (let index = 0; index < 600; index++) {
    await ask(`other ${index}`);
    await ask("often");
  }
  assert.equal(timesOf("often"), 1);
  await ask("once");
  assert.equal(timesOf("once"), 2);
});

test("a failure is not given again", async () => {
  const { keep } = counting();
  await assert.rejects(keep("a", () => Promise.reject(new Error("no"))));
  assert.equal(await keep("a", async () => "yes"), "yes");
});

test("two questions that happen to be named alike are never given each other's answer", async () => {
  const { keep } = counting();
  const asNames = await keep("teams", async () => ["North"]);
  const asRows = await keep("teams", async () => [{ name: "North" }]);
  assert.deepEqual([asNames, asRows], [["North"], [{ name: "North" }]]);
});
