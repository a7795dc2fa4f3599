/** Definitions in a real browser: the analyst's task without code, clean, narrow, by keyboard and without script. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type Caller, type Council, openCouncil } from "../web/council.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

let council: Council;
let analyst: Caller;
let browser: Browser;
let base = "";

before(async () => {
  if (skip) return;
  council = await openCouncil();
  analyst = await council.as("analyst");
  await council.app.listen({ port: 0, host: "127.0.0.1" });
  const address = council.app.server.address();
  base = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  browser = await launch();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await council.close();
});

/** The cookie itself, for a header set by hand is not sent on after a form. */
const as = (caller: Caller, more: object = {}) => {
  const [name = "", value = ""] = caller.cookie.split("=");
  const cookie = { name, value, domain: "localhost", path: "/", expires: -1, httpOnly: true, secure: false };
  return { storageState: { cookies: [{ ...cookie, sameSite: "Lax" as const }], origins: [] }, ...more };
};

async function begin(kind: string, subject: string): Promise<string> {
  const { headers } = await analyst.post(`/definitions/${kind}/${encodeURIComponent(subject)}/draft`);
  return String(headers.location).split("?")[0] ?? "";
}

test("an analyst changes a measure without code and sees the last 24 months beside the present ones, far within 5 minutes", {
  skip,
}, async () => {
  const started = performance.now();
  const { page, faults } = await open(browser, `${base}/definitions`, as(analyst));
  await page.getByLabel("Words in it").fill("contacts becoming referrals");
  await page.locator("main").getByRole("button", { name: "Search" }).click();
  await page
    .locator("main")
    .getByRole("link", { name: /Contacts becoming referrals|Contacts that became referrals/i })
    .first()
    .click();
  await page.getByRole("button", { name: "Change this definition" }).click();
  await page.getByLabel("Only rows where (optional)").first().fill("source is not null");
  await page.getByRole("button", { name: "Save and check" }).last().click();
  await page
    .getByText(/Saved\. Nothing changes|has to be mended/)
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Last 24 months" }).click();
  await page.getByRole("heading", { name: /the definition in force beside the draft/ }).waitFor();
  assert.equal(await page.locator(".app-recalculated tbody tr").count(), 24);
  assert.ok(performance.now() - started < 60_000);
  assert.deepEqual(
    faults.filter((fault) => !fault.includes("icon")),
    [],
  );
});

test("every page of definitions and search is clean to axe and no wider than 320 pixels", { skip }, async () => {
  const measure = await begin("measure", "re-referrals-within-12-months");
  const target = await begin("target", "vital-signs 19a");
  const paths = [
    "/definitions?search=referral",
    "/definitions/new",
    measure,
    `${measure}/written`,
    `${measure}/figures`,
    `${measure}/submit`,
    `${target}/figures`,
    await begin("scorecard", "improvement-plan-audit"),
    "/search?q=referrals",
  ];
  for (const path of paths) {
    const { page } = await open(browser, base + path, as(analyst));
    assert.deepEqual(await violations(page), [], path);
    await page.setViewportSize({ width: 320, height: 800 });
    assert.equal(await overflow(page), 0, path);
    await page.context().close();
  }
});

test("a form saved unchanged, without script, leaves the definition as it was", { skip }, async () => {
  const all = [
    ["measure", "three-or-more-placements"],
    ["measure", "wait-for-independent-visitor"],
    ["measure", "child-protection-plans-open"],
    ["target", "vital-signs 10"],
    ["target", "improvement-plan 15"],
  ] as const;
  for (const [kind, id] of all) {
    const draft = await begin(kind, id);
    const { page } = await open(browser, base + draft, as(analyst, { javaScriptEnabled: false }));
    await page.getByRole("button", { name: "Save and check" }).first().click();
    await page.getByText("Saved. Nothing changes").waitFor();
    await page.getByRole("link", { name: "Differences" }).click();
    assert.equal(await page.getByText("The two texts are the same.").count(), 1, id);
    await page.context().close();
  }
});

test("the slash goes to the search box, and finding needs no mouse", { skip }, async () => {
  const { page } = await open(browser, `${base}/definitions`, as(analyst));
  await page.keyboard.press("/");
  await page.keyboard.type("re-referrals");
  await page.keyboard.press("Enter");
  await page.getByText(/things? found for/).waitFor();
  assert.ok((await page.locator("mark").count()) > 0);
});
