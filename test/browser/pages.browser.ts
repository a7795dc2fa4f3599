/** Every page in a real browser: accessible, quiet, whole at 320 px, reachable by keyboard, and complete without JavaScript. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openGate } from "../../src/web/sample/gate.ts";
import { EMPTY_SERVICES, SAMPLE_SERVICES } from "../../src/web/sample/services.ts";
import { type Serving, serve } from "../../src/web/serve.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

/** Axe takes seconds over a hundred rows: the whole scorecard is looked at once, one section of it the other times. */
const ONE_SECTION = "?section=front-door-assessment";
const PAGES = [
  "/",
  "/scorecards/vital-signs",
  "/measures",
  "/measures?search=contacts",
  "/editions",
  "/editions/vital-signs-2026-03-1",
  "/about",
  "/editions/vital-signs-2026-03-1/changes",
  "/nowhere",
];

let browser: Browser;
let sample: Serving;
let empty: Serving;

before(async () => {
  if (skip) return;
  browser = await launch();
  sample = await serve({ gate: openGate(), services: SAMPLE_SERVICES, organisation: "Wexcombe Council", port: 0 });
  empty = await serve({ gate: openGate(), services: EMPTY_SERVICES, port: 0 });
});

after(async () => {
  await browser?.close();
  await sample?.close();
  await empty?.close();
});

for (const path of PAGES) {
  test(`${path} breaks no WCAG 2.2 AA rule axe knows, folded parts open too, and asks nothing of anyone else`, {
    skip,
  }, async () => {
    const { page, faults } = await open(browser, sample.url + path);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    assert.deepEqual(await violations(page), []);
    const expected = path === "/nowhere" ? /404/ : /^$/;
    assert.deepEqual(
      faults.filter((fault) => !expected.test(fault)),
      [],
    );
    await page.context().close();
  });

  test(`${path} at 320 px needs no sideways scrolling and still breaks no rule`, { skip }, async () => {
    const { page } = await open(browser, sample.url + path, { viewport: { width: 320, height: 640 } });
    assert.equal(await overflow(page), 0);
    if (path === "/scorecards/vital-signs") await page.goto(`${page.url()}${ONE_SECTION}`);
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

for (const path of ["/", `/scorecards/vital-signs${ONE_SECTION}`, "/editions"]) {
  test(`${path} with nothing loaded is whole and accessible`, { skip }, async () => {
    const { page, faults } = await open(browser, empty.url + path);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

for (const width of [640, 800, 1100, 1152, 1280, 1920]) {
  test(`a scorecard fits a window of ${width} px`, { skip }, async () => {
    const { page } = await open(browser, `${sample.url}/scorecards/vital-signs`, { viewport: { width, height: 800 } });
    assert.equal(await overflow(page), 0);
    await page.context().close();
  });
}

test("no typeface is fetched: pages use the fonts of the machine", { skip }, async () => {
  const { page } = await open(browser, `${sample.url}/`);
  assert.equal(await page.evaluate("document.fonts.size"), 0);
  assert.match(String(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")), /^Arial/);
  await page.context().close();
});

test("the first press of Tab offers to skip to the content, and every link and control is reached by keyboard", {
  skip,
}, async () => {
  const { page } = await open(browser, `${sample.url}/measures?search=contacts`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to main content");

  const reachable = "a[href], button:not([hidden]), select, input:not([type=hidden]), summary";
  // What is folded away is reached once it is unfolded.
  const expected = Number(
    await page.evaluate(`[...document.querySelectorAll("${reachable}")].filter((one) => one.checkVisibility()).length`),
  );
  await page.evaluate("window.seen = new Set([document.activeElement])");
  for (let press = 0; press < expected + 5; press++) {
    await page.keyboard.press("Tab");
    await page.evaluate(`document.activeElement.matches("${reachable}") && window.seen.add(document.activeElement)`);
  }
  assert.equal(await page.evaluate("window.seen.size"), expected);
  await page.context().close();
});

test("the head of a scorecard's table stays in sight while its rows scroll", { skip }, async () => {
  const { page } = await open(browser, `${sample.url}/scorecards/vital-signs`);
  const head = page.locator(".app-scorecard__table thead").nth(1).locator("th").first();
  await page
    .locator(".app-scorecard__table tbody")
    .nth(1)
    .locator("tr")
    .nth(6)
    .evaluate((row) => (row as { scrollIntoView(): void }).scrollIntoView());
  const box = await head.boundingBox();
  assert.ok(box !== null && box.y >= 0 && box.y < 5, JSON.stringify(box));
  await page.context().close();
});

test("without JavaScript a section of a scorecard is chosen, and its rows lead to their measures", {
  skip,
}, async () => {
  const { page, faults } = await open(browser, `${sample.url}/scorecards/vital-signs`, { javaScriptEnabled: false });
  await page.getByLabel("Section").selectOption("Front door & assessment");
  await page.getByRole("button", { name: "Show" }).click();
  assert.match(page.url(), /section=front-door-assessment/);
  assert.equal(await page.locator(".app-scorecard__table").count(), 1);

  const measure = page.getByRole("link", { name: /Single assessments/ }).first();
  assert.match((await measure.getAttribute("href")) ?? "", /^\/measures\/assessments-within-45-working-days\?/);
  assert.ok(await page.getByRole("link", { name: "Data", exact: true }).isVisible());
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a measure is found from the first page in two clicks and one word", { skip }, async () => {
  const { page } = await open(browser, `${sample.url}/`);
  await page.getByRole("link", { name: "Measures" }).click();
  await page.getByLabel("Search measures").fill("45 working");
  await page.getByRole("button", { name: "Search" }).click();
  const measure = page.getByRole("link", { name: /Single assessments/ });
  assert.match((await measure.getAttribute("href")) ?? "", /assessments-within-45-working-days/);
  await page.context().close();
});

test("printed, a scorecard is a table of all months, without navigation or form", { skip }, async () => {
  const { page } = await open(browser, `${sample.url}/scorecards/vital-signs`, {
    viewport: { width: 1032, height: 700 },
  });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Show" }).count(), 0);
  assert.equal(await page.getByRole("navigation").count(), 0);
  assert.ok(await page.getByText("Not for publication").isVisible());
  assert.equal(
    await page
      .locator("thead")
      .first()
      .evaluate((head) => getComputedStyle(head as never).display),
    "table-header-group",
  );
  assert.ok(Number(await overflow(page)) <= 0);
  await page.context().close();
});
