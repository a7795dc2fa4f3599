/** The order of issues. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { worstFirst } from "./worst-first.ts";

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
