/** What waits is told in order of its days, to those who may do it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "../domain/access/roles.ts";
import { type Waiting, type WaitingContext, type WaitingSource, waitingFor } from "./waiting.ts";

const CONTEXT = {} as WaitingContext;
const line = (title: string, count: number, dueSoonest: string | null): Waiting => ({
  title,
  count,
  href: "/",
  dueSoonest,
});
const source = (needs: WaitingSource["needs"], ...lines: readonly Waiting[]): WaitingSource => ({
  needs,
  find: async () => lines,
});
const somebody = (role: Role) => ({
  person: "1",
  actor: "somebody@wexcombe.example",
  grants: [{ role, scope: { kind: "authority" }, from: "2020-01-01", to: null }] as const,
});
const titles = async (role: Role, ...sources: readonly WaitingSource[]) =>
  (await waitingFor(CONTEXT, somebody(role), sources)).map(({ title }) => title);

test("the first due stands first, and what has no day stands last in the order of its source", async () => {
  const first = source("write-comments", line("no day", 1, null), line("May", 1, "2026-05-01"));
  const second = source("see-actions", line("also no day", 1, null), line("April", 3, "2026-04-01"));
  assert.deepEqual(await titles("team-manager", first, second), ["April", "May", "no day", "also no day"]);
});

test("nothing of a kind is not told", async () => {
  assert.deepEqual(await titles("team-manager", source("write-comments", line("none", 0, "2026-04-01"))), []);
});

test("nobody is asked about work their roles do not permit: its source is not even run", async () => {
  const failing: WaitingSource = {
    needs: "approve-comments",
    find: async () => assert.fail("must not be asked"),
  };
  assert.deepEqual(await titles("team-manager", failing), []);
});
