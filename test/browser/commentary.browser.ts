/** Commentary to correction in a real browser: written, checked while typing, handed in, approved, signed, published, corrected; and all of it without script. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Caller } from "../web/council.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";
import { type ListeningCouncil, listenCouncil, personOf } from "./open-council.ts";

const CARD = "/comments/vital-signs/2026-03";
const DESK = "/sign-off/vital-signs/2026-03";
const EDITION = "/editions/vital-signs-2026-03-1";
const CLEAN = "Managers look at late recording every Monday.";
let council: ListeningCouncil;
let browser: Browser;
let director: Caller;
let analyst: Caller;

before(async () => {
  if (skip) return;
  council = await listenCouncil();
  director = await council.as("approver");
  analyst = await council.as("analyst");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await council?.close();
});

/** Signed in as somebody. */
function as({ cookie }: Caller, more: BrowserContextOptions = {}): BrowserContextOptions {
  const [name = "", value = ""] = cookie.split("=");
  const held = { name, value, domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true, secure: false } as const;
  return { storageState: { cookies: [{ ...held, sameSite: "Lax" }], origins: [] }, ...more };
}

/** Waits until long work has ended, and reads what came of it. */
async function ended(page: Page): Promise<string> {
  await page.waitForFunction("document.querySelector('#job')?.dataset.job === 'ended'", null, { timeout: 60_000 });
  return page.locator("main").innerText();
}

test("a claim the data contradict is marked while it is typed, answers are kept, and the mended words are handed in", {
  skip,
}, async () => {
  const writer = await council.as("commentator");
  const { page, faults } = await open(browser, `${council.url}${CARD}/new?on=8a`, as(writer));
  await page.getByLabel("Your comment").fill("Referrals are up 900% since last month.");
  await page.getByText("1 flag to mend or answer.").waitFor();
  assert.equal(await page.locator("mark.app-flag--open").innerText(), "up 900%");
  assert.deepEqual(await violations(page), []);
  await page.getByLabel(/Why .up 900%. may stand/).fill("It is another county’s.");
  await page.getByLabel("Your comment").fill("Referrals are up 900% since last month. It will be looked into.");
  await page.waitForResponse(/\/comments\/check$/);
  await page.waitForTimeout(100);
  assert.equal(await page.getByLabel(/Why .up 900%. may stand/).inputValue(), "It is another county’s.");
  await page.getByLabel("Your comment").fill(CLEAN);
  await page.getByText("Nothing in these words disagrees with the data.").waitFor();
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  await page.getByText("Handed in for approval.").waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("without script: check, a summary of errors that leads to the flags, hand in, approve", { skip }, async () => {
  const writer = await council.as("commentator");
  const plain = { javaScriptEnabled: false };
  const { page } = await open(browser, `${council.url}${CARD}/new?on=9a`, as(writer, plain));
  await page.getByLabel("Your comment").fill("Up 900% since last month.");
  await page.getByRole("button", { name: "Check" }).click();
  assert.equal(await page.getByLabel("Your comment").inputValue(), "Up 900% since last month.");
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  await page.getByRole("alert").getByRole("link").first().click();
  assert.match(page.url(), /#flag-1$/);
  await page.getByLabel("Your comment").fill(CLEAN);
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  const address = page.url().split("?")[0] ?? "";
  const { page: approval } = await open(browser, address, as(director, plain));
  await approval.getByRole("button", { name: "Approve" }).click();
  await approval.getByText("Approved.").waitFor();
  await approval.context().close();
  await page.context().close();
});

test("the director approves what is clean in two clicks, and signs and publishes an announced period in two", {
  skip,
}, async () => {
  await analyst.post(`${DESK}/announce`, { "due-day": "27", "due-month": "4", "due-year": "2026" });
  const person = await personOf(council, browser, { role: "approver" });
  await person.click(/Comments to approve/);
  await person.click(/^Approve /);
  await person.page.getByText("1 comment approved.").waitFor();
  assert.ok(person.clicks() <= 2);
  await person.start();
  await person.click(/Scorecards to sign off and release/);
  await person.click(/Sign off as director and publish/);
  assert.match(await ended(person.page), /Edition vital-signs-2026-03-1 is published/);
  assert.ok(person.clicks() <= 2);
  await person.page.context().close();
});

test("a correction: what would differ, its kind and reason, and the edition that says what it corrects", {
  skip,
}, async () => {
  const { body } = await director.get(DESK);
  await director.post(`${DESK}/sign`, { role: "director", seen: /name="seen" value="(\w+)"/.exec(body)?.[1] ?? "" });
  const { page, faults } = await open(browser, `${council.url}${EDITION}/correct`, as(analyst));
  await page.getByRole("button", { name: "Publish the correction" }).click();
  await page.getByRole("alert").getByRole("link", { name: "Choose the kind of revision" }).click();
  await page.keyboard.press("ArrowDown");
  await page.getByLabel("Why it is corrected").fill("A title was put right.");
  await page.getByRole("button", { name: "Publish the correction" }).click();
  assert.match(await ended(page), /Edition vital-signs-2026-03-2 is published/);
  assert.deepEqual(
    faults.filter((fault) => !/422/.test(fault)),
    [],
  );
  await page.context().close();
});

for (const [path, who] of [
  ["/comments", "approver"],
  [CARD, "approver"],
  [`${CARD}/ask`, "analyst"],
  [DESK, "approver"],
  ["/sign-off", "analyst"],
  ["/judge/vital-signs/2026-03/19a", "quality-lead"],
  ["/editions", "analyst"],
  [EDITION, "published-viewer"],
  [`${EDITION}/compare`, "published-viewer"],
  [`${EDITION}/checks`, "auditor"],
] as const)
  test(`${path} breaks no rule axe knows, and at 320 px needs no sideways scrolling`, { skip }, async () => {
    const { page, faults } = await open(browser, council.url + path, as(await council.as(who)));
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    // A hundred indicators take axe long: some are enough.
    await page.evaluate(
      "document.querySelectorAll('main section + section + section + section').forEach((s) => s.remove())",
    );
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await overflow(page), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
