/** The pages that contents name before anybody updates them are those another program lays out. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openedWord } from "../../sample/opened-word.ts";
import { sampleReport } from "../../sample/sample-report.ts";
import { docxFormat } from "../docx.ts";
import { childOf, descendants, textOf, wordValue } from "./xml.ts";

const missing = ["soffice", "pdftotext"].find((tool) => spawnSync(tool, ["--version"]).error !== undefined);
const skip = missing === undefined ? false : `not installed: ${missing}`;

test("contents name the page each heading stands on, or the one beside it", { skip }, async () => {
  const [file] = await docxFormat.render(sampleReport({ large: 180 }));
  const bytes = file?.bytes ?? new Uint8Array();
  const entries = descendants(openedWord(bytes).document, "w:p")
    .filter((one) => /^TOC\d/.test(wordValue(childOf(one, "w:pPr"), "w:pStyle") ?? ""))
    .map((one) => /^([\d.]* ?)(.*) (\d+)$/.exec(textOf(one)) ?? [])
    .map(([, , heading = "", page]) => ({ heading, page: Number(page) }));
  assert.ok((entries.at(-1)?.page ?? 0) > 8);
  const pages = laidOut(bytes);
  for (const { heading, page } of entries) {
    const found = pages.findIndex((lines) => lines.some((line) => line.replace(/^[\d.]+ /, "") === heading)) + 1;
    assert.ok(Math.abs(found - page) <= 1, `${heading}: ${page}, and not ${found}`);
  }
});

/** Lines of each page. */
function laidOut(bytes: Uint8Array): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), "waymark-contents-"));
  try {
    writeFileSync(join(folder, "report.docx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const arguments_ = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "report.docx")];
    execFileSync("soffice", arguments_, { stdio: "ignore" });
    execFileSync("pdftotext", [join(folder, "report.pdf"), join(folder, "report.txt")]);
    const text = readFileSync(join(folder, "report.txt"), "utf8");
    return text.split("\f").map((page) => page.split("\n").map((line) => line.trim()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
