/** A trial's today: ten days after its records end, then onwards, across restarts. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { trialClock } from "./trial-clock.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-trial-clock-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const options = join(folder, "authority.yaml");
writeFileSync(options, "endsOn: 2026-03-31\nseed: any\n");

test("a trial begins ten days after its records end, whatever the day", () => {
  const clock = trialClock(join(folder, "a"), options, () => new Date("2030-07-01T12:00:00Z"));
  assert.equal(clock().toISOString(), "2026-04-10T09:00:00.000Z");
});

test("it goes on at the speed of other clocks, also after a restart", () => {
  let now = Date.parse("2026-11-21T12:00:00Z");
  const clock = trialClock(join(folder, "b"), options, () => new Date(now));
  now += 90 * 60_000;
  assert.equal(clock().toISOString(), "2026-04-10T10:30:00.000Z");
  const again = trialClock(join(folder, "b"), options, () => new Date(now));
  now += 24 * 3_600_000;
  assert.equal(again().toISOString(), "2026-04-11T10:30:00.000Z");
});
