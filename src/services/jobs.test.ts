/** Long work: one at a time of a kind, progress seen meanwhile, and every end told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AppError } from "../domain/errors.ts";
import { type JobToStart, openJobs } from "./jobs.ts";

const clock = () => new Date("2026-04-10T09:00:00.000Z");
const NOTHING = { sentence: "Done.", links: [] };

function toStart(work: JobToStart["work"], kind = "publish"): JobToStart {
  return { kind, title: "Publish a card", startedBy: "somebody", work };
}

test("a job waits for the one of its kind before it, and not for those of other kinds", async () => {
  const jobs = openJobs(clock);
  const order: string[] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const step = (name: string, until?: Promise<void>) => async () => {
    await until;
    order.push(name);
    return NOTHING;
  };
  const first = jobs.start(toStart(step("first", gate)));
  const second = jobs.start(toStart(step("second")));
  jobs.start(toStart(step("of another kind"), "load"));
  await new Promise((done) => setImmediate(done));
  assert.deepEqual([jobs.find(first.id)?.state, jobs.find(second.id)?.state], ["running", "waiting"]);
  open();
  await jobs.settled();
  assert.deepEqual(order, ["of another kind", "first", "second"]);
});

test("progress is seen while it runs, and the result when it has ended", async () => {
  const jobs = openJobs(clock);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { id } = jobs.start(
    toStart(async (tell) => {
      tell({ step: "Vital Signs", done: 1, of: 3 });
      await gate;
      return { sentence: "3 editions published.", links: [{ text: "Editions", href: "/editions" }] };
    }),
  );
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(jobs.find(id)?.progress, { step: "Vital Signs", done: 1, of: 3 });
  open();
  await jobs.settled();
  assert.equal(jobs.find(id)?.result?.sentence, "3 editions published.");
  assert.equal(jobs.find(id)?.finishedAt, clock().toISOString());
});

test("what was refused says why and what to do; a fault of ours says nothing of its cause, and the next job still runs", async () => {
  const jobs = openJobs(clock);
  const seen: unknown[] = [];
  const refused = jobs.start(toStart(() => Promise.reject(new AppError("PUBLISH_BLOCKED", "Nobody signed.", "Sign."))));
  const broken = jobs.start({
    ...toStart(() => Promise.reject(new Error("secret path /data"))),
    onFault: (fault) => seen.push(fault),
  });
  const next = jobs.start(toStart(() => Promise.resolve(NOTHING)));
  await jobs.settled();
  assert.deepEqual(jobs.find(refused.id)?.fault, {
    code: "PUBLISH_BLOCKED",
    sentence: "Nobody signed.",
    remedy: "Sign.",
  });
  assert.equal(jobs.find(broken.id)?.fault?.code, "INTERNAL");
  assert.doesNotMatch(JSON.stringify(jobs.find(broken.id)), /secret path/);
  assert.equal(seen.length, 1);
  assert.equal(jobs.find(next.id)?.state, "done");
});

test("only the latest finished jobs are remembered", async () => {
  const jobs = openJobs(clock);
  const ids: string[] = [];
  for (let index = 0; index < 205; index++) {
    ids.push(jobs.start(toStart(() => Promise.resolve(NOTHING))).id);
    await jobs.settled();
  }
  assert.equal(jobs.list().length, 200);
  assert.equal(jobs.find(ids[0] ?? ""), null);
  assert.equal(jobs.list()[0]?.id, ids.at(-1));
});
