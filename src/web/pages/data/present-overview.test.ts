/** What the first page of the data says of loads. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadRecord } from "../../../services/load-history.ts";
import { presentOverview } from "./present-overview.ts";

const record = (id: string, returnId: string, facts: Partial<LoadRecord["manifest"]> = {}): LoadRecord => ({
  manifest: {
    format: 1,
    id,
    authority: "Wexcombe",
    return: returnId,
    title: returnId,
    repeats: "everything",
    files: [],
    acceptedAt: "2026-04-02T08:00:00.000Z",
    acceptedBy: "test",
    tables: {},
    rowsRead: 0,
    rowsRefused: 0,
    issues: { error: 0, warning: 0, info: 0 },
    ...facts,
  },
  isCurrent: true,
  issues: [],
});
const present = (records: readonly LoadRecord[]) =>
  presentOverview({ records, staged: [], coverage: null, quality: [], reported: new Map(), today: "2026-04-10" });

test("freshness is the newest last day of each return, in days before today", () => {
  const { fresh } = present([
    record("b", "cin-census", { asAt: "2026-03-31" }),
    record("a", "cin-census", { asAt: "2025-03-31" }),
    record("c", "population"),
  ]);
  assert.deepEqual(
    fresh.map(({ upTo, age }) => [upTo, age]),
    [
      ["31 March 2026", "10 days ago"],
      ["Not stated", "Not known"],
    ],
  );
});

test("the comparison offered is of the newest load that has an earlier one of its return", () => {
  assert.equal(
    present([record("c", "population"), record("b", "x"), record("a", "x")]).compare,
    "/data/compare?a=a&b=b",
  );
  assert.equal(present([record("b", "y"), record("a", "x")]).compare, "/data/compare?a=a&b=b");
  assert.equal(present([record("a", "x")]).compare, null);
});
