/** What of an edition the web gives out, and under which policy. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { buildApp } from "../../app.ts";
import { openGate } from "../../sample/gate.ts";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import { publicFile } from "./public-file.ts";

const app = buildApp({ gate: openGate(), services: SAMPLE_SERVICES });
const EDITION = "/editions/vital-signs-2026-03-1";

test("the frozen page is sent byte for byte, and only its own style is allowed", async () => {
  const { rawPayload, headers } = await app.inject(`${EDITION}/page`);
  const kept = await SAMPLE_SERVICES.editionFile("vital-signs-2026-03-1", "public/index.html");
  assert.deepEqual(rawPayload, kept);
  const hash = createHash("sha256").update("h1 { color: #111 }").digest("base64");
  assert.equal(
    headers["content-security-policy"],
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
  );
  assert.equal(headers["x-content-type-options"], "nosniff");
});

test("an edition's page says when and by whom it was published and signed off, and links its files", async () => {
  const { body } = await app.inject(EDITION);
  assert.match(body, /20 April 2026.*quality lead.*approver: service manager/s);
  assert.match(body, new RegExp(`href="${EDITION}/figures.csv"`));
});

test("files are downloads", async () => {
  const { headers, body } = await app.inject(`${EDITION}/figures.csv`);
  assert.equal(headers["content-disposition"], 'attachment; filename="vital-signs-2026-03-1-figures.csv"');
  assert.match(body, /19a,91\.8/);
});

test("what would differ today is told with its cause, and an edition there is not is not found", async () => {
  const { body } = await app.inject(`${EDITION}/changes`);
  assert.match(body, /1 difference\..*Recorded late or put right.*112 of 122.*112 of 123.*1 recorded since/s);
  assert.equal((await app.inject("/editions/nothing/changes")).statusCode, 404);
});

for (const name of ["../internal/card.json", "internal/card.json", "..", ".hidden.csv", "index.html", "a/b.csv", ""])
  test(`"${name}" is no file to download`, () => assert.equal(publicFile(name), null));
