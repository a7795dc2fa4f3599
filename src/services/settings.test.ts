/** Settings are changed only to what they can be, and typed things are never judged with another authority's data. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openStore } from "../store/open-store.ts";
import { checkWhose, DEFAULT_SETTINGS, NO_INPUTS } from "./judgement-inputs.ts";
import { listSettings, resetSetting, setChecked } from "./settings.ts";

const data = mkdtempSync(join(tmpdir(), "waymark-settings-"));
const store = await openStore({ data });
const by = { actor: "An analyst", at: "2026-04-10T09:00:00.000Z" };
after(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const settingValue = async (name: string): Promise<string | undefined> =>
  (await listSettings(store)).find((setting) => setting.name === name)?.value;

test("a setting is shipped, changed, and reset", async () => {
  assert.equal(await settingValue("disclosureThreshold"), "5");
  await setChecked(store, by, "disclosurethreshold", ["10"]);
  assert.equal(await settingValue("disclosureThreshold"), "10");
  await setChecked(store, by, "signOffRoles", ["director", "head of performance"]);
  assert.equal(await settingValue("signOffRoles"), "director, head of performance");
  await resetSetting(store, by, "disclosureThreshold");
  assert.equal(await settingValue("disclosureThreshold"), "5");
});

for (const [name, values] of [
  ["disclosureThreshold", ["few"]],
  ["disclosureThreshold", ["-1"]],
  ["neighbourMethod", ["mode"]],
  ["laCode", ["Wexcombe"]],
  ["treshold", ["5"]],
] as const)
  test(`${name} cannot be ${values.join(" ")}`, async () => {
    await assert.rejects(setChecked(store, by, name, values), { code: "USAGE" });
  });

test("what was typed for one authority is not used for another", () => {
  const target = { reference: "1", target: { text: "90%" }, bands: null };
  const typed = { ...NO_INPUTS, targets: [target] };
  const of = (authority: string | null) => ({ ...typed, settings: { ...DEFAULT_SETTINGS, authority } });
  const both = ["Easthaven", "Wexcombe"];
  assert.doesNotThrow(() => checkWhose(of(null), "Wexcombe", ["Wexcombe"]));
  assert.doesNotThrow(() => checkWhose(of("Wexcombe"), "Wexcombe", both));
  assert.doesNotThrow(() => checkWhose(NO_INPUTS, "Easthaven", both));
  assert.throws(() => checkWhose(of(null), "Wexcombe", both), { code: "USAGE" });
  assert.throws(() => checkWhose(of("Wexcombe"), "Easthaven", both), { code: "USAGE" });
});
