/** The map of pages that screenshots and browser tests walk through leaves none out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { NOT_SEEN, PAGES_TO_SEE } from "../browser/every-page.ts";
import { openCouncil } from "./council.ts";

test("every page of the application is on the map, or it is said why not", async () => {
  const council = await openCouncil();
  try {
    const declared = council.routes
      .filter(({ method, url }) => method.includes("GET") && !url.startsWith("/api/"))
      .map(({ url }) => url);
    const known = new Set([...PAGES_TO_SEE.map(({ route }) => route), ...Object.keys(NOT_SEEN)]);
    assert.deepEqual(
      declared.filter((url) => !known.has(url)),
      [],
      "a page that nobody looks at: add it to test/browser/every-page.ts",
    );
    assert.deepEqual(
      PAGES_TO_SEE.filter(({ route }) => !declared.includes(route)),
      [],
      "pages on the map that are no more",
    );
  } finally {
    await council.close();
  }
});
