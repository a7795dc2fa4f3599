/** A frozen catalogue laid out again is read as the same catalogue, an authority's own folder included. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readCatalogue } from "../measures/catalogue.ts";
import { freezeCatalogue, layOutCatalogue, packCatalogue, unpackCatalogue } from "./frozen-catalogue.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-frozen-"));
after(() => rmSync(root, { recursive: true, force: true }));

test("measures, views, rules and the card are the same; the authority's own measure still wins", () => {
  const own = join(root, "own");
  const path = "measures/front-door/contacts.yaml";
  mkdirSync(join(own, "measures", "front-door"), { recursive: true });
  cpSync(join("catalogue", path), join(own, path));
  writeFileSync(join(own, path), readFileSync(join(own, path), "utf8").replace(/^title: .*$/m, "title: Our contacts"));
  const folders = ["catalogue", own];
  const frozen = unpackCatalogue(packCatalogue(freezeCatalogue(folders, "vital-signs")));
  const again = readCatalogue(layOutCatalogue(frozen, join(root, "again")));
  const before = readCatalogue(folders);
  assert.equal(again.fingerprint, before.fingerprint);
  assert.equal(again.measures.get("contacts")?.title, "Our contacts");
  assert.deepEqual([...again.measures.keys()].sort(), [...before.measures.keys()].sort());
  assert.deepEqual([...again.reconciliation.keys()], [...before.reconciliation.keys()]);
  assert.deepEqual([...again.scorecards.keys()], ["vital-signs"]);
  assert.deepEqual(again.scorecards.get("vital-signs"), before.scorecards.get("vital-signs"));
});
