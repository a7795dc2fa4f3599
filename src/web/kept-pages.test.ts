/** A page is kept exactly as long as the figures it was made of. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepPages } from "./kept-pages.ts";

const page = (text: string) => ({ html: Buffer.from(text), gzip: Buffer.from(""), etag: `"${text}"` });

test("a page is made once while the services answer with the same figures, and anew when they answer with others", () => {
  const kept = keepPages();
  let made = 0;
  const make = () => page(String(++made));
  const [march, april] = [{}, {}];

  assert.equal(kept(march, "", make), kept(march, "", make));
  assert.equal(made, 1);
  assert.notEqual(kept(april, "", make), kept(march, "", make));
  assert.equal(made, 2);
});

test("the same figures filtered another way are another page", () => {
  const kept = keepPages();
  const figures = {};
  assert.notEqual(
    kept(figures, "all", () => page("all")),
    kept(figures, "front-door", () => page("front-door")),
  );
});
