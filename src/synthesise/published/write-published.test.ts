import assert from "node:assert/strict";
import test from "node:test";
import { publishedFiles } from "./write-published.ts";

const options = { own: "Wexcombe", seed: "wexcombe", lastYear: 2025 };

test("the same options give the same published files, and another seed other figures", () => {
  assert.deepEqual(publishedFiles(options), publishedFiles(options));
  const name = "d1_child_protection_plans_2021_to_2025.csv";
  assert.notEqual(publishedFiles(options)[name], publishedFiles({ ...options, seed: "other" })[name]);
});

test("every made-up figure says that it is made up, and small counts are hidden as publications hide them", () => {
  const [, ...rows] = (publishedFiles(options)["d5_cpps_at31march_by_duration_2021_to_2025.csv"] ?? "")
    .trim()
    .split("\n");
  assert.equal(rows.length, 5 * (1 + 2 + 15));
  assert.ok(rows.every((row) => row.includes("2025 (made up)")));
  const counts = rows.filter((row) => row.includes("Local authority")).map((row) => row.split(",").at(-2));
  assert.ok(counts.includes("c"));
  assert.deepEqual(
    counts.filter((count) => count !== "c" && Number(count) >= 1 && Number(count) <= 5),
    [],
  );
});

test("no made-up authority has a code that a real one could have", () => {
  const rows = (publishedFiles(options)["local_authorities.csv"] ?? "").trim().split("\n").slice(1);
  assert.equal(rows.length, 16);
  assert.ok(rows.every((row) => /^0\d\d,/.test(row)));
});
