/** A measure's page and how a number was made, in a real browser: accessible, whole at 320 px, read by keyboard, complete without JavaScript. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { type Caller, type Council, openCouncil } from "../web/council.ts";
import { launch, open, overflow, skip, violations, type WatchedPage } from "./browser.ts";

const MEASURE = "/measures/assessments-within-45-working-days";
const PAGES = [MEASURE, `${MEASURE}?seen=published`, `${MEASURE}/how?window=in-month&period=2026-03`, "/measures"];

let browser: Browser;
let council: Council;
let analyst: Caller;
let base = "";

before(async () => {
  if (skip) return;
  browser = await launch();
  council = await openCouncil();
  analyst = await council.as("analyst");
  base = await council.app.listen({ host: "127.0.0.1", port: 0 });
});
after(async () => {
  await browser?.close();
  await council?.close();
});

const visit = (path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> =>
  open(browser, base + path, { extraHTTPHeaders: { cookie: analyst.cookie }, ...options });

for (const path of PAGES) {
  test(`${path} breaks no rule axe knows, wide or at 320 px, folded parts open, and asks nothing of anyone else`, {
    skip,
  }, async () => {
    const { page, faults } = await visit(path);
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await overflow(page), 0);
    // The same document in the public's view: looking once at 320 px is enough.
    if (!path.includes("seen")) assert.deepEqual(await violations(page), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

test("a chart is read point by point with the arrow keys, each point a sentence that is spoken and shown", {
  skip,
}, async () => {
  const { page } = await visit(MEASURE);
  const chart = page.locator(".app-figure-chart__wide").first();
  const spoken = page.locator(".app-figure-chart [aria-live]").first();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await spoken.textContent(), "March 2026: 87.5%.");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await spoken.textContent(), `February 2026: ${await februaryFigure()}%.`);
  await page.keyboard.press("Home");
  assert.match((await spoken.textContent()) ?? "", /^March 2024: /);
  assert.ok(await chart.locator(".app-figure-chart__marker--shown").isVisible());
  await page.keyboard.press("Tab");
  assert.equal(await chart.locator(".app-figure-chart__marker--shown").count(), 0);
  await page.context().close();
});

async function februaryFigure(): Promise<string> {
  const { body } = await analyst.get(MEASURE);
  return /February 2026: ([\d.]+)%/.exec(body)?.[1] ?? "";
}

test("the pointer shows the nearest point's words within the chart", { skip }, async () => {
  const { page } = await visit(MEASURE);
  const drawing = page.locator(".app-figure-chart__wide svg").first();
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width - 240, box.y + 40);
  assert.match((await page.locator(".app-figure-chart__marker--shown text").textContent()) ?? "", /^\w+ 20\d\d: \d/);
  await page.context().close();
});

test("only one drawing of a chart is there to be reached, whichever width", { skip }, async () => {
  for (const width of [1280, 320]) {
    const { page } = await visit(MEASURE, { viewport: { width, height: 800 } });
    const name = "Single assessments completed within 45 working days: month";
    assert.equal(await page.getByRole("img", { name, exact: true }).count(), 1);
    await page.context().close();
  }
});

test("without JavaScript windows, audience and how a number was made are reached by links, and every figure is in a table", {
  skip,
}, async () => {
  const { page } = await visit(MEASURE, { javaScriptEnabled: false });
  await page.getByRole("link", { name: "Last 12 months" }).click();
  assert.match((await page.locator("h2").first().textContent()) ?? "", /last 12 months/);
  await page.getByRole("link", { name: "Show as published" }).click();
  await page.getByText("what the public would see").waitFor();
  await page.getByRole("link", { name: "Show internal figures" }).click();
  await page.getByRole("link", { name: "How was this number made?" }).click();
  await page.getByRole("heading", { name: "How was this number made?" }).waitFor();
  assert.equal(await page.getByText("They agree", { exact: true }).count(), 2);
  await page.context().close();
});

test("a service manager compares teams in two clicks and three seconds", { skip }, async () => {
  const manager = await council.as("service-manager");
  const { page } = await open(browser, `${base}/`, { extraHTTPHeaders: { cookie: manager.cookie } });
  const began = performance.now();
  await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Measures" }).click();
  await page.getByRole("link", { name: "Single assessments completed within 45 working days", exact: true }).click();
  await page.getByRole("heading", { name: "By team", exact: true }).waitFor();
  assert.ok(performance.now() - began < 3000);
  await page.context().close();
});

test("with colours forced the chart's lines and words take the reader's own colours", { skip }, async () => {
  const { page } = await visit(MEASURE, { forcedColors: "active", colorScheme: "dark" });
  const colours = await page.evaluate(`(() => {
    const chart = document.querySelector(".app-figure-chart__wide svg");
    const style = (selector) => getComputedStyle(chart.querySelector(selector));
    return [style("text").fill, style("path").stroke, getComputedStyle(document.body).backgroundColor];
  })()`);
  const [words, line, ground] = colours as string[];
  assert.notEqual(words, ground);
  assert.notEqual(line, ground);
  await page.context().close();
});
