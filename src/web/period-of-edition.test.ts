/** How an edition's period is said. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { periodOfEdition } from "./period-of-edition.ts";

const cases = [
  ["2026-03", "March 2026"],
  ["2025-12", "December 2025"],
  ["2025-26-Q4", "Quarter 4 2025-26"],
  ["2025-26", "2025-26"],
] as const;
for (const [id, words] of cases) test(`${id} is said as ${words}`, () => assert.equal(periodOfEdition(id), words));
