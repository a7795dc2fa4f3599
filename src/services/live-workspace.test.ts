/** A running application follows the authority's own catalogue, and a file spoilt by hand takes nothing away. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { followWorkspace } from "./live-workspace.ts";

const data = mkdtempSync(join(tmpdir(), "waymark-live-"));
after(() => rmSync(data, { recursive: true, force: true }));

const own = join(data, "catalogue", "measures", "front-door");
const FILE = join(own, "referrals.yaml");
const shipped = readFileSync("catalogue/measures/front-door/referrals.yaml", "utf8");

test("a definition that changes is in force when the folder is next looked at; a spoilt one leaves the last in force", () => {
  let now = 0;
  const live = followWorkspace({ data, catalogue: ["catalogue", join(data, "catalogue")] }, () => now);
  const title = () => live.current().catalogue.measures.get("referrals")?.title;
  const before = live.current().fingerprint;
  mkdirSync(own, { recursive: true });
  writeFileSync(FILE, shipped.replace(/^title: .*$/m, "title: Our referrals"));
  assert.notEqual(title(), "Our referrals", "a state is trusted for a moment");
  now += 3_000;
  assert.equal(title(), "Our referrals");
  assert.notEqual(live.current().fingerprint, before);

  writeFileSync(FILE, "title: [unclosed");
  now += 3_000;
  assert.equal(title(), "Our referrals");
  assert.match(live.fault() ?? "", /referrals\.yaml line \d+/);
  assert.throws(() => {
    writeFileSync(FILE, "title: [unclosed, again");
    live.lookAgain();
  }, /referrals\.yaml/);

  rmSync(FILE);
  now += 3_000;
  assert.notEqual(title(), "Our referrals");
  assert.equal(live.fault(), null);
  live.close();
});
