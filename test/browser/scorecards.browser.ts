/** Home, scorecards and their help in a real browser: accessible, narrow, printed on A4 and A3, by keyboard, in forced colours and without JavaScript. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openGate } from "../../src/web/sample/gate.ts";
import { SAMPLE_SERVICES } from "../../src/web/sample/services.ts";
import { type Serving, serve } from "../../src/web/serve.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

const CARD = "/scorecards/vital-signs";
const SECTION = "section=front-door-assessment";
const PAGES = [
  "/?show=worse",
  `${CARD}/published?${SECTION}`,
  `${CARD}?${SECTION}&compare=england`,
  "/help/scorecards",
];
/** Pixels between the margins of a sheet turned on its side. */
const SHEETS = { A4: 1032, A3: 1497 } as const;

let browser: Browser;
let sample: Serving;

before(async () => {
  if (skip) return;
  browser = await launch();
  sample = await serve({ gate: openGate(), services: SAMPLE_SERVICES, organisation: "Wexcombe Council", port: 0 });
});
after(async () => {
  await browser?.close();
  await sample?.close();
});

for (const path of PAGES) {
  for (const width of [1280, 320]) {
    test(`${path} at ${width} px breaks no rule axe knows, scrolls only downwards and asks nothing of anyone else`, {
      skip,
    }, async () => {
      const { page, faults } = await open(browser, sample.url + path, { viewport: { width, height: 800 } });
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
}

for (const [sheet, width] of Object.entries(SHEETS)) {
  test(`a scorecard with neighbours and England prints within the width of ${sheet}, landscape, every column whole`, {
    skip,
  }, async () => {
    const { page } = await open(browser, `${sample.url}${CARD}?${SECTION}`, { viewport: { width, height: 700 } });
    await page.emulateMedia({ media: "print" });
    assert.equal(await overflow(page), 0);
    const cut = await page
      .locator(".app-scorecard__table tbody td")
      .evaluateAll((cells) =>
        (cells as unknown as { scrollWidth: number; clientWidth: number; textContent: string }[])
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .map((cell) => cell.textContent),
      );
    assert.deepEqual(cut, []);
    assert.equal(await page.getByRole("button", { name: "Show" }).count(), 0, "no form on paper");
    const pdf = await page.pdf({ format: sheet, landscape: true });
    assert.ok((pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length <= 3);
    await page.context().close();
  });
}

test("by keyboard alone: the rating is chosen, the rows narrow, and no link in focus hides under the head", {
  skip,
}, async () => {
  const { page } = await open(browser, sample.url + CARD);
  await page.getByLabel("Rating").focus();
  await page.keyboard.press("g");
  await page.getByRole("button", { name: "Show" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/rating=green/);
  assert.equal(await page.locator(".app-rating--green").count(), 1);

  await page.goto(sample.url + CARD);
  const links = page.locator("tbody th a");
  for (const place of [60, 40, 20]) {
    await links.nth(place).focus();
    await page.keyboard.press("Shift+Tab");
    const isSeen = await page.evaluate(
      `(() => { const box = document.activeElement.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return document.activeElement.contains(top); })()`,
    );
    assert.equal(isSeen, true, `the link before row ${place}`);
  }
  await page.context().close();
});

test("without JavaScript the view is switched, rows are narrowed, and counts unfold", { skip }, async () => {
  const { page, faults } = await open(browser, sample.url + CARD, { javaScriptEnabled: false });
  await page.getByText("How many of each, by section").click();
  assert.ok(await page.getByRole("table", { name: "Ratings by section" }).isVisible());
  await page.getByLabel("Rating").selectOption("Green");
  await page.getByRole("button", { name: "Show" }).click();
  assert.match((await page.locator("main").textContent()) ?? "", /1 of 100 indicators shown/);
  await page.getByRole("link", { name: "As published" }).click();
  assert.match((await page.locator("header").textContent()) ?? "", /Published.*Frozen on publication/);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("ratings, directions and signals are words where colours are forced, and whole sentences for those who listen", {
  skip,
}, async () => {
  const { page } = await open(browser, `${sample.url}${CARD}?${SECTION}`, { forcedColors: "active" });
  const cell = page.locator("td.app-scorecard__rating").first();
  assert.match(await cell.innerText(), /Green.*Improving.*Unusual: concern/s);
  assert.match((await cell.textContent()) ?? "", /91\.8% meets the target of 85%\..*Improving \(high is good\)\./);
  await page.context().close();
});

test("pointing at a rating shows its sentence", { skip }, async () => {
  const { page } = await open(browser, `${sample.url}${CARD}?${SECTION}`);
  assert.equal(
    await page.locator(".app-rating--green").first().getAttribute("title"),
    "Green: 91.8% meets the target of 85%.",
  );
  await page.context().close();
});
