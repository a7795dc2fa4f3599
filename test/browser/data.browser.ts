/** Loading returns and entering figures in a real browser: few clicks, by keyboard, pasted from a spreadsheet, and without JavaScript. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { type Caller, type Council, openCouncil } from "../web/council.ts";
import { launch, open, overflow, skip, violations, type WatchedPage } from "./browser.ts";

let browser: Browser;
let council: Council;
let analyst: Caller;
let base = "";
let file = "";
const folder = mkdtempSync(join(tmpdir(), "waymark-files-"));
const MONTH = "/enter/2026-06?owner=all";

before(async () => {
  if (skip) return;
  browser = await launch();
  // Nothing is loaded of any period that ended after March.
  council = await openCouncil(() => new Date("2026-07-20T09:00:00.000Z"));
  analyst = await council.as("analyst");
  base = await council.app.listen({ host: "127.0.0.1", port: 0 });
  file = join(folder, "contact.csv");
  writeFileSync(file, "contact_id,person_id,date,source\nE1,C1,2026-02-28,1A\nE2,,2026-03-01,1A\n");
});
after(async () => {
  await browser?.close();
  await council?.close();
  rmSync(folder, { recursive: true, force: true });
});

const visit = (path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> => {
  const [name = "", value = ""] = analyst.cookie.split("=");
  const cookie = { name, value, domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true, secure: false };
  return open(browser, base + path, {
    storageState: { cookies: [{ ...cookie, sameSite: "Lax" as const }], origins: [] },
    ...options,
  });
};

for (const path of [
  "/data",
  "/data/new",
  "/data/coverage",
  "/data/reported",
  "/enter",
  MONTH,
  "/enter/upload",
  "/enter/owners",
]) {
  test(`${path} breaks no rule axe knows, wide or at 320 px, folded parts open`, { skip }, async () => {
    const { page, faults } = await visit(path);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await overflow(page), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`an analyst loads an extract and sees every error in 3 clicks, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    skip,
  }, async () => {
    const { page, faults } = await visit("/data", { javaScriptEnabled });
    await page.getByRole("link", { name: "Load data" }).click();
    await page.getByLabel("Files").setInputFiles(file);
    await page.getByRole("button", { name: "Read the files" }).click();
    // The page looks again by itself until the files have been read.
    const where = page.getByRole("rowheader", { name: "contact.csv, row 3, person_id" });
    await where.waitFor({ timeout: 60_000 });
    assert.equal(await page.getByRole("button", { name: "Accept" }).count(), 1);
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await overflow(page), 0);
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("The load was refused. Nothing has changed.").waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

test("the grid is filled by keyboard: arrows move down a column, past cells a measure has not", { skip }, async () => {
  const { page } = await visit(MONTH);
  const cells = page.locator('input[data-column="numerator"]');
  await cells.first().focus();
  await page.keyboard.type("19");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate("document.activeElement.id"), await cells.nth(1).getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  assert.equal(await cells.first().inputValue(), "19");
  await page.context().close();
});

test("cells copied from a spreadsheet fill the grid from where they are pasted", { skip }, async () => {
  const { page } = await visit(MONTH);
  const row = page.getByRole("row", { name: /Child protection conferences held in time/ });
  const next = page.getByRole("row", { name: /Children on a child protection plan visited in time/ });
  const first = await row.locator('[data-column="numerator"]').getAttribute("id");
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "19\\t22\\t\\tEstimated\\tby phone\\n7\\t9\\n");
    document.getElementById("${first}").dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }`);
  assert.equal(await row.locator('[data-column="denominator"]').inputValue(), "22");
  assert.equal(await row.locator('[data-column="state"]').inputValue(), "estimated");
  assert.equal(await row.locator('[data-column="note"]').inputValue(), "by phone");
  assert.equal(await next.locator('[data-column="numerator"]').inputValue(), "7");
  await page.getByRole("button", { name: "Save the figures" }).click();
  await page.getByText("The figures were saved.").waitFor();
  await council.desk.jobs.settled();
  await page.context().close();
});
