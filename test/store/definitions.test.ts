/** Drafts and versions of definitions on both databases: nothing overwritten unseen, nothing approved twice, no version ever changed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AppError } from "../../src/domain/errors.ts";
import { draftWithId, openDraft, saveDraft, stepDraft } from "../../src/store/definition-draft.ts";
import { approveDraft, listVersions } from "../../src/store/definition-version.ts";
import { readLog, verifyLog } from "../../src/store/logs.ts";
import { openStore } from "../../src/store/open-store.ts";
import { listSeriesNotes } from "../../src/store/series-note.ts";
import { storePlaces } from "./places.ts";

const by = (actor: string) => ({ actor, at: "2026-04-10T09:00:00.000Z" });
const NEW = { kind: "measure", subject: "contacts", path: "measures/a/contacts.yaml", title: "Contacts" };
const withCode = (code: string) => (fault: unknown) => fault instanceof AppError && fault.code === code;

for (const places of await storePlaces())
  test(`${places.kind}: a draft is saved at the version read, approved once, and its version kept for ever`, async () => {
    const place = await places.fresh();
    const store = await openStore(place);
    const { id } = await openDraft(store, by("ann"), { ...NEW, content: "old", base: "old" });
    const change = { content: "new", reason: "Plainer", breaksFrom: "2026-04" };
    const saved = await saveDraft(store, by("bob"), { id, version: 1, change });
    assert.deepEqual(saved.authors, ["ann", "bob"]);
    await assert.rejects(saveDraft(store, by("ann"), { id, version: 1, change }), withCode("CHANGED_MEANWHILE"));
    const submit = { id, version: 2, what: "submit definition", from: ["draft"], to: "submitted" } as const;
    await stepDraft(store, by("ann"), submit);
    await assert.rejects(saveDraft(store, by("ann"), { id, version: 2, change }), withCode("STEP_NOT_ALLOWED"));
    const approval = { id, version: 2, before: "old" };
    const twice = await Promise.allSettled([
      approveDraft(store, by("cy"), approval),
      approveDraft(store, by("dee"), approval),
    ]);
    assert.deepEqual(twice.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const [version, ...others] = await listVersions(store, { kind: "measure", subject: "contacts" });
    assert.deepEqual(others, []);
    assert.deepEqual(
      [version?.version, version?.before, version?.content, version?.author],
      [1, "old", "new", "ann, bob"],
    );
    assert.deepEqual(
      (await listSeriesNotes(store)).map(({ measure, kind }) => [measure, kind]),
      [["contacts", "series-break"]],
    );
    assert.equal((await draftWithId(store, id)).state, "approved");
    const log = JSON.stringify(await readLog(store));
    assert.match(log, /approve definition/);
    assert.equal((await verifyLog(store)).broken, null);
    await assert.rejects(places.tamper(place, "update definition_version set content = 'other'"), /append-only/);
    await assert.rejects(places.tamper(place, "delete from definition_version"), /append-only/);
    await store.close();
  });
