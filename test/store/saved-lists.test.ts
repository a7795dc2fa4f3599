/** Lists kept under a name and notes on records: withdrawn and put back, noticed when changed meanwhile, on both databases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPerson } from "../../src/services/people/people.ts";
import { answerCaseNote, listCaseNotes, withdrawCaseNote, writeCaseNote } from "../../src/store/case-note.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { changeList, keepList, listSavedLists, putListBack, withdrawList } from "../../src/store/saved-list.ts";
import { by, storePlaces } from "./places.ts";

for (const places of await storePlaces()) {
  const check = (name: string, work: (store: Store) => Promise<void>): void => {
    test(`${places.kind}: ${name}`, async () => {
      const store = await openStore(await places.fresh());
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });
  };

  check("a list taken away is gone and comes back with undo", async (store) => {
    const owner = await addPerson(store, by("Ada"), { name: "Ada", email: "ada@wexcombe.example" });
    const list = { name: "Long plans", about: "", owner: owner.id, team: null, question: { measure: "contacts" } };
    const id = await keepList(store, by("Ada"), list);
    await withdrawList(store, by("Ada"), id);
    assert.deepEqual(await listSavedLists(store), []);
    await assert.rejects(withdrawList(store, by("Ada"), id), { code: "TYPED_UNKNOWN" });
    await putListBack(store, by("Ada"), id);
    const [kept] = await listSavedLists(store);
    assert.deepEqual([kept?.name, kept?.question], ["Long plans", { measure: "contacts" }]);
  });

  check("a list somebody else changed meanwhile is not overwritten", async (store) => {
    const owner = await addPerson(store, by("Ada"), { name: "Ada", email: "ada@wexcombe.example" });
    const id = await keepList(store, by("Ada"), { name: "A", about: "", owner: owner.id, team: "North", question: {} });
    await changeList(store, by("Ben"), { id, version: 1, name: "B", about: "", team: "North" });
    const late = changeList(store, by("Ada"), { id, version: 1, name: "C", about: "", team: "North" });
    await assert.rejects(late, { code: "CHANGED_MEANWHILE" });
    assert.equal((await listSavedLists(store))[0]?.name, "B");
  });

  check("a note on a record is answered once, and taken back by withdrawing", async (store) => {
    const note = { child: "W1", kind: "recording-error", body: "Visit of 3 March is missing", team: "North" } as const;
    const id = await writeCaseNote(store, by("Ada"), note);
    await answerCaseNote(store, by("Ben"), { id, words: "Recorded now" });
    await assert.rejects(answerCaseNote(store, by("Ben"), { id, words: "Again" }), { code: "TYPED_UNKNOWN" });
    const [kept] = await listCaseNotes(store, { child: "W1" });
    assert.deepEqual([kept?.answer?.words, kept?.answer?.by], ["Recorded now", by("Ben").actor]);
    await withdrawCaseNote(store, by("Ada"), id);
    assert.deepEqual(await listCaseNotes(store, { kind: "recording-error" }), []);
  });
}
