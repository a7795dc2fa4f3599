/** A comment from draft to approval on a real store: flags are mended or answered, and nobody approves their own words. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { sampleFacts, sampleIndicator } from "../../test/commentary/sample-facts.ts";
import { factsFor } from "../domain/commentary/facts.ts";
import { AppError, type ErrorCode } from "../domain/errors.ts";
import { openStore, type Store } from "../store/open-store.ts";
import {
  answerCommentFlag,
  approveComment,
  checkWords,
  listCommentary,
  listOwed,
  openFlags,
  requestComment,
  returnComment,
  rewriteComment,
  submitComment,
  writeComment,
} from "./commentary.ts";
import type { Commentary } from "./open-commentary.ts";

const indicators = [
  sampleIndicator({ reference: "1.1", title: "Number of contacts", figures: { "2026-02": 900, "2026-03": 912 } }),
  sampleIndicator({ reference: "1.2", title: "Number of referrals", figures: { "2026-02": 200, "2026-03": 250 } }),
];
const facts = sampleFacts("2026-03", indicators);
const commentary: Commentary = {
  scorecard: "front-door",
  period: facts.period,
  choices: { references: ["1.1", "1.2"], sections: ["Front door"] },
  factsFor: (subject) => factsFor(facts, subject),
};
const author = { actor: "A. Analyst", at: "2026-04-08T09:00:00.000Z" };
const manager = { actor: "M. Manager", at: "2026-04-09T09:00:00.000Z" };

let folder = "";
let store: Store;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-comments-"));
  store = await openStore({ data: folder });
});
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const refusedWith = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;

test("words can be checked before they are kept", () => {
  assert.deepEqual(checkWords(commentary, { on: "1.2", body: "Referrals are up 25% since last month." }), []);
  const [flag] = checkWords(commentary, { on: "1.2", body: "Referrals are up 52% since last month." });
  assert.equal(flag?.message, "Says up 52%; the data say up 25%: 200 (February 2026) to 250 (March 2026).");
  assert.throws(() => checkWords(commentary, { on: "7.7", body: "x" }), refusedWith("COMMENT_SUBJECT_UNKNOWN"));
});

test("a comment with an open flag is not submitted; once mended it is, and somebody else approves it", async () => {
  const draft = await writeComment(commentary, store, author, {
    on: "1.2",
    body: "Referrals are up 52% since last month.",
  });
  assert.equal(openFlags(draft).length, 1);
  await assert.rejects(submitComment(commentary, store, author, draft.id), refusedWith("COMMENT_FLAGS_OPEN"));
  const mended = await rewriteComment(commentary, store, author, {
    id: draft.id,
    body: "Referrals are up 25% since last month.",
  });
  assert.deepEqual(mended.flags, []);
  assert.equal((await submitComment(commentary, store, author, draft.id)).state, "submitted");
  await assert.rejects(approveComment(commentary, store, author, draft.id), refusedWith("COMMENT_OWN_APPROVAL"));
  const returned = await returnComment(commentary, store, manager, { id: draft.id, reason: "Say why." });
  assert.equal(returned.state, "returned");
  await submitComment(commentary, store, author, draft.id);
  assert.equal((await approveComment(commentary, store, manager, draft.id)).state, "approved");
});

test("an answered flag stays with its answer, and lets the comment move on; the same words elsewhere need their own", async () => {
  const body = "Two children moved together.";
  const first = await writeComment(commentary, store, author, { on: "1.1", body });
  const second = await writeComment(commentary, store, author, { on: "1.1", body });
  await assert.rejects(
    answerCommentFlag(commentary, store, author, { id: first.id, flag: "1", reason: " " }),
    refusedWith("USAGE"),
  );
  await assert.rejects(
    answerCommentFlag(commentary, store, author, { id: first.id, flag: "9", reason: "No." }),
    refusedWith("TYPED_UNKNOWN"),
  );
  const number = first.flags.findIndex(({ code }) => code === "small-count") + 1;
  const answered = await answerCommentFlag(commentary, store, author, {
    id: first.id,
    flag: String(number),
    reason: "They have left the area.",
  });
  assert.equal(answered.flags[number - 1]?.answer?.reason, "They have left the area.");
  assert.equal((await submitComment(commentary, store, author, first.id)).state, "submitted");
  await assert.rejects(submitComment(commentary, store, author, second.id), refusedWith("COMMENT_FLAGS_OPEN"));
  const reworded = await rewriteComment(commentary, store, author, { id: second.id, body: `${body} They are well.` });
  assert.equal(openFlags(reworded).length, 1);
});

test("a claim nothing can check stops nothing, but is listed", async () => {
  const comment = await writeComment(commentary, store, author, {
    on: "",
    body: "A workshop was held for 31 managers.",
  });
  assert.deepEqual(
    comment.flags.map(({ kind }) => kind),
    ["unchecked"],
  );
  assert.equal((await submitComment(commentary, store, author, comment.id)).state, "submitted");
  const listed = await listCommentary(commentary, store);
  assert.ok(listed.some(({ id, flags }) => id === comment.id && flags.length === 1));
});

test("a comment of another card or period is not checked against this card's figures", async () => {
  const other = await writeComment({ ...commentary, scorecard: "other" }, store, author, {
    on: "1.1",
    body: "Steady.",
  });
  await assert.rejects(submitComment(commentary, store, author, other.id), refusedWith("TYPED_UNKNOWN"));
});

test("who owes what by when: due, overdue, waiting for approval, done", async () => {
  const card = { ...commentary, scorecard: "owed" };
  const place = { scorecard: "owed", period: "2026-03" };
  const state = async (today: string) =>
    (await listOwed(store, place, today)).map((owed) => [owed.state, owed.daysLate, owed.missing.join()]);
  await requestComment(card, store, manager, { on: "1.1 & 1.2", owner: author.actor, due: "2026-04-10" });
  assert.deepEqual(await state("2026-04-10"), [["due", 0, "1.1,1.2"]]);
  const one = await writeComment(card, store, author, { on: "1.1", body: "Steady." });
  await submitComment(card, store, author, one.id);
  assert.deepEqual(await state("2026-04-13"), [["overdue", 3, "1.2"]]);
  const two = await writeComment(card, store, author, { on: "1.2", body: "Steady." });
  await submitComment(card, store, author, two.id);
  assert.deepEqual(await state("2026-04-13"), [["waiting", 0, ""]]);
  for (const { id } of [one, two]) await approveComment(card, store, manager, id);
  assert.deepEqual(await state("2026-04-13"), [["done", 0, ""]]);
});
