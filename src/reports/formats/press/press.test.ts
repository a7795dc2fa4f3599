/** A process that makes files: its faults are told, and a lost one is replaced. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sampleReport } from "../../sample/sample-report.ts";
import { pdfPlaces } from "../pdf/places.ts";
import { pdfFormat } from "../pdf.ts";
import { createPress } from "./press.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-press-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const SOUND = '#set document(title: "A report", date: none)\nIt is made.';
const press = createPress();
const { worker, fonts } = pdfPlaces();
const request = { folder, fonts, json: "{}", pictures: [], isArchive: false, madeAt: 0 };

test("a fault of the layout is told in Typst's own words, and the next report is made", async () => {
  writeFileSync(join(folder, "report.typ"), "#let broken = none-such");
  await assert.rejects(press.make(worker, request), {
    code: "REPORT_INVALID",
    message: /unknown variable: none-such/,
  });
  writeFileSync(join(folder, "report.typ"), SOUND);
  assert.ok((await press.make(worker, request)).length > 1000);
});

test("reports asked for at once are all made, each its own", async () => {
  const pdfs = await Promise.all([0, 3, 1].map((large) => pdfFormat.render(sampleReport({ large }))));
  const sizes = pdfs.map(([pdf]) => pdf?.bytes.length ?? 0);
  assert.ok((sizes[1] ?? 0) > (sizes[2] ?? 0) && (sizes[2] ?? 0) > (sizes[0] ?? 0));
});

test("a process that ends while at work fails that report only", async () => {
  const program = join(folder, "dies.mjs");
  writeFileSync(program, "process.on('message', () => process.exit(3));");
  // The kept process runs another program.
  press.end();
  await assert.rejects(press.make(program, request), { code: "INTERNAL", message: /ended with 3/ });
  writeFileSync(join(folder, "report.typ"), SOUND);
  assert.ok((await press.make(worker, request)).length > 1000);
});
