/** What the data page tells of each load. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import { presentLoads, worstFirst } from "./present.ts";

const data = presentLoads(await SAMPLE_SERVICES.loads());

test("a load tells its authority, dates, files, size and issues", () => {
  assert.deepEqual(
    data.loads[0]?.facts.map(({ value }) => value),
    ["Wexcombe", "31 March 2026", "3 April 2026 at 07:10", "cin-2025-26.xml", "3,094 rows in 2 tables", "15"],
  );
  assert.equal(data.current, 1);
});

test("a load with no date and no issues says so", () => {
  const facts = new Map(data.loads[1]?.facts.map(({ key, value }) => [key, value]));
  assert.equal(facts.get("As at"), "Not stated");
  assert.equal(facts.get("Issues"), "None found");
});

test("issues stand by severity, then by how many, then by code", () => {
  const issue = (severity: "error" | "warning" | "info", code: string, count: number) => ({
    severity,
    code,
    count,
    message: "",
    remedy: "",
  });
  const given = [issue("info", "D", 99), issue("warning", "C", 2), issue("warning", "B", 2), issue("error", "A", 1)];
  assert.deepEqual(
    worstFirst(given).map(({ code }) => code),
    ["A", "B", "C", "D"],
  );
});
