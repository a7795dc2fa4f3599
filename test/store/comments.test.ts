/** Comments as the store keeps them: versions, steps, and nobody writing over anybody (issue 3, sections 7 and 11). */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Comment } from "../../src/domain/commentary.ts";
import {
  addComment,
  commentVersions,
  editComment,
  listComments,
  moveComment,
  readComment,
  restoreComment,
  withdrawComment,
} from "../../src/store/comment.ts";
import { answerFlag, listAnswers } from "../../src/store/flag-answer.ts";
import { verifyLog } from "../../src/store/logs.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { by, type Places, storePlaces } from "./places.ts";

const PLACE = { scorecard: "vital-signs", period: "2026-03" };
const MANY: Comment["subject"] = { kind: "references", references: ["29", "30"] };

for (const places of await storePlaces()) {
  const check = (name: string, work: (store: Store) => Promise<void>): void => {
    test(`${places.kind}: ${name}`, async () => withFreshStore(places, work));
  };

  check(
    "a comment goes from draft to submitted to returned and at last approved, every version kept",
    async (store) => {
      const draft = await write(store, "Visits fell in March.");
      const { id } = draft;
      await moveComment(store, by("Ada", 1), { id, version: 1, to: "submitted" });
      await moveComment(store, by("Ben", 2), { id, version: 2, to: "returned", reason: "Say by how much." });
      await editComment(store, by("Ada", 3), { id, version: 3, body: "Visits fell by 3." });
      await moveComment(store, by("Ada", 4), { id, version: 4, to: "submitted" });
      const approved = await moveComment(store, by("Ben", 5), { id, version: 5, to: "approved" });
      assert.deepEqual(
        [approved.state, approved.version, approved.author, approved.body, approved.at, approved.subject],
        ["approved", 6, "Ada", "Visits fell by 3.", by("Ben", 5).at, MANY],
      );
      assert.deepEqual(
        (await commentVersions(store, id)).map(({ state, person, reason }) => [state, person, reason]),
        [
          ["draft", "Ada", null],
          ["submitted", "Ada", null],
          ["returned", "Ben", "Say by how much."],
          ["draft", "Ada", null],
          ["submitted", "Ada", null],
          ["approved", "Ben", null],
        ],
      );
    },
  );

  check("a draft cannot be approved, and an approved comment that is edited is a draft again", async (store) => {
    const { id } = await write(store, "Steady.");
    await assert.rejects(moveComment(store, by("Ben"), { id, version: 1, to: "approved" }), {
      code: "STEP_NOT_ALLOWED",
    });
    await moveComment(store, by("Ada"), { id, version: 1, to: "submitted" });
    await moveComment(store, by("Ben"), { id, version: 2, to: "approved" });
    assert.equal((await editComment(store, by("Ada"), { id, version: 3, body: "Rising." })).state, "draft");
  });

  check("of ten people who edit the same version one succeeds and nine are told", async (store) => {
    const { id } = await write(store, "First words.");
    const edits = Array.from({ length: 10 }, (_, n) =>
      editComment(store, by(`person ${n}`), { id, version: 1, body: `Words of ${n}.` }),
    );
    const outcomes = await Promise.allSettled(edits);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    assert.deepEqual(new Set(refused.map(({ reason }) => reason.code)), new Set(["CHANGED_MEANWHILE"]));
    assert.equal(refused.length, 9);
    const winner = outcomes.findIndex(({ status }) => status === "fulfilled");
    assert.equal((await readComment(store, id)).body, `Words of ${winner}.`);
    assert.equal((await commentVersions(store, id)).length, 2);
  });

  check("a comment taken away is not listed, can still be read, and comes back as it was", async (store) => {
    const { id } = await write(store, "To be taken away.");
    await withdrawComment(store, by("Ada"), { id, version: 1 });
    assert.deepEqual(await listComments(store, PLACE), []);
    assert.equal((await readComment(store, id)).body, "To be taken away.");
    await restoreComment(store, by("Ada"), { id, version: 2 });
    assert.deepEqual(
      (await listComments(store, PLACE)).map(({ body, state }) => [body, state]),
      [["To be taken away.", "draft"]],
    );
  });

  check("an id nothing has is named", async (store) => {
    await assert.rejects(readComment(store, "7"), { code: "TYPED_UNKNOWN" });
    await assert.rejects(readComment(store, "1 or 1=1"), { code: "TYPED_UNKNOWN" });
  });

  check("answers to flags stay with their comment", async (store) => {
    const { id: comment } = await write(store, "Up 32%.");
    const flag = { id: "f1", code: "CHANGE_DIFFERS", quote: "32%" };
    await answerFlag(store, by("Ada"), { comment, flag, reason: "Counted since April." });
    assert.deepEqual(await listAnswers(store, PLACE), [
      {
        comment,
        flag: "f1",
        code: "CHANGE_DIFFERS",
        quote: "32%",
        reason: "Counted since April.",
        author: "Ada",
        at: by("Ada").at,
      },
    ]);
    assert.deepEqual(await listAnswers(store, { ...PLACE, period: "2026-04" }), []);
  });

  check(
    "whatever order editors act in, only who saw the latest version changes it, and no words are lost",
    async (store) => {
      const steps = fc.array(fc.record({ editor: fc.nat(2), rereads: fc.boolean() }), { maxLength: 12 });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (acts) => {
          round += 1;
          const { id } = await write(store, `Round ${round}`);
          const seen = [1, 1, 1];
          const expected = [`Round ${round}`];
          for (const [n, { editor, rereads }] of acts.entries()) {
            if (rereads) seen[editor] = (await readComment(store, id)).version;
            const body = `Round ${round}, act ${n}`;
            const editing = editComment(store, by(`editor ${editor}`), { id, version: seen[editor]!, body });
            if (seen[editor] === expected.length) {
              seen[editor] = (await editing).version;
              expected.push(body);
            } else await assert.rejects(editing, { code: "CHANGED_MEANWHILE" });
          }
          assert.deepEqual(
            (await commentVersions(store, id)).map(({ body }) => body),
            expected,
          );
        }),
        { numRuns: 25 },
      );
      assert.equal((await verifyLog(store)).broken, null);
    },
  );
}

async function withFreshStore(places: Places, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(await places.fresh());
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function write(store: Store, body: string): Promise<Comment> {
  return addComment(store, by("Ada"), { ...PLACE, subject: MANY, body });
}
