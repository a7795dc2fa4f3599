/** What every page and asset has in common: headers, refusals, errors, caching. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { AppError } from "../domain/errors.ts";
import { buildApp } from "./app.ts";
import { openGate } from "./sample/gate.ts";
import { EMPTY_SERVICES, SAMPLE_SERVICES } from "./sample/services.ts";

const app = buildApp({ gate: openGate(), services: SAMPLE_SERVICES, organisation: "Wexcombe Council" });
const empty = buildApp({ gate: openGate(), services: EMPTY_SERVICES });
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

const PAGES = ["/", "/scorecards/vital-signs", "/measures", "/editions", "/about"];
/** Those that hold live figures. */
const LIVE = ["/", "/scorecards/vital-signs", "/measures"];

for (const url of PAGES) {
  test(`${url} is a page in English with one heading and the council's name, and says so where its figures are internal`, async () => {
    const { statusCode, body, headers } = await get(url);
    assert.equal(statusCode, 200);
    assert.equal(headers["content-type"], "text/html; charset=utf-8");
    assert.match(body, /^<!DOCTYPE html><html lang="en"/);
    assert.equal(body.match(/<h1[ >]/g)?.length, 1);
    assert.match(body, /Wexcombe Council/);
    assert.equal(/Internal<\/strong>.*Not for publication/s.test(body), LIVE.includes(url));
  });

  test(`${url} has no inline style or script and names no other host`, async () => {
    const { body } = await get(url);
    assert.doesNotMatch(body, /\sstyle=|<style|\son\w+=|<script>|javascript:/);
    const hosts = body.replaceAll("http://www.w3.org/2000/svg", "");
    assert.doesNotMatch(hosts, /(?:https?:)?\/\/[a-z]/);
  });

  test(`${url} has no id twice`, async () => {
    const ids = [...(await get(url)).body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test(`${url} says what to do when nothing has been loaded`, async () => {
    const { statusCode, body } = await empty.inject(url);
    assert.equal(statusCode, 200);
    assert.doesNotMatch(body, /undefined|NaN|\[object/);
  });
}

for (const url of [...PAGES, "/nowhere", "/assets/nothing.css", "/measures/%E0%A4%A"]) {
  test(`${url} carries the security headers`, async () => {
    const { headers } = await get(url);
    assert.match(
      String(headers["content-security-policy"]),
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe|\*/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["x-frame-options"], "DENY");
    assert.equal(headers["set-cookie"], undefined);
  });
}

const REFUSALS = [
  // address, status, code on the page
  ["/nowhere", 404, "PAGE_UNKNOWN"],
  ["/scorecards/nothing", 404, "SCORECARD_UNKNOWN"],
  ["/scorecards/vital-signs?lastMonth=March", 400, "USAGE"],
  ["/scorecards/vital-signs?lastMonth=2026-03&lastMonth=2026-02", 400, "USAGE"],
  ["/scorecards/vital-signs?section=nothing", 400, "USAGE"],
  ["/editions/nothing", 404, "EDITION_UNKNOWN"],
  ["/editions/nothing/page", 404, "EDITION_UNKNOWN"],
  ["/editions/vital-signs-2026-03-1/internal%2Fcard.json", 404, "EDITION_UNKNOWN"],
  ["/editions/vital-signs-2026-03-1/..%2Finternal%2Fcard.json", 404, "EDITION_UNKNOWN"],
  ["/editions/vital-signs-2026-03-1/card.json", 404, "EDITION_UNKNOWN"],
  ["/measures/%E0%A4%A", 400, "USAGE"],
  [`/measures?search=${"a".repeat(201)}`, 400, "USAGE"],
] as const;
for (const [url, status, code] of REFUSALS) {
  test(`${url.slice(0, 60)} answers ${status} with a page that says ${code} and what to do`, async () => {
    const { statusCode, body } = await get(url);
    assert.equal(statusCode, status);
    assert.match(body, new RegExp(`Error code: ${code}`));
    assert.match(body, /<h1 /);
  });
}

test("a fault inside prints no detail of itself", async () => {
  const broken = buildApp({
    gate: openGate(),
    services: { ...SAMPLE_SERVICES, measures: async () => Promise.reject(new Error("select secret from /srv/data")) },
  });
  const { statusCode, body } = await broken.inject("/measures");
  assert.equal(statusCode, 500);
  assert.match(body, /Error code: INTERNAL/);
  assert.doesNotMatch(body, /secret|srv/);
});

test("an error a person can act on prints its sentence and its remedy", async () => {
  const busy = buildApp({
    gate: openGate(),
    services: {
      ...SAMPLE_SERVICES,
      measures: async () =>
        Promise.reject(new AppError("WAREHOUSE_BUSY", "A load is running.", "Try again in a minute.")),
    },
  });
  const { statusCode, body } = await busy.inject("/measures");
  assert.equal(statusCode, 503);
  assert.match(body, /A load is running\..*Try again in a minute\..*WAREHOUSE_BUSY/s);
});

test("a page with no data behind it says that nothing has been loaded, not that the page is missing", async () => {
  const bare = buildApp({
    gate: openGate(),
    services: {
      ...SAMPLE_SERVICES,
      scorecard: async () => Promise.reject(new AppError("NO_DATA", "Nothing has been loaded.", "Run waymark load.")),
    },
  });
  const { statusCode, body } = await bare.inject("/scorecards/vital-signs");
  assert.equal(statusCode, 404);
  assert.match(body, /<h1[^>]*>Nothing has been loaded yet<.*Run waymark load\./s);
});

test("what is searched for is escaped", async () => {
  const { body } = await get(`/measures?search=${encodeURIComponent('"><script>alert(1)</script>')}`);
  assert.doesNotMatch(body, /<script>alert/);
});

test("a request by another host name is refused, so that no other site can read the pages through a browser", async () => {
  const { statusCode, body } = await get("/", { host: "evil.example:3000" });
  assert.equal(statusCode, 400);
  assert.doesNotMatch(body, /Vital Signs/);
  for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])
    assert.equal((await get("/", { host })).statusCode, 200);
});

test("nothing can be written: only reading is answered", async () => {
  for (const method of ["POST", "PUT", "DELETE"] as const)
    assert.equal((await app.inject({ method, url: "/scorecards/vital-signs" })).statusCode, 404);
});

test("a page is sent compressed to those who take it, and not again to those who have it", async () => {
  const first = await get("/scorecards/vital-signs", { "accept-encoding": "gzip" });
  assert.equal(first.headers["content-encoding"], "gzip");
  assert.match(gunzipSync(first.rawPayload).toString(), /^<!DOCTYPE html>/);

  const again = await get("/scorecards/vital-signs", { "if-none-match": String(first.headers.etag) });
  assert.equal(again.statusCode, 304);
  assert.equal(again.body, "");
  assert.equal(again.headers["cache-control"], "private, no-cache");
});

test("a page that could not be made is not answered from the browser's own copy", async () => {
  const { etag } = (await get("/nowhere")).headers;
  assert.equal((await get("/nowhere", { "if-none-match": String(etag) })).statusCode, 404);
});

test("a scorecard of a hundred indicators weighs less than 250 kB", async () => {
  assert.ok((await get("/scorecards/vital-signs")).rawPayload.length < 250_000);
});
