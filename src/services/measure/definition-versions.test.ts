/** Versions of a definition: what differs, in what order they stood, and what is printed of the one in use. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { readCatalogue } from "../../measures/catalogue.ts";
import { writeEdition } from "../../store/edition.ts";
import { openStore, type Store } from "../../store/open-store.ts";
import { packCatalogue } from "../frozen-catalogue.ts";
import { changedParts, definitionText, definitionVersions } from "./definition-versions.ts";

const ID = "assessments-within-45-working-days";
const catalogue = readCatalogue(["catalogue"]);
const file = catalogue.measures.get(ID)?.file ?? "";
const inUse = readFileSync(join("catalogue", file), "utf8");

let root: string;
let store: Store;
before(async () => {
  root = mkdtempSync(join(tmpdir(), "waymark-versions-"));
  store = await openStore({ data: root });
});
after(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

/** An edition that froze a text of the definition. */
async function publish(id: string, at: string, text: string): Promise<void> {
  await writeEdition(
    store,
    { actor: "analyst", at },
    {
      id,
      scorecard: "vital-signs",
      period: id.slice(-7),
      number: 1,
      kind: "first",
      reason: null,
      corrects: null,
      audience: "published",
      files: [{ path: "internal/catalogue.json.gz", bytes: packCatalogue({ [`0/${file}`]: text }) }],
    },
  );
}

const versions = () => definitionVersions(store, catalogue, { measure: ID, folders: ["catalogue"] });

test("with nothing published the only version is the one in use", async () => {
  const [only, ...others] = await versions();
  assert.deepEqual(others, []);
  assert.deepEqual([only?.isCurrent, only?.since, only?.knownFrom], [true, null, "in use now"]);
});

test("editions put versions on record: the same text twice is one, known from the first; what changed is named", async () => {
  const older = inUse.replace("<= 45", "<= 35").replace(/^owner: .*$/m, "owner: Somebody else");
  await publish("vital-signs-2026-01", "2026-02-10T09:00:00.000Z", older);
  await publish("vital-signs-2026-02", "2026-03-10T09:00:00.000Z", older);
  const [now, before, ...more] = await versions();
  assert.deepEqual(more, []);
  assert.deepEqual([...(now?.changed ?? [])].sort(), ["numerator", "owner"]);
  assert.equal(now?.isCurrent, true);
  assert.equal(before?.knownFrom, "edition vital-signs-2026-01");
  assert.equal(before?.isCurrent, false);
  assert.notEqual(before?.fingerprint, now?.fingerprint);
});

test("the version in use that an edition froze is known from that edition", async () => {
  await publish("vital-signs-2026-03", "2026-04-10T09:00:00.000Z", inUse);
  const [now, ...others] = await versions();
  assert.equal(others.length, 1);
  assert.deepEqual([now?.knownFrom, now?.isCurrent], ["edition vital-signs-2026-03", true]);
});

test("a definition of the authority's own folder stands in place of the one shipped", () => {
  const own = join(root, "catalogue");
  mkdirSync(dirname(join(own, file)), { recursive: true });
  writeFileSync(join(own, file), inUse.replace("<= 45", "<= 40"));
  const { text, conditions, fingerprint } = definitionText(catalogue, ID, ["catalogue", own]);
  assert.deepEqual(conditions, [{ part: "numerator", written: "working_days(start, authorised) <= 40" }]);
  assert.doesNotMatch(text, /examples:/);
  assert.notEqual(fingerprint, definitionText(catalogue, ID, ["catalogue"]).fingerprint);
});

test("parts differ by what they say, not by how they are laid out", () => {
  assert.deepEqual(changedParts("a: 1\nb: two\n", "b: two   # a note\na: 1\n"), []);
  assert.deepEqual(changedParts("a: 1\n", "a: 2\nc: 3\n"), ["a", "c"]);
});
