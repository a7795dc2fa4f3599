/** Signing in in a real browser: clean, narrow, by keyboard and without script; and what was written survives a session that ends. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { makeSetUpCode } from "../../src/services/people/first-run.ts";
import { setPassword } from "../../src/services/people/passwords.ts";
import { addPerson, grantRole } from "../../src/services/people/people.ts";
import { webServicesOf } from "../../src/web/answers.ts";
import { buildApp } from "../../src/web/app.ts";
import { sessionGate } from "../../src/web/session-gate.ts";
import { type Council, NOW, openCouncil } from "../web/council.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

const EMAIL = "robin@wexcombe.example";
const PASSWORD = "kettle gravel sparrow";
let now = NOW;
let council: Council;
let trial: FastifyInstance;
let browser: Browser;
let base = "";
let trialBase = "";

before(async () => {
  if (skip) return;
  council = await openCouncil(() => now);
  const by = { actor: "test", at: now.toISOString() };
  const { id } = await addPerson(council.store, by, { name: "Robin Weatherby", email: EMAIL });
  const grant = { role: "analyst", scope: { kind: "authority" }, from: "2020-01-01", to: null } as const;
  await grantRole(council.store, by, { person: id, grant });
  await setPassword(council.store, by, { id, password: PASSWORD });
  const desk = { ...council.desk, isTrial: true };
  trial = buildApp({ services: webServicesOf(desk), gate: sessionGate(desk), desk, clock: desk.clock });
  base = await council.app.listen({ port: 0, host: "127.0.0.1" });
  trialBase = await trial.listen({ port: 0, host: "127.0.0.1" });
  browser = await launch();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await trial.close();
  await council.close();
});

async function enter(page: Page): Promise<void> {
  await page.getByLabel("Email address").fill(EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

for (const width of [1280, 320]) {
  test(`the sign-in page of a trial, its errors, the set-up pages and the account are clean and fit ${width} pixels`, {
    skip,
  }, async () => {
    const { page } = await open(browser, `${trialBase}/sign-in`, { viewport: { width, height: 800 } });
    const clean = async (words: string) => {
      assert.deepEqual(await violations(page), [], words);
      assert.ok(Number(await overflow(page)) <= 0, words);
    };
    await clean("personas");
    await page.goto(`${base}/sign-in`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Enter your password" }).waitFor();
    await clean("errors");
    for (const path of ["/set-up", "/set-up/password"]) {
      await page.goto(base + path);
      await clean(path);
    }
    await page.goto(`${base}/sign-in?next=/account`);
    await enter(page);
    await clean("account");
  });
}

test("without script and by keyboard alone a newcomer becomes the team manager of the trial", { skip }, async () => {
  const { page, faults } = await open(browser, `${trialBase}/sign-in?next=/account`, { javaScriptEnabled: false });
  for (let tabs = 0; tabs < 20; tabs++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate("document.activeElement.value")) === "team-manager") break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(`${trialBase}/account`);
  assert.match(await page.locator("header").innerText(), /Team manager \(trial\)/);
  assert.deepEqual(faults, []);
});

test("the code after # is put into its field and leaves the address", { skip }, async () => {
  const code = await makeSetUpCode(council.store, now);
  const { page, faults } = await open(browser, `${base}/set-up#${code}`);
  assert.equal(await page.getByLabel("Code").inputValue(), code);
  assert.equal(page.url(), `${base}/set-up`);
  assert.deepEqual(faults, []);
});

test("what is typed is kept; after the session ended it is offered again", { skip }, async () => {
  const { page, faults } = await open(browser, `${base}/sign-in?next=/challenge/new`);
  await enter(page);
  const title = page.getByLabel("Name");
  await title.fill("Late reviews in March");
  await page.getByText(/^Draft kept at/).waitFor();
  now = new Date(now.getTime() + 61 * 60_000);
  await title.fill("Late reviews in March and April");
  await page.getByRole("button", { name: "Build the pack" }).click();
  await page.getByText("What you wrote is kept").waitFor();
  await enter(page);
  assert.equal(new URL(page.url()).pathname, "/challenge/new");
  await page.getByRole("button", { name: "Put it back" }).click();
  assert.equal(await title.inputValue(), "Late reviews in March and April");
  assert.deepEqual(faults, []);
});

test("five minutes before a session ends it says so, and whoever is there may stay", { skip }, async () => {
  const { page, faults } = await open(browser, `${base}/sign-in?next=/account`);
  await page.clock.install();
  await enter(page);
  // The warning is hidden while there is time, and the page is clean with it.
  now = new Date(now.getTime() + 56 * 60_000);
  await page.clock.fastForward(5 * 60_000);
  await page.getByText("Your session ends in about 4 minutes.").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await page.getByText("Your session ends in").waitFor({ state: "hidden" });
  now = new Date(now.getTime() + 59 * 60_000);
  await page.goto(`${base}/account`);
  assert.equal(new URL(page.url()).pathname, "/account");
  assert.deepEqual(faults, []);
});
