/** What the store promises, on SQLite and on PostgreSQL alike (issue 3, section 11). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptFailure, listAcceptances, withdrawAcceptance } from "../../src/store/acceptance.ts";
import { askForComment, listCommentsDue, withdrawCommentDue } from "../../src/store/comment-due.ts";
import { readAccessLog, readLog, verifyAccessLog, verifyLog } from "../../src/store/logs.ts";
import { openStore, type Store, type StorePlace } from "../../src/store/open-store.ts";
import { listRatings, rateByPerson, withdrawRating } from "../../src/store/person-rating.ts";
import { announce, listPublicationPlans } from "../../src/store/publication-plan.ts";
import { addSeriesNote, listSeriesNotes, withdrawSeriesNote } from "../../src/store/series-note.ts";
import { readSettings, setSetting } from "../../src/store/setting.ts";
import { listSignOffs, signOff, withdrawSignOff } from "../../src/store/sign-off.ts";
import { listTargets, setTarget, type TargetToSet, targetsOn, withdrawTarget } from "../../src/store/target.ts";
import { by, type Places, storePlaces } from "./places.ts";

const PLACE = { scorecard: "vital-signs", period: "2026-03" };

for (const places of await storePlaces()) {
  const check = (name: string, work: (store: Store, place: StorePlace) => Promise<void>): void => {
    test(`${places.kind}: ${name}`, async () => withFreshStore(places, work));
  };

  check("a change that fails leaves neither its work nor an entry in the log", async (store) => {
    const failing = store.change({ ...by("Ada"), what: "set setting" }, async (transaction) => {
      await transaction.insertInto("setting").values({ key: "threshold", value: "5" }).execute();
      throw new Error("halfway");
    });
    await assert.rejects(failing, /halfway/);
    assert.deepEqual([await readSettings(store), await readLog(store)], [{}, []]);
    await setSetting(store, by("Ada"), "threshold", 6);
    assert.deepEqual(
      (await readLog(store)).map(({ sequence }) => sequence),
      [1],
    );
  });

  check("the log says who changed what, when, from what and to what", async (store) => {
    await setSetting(store, by("Ada", 1), "threshold", 5);
    await setSetting(store, by("Ben", 2), "threshold", 7);
    const [, second] = await readLog(store);
    const { actor, at, what, subject, before, after } = second!;
    assert.deepEqual(
      { actor, at, what, subject, before, after },
      { ...by("Ben", 2), what: "set setting", subject: "setting threshold", before: 5, after: 7 },
    );
  });

  check(
    "a new target ends the one before it the day before, and taken back gives it its own end again",
    async (store) => {
      await setTarget(store, by("Ada"), target("80%", "2025-04-01", null));
      const second = await setTarget(store, by("Ada"), target("90%", "2026-04-01", null));
      const ends = async (): Promise<unknown> =>
        (await listTargets(store, "vital-signs")).map(({ target: set }) => [set?.text, set?.validTo]);
      assert.deepEqual(await ends(), [
        ["80%", "2026-03-31"],
        ["90%", null],
      ]);
      const all = await listTargets(store, "vital-signs");
      const textOn = (day: string): unknown => targetsOn(all, day)[0]?.target?.text;
      assert.deepEqual([textOn("2025-03-31"), textOn("2026-03-31"), textOn("2026-04-01")], [undefined, "80%", "90%"]);
      await withdrawTarget(store, by("Ada"), second.id);
      assert.deepEqual(await ends(), [["80%", null]]);
    },
  );

  check("a target of one reference leaves those of others as they are", async (store) => {
    await setTarget(store, by("Ada"), target("80%", null, null));
    await setTarget(store, by("Ada"), { ...target("90%", "2026-04-01", null), reference: "7b" });
    assert.deepEqual(
      (await listTargets(store, "vital-signs")).map(({ reference, target: set }) => [reference, set?.validTo]),
      [
        ["7", null],
        ["7b", null],
      ],
    );
  });

  check("a target comes back as it was set, bands and rules included", async (store) => {
    const wanted: TargetToSet = {
      ...target("at least 90%", "2026-04-01", "2027-03-31"),
      bands: { good: "85-93", outstanding: "94-100" },
      rating: { kind: "relative-tolerance", tolerance: 15, zeroTolerance: 1 },
      direction: { kind: "two-state" },
      compare: "same-period-last-year",
    };
    await setTarget(store, by("Ada", 3), wanted);
    const [kept] = await listTargets(store, "vital-signs");
    assert.deepEqual(kept, { ...wanted, id: 1, author: "Ada", at: by("Ada", 3).at });
  });

  check("a rating by judgement gives way to a later one of the same indicator and period", async (store) => {
    const place = { ...PLACE, reference: "7" };
    await rateByPerson(store, by("Ada", 1), { ...place, word: "amber", reason: "Two months only." });
    const kept = await rateByPerson(store, by("Ben", 2), { ...place, word: "red", reason: "Audit says so." });
    assert.deepEqual(
      (await listRatings(store, PLACE)).map(({ word, author, reason }) => [word, author, reason]),
      [["red", "Ben", "Audit says so."]],
    );
    await withdrawRating(store, by("Ben"), kept.id);
    assert.deepEqual(await listRatings(store, PLACE), []);
  });

  check("notes, acceptances, signatures and comments asked for are listed until withdrawn, once", async (store) => {
    const note = await addSeriesNote(store, by("Ada"), {
      measure: "referrals",
      window: null,
      fromPeriod: "2025-09",
      kind: "series-break",
      reason: "New front door.",
    });
    const accepted = await acceptFailure(store, by("Ada"), { ...PLACE, rule: "parts", reason: "Source rounds." });
    const signed = await signOff(store, by("Ada"), { ...PLACE, role: "director", person: "Ada", covers: "f00d" });
    const asked = { ...PLACE, references: ["29", "30"], owner: "Ben", due: "2026-04-24" };
    const due = await askForComment(store, by("Ada"), asked);
    const listed = async (): Promise<readonly number[]> => [
      (await listSeriesNotes(store)).length,
      (await listAcceptances(store, PLACE)).length,
      (await listSignOffs(store, PLACE)).length,
      (await listCommentsDue(store, PLACE)).length,
    ];
    assert.deepEqual((await listCommentsDue(store))[0], { ...asked, id: due.id });
    assert.deepEqual(await listed(), [1, 1, 1, 1]);
    await withdrawSeriesNote(store, by("Ada"), note.id);
    await withdrawAcceptance(store, by("Ada"), accepted.id);
    await withdrawSignOff(store, by("Ada"), signed.id);
    await withdrawCommentDue(store, by("Ada"), due.id);
    assert.deepEqual(await listed(), [0, 0, 0, 0]);
    await assert.rejects(withdrawSignOff(store, by("Ada"), signed.id), { code: "TYPED_UNKNOWN" });
  });

  check("a day announced for publication stands until another is announced for the same period", async (store) => {
    await announce(store, by("Ada"), { ...PLACE, publishOn: "2026-05-06" });
    await announce(store, by("Ada"), { ...PLACE, publishOn: "2026-05-13" });
    assert.deepEqual(
      (await listPublicationPlans(store)).map(({ announcedOn, publishOn }) => [announcedOn, publishOn]),
      [["2026-04-20", "2026-05-13"]],
    );
  });

  check("views of children are logged in a chain of their own, with their purpose", async (store) => {
    const seen = { what: "list", subject: "referrals 2026-03", purpose: "Case audit", detail: { rows: 12 } };
    await store.recordAccess({ ...by("Ada"), ...seen });
    const [{ purpose, detail } = { purpose: "", detail: null }] = await readAccessLog(store);
    assert.deepEqual([purpose, detail], ["Case audit", { rows: 12 }]);
    assert.equal((await verifyAccessLog(store)).entries, 1);
    assert.equal((await verifyLog(store)).entries, 0);
  });

  check("changes made at the same time through one store all happen, one after another", async (store) => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => setSetting(store, by("Ada"), `key-${n}`, n)));
    assert.equal(Object.keys(await readSettings(store)).length, 20);
    const { entries, broken } = await verifyLog(store);
    assert.deepEqual({ entries, broken }, { entries: 20, broken: null });
  });

  check("what is kept comes back when the store is opened again", async (store, place) => {
    await setSetting(store, by("Ada"), "organisation", { name: "Wexcombe", plan: [1, 2] });
    const again = await openStore(place);
    assert.deepEqual(await readSettings(again), { organisation: { name: "Wexcombe", plan: [1, 2] } });
    await again.close();
  });

  check("a store that a newer Waymark has changed is refused", async (_store, place) => {
    await places.tamper(place, "insert into schema_migration (name, timestamp) values ('9999-later', '2027-01-01')");
    await assert.rejects(openStore(place), { code: "STORE_UNAVAILABLE" });
  });
}

test("a store that cannot be reached says so", async () => {
  const nowhere = { data: "", url: "postgres://waymark@127.0.0.1:1/none" };
  await assert.rejects(openStore(nowhere), { code: "STORE_UNAVAILABLE" });
  await assert.rejects(openStore({ data: "/dev/null" }), { code: "STORE_UNAVAILABLE" });
});

async function withFreshStore(places: Places, work: (store: Store, place: StorePlace) => Promise<void>): Promise<void> {
  const place = await places.fresh();
  const store = await openStore(place);
  try {
    await work(store, place);
  } finally {
    await store.close();
  }
}

function target(text: string, validFrom: string | null, validTo: string | null): TargetToSet {
  const when = { validFrom, validTo, isUnderReview: false };
  return {
    scorecard: "vital-signs",
    reference: "7",
    target: { text, origin: "local", basis: "each-period", ...when },
    bands: null,
  };
}
