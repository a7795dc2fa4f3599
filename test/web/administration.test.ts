/** Administration: people and roles, the access log, use, settings and health, through the pages themselves. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { usageSince } from "../../src/services/administration/usage.ts";
import { grantsOf, listPeople } from "../../src/services/people/people.ts";
import { readLog } from "../../src/store/logs.ts";
import { type Caller, type Council, NOW, openCouncil } from "./council.ts";

let council: Council;
let administrator: Caller;
before(async () => {
  council = await openCouncil();
  administrator = await council.as("administrator");
});
after(() => council.close());

const GRANT = { deed: "grant", role: "internal-viewer", scope: "authority", scopeName: "", from: "2026-04-01", to: "" };

test("somebody added sees nothing until a role is given, then what it permits, then nothing again", async () => {
  const { statusCode, headers } = await administrator.post("/admin/people", {
    name: "New",
    email: "New@Wexcombe.example",
  });
  assert.equal(statusCode, 303);
  const address = String(headers.location).split("?")[0] ?? "";
  const id = address.split("/").at(-1) ?? "";
  assert.equal((await listPeople(council.store)).find((one) => one.id === id)?.email, "new@wexcombe.example");
  assert.deepEqual(await grantsOf(council.store, id), []);

  assert.equal((await administrator.post(address, GRANT)).statusCode, 303);
  const [grant] = await grantsOf(council.store, id);
  assert.equal(grant?.role, "internal-viewer");

  assert.equal((await administrator.post(address, { deed: "withdraw-grant", id: String(grant?.id) })).statusCode, 303);
  assert.deepEqual(await grantsOf(council.store, id), []);
  const deeds = (await readLog(council.store, { subject: `person ${id}` })).map(({ what }) => what);
  assert.deepEqual(deeds, ["add person", "grant role", "withdraw role"]);
});

const WRONG_GRANTS = [
  [{ role: "king" }, "Choose a role."],
  [{ scope: "planet" }, "Choose over whom the role reaches."],
  [{ scope: "team" }, "Name the service, the team or the worker."],
  [{ from: "1 April" }, "Write the first day as year, month and day"],
  [{ from: "2026-02-30" }, "Write the first day as year, month and day"],
  [{ to: "2026-03-31" }, "The last day is before the first."],
] as const;
for (const [fields, words] of WRONG_GRANTS) {
  test(`a role with ${JSON.stringify(fields)} is not given: the form says “${words}”`, async () => {
    const { id } = await council.as("internal-viewer");
    const before = await grantsOf(council.store, id);
    const { statusCode, body } = await administrator.post(`/admin/people/${id}`, { ...GRANT, ...fields });
    assert.equal(statusCode, 422);
    assert.match(body, /There is a problem/);
    assert.ok(body.includes(words), words);
    assert.deepEqual(await grantsOf(council.store, id), before);
  });
}

test("an address known already is not added twice, and what was typed is kept", async () => {
  await administrator.post("/admin/people", { name: "One", email: "one@wexcombe.example" });
  const again = await administrator.post("/admin/people", { name: "Another One", email: "ONE@wexcombe.example" });
  assert.equal(again.statusCode, 422);
  assert.match(again.body, /is known already/);
  assert.match(again.body, /value="Another One"/);
});

test("a closed account's session ends at once, and opening it again brings nothing back but signing in", async () => {
  const viewer = await council.as("internal-viewer");
  assert.equal((await viewer.get("/measures")).statusCode, 200);
  await administrator.post(`/admin/people/${viewer.id}`, { deed: "close" });
  assert.equal((await viewer.get("/measures")).statusCode, 303);
  await administrator.post(`/admin/people/${viewer.id}`, { deed: "open" });
  assert.equal((await viewer.get("/measures")).statusCode, 303);
});

test("nobody closes their own account, nor takes back a role of somebody else's page", async () => {
  assert.equal((await administrator.post(`/admin/people/${administrator.id}`, { deed: "close" })).statusCode, 409);
  const viewer = await council.as("internal-viewer");
  const [grant] = await grantsOf(council.store, viewer.id);
  const { statusCode } = await administrator.post(`/admin/people/${administrator.id}`, {
    deed: "withdraw-grant",
    id: String(grant?.id),
  });
  assert.equal(statusCode, 404);
  assert.equal((await grantsOf(council.store, viewer.id)).length, 1);
});

test("every view of a child is found by the child, and by nobody else's name", async () => {
  const by = { actor: "manager@wexcombe.example", at: NOW.toISOString() };
  const look = (child: string, others: readonly string[] = []) =>
    council.store.recordAccess({
      ...by,
      what: "list",
      subject: "referrals 2026-03",
      purpose: "supervision",
      detail: { rows: 1 + others.length, children: [child, ...others] },
    });
  await look("child_1");
  await look("childx1");
  await look("child_10", ["child_1"]);
  const auditor = await council.as("auditor");
  const { body } = await auditor.get("/admin/access?child=child_1&what=list");
  assert.match(body, /2 entries found/);
  const csv = await auditor.get("/admin/access.csv?child=child_1&what=list");
  assert.equal(csv.body.trim().split("\r\n").length, 3);
  const everything = await auditor.get("/admin/access?actor=manager%40wexcombe.example");
  assert.match(everything.body, /3 entries found/);
  const days = await auditor.get("/admin/access?actor=manager%40wexcombe.example&from=2026-04-11");
  assert.match(days.body, /Nothing in the log answers this/);
});

test("looking for a child in the log is itself logged", async () => {
  const auditor = await council.as("auditor");
  await auditor.get("/admin/access?child=child_99");
  const { body } = await auditor.get("/admin/access?child=child_99&what=search");
  assert.match(body, /access log of a child/);
});

test("a setting is changed, refused where it cannot be, and put back", async () => {
  const change = (fields: Record<string, string>) =>
    administrator.post("/admin/settings", { name: "disclosureThreshold", value: "10", deed: "set", ...fields });
  assert.equal((await change({})).statusCode, 303);
  assert.match((await administrator.get("/admin/settings")).body, /value="10"/);
  const wrong = await change({ value: "many" });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /value="many"/);
  assert.equal((await change({ deed: "reset" })).statusCode, 303);
  assert.match((await administrator.get("/admin/settings")).body, /value="5"/);
});

test("health says what was found, and proves logs and editions when asked", async () => {
  const { body } = await administrator.get("/admin/health");
  assert.match(body, /SQLite/);
  assert.match(body, /has opened no connection/);
  assert.doesNotMatch(body, /change log/);
  const proved = await administrator.post("/admin/health");
  assert.match(proved.body, /change log.*Well/s);
});

test("pages opened are counted by person, day and page, and never by child", async () => {
  const other = await openCouncil();
  const manager = await other.as("analyst");
  for (const url of ["/measures", "/measures", "/scorecards/vital-signs", "/children/child_1", "/nowhere"])
    await manager.get(url);
  await other.app.close();
  const uses = (await usageSince(other.store, "2026-04-01")).map(({ page, subject, count }) => [page, subject, count]);
  assert.deepEqual(uses.filter(([page]) => page !== "/children/:child").sort(), [
    ["/measures", "", 2],
    ["/scorecards/:id", "vital-signs", 1],
  ]);
  assert.ok(uses.every(([, subject]) => subject !== "child_1"));
  await other.close();
});
