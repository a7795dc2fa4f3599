/**
 * Every case under test/golden/<return>/<case>/ reads to exactly the rows and issues written down beside it.
 * `UPDATE_GOLDEN=ssda903/two-years` (any beginning; 1 is all) writes them down anew: read the difference before committing it. Never under CI.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { readCase } from "./read-case.ts";

const ROOT = dirname(fileURLToPath(import.meta.url));
const asked = process.env.CI === undefined ? process.env.UPDATE_GOLDEN : undefined;
const updates = (folder: string): boolean =>
  asked !== undefined && (asked === "1" || relative(ROOT, folder).startsWith(asked));

const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(ROOT, name)).map((each) => join(ROOT, name, each)))
  .filter((folder) => existsSync(join(folder, "expected.json")) || updates(folder));

test("there are golden cases", () => assert.ok(cases.length > 0));

for (const folder of cases) {
  test(`golden case ${relative(ROOT, folder)} reads to its expected rows and issues`, async () => {
    const file = join(folder, "expected.json");
    const { drafts, words, personal } = await readCase(folder);
    if (updates(folder)) writeFileSync(file, `${JSON.stringify(drafts, null, 2)}\n`);
    assert.deepEqual(JSON.parse(JSON.stringify(drafts)), JSON.parse(readFileSync(file, "utf8")));
    for (const value of personal.filter((each) => each.length > 3))
      assert.ok(!words.some((text) => text.includes(value)), "a personal value stands in the words of an issue");
  });
}
