/** Profiles, lists and a child's page in a real browser: the team manager's and service manager's tasks within their clicks, clean, narrow, by keyboard and without script. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launch, overflow, skip, violations } from "./browser.ts";
import { type ListeningCouncil, listenCouncil, type Person, personOf } from "./open-council.ts";

const TEAM = { role: "team-manager", scope: { kind: "team", name: "Safeguarding Group" } } as const;
let council: ListeningCouncil;
let browser: Browser;
let manager: Person;

before(async () => {
  if (skip) return;
  council = await listenCouncil();
  browser = await launch();
  manager = await personOf(council, browser, TEAM);
  // Asked once a session, before the first list.
  await manager.page.goto(`${council.url}/teams/T005/due`);
  await manager.click("Supervision or allocation of cases");
  await manager.click("Continue");
  await manager.page.getByRole("heading", { level: 1, name: /Overdue or due soon/ }).waitFor();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await council.close();
});

test("a team manager opens their own live profile in one click, with each worker's caseload on it", {
  skip,
}, async () => {
  await manager.start();
  await manager.click("Teams");
  await manager.page.getByRole("heading", { level: 1, name: /Safeguarding Group/ }).waitFor();
  await manager.page.getByRole("columnheader", { name: "Children held" }).waitFor();
  assert.equal(manager.clicks(), 1);
});

test("the children overdue are two clicks away", { skip }, async () => {
  await manager.start();
  await manager.click("Teams");
  await manager.click(/Everything overdue or due soon/);
  await manager.page
    .getByRole("cell", { name: /working days? overdue/ })
    .first()
    .waitFor();
  assert.equal(manager.clicks(), 2);
});

test("a recording error is reported in three clicks from the list", { skip }, async () => {
  await manager.page.goto(`${council.url}/teams/T005/due?state=overdue`);
  const before = manager.clicks();
  await manager.click(/^W\d+$/);
  await manager.click("The record is wrong");
  await manager.page.getByLabel("In your words").fill("The visit of 3 March is missing.");
  await manager.click("Send");
  await manager.page.getByText("Whoever keeps the data can read it now").waitFor();
  assert.equal(manager.clicks() - before, 3);
});

test("a service manager compares teams on any measure in two clicks", { skip }, async () => {
  const scope = { kind: "authority" } as const;
  const service = await personOf(council, browser, { role: "service-manager", scope });
  await service.start();
  await service.click("Teams");
  await service.page.getByLabel("Compare teams on a measure").selectOption({ label: "Children in need" });
  await service.click("Compare");
  await service.page.getByRole("heading", { level: 1, name: /Children in need/ }).waitFor();
  assert.equal(service.clicks(), 2);
});

test("every page of teams, lists and children is clean and fits 320 pixels", { skip }, async () => {
  const { page } = manager;
  await page.goto(`${council.url}/teams/T005/due`);
  const child = await page
    .getByRole("link", { name: /^W\d+$/ })
    .first()
    .getAttribute("href");
  await page.goto(`${council.url}/teams/T005`);
  const worker = await page
    .getByRole("link", { name: /^SW\d+$/ })
    .first()
    .getAttribute("href");
  const list = "/measures/children-in-need/list?window=in-month&period=2026-03";
  const pages = [
    "/purpose",
    "/teams?all=yes",
    "/teams/T005",
    "/teams/T005/due",
    worker,
    child,
    list,
    "/lists",
    "/lists/new?measure=contacts",
    "/recording-errors",
    "/teams/compare",
  ];
  for (const url of pages) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${council.url}${url}`);
    assert.deepEqual(await violations(page), [], String(url));
    await page.setViewportSize({ width: 320, height: 900 });
    assert.equal(await overflow(page), 0, String(url));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("a list is sorted by keyboard, and works without script", { skip }, async () => {
  const { page } = manager;
  await page.goto(`${council.url}/measures/children-in-need/list?window=in-month&period=2026-03`);
  await page.getByRole("columnheader", { name: "Child" }).getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/sort=person_id/);
  assert.equal(await page.getByRole("columnheader", { name: /Child/ }).getAttribute("aria-sort"), "ascending");
  const cookies = await page.context().cookies();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(cookies);
  const still = await plain.newPage();
  await still.goto(`${council.url}/teams/T005/due`);
  await still.getByLabel("State").selectOption("soon");
  await still.getByRole("button", { name: "Show" }).click();
  await still.getByText(/0 overdue and \d+ due within 15 working days/).waitFor();
});
