/** From a made-up authority's returns to a published edition and back: blocked, signed, published, made again, changed, corrected. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AppError } from "../src/domain/errors.ts";
import { indicatorsOf, type ScoredCard } from "../src/domain/scored-card.ts";
import { changesSince } from "../src/services/changes-since.ts";
import { writeOutEdition } from "../src/services/editions.ts";
import { loadReturn } from "../src/services/load-return.ts";
import { publishEdition } from "../src/services/publish-edition.ts";
import { rePerformEdition } from "../src/services/re-perform-edition.ts";
import { readJudgementInputs } from "../src/services/read-judgement-inputs.ts";
import { scoreScorecard } from "../src/services/score-scorecard.ts";
import { signOffCard } from "../src/services/sign-off.ts";
import { synthesiseAuthorities } from "../src/services/synthesise-authorities.ts";
import { setCheckedTarget } from "../src/services/typed.ts";
import { openWorkspace, type Workspace } from "../src/services/workspace.ts";
import { checkEdition } from "../src/store/edition.ts";
import { openStore, type Store } from "../src/store/open-store.ts";
import { setSetting } from "../src/store/setting.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-publishing-"));
const data = join(root, "data");
const question = { scorecard: "vital-signs", period: "2026-03" };
const by = { actor: "An analyst", at: "2026-04-10T09:00:00.000Z" };
const at = new Date(by.at);
const quiet = (): void => undefined;
let store: Store;

const open = (extra: readonly string[] = []): Workspace => openWorkspace({ data, catalogue: ["catalogue", ...extra] });

/** Loads files as one return. */
async function load(paths: readonly string[], returnId?: string): Promise<void> {
  const { status, issues } = await loadReturn({
    paths,
    authority: "Wexcombe",
    data,
    catalogue: ["catalogue"],
    strict: false,
    by: "test",
    at: new Date(at.getTime() + 1000),
    report: quiet,
    ...(returnId === undefined ? {} : { return: returnId }),
  });
  assert.equal(status, "accepted", JSON.stringify(issues.slice(0, 3)));
}

async function signed(workspace: Workspace): Promise<void> {
  await signOffCard(workspace, store, by, { ...question, role: "director", person: "The director" });
}

async function cardOf(workspace: Workspace, audience: "internal" | "published"): Promise<ScoredCard> {
  const inputs = await readJudgementInputs(store, workspace.catalogue, question);
  return scoreScorecard(workspace, inputs, { ...question, audience });
}

const publish = (workspace: Workspace, revision?: { kind: "unscheduled-revision"; reason: string }) =>
  publishEdition(workspace, store, { ...question, by: by.actor, at, waymark: "test", revision });

