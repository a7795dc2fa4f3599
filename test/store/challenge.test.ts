/** Challenge sessions, actions and promises as the store keeps them: frozen packs, histories nobody rewrites, nobody writing over anybody. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TeamPack } from "../../src/domain/challenge/team-pack.ts";
import {
  changeAction,
  listActions,
  listNotes,
  readAction,
  reportProgress,
  settleAction,
  withdrawAction,
} from "../../src/store/challenge-action.ts";
import {
  changeChallenge,
  listChallenges,
  recordChallenge,
  withdrawChallenge,
} from "../../src/store/challenge-record.ts";
import {
  changeSession,
  holdSession,
  listSessions,
  planSession,
  readPack,
  readSession,
  restoreSession,
  withdrawSession,
} from "../../src/store/challenge-session.ts";
import { addComment } from "../../src/store/comment.ts";
import { keepPromise, listPromises, type PromiseToKeep, withdrawPromise } from "../../src/store/comment-promise.ts";
import { verifyLog } from "../../src/store/logs.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { by, storePlaces } from "./places.ts";

const PACK: TeamPack = {
  ...{ team: "Harbour", month: "2026-03", asAt: "2026-03-31", madeAt: "2026-04-20T09:00:00.000Z" },
  ...{ exceptions: [], trends: [], overdue: [], caseloads: [], actions: [] },
  warnings: ["Figures are late."],
};
const ACTION = { text: "Book cover", owner: null, ownerName: "Head of service", due: "2026-05-31", linked: null };

for (const places of await storePlaces()) {
  const check = (name: string, work: (store: Store, tamper: (sql: string) => Promise<void>) => Promise<void>): void => {
    test(`${places.kind}: ${name}`, async () => {
      const place = await places.fresh();
      const store = await openStore(place);
      try {
        await work(store, (sql) => places.tamper(place, sql));
        assert.equal((await verifyLog(store)).broken, null);
      } finally {
        await store.close();
      }
    });
  };

  check(
    "a held session keeps its pack, which nobody can change, and cannot be changed itself",
    async (store, tamper) => {
      const { id } = await planned(store);
      assert.equal(await readPack(store, { session: id, team: "Harbour" }), null);
      const held = await holdSession(store, by("Ada", 1), { id, version: 1, packs: [PACK] });
      assert.deepEqual([held.state, held.heldBy, held.version], ["held", "Ada", 2]);
      assert.deepEqual(await readPack(store, { session: id, team: "Harbour" }), PACK);
      await assert.rejects(holdSession(store, by("Ben", 2), { id, version: 2, packs: [] }), {
        code: "STEP_NOT_ALLOWED",
      });
      const change = { id, version: 2, title: "May", heldOn: "2026-05-20", teams: ["Harbour"] };
      await assert.rejects(changeSession(store, by("Ben", 2), change), { code: "STEP_NOT_ALLOWED" });
      await assert.rejects(tamper("update challenge_pack set pack = '{}'"), /append-only/);
      await assert.rejects(tamper("delete from challenge_pack"), /append-only/);
    },
  );

  check(
    "of two who hold a session at once one is told that it was changed meanwhile, and one pack is kept",
    async (store) => {
      const { id } = await planned(store);
      await holdSession(store, by("Ada", 1), { id, version: 1, packs: [PACK] });
      const late = { id, version: 1, packs: [{ ...PACK, warnings: [] }] };
      await assert.rejects(holdSession(store, by("Ben", 1), late), { code: "CHANGED_MEANWHILE" });
      assert.deepEqual(await readPack(store, { session: id, team: "Harbour" }), PACK);
    },
  );

  check("a session taken away is not listed, can only be brought back, and is then as it was", async (store) => {
    const { id } = await planned(store);
    await withdrawSession(store, by("Ada", 1), { id, version: 1 });
    assert.deepEqual(await listSessions(store), []);
    await assert.rejects(holdSession(store, by("Ada", 2), { id, version: 2, packs: [] }), { code: "TYPED_UNKNOWN" });
    await restoreSession(store, by("Ada", 3), { id, version: 2 });
    assert.deepEqual((await readSession(store, id)).teams, ["Harbour"]);
    assert.equal((await listSessions(store)).length, 1);
  });

  check(
    "a challenge and its action are recorded together; one taken away leaves its action standing",
    async (store) => {
      const { id: session } = await planned(store);
      const said = { session, team: "Harbour", question: "Why?", answer: "Because." };
      const action = { ...ACTION, session, team: "Harbour" };
      const { challenge, action: agreed } = await recordChallenge(store, by("Ada", 1), { challenge: said, action });
      assert.equal(agreed?.challenge, challenge.id);
      const place = { id: challenge.id, version: 1 };
      await changeChallenge(store, by("Ben", 2), { ...place, question: "Why so?", answer: "Because." });
      await assert.rejects(changeChallenge(store, by("Ada", 3), { ...place, question: "What?", answer: "" }), {
        code: "CHANGED_MEANWHILE",
      });
      await withdrawChallenge(store, by("Ada", 4), { id: challenge.id, version: 2 });
      assert.deepEqual(await listChallenges(store, { session }), []);
      assert.equal((await listActions(store, { session })).length, 1);
    },
  );

  check("an action’s history tells every step in order, and none of it can be rewritten", async (store, tamper) => {
    const id = await agreed(store);
    await reportProgress(store, by("Ben", 2), { id, text: "Half done." });
    const change = { id, version: 1, text: "Book more cover", owner: null, ownerName: "Cas", due: "2026-06-30" };
    await changeAction(store, by("Ada", 3), change);
    await settleAction(store, by("Ada", 4), { id, version: 2, to: "done", text: "Seen." });
    await assert.rejects(settleAction(store, by("Ada", 5), { id, version: 3, to: "done", text: "" }), {
      code: "STEP_NOT_ALLOWED",
    });
    await settleAction(store, by("Ada", 6), { id, version: 3, to: "open", text: "It came back." });
    await withdrawAction(store, by("Ada", 7), { id, version: 4, text: "A double.", isBack: false });
    await assert.rejects(reportProgress(store, by("Ben", 8), { id, text: "More." }), { code: "TYPED_UNKNOWN" });
    await withdrawAction(store, by("Ada", 9), { id, version: 5, text: "", isBack: true });
    const notes = (await listNotes(store, [id])).get(id) ?? [];
    assert.deepEqual(
      notes.map(({ kind }) => kind),
      ["agreed", "progress", "changed", "done", "reopened", "withdrawn", "restored"],
    );
    assert.equal(notes[2]?.text, "Was: Book cover (Head of service, by 2026-05-31).");
    assert.equal((await readAction(store, id)).state, "open");
    await assert.rejects(tamper("update action_note set text = 'All done.'"), /append-only/);
  });

  check("a note of progress is in nobody’s way: it does not change the version others work on", async (store) => {
    const id = await agreed(store);
    await reportProgress(store, by("Ben", 2), { id, text: "Half done." });
    assert.equal((await settleAction(store, by("Ada", 3), { id, version: 1, to: "done", text: "" })).state, "done");
  });

  check("a promise is decided on once, and again when the decision is taken back", async (store) => {
    const place = { scorecard: "vital-signs", period: "2026-03" };
    const subject = { kind: "references", references: ["29"] } as const;
    const { id: comment } = await addComment(store, by("Ada"), { ...place, subject, body: "It will improve in May." });
    const wanted: PromiseToKeep = {
      ...place,
      comment,
      reference: "29",
      measure: "referrals",
      window: "in-month",
      quote: "It will improve in May.",
      expects: { kind: "improve" },
      dueFrom: "2026-05-01",
      dueTo: "2026-05-31",
      state: "confirmed",
    };
    const { id } = await keepPromise(store, by("Ben", 1), wanted);
    await assert.rejects(keepPromise(store, by("Cas", 2), { ...wanted, state: "set-aside" }), {
      code: "CHANGED_MEANWHILE",
    });
    await withdrawPromise(store, by("Ben", 3), id);
    await keepPromise(store, by("Cas", 4), { ...wanted, state: "set-aside" });
    assert.deepEqual(
      (await listPromises(store)).map(({ state, comment: of }) => [state, of]),
      [["set-aside", comment]],
    );
  });
}

async function planned(store: Store): Promise<{ readonly id: number }> {
  return planSession(store, by("Ada"), { title: "April", heldOn: "2026-04-20", teams: ["Harbour"] });
}

async function agreed(store: Store): Promise<number> {
  const { id: session } = await planned(store);
  const challenge = { session, team: "Harbour", question: "Why?", answer: "" };
  const { action } = await recordChallenge(store, by("Ada", 1), {
    challenge,
    action: { ...ACTION, session, team: "Harbour" },
  });
  return action?.id ?? 0;
}
