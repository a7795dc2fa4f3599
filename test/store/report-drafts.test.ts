/** Reports being written and released, on both databases: nothing is overwritten unseen, everything can be undone, what is released stays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Report } from "../../src/domain/report/document.ts";
import { sampleReport } from "../../src/reports/sample/sample-report.ts";
import { verifyStore } from "../../src/services/verify.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import {
  listReportDrafts,
  openReportDraft,
  saveReportAnswers,
  withdrawReportDraft,
} from "../../src/store/report-draft.ts";
import { answerReportFlag, listReportFlagAnswers } from "../../src/store/report-flag-answer.ts";
import {
  listPassages,
  passageHistory,
  savePassage,
  undoPassage,
  withdrawPassage,
} from "../../src/store/report-passage.ts";
import { keepRelease, listReleases, releasedReport, withdrawRelease } from "../../src/store/report-release.ts";
import { storePlaces } from "./places.ts";

const ada = (second: number) => ({ actor: "Ada", at: `2026-04-10T09:00:${String(second).padStart(2, "0")}.000Z` });
const DRAFT = {
  template: "committee-report-2018",
  title: "A report",
  scorecard: "vital-signs",
  period: "2026-03",
  audience: "published",
  question: { template: "committee-report-2018" },
  answers: {},
} as const;
const AT = { draft: 1, block: "red-1", kind: "replace" } as const;
/** What somebody with the database's password would do first. */
const UNGUARDED = {
  sqlite: "drop trigger report_release_no_update",
  postgresql: "drop trigger report_release_no_change on report_release",
} as const;
const words = (body: string, seen: number) => ({ ...AT, body, generated: "", basedOn: "0", seen });

for (const places of await storePlaces()) {
  const check = (
    name: string,
    work: (store: Store, place: Awaited<ReturnType<typeof places.fresh>>) => Promise<void>,
  ): void => {
    test(`${places.kind}: ${name}`, async () => {
      const place = await places.fresh();
      const store = await openStore(place);
      try {
        await openReportDraft(store, ada(0), DRAFT);
        await work(store, place);
      } finally {
        await store.close();
      }
    });
  };
  const standing = async (store: Store) => (await listPassages(store, 1)).map(({ body }) => body);

  check("answers are kept at the version they were read at, and no other", async (store) => {
    const { version } = await saveReportAnswers(store, ada(1), {
      id: 1,
      version: 1,
      answers: { committee: "Scrutiny" },
    });
    assert.equal(version, 2);
    await assert.rejects(saveReportAnswers(store, ada(2), { id: 1, version: 1, answers: {} }), {
      code: "CHANGED_MEANWHILE",
    });
    assert.deepEqual((await listReportDrafts(store))[0]?.answers, { committee: "Scrutiny" });
  });

  check("every writing can be undone in turn, and so can taking out", async (store) => {
    const first = await savePassage(store, ada(1), words("One.", 0));
    const second = await savePassage(store, ada(2), words("Two.", first.id));
    await undoPassage(store, ada(3), { ...AT, seen: second.id });
    assert.deepEqual(await standing(store), ["One."]);
    await withdrawPassage(store, ada(4), { ...AT, seen: first.id });
    assert.deepEqual(await standing(store), []);
    await undoPassage(store, ada(5), { ...AT, seen: 0 });
    assert.deepEqual(await standing(store), ["One."]);
    await undoPassage(store, ada(6), { ...AT, seen: first.id });
    assert.deepEqual(await standing(store), []);
    assert.deepEqual(
      (await passageHistory(store, AT)).map(({ body }) => body),
      ["Two.", "One."],
    );
  });

  check("words somebody else wrote meanwhile are not overwritten", async (store) => {
    await savePassage(store, ada(1), words("Ada’s.", 0));
    await assert.rejects(savePassage(store, ada(2), words("Ben’s.", 0)), { code: "CHANGED_MEANWHILE" });
    assert.deepEqual(await standing(store), ["Ada’s."]);
  });

  check("nothing is written in a withdrawn report until it is put back", async (store) => {
    await withdrawReportDraft(store, ada(1), { id: 1, isBack: false });
    assert.deepEqual(await listReportDrafts(store), []);
    await assert.rejects(savePassage(store, ada(2), words("One.", 0)), { code: "STEP_NOT_ALLOWED" });
    await withdrawReportDraft(store, ada(3), { id: 1, isBack: true });
    await savePassage(store, ada(4), words("One.", 0));
    assert.deepEqual(await standing(store), ["One."]);
  });

  check("reasons given for flags are kept, the latest last", async (store) => {
    const flag = { id: "person-age@:aged 9", code: "person-age", quote: "aged 9" };
    for (const [index, reason] of ["First.", "Second."].entries())
      await answerReportFlag(store, ada(index), { draft: 1, place: "replace red-1", flag, reason });
    assert.deepEqual(
      (await listReportFlagAnswers(store, 1)).map(({ reason }) => reason),
      ["First.", "Second."],
    );
  });

  check("a released report is as it was released, and a change past the store is noticed", async (store, place) => {
    const report: Report = sampleReport();
    const { id } = await keepRelease(store, ada(1), { draft: 1, scorecard: "vital-signs", report });
    assert.deepEqual(await releasedReport(store, id), JSON.parse(JSON.stringify(report)));
    assert.deepEqual((await verifyStore(store)).at(-1)?.faults, []);
    await assert.rejects(places.tamper(place, "update report_release set title = 'Another'"), /append-only/);
    await withdrawRelease(store, ada(2), { id, reason: "A page was missing." });
    await assert.rejects(withdrawRelease(store, ada(3), { id, reason: "Again." }), { code: "STEP_NOT_ALLOWED" });
    assert.equal((await listReleases(store, { draft: 1 }))[0]?.withdrawn?.reason, "A page was missing.");
    await places.tamper(place, UNGUARDED[places.kind]);
    await places.tamper(place, "update report_release set model = '{}'");
    await assert.rejects(releasedReport(store, id), { code: "STORE_DAMAGED" });
    assert.deepEqual((await verifyStore(store)).at(-1)?.faults, ["it is not as it was released"]);
  });
}
