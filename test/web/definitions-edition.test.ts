/** What was published stays what it was: a definition changed afterwards changes no edition, and the edition can still be made again. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AppError } from "../../src/domain/errors.ts";
import { changesSince } from "../../src/services/changes-since.ts";
import { approveDefinition, beginDraft, keepDraft, submitDraft } from "../../src/services/definitions/drafts.ts";
import { publishEdition } from "../../src/services/publish-edition.ts";
import { rePerformEdition } from "../../src/services/re-perform-edition.ts";
import { signOffCard } from "../../src/services/sign-off.ts";
import { setSetting } from "../../src/store/setting.ts";
import { type Council, NOW, openCouncil } from "./council.ts";

let council: Council;
before(async () => {
  council = await openCouncil();
});
after(() => council.close());

test("an edition is made again to the byte after a definition and the bank holidays changed", async () => {
  const { desk, store } = council;
  const question = { scorecard: "vital-signs", period: "2026-02" };
  const by = (actor: string) => ({ actor, at: NOW.toISOString() });
  await setSetting(store, by("test"), "signOffRoles", ["director"]);
  const workspace = desk.live.current();
  await signOffCard(workspace, store, by("director"), { ...question, role: "director", person: "director" });
  const { edition } = await publishEdition(workspace, store, { ...question, by: "analyst", at: NOW, waymark: "test" });

  await change("measure", "re-referrals-within-12-months", (text) =>
    text
      .replace("months_before(cohort.date, 12)", "months_before(cohort.date, 3)")
      .replace("2024-06-10", "2025-03-10")
      .replace("2024-06-09", "2025-03-09")
      .replace("2023-02-28", "2023-11-29"),
  );
  await change("calendar", "bank-holidays", (text) => `${text.trimEnd()}\n2031-06-30,Local day\n`);

  const again = await rePerformEdition(desk.live.current(), store, edition.id);
  assert.deepEqual(
    again.files.filter(({ isSame }) => !isSame),
    [],
  );
  const { changes } = await changesSince(desk.live.current(), store, edition.id);
  assert.ok(JSON.stringify(changes).includes("definition"), "what changed since is said to come from the definition");
});

async function change(kind: "measure" | "calendar", subject: string, edit: (text: string) => string): Promise<void> {
  const { desk } = council;
  const by = (actor: string) => ({ actor, at: NOW.toISOString() });
  const { id, version, content } = await beginDraft(desk, by("ann"), { kind, subject });
  const wanted = { content: edit(content), reason: "A test", breaksFrom: "no" };
  assert.notEqual(wanted.content, content);
  const saved = await keepDraft(desk, by("ann"), { id, version, change: wanted });
  const sent = await submitDraft(desk, by("ann"), { id, version: saved.version, changesFigures: true });
  const decided = { id, version: sent.version, decision: "" };
  await assert.rejects(
    approveDefinition(desk, by("Ann"), decided),
    (fault) => fault instanceof AppError && fault.code === "DEFINITION_OWN_APPROVAL",
  );
  await approveDefinition(desk, by("bob"), decided);
}
