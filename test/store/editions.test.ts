/** Editions and logs as the store keeps them: written whole, never changed, and any change behind its back found (issue 3, sections 9 and 11). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checksumOf } from "../../src/domain/checksums.ts";
import { verifyStore } from "../../src/services/verify.ts";
import {
  type EditionToWrite,
  latestEdition,
  listEditions,
  readEdition,
  readEditionFile,
  readEditionFiles,
  writeEdition,
} from "../../src/store/edition.ts";
import { readLog } from "../../src/store/logs.ts";
import { openStore, type Store, type StorePlace } from "../../src/store/open-store.ts";
import { setSetting } from "../../src/store/setting.ts";
import { by, bytes, type Places, sqlitePlaces, storePlaces } from "./places.ts";

/** Statements that lift the store's own protection, as a determined person with the password would. */
const UNPROTECT = {
  sqlite: (table: string) =>
    ["update", "delete"].map((deed) => `drop trigger ${table}_no_${deed};`).join("") +
    (table === "edition_file" ? "drop trigger edition_file_closed;" : ""),
  postgresql: (table: string) => `alter table ${table} disable trigger user;`,
};

for (const places of await storePlaces()) {
  const check = (name: string, work: (store: Store, place: StorePlace) => Promise<void>): void => {
    test(`${places.kind}: ${name}`, async () => withFreshStore(places, work));
  };

  check("an edition comes back with every file to the byte", async (store) => {
    const odd = Uint8Array.from({ length: 256 }, (_, n) => n);
    const files = [...edition(1).files, { path: "internal/odd.gz", bytes: odd }];
    const written = await writeEdition(store, by("Ada", 5), { ...edition(1), files });
    assert.deepEqual(await readEdition(store, "vital-signs-2026-03-1"), written);
    assert.deepEqual([written.publishedBy, written.publishedAt], ["Ada", by("Ada", 5).at]);
    assert.equal(written.checksum, checksumOf(files));
    assert.deepEqual(new Uint8Array(await readEditionFile(store, written.id, "internal/odd.gz")), odd);
    assert.deepEqual(
      (await readEditionFiles(store, written.id)).map(({ path }) => path),
      ["internal/odd.gz", "public/checksums.txt", "public/index.html"],
    );
  });

  check("of two who publish the same number at once one does, whole, and the other is told", async (store) => {
    const outcomes = await Promise.allSettled([
      writeEdition(store, by("Ada"), edition(1)),
      writeEdition(store, by("Ben"), edition(1)),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    assert.deepEqual(
      refused.map(({ reason }) => reason.code),
      ["CHANGED_MEANWHILE"],
    );
    assert.deepEqual([(await listEditions(store)).length, (await readLog(store)).length], [1, 1]);
  });

  check("the latest edition is the one with the highest number, whatever the clocks said", async (store) => {
    await writeEdition(store, by("Ada", 50), edition(1));
    await writeEdition(store, by("Ada", 10), { ...edition(2), kind: "unscheduled-revision", corrects: edition(1).id });
    const place = { scorecard: "vital-signs", period: "2026-03" };
    assert.equal((await latestEdition(store, place))?.number, 2);
    assert.equal(await latestEdition(store, { ...place, period: "2026-04" }), null);
  });

  check("an edition whose file cannot be written is not there at all", async (store) => {
    const twice = [...edition(1).files, ...edition(1).files];
    await assert.rejects(writeEdition(store, by("Ada"), { ...edition(1), files: twice }));
    assert.deepEqual([await listEditions(store), await readLog(store)], [[], []]);
    assert.deepEqual(await readEditionFiles(store, edition(1).id), []);
  });

  check("the database itself refuses to change logs, editions and their files", async (store, place) => {
    await writeEdition(store, by("Ada"), edition(1));
    await store.recordAccess({ ...by("Ada"), what: "list", subject: "x", purpose: "audit", detail: null });
    for (const statement of [
      "update change_log set actor = 'Eve'",
      "delete from change_log",
      "delete from access_log",
      "update edition set reason = 'better'",
      "delete from edition",
      "update edition_file set path = 'other'",
      "delete from edition_file",
    ])
      await assert.rejects(places.tamper(place, statement), /append-only/, statement);
    const added =
      "insert into edition_file (edition, path, bytes, sha256) values ('vital-signs-2026-03-1', 'x', '', '')";
    await assert.rejects(places.tamper(place, added.replace("''", places.kind === "sqlite" ? "x''" : "''")));
    assert.deepEqual(await faults(store), []);
  });

  const tampering = [
    ["edition_file", "update edition_file set path = 'public/other.html' where path = 'public/index.html'"],
    ["edition_file", "delete from edition_file where path = 'public/index.html'"],
    ["edition", "update edition set audience = 'nobody'"],
    ["edition", "update edition set checksum = 'f00d'"],
    ["change_log", "update change_log set actor = 'Eve' where sequence = 2"],
    ["change_log", "delete from change_log where sequence = 3"],
    ["access_log", "update access_log set detail = '{}'"],
  ] as const;
  for (const [table, statement] of tampering)
    check(`somebody who lifts the protection is found out: ${statement}`, async (store, place) => {
      await setSetting(store, by("Ada"), "threshold", 5);
      await setSetting(store, by("Ada"), "threshold", 6);
      await writeEdition(store, by("Ada"), edition(1));
      await store.recordAccess({ ...by("Ada"), what: "list", subject: "x", purpose: "audit", detail: null });
      assert.deepEqual(await faults(store), []);
      await places.tamper(place, `${UNPROTECT[places.kind](table)} ${statement}`);
      assert.notDeepEqual(await faults(store), []);
    });

  check("an edition that was published and is gone is missed", async (store, place) => {
    await writeEdition(store, by("Ada"), edition(1));
    const lift = `${UNPROTECT[places.kind]("edition")} ${UNPROTECT[places.kind]("edition_file")}`;
    await places.tamper(place, `${lift} delete from edition_file; delete from edition`);
    assert.deepEqual(await faults(store), ["edition vital-signs-2026-03-1: it was published, and is no longer there"]);
  });
}

test("on SQLite what reads cannot write", async () => {
  await withFreshStore(sqlitePlaces(), async (store) => {
    const writing = store.db as unknown as { deleteFrom(table: string): { execute(): Promise<unknown> } };
    await assert.rejects(writing.deleteFrom("setting").execute(), /readonly/);
  });
});

async function faults(store: Store): Promise<readonly string[]> {
  const checks = await verifyStore(store);
  return checks.flatMap(({ subject, faults: found }) => found.map((fault) => `${subject}: ${fault}`));
}

async function withFreshStore(places: Places, work: (store: Store, place: StorePlace) => Promise<void>): Promise<void> {
  const place = await places.fresh();
  const store = await openStore(place);
  try {
    await work(store, place);
  } finally {
    await store.close();
  }
}

function edition(number: number): EditionToWrite {
  return {
    id: `vital-signs-2026-03-${number}`,
    scorecard: "vital-signs",
    period: "2026-03",
    number,
    kind: "first",
    reason: null,
    corrects: null,
    audience: "members",
    files: [
      { path: "public/index.html", bytes: bytes("<!doctype html>") },
      { path: "public/checksums.txt", bytes: bytes("made up") },
    ],
  };
}
