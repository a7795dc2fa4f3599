/** Styles and scripts fetch nothing from anywhere, and are named by their content. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { buildApp } from "../app.ts";
import { openGate } from "../sample/gate.ts";
import { SAMPLE_SERVICES } from "../sample/services.ts";
import { buildAssets } from "./build-assets.ts";

const assets = buildAssets();
const app = buildApp({ gate: openGate(), services: SAMPLE_SERVICES });
const css = assets.byUrl.get(assets.stylesheet)?.body.toString() ?? "";

test("no typeface, crest or anything else can be fetched by the styles", () => {
  assert.doesNotMatch(css, /url\(|@import|@font-face|GDS Transport|crest/);
  assert.match(css, /font-family:Arial,Liberation Sans/);
});

test("our styles come after GOV.UK's, the base first, every component's once", () => {
  const places = [".govuk-button{", ".app-page__main {", ".app-scorecard__table {"].map((rule) => css.indexOf(rule));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places.every((place) => place > 0));
  assert.equal(css.split(".app-window-links__list {").length, 2);
});

test("the script imports GOV.UK's by the name it is served under", () => {
  const script = assets.byUrl.get(assets.script)?.body.toString() ?? "";
  const [, name = ""] = /from "\.\/(govuk-frontend\.[0-9a-f]{12}\.js)"/.exec(script) ?? [];
  assert.ok(assets.byUrl.has(`/assets/${name}`), name);
});

for (const [url, { type, body }] of assets.byUrl) {
  test(`${url.replace(/\.[0-9a-f]{12}/, "")} is served for ever under its own name, compressed where that is taken`, async () => {
    const plain = await app.inject({ url });
    assert.equal(plain.headers["content-type"], type);
    assert.equal(plain.headers["cache-control"], "public, max-age=31536000, immutable");
    assert.deepEqual(plain.rawPayload, body);

    const small = await app.inject({ url, headers: { "accept-encoding": "gzip, br" } });
    assert.equal(small.headers["content-encoding"], "br");
    assert.deepEqual(brotliDecompressSync(small.rawPayload), body);
  });
}

test("nothing outside the assets can be asked for through them", async () => {
  for (const url of ["/assets/../app.ts", "/assets/%2e%2e/app.ts", "/assets/", `${assets.stylesheet}.map`])
    assert.equal((await app.inject(url)).statusCode, 404);
});
