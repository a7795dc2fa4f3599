/** Reports in a real browser, without script: chosen, answered, written in, in conflict, settled, released and taken away; the pages clean, narrow and by keyboard. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Caller } from "../web/council.ts";
import { approvedComment, publishCard } from "../web/published-card.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";
import { type ListeningCouncil, listenCouncil, personOf } from "./open-council.ts";

const CARD = { scorecard: "vital-signs", period: "2026-03" };
const RED = /Why 9b/;
let council: ListeningCouncil;
let analyst: Caller;
let director: Caller;
let browser: Browser;
let draft = "";

before(async () => {
  if (skip) return;
  council = await listenCouncil();
  analyst = await council.as("analyst");
  director = await council.as("approver");
  browser = await launch();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await council.close();
});

const pageOf = async (
  caller: Caller,
  path: string,
  more: { readonly javaScriptEnabled?: boolean; readonly width?: number } = {},
) => {
  const { width = 1280, ...options } = more;
  const [name = "", value = ""] = caller.cookie.split("=");
  const { hostname } = new URL(council.url);
  const cookie = {
    name,
    value,
    domain: hostname,
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
  } as const;
  return open(browser, `${council.url}${path}`, {
    viewport: { width, height: 900 },
    storageState: { cookies: [cookie], origins: [] },
    ...options,
  });
};

/** The first red nobody has said anything of. */
async function writeAtGap(page: Page, words: string): Promise<void> {
  await page
    .getByRole("link", { name: /^Write it/ })
    .first()
    .click();
  await page.getByLabel("Words to stand here").fill(words);
  await page.getByRole("button", { name: "Save" }).click();
}

test("without script: a report is chosen, begun, answered and written in", { skip }, async () => {
  const { page, faults } = await pageOf(analyst, "/reports", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "Committee report (2018 order)" }).click();
  await page.getByLabel("Scorecard").selectOption({ label: "Vital Signs" });
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Period").selectOption(CARD.period);
  await page.getByRole("button", { name: "Make the report" }).click();
  await page.getByRole("button", { name: "Write in this report" }).click();
  for (const field of await page.locator("main input[type=text]").all())
    await field.fill({ Day: "12", Month: "6", Year: "2026" }[(await labelOf(field)) ?? ""] ?? "Head of performance");
  await page.getByLabel("Risk management implications").fill("Late visits are looked at every Monday.");
  await page.getByRole("button", { name: "Save the answers" }).click();
  draft = new URL(page.url()).pathname;
  await page.getByRole("link", { name: RED }).first().waitFor();
  await writeAtGap(page, "Visits are recorded late.");
  await page.getByText("Your words are in the report.").waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("when the card says something new there, both texts are shown and the writer decides", { skip }, async () => {
  await approvedComment(council, CARD, {
    on: "9b",
    body: "Visits are made sooner than they are recorded. Managers look at late recording every Monday.",
  });
  const { page } = await pageOf(analyst, draft, { javaScriptEnabled: false });
  await page.getByRole("link", { name: /The data changed under/ }).click();
  await page.getByRole("heading", { name: "Generated now" }).waitFor();
  await page.getByLabel("Your words").fill("Visits are recorded late; managers look at it every Monday.");
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal(await page.getByText("The data changed under").count(), 0);
  await page.context().close();
});

test("every page of a report is clean to axe and fits a phone, and the first gap is reached by keyboard", {
  skip,
}, async () => {
  // The list and the form that chooses are among the pages every-page.browser.ts looks at.
  const paths = [draft, `${draft}/answers`, `${draft}/write?at=red-section-9b`, `${draft}/release`];
  for (const path of paths) {
    const { page, faults } = await pageOf(director, path, { width: 320 });
    assert.equal(await overflow(page), 0, path);
    assert.deepEqual(await violations(page), [], path);
    assert.deepEqual(faults, [], path);
    await page.context().close();
  }
  const { page } = await pageOf(director, draft);
  const gap = page.locator(".app-report-todo a").first();
  await gap.focus();
  await page.keyboard.press("Enter");
  assert.notEqual(page.url(), `${council.url}${draft}`);
  await page.context().close();
});

test("once published and whole, it is released and taken away as a file", { skip }, async () => {
  await approvedComment(council, CARD, { on: "54", body: "Fewer audits were completed than planned." });
  await publishCard(council, CARD);
  const { page } = await pageOf(director, draft, { javaScriptEnabled: false });
  await page.getByRole("link", { name: "Release this report" }).click();
  await page.getByRole("button", { name: "Release it" }).click();
  await page.getByText("The report is released.").waitFor();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Word", exact: true }).click();
  assert.equal((await coming).suggestedFilename(), "committee-report-2018-2026-03.docx");
  await page.context().close();
});

test("the director prints the evidence pack in 3 clicks and 60 seconds", { skip }, async () => {
  const { page, click, clicks, start } = await personOf(council, browser, { role: "approver" });
  await start();
  const started = performance.now();
  await click("Reports of Vital Signs");
  await click("Evidence pack");
  const coming = page.waitForEvent("download");
  await click("PDF");
  assert.equal((await coming).suggestedFilename(), "evidence-pack-2026-03.pdf");
  assert.equal(clicks(), 3);
  assert.ok(performance.now() - started < 60_000);
});

async function labelOf(field: ReturnType<Page["locator"]>): Promise<string | null> {
  const id = await field.getAttribute("id");
  return field.page().locator(`label[for="${id}"]`).textContent();
}