before(async () => {
  const { authorities } = await synthesiseAuthorities(
    {
      authorities: 1,
      authorityNames: ["Wexcombe"],
      children: 900,
      months: 30,
      seed: "publishing",
      out: join(root, "returns"),
    },
    quiet,
  );
  await load([join(root, "returns", authorities[0]?.folder ?? "")]);
  store = await openStore({ data });
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

test("nothing is published before those who must have signed it off, and a signature covers only what stood then", async () => {
  const workspace = open();
  try {
    await assert.rejects(publish(workspace), (fault: AppError) => {
      assert.equal(fault.code, "PUBLISH_BLOCKED");
      assert.match(fault.message, /The director has not signed off/);
      return true;
    });
    await signed(workspace);
    await setCheckedTarget(store, workspace.catalogue, by, {
      scorecard: "vital-signs",
      reference: "7",
      target: { text: "92%" },
      bands: null,
    });
    await assert.rejects(publish(workspace), /signed off before something on the card changed/);
  } finally {
    workspace.close();
  }
});

test("a published edition is whole, can be made again byte for byte, and differs in nothing from today", async () => {
  const workspace = open();
  try {
    await signed(workspace);
    const { edition, checksum, card } = await publish(workspace);
    assert.equal(edition.id, "vital-signs-2026-03-1");
    assert.deepEqual(await checkEdition(store, edition.id), { edition: edition.id, checksum, faults: [] });
    const { isSame, files } = await rePerformEdition(workspace, store, edition.id);
    assert.deepEqual(
      files.filter((file) => !file.isSame),
      [],
    );
    assert.ok(isSame);
    assert.deepEqual((await changesSince(workspace, store, edition.id)).changes, []);
    const { red, amber, green, total, "not-rated": notRated } = card.ratings;
    assert.equal(red + amber + green + notRated, total);
    assert.equal(total, indicatorsOf(card).length);
  } finally {
    workspace.close();
  }
});

test("no hidden number stands anywhere in what is given away", async () => {
  const workspace = open();
  try {
    const internal = await cardOf(workspace, "internal");
    const shown = await cardOf(workspace, "published");
    const hidden = indicatorsOf(shown).filter(({ state }) => state === "suppressed");
    assert.ok(hidden.length > 5, "a small authority has small numbers");
    const small = new Map(indicatorsOf(internal).map((scored) => [scored.reference, scored]));
    for (const scored of hidden) {
      const truth = small.get(scored.reference);
      assert.ok(truth !== undefined && truth.value !== null);
      assert.equal(scored.rating.because, "suppressed");
      assert.equal(scored.direction.meaning, "cannot-compare");
      const { history, signals } = scored;
      for (const figure of history.filter(({ status }) => status === "suppressed"))
        assert.deepEqual([figure.numerator, figure.denominator, figure.value, figure.shown], [null, null, null, "[c]"]);
      const points = "points" in signals.processControl ? signals.processControl.points : [];
      assert.ok(
        !points.some(({ period }) => period === truth.period),
        `${scored.reference}: no point for a hidden figure`,
      );
    }
    const counts = indicatorsOf(shown).filter(({ measure, state }) => measure.unit === "count" && state === "value");
    const small5 = counts.filter(({ value }) => value !== null && value > 0 && value <= 5);
    const people = small5.filter(({ measure }) => measure.id.startsWith("children-"));
    assert.deepEqual(
      people.map(({ reference }) => reference),
      [],
    );
  } finally {
    workspace.close();
  }
});

test("an edition written out is one folder that proves itself, without what it was made from", async () => {
  const folder = join(root, "out");
  const files = await writeOutEdition(store, "vital-signs-2026-03-1", { to: folder, withInternal: false });
  assert.deepEqual(files, ["checksums.txt", "edition.json", "figures.csv", "index.html", "indicators.csv"]);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  assert.match(page, /<html lang="en-GB">/);
  assert.doesNotMatch(page, /<script|https?:\/\//);
  await assert.rejects(writeOutEdition(store, "vital-signs-2026-03-1", { to: folder, withInternal: false }), AppError);
});

test("contacts recorded late are found as late recording, with how many and the load that brought them", async () => {
  const rows = ["R-late-1,2026-03-20", "R-late-2,2026-03-28"].map((row, index) => `${row},W00000${index + 1}`);
  const file = join(root, "contact.csv");
  writeFileSync(file, ["contact_id,date,person_id", ...rows, ""].join("\n"));
  await load([file], "canonical");
  const workspace = open();
  try {
    const { changes } = await changesSince(workspace, store, "vital-signs-2026-03-1");
    const contacts = changes.find(
      ({ reference, what, period }) => reference === "5" && what === "value" && period === "2026-03",
    );
    assert.ok(contacts, JSON.stringify(changes.slice(0, 3)));
    assert.equal(Number(contacts.after.replaceAll(",", "")) - Number(contacts.before.replaceAll(",", "")), 2);
    assert.deepEqual(contacts.causes, ["late-recording"]);
    assert.match(contacts.sentence, /2 recorded since\. Load since: .+-canonical-/);
    const again = await rePerformEdition(workspace, store, "vital-signs-2026-03-1");
    assert.ok(again.isSame, "the edition still comes from its own loads");
  } finally {
    workspace.close();
  }
});

test("another definition is told apart from other data", async () => {
  const own = join(root, "own-catalogue");
  mkdirSync(join(own, "measures", "front-door"), { recursive: true });
  const path = "measures/front-door/contacts-decided-within-1-working-day.yaml";
  cpSync(join("catalogue", path), join(own, path));
  const text = readFileSync(join(own, path), "utf8");
  const changed = text.replace("working_days(date, decision_date) <= 1", "working_days(date, decision_date) <= 0");
  assert.notEqual(changed, text);
  writeFileSync(join(own, path), changed);
  const workspace = open([own]);
  try {
    const { changes } = await changesSince(workspace, store, "vital-signs-2026-03-1");
    const decided = changes.find(
      ({ reference, what, period }) => reference === "7" && what === "value" && period === "2026-03",
    );
    assert.ok(decided, "reference 7 differs");
    assert.ok(decided.causes.includes("definition"), decided.sentence);
    assert.match(decided.sentence, /with the edition's definition it would be/);
  } finally {
    workspace.close();
  }
});

test("a correction is a new edition that names the one before it, why, and what differs", async () => {
  const workspace = open();
  try {
    await signed(workspace);
    await assert.rejects(publish(workspace), (fault: AppError) => fault.code === "EDITION_EXISTS");
    const { edition } = await publish(workspace, {
      kind: "unscheduled-revision",
      reason: "Two contacts were recorded late.",
    });
    assert.equal(edition.id, "vital-signs-2026-03-2");
    assert.equal(edition.corrects, "vital-signs-2026-03-1");
    assert.ok(edition.revisions.some(({ reference, what }) => reference === "5" && what === "value"));
    assert.ok((await rePerformEdition(workspace, store, edition.id)).isSame);
  } finally {
    workspace.close();
  }
});

test("a reason that tells a hidden number stops publishing", async () => {
  const workspace = open();
  try {
    const internal = await cardOf(workspace, "internal");
    const shown = new Map(
      indicatorsOf(await cardOf(workspace, "published")).map((scored) => [scored.reference, scored]),
    );
    const hidden = indicatorsOf(internal).find(({ reference, history }) => {
      const latest = history.at(-1);
      const isCount = latest?.denominator === null && (latest.numerator ?? 0) > 1;
      return isCount && shown.get(reference)?.state === "suppressed";
    });
    assert.ok(hidden, "some count is hidden");
    // A judgement on the hidden figure itself is not printed; one on the target beside it is.
    await setCheckedTarget(store, workspace.catalogue, by, {
      scorecard: "vital-signs",
      reference: hidden.reference,
      target: { text: "Monitor", reason: `There were ${hidden.history.at(-1)?.numerator} children in the month.` },
      bands: null,
    });
    await signed(workspace);
    await assert.rejects(
      publish(workspace, { kind: "unscheduled-revision", reason: "A test." }),
      new RegExp(`A reason given on ${hidden.reference} tells a number that is hidden`),
    );
  } finally {
    workspace.close();
  }
});

test("what stands in the way is listed whole, and a setting that cannot be is refused", async () => {
  const workspace = open();
  try {
    await setSetting(store, by, "signOffRoles", ["director", "head of performance"]);
    await assert.rejects(
      publish(workspace, { kind: "unscheduled-revision", reason: "A test." }),
      /The head of performance has not signed off/,
    );
    await setSetting(store, by, "disclosureThreshold", "many");
    await assert.rejects(publish(workspace), (fault: AppError) => fault.code === "USAGE");
    await setSetting(store, by, "disclosureThreshold", null);
    await setSetting(store, by, "signOffRoles", null);
  } finally {
    workspace.close();
  }
});
