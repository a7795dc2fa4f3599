/** A report's HTML file as people open it: accessible, quiet, whole at 320 px, by keyboard, without scripts, in forced colours and on paper. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Block, Report } from "../../src/domain/report/document.ts";
import { htmlFormat } from "../../src/reports/formats/html.ts";
import { sampleReport } from "../../src/reports/sample/sample-report.ts";
import { wideReport } from "../../src/reports/sample/wide-report.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "waymark-report-"));
const address = (name: string): string => `file://${join(folder, `${name}.html`)}`;
const REPORTS = {
  sample: sampleReport({ withGap: true, large: 30 }),
  wide: wideReport(5),
  many: manyTables(),
} as const;
const MARKING = REPORTS.sample.marking;
let browser: Browser;

before(async () => {
  if (skip) return;
  browser = await launch();
  for (const [name, report] of Object.entries(REPORTS)) {
    const [file] = await htmlFormat.render(report);
    writeFileSync(join(folder, `${name}.html`), file!.bytes);
  }
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, width] of [
  ["sample", 1280],
  ["sample", 320],
  ["wide", 640],
] as const)
  test(`the ${name} report at ${width} px breaks no rule axe knows, asks nothing of anyone and does not scroll sideways`, {
    skip,
  }, async () => {
    const { page, faults } = await open(browser, address(name), { viewport: { width, height: 800 } });
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(faults, []);
    assert.equal(await overflow(page), 0);
    await page.context().close();
  });

test("without scripts it is the same page, because there are none", { skip }, async () => {
  const { page: without } = await open(browser, address("sample"), { javaScriptEnabled: false });
  const { page } = await open(browser, address("sample"));
  assert.equal(await page.locator("script").count(), 0);
  assert.equal(await without.locator("body").innerText(), await page.locator("body").innerText());
});

test("the keyboard skips to the report, and reaches and scrolls a table wider than the window", { skip }, async () => {
  const { page } = await open(browser, address("wide"), { viewport: { width: 800, height: 600 } });
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the report");
  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 20 && !(await page.evaluate(REGION_HAS_FOCUS)); presses++)
    await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(REGION_HAS_FOCUS));
  for (let presses = 0; presses < 10; presses++) await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(300);
  assert.ok(Number(await page.evaluate("document.activeElement.scrollLeft")) > 0);
});

test("what has the focus is not hidden behind the marking", { skip }, async () => {
  const { page } = await open(browser, address("sample"));
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(`(() => {
      const box = document.activeElement.getBoundingClientRect();
      const at = (y) => document.elementFromPoint(box.left + 4, Math.min(innerHeight - 1, Math.max(0, y)));
      const isHidden = [at(box.top + 4), at((box.top + box.bottom) / 2)].every((one) => one?.closest(".marking"));
      return document.activeElement !== document.body && isHidden && document.activeElement.outerHTML.slice(0, 120);
    })()`);
    assert.equal(covered, false);
  }
});

test("on a narrow screen each cell says which column it is of, and the table is still a table", { skip }, async () => {
  const { page } = await open(browser, address("sample"), { viewport: { width: 320, height: 800 } });
  const table = page.getByRole("table", { name: /^Table 3: Front door/ });
  assert.equal(await table.getByRole("rowheader").count(), 3);
  assert.equal(await table.getByRole("columnheader").count(), 9);
  const first = "getComputedStyle(document.querySelector('.app-report__scroll td'), '::before').content";
  assert.match(String(await page.evaluate(first)), /Measure/);
});

test("where colours are forced every rating is still a word with its border", { skip }, async () => {
  const { page } = await open(browser, address("sample"), { forcedColors: "active" });
  const words = await page.locator(".app-report__rating").allInnerTexts();
  assert.ok(words.length > 30);
  assert.ok(words.every((word) => /^[■▲●–] (Red|Amber|Green|Not rated)$/.test(word)));
});

const noPdftotext = existsSync("/usr/bin/pdftotext") ? false : "There is no pdftotext: apt-get install poppler-utils.";

test("printed, portrait text is followed by a landscape appendix, each page marked and numbered, no word cut off", {
  skip: skip || noPdftotext,
}, async () => {
  for (const name of ["sample", "wide"]) {
    const { page } = await open(browser, address(name));
    const file = join(folder, `${name}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const pages = text.split("\f").slice(0, -1);
    pages.forEach((one, index) => {
      assert.ok(one.split(MARKING).length > 2, `page ${index + 1} of ${name} is marked at its top and its foot`);
      assert.ok(one.includes(`Page ${index + 1} of ${pages.length}`));
    });
    assert.deepEqual(sizesOf(file), name === "sample" ? ["595x842", "842x595"] : ["595x842", "842x595", "1191x842"]);
    assert.deepEqual(await cutOff(page, name === "sample" ? 1015 : 1480), []);
    await page.context().close();
  }
});

test("a report of landscape pages alone is printed on landscape pages alone", {
  skip: skip || noPdftotext,
}, async () => {
  const { page } = await open(browser, address("many"));
  const file = join(folder, "landscape.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  assert.deepEqual(sizesOf(file), ["842x595"]);
});

test("no printed page ends with a heading, a caption or a header whose rows are on the next", {
  skip: skip || noPdftotext,
}, async () => {
  const { page } = await open(browser, address("many"));
  const file = join(folder, "many.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  const pages = text.split("\f").slice(0, -1);
  assert.ok(pages.length > 5);
  for (const one of pages) {
    const lines = one.split("\n").filter((line) => line.trim() !== "");
    assert.doesNotMatch(lines.at(-2)!, /^\s*(Part|1\.\d|Table|Reference|2025-26)/);
  }
});

const REGION_HAS_FOCUS = "document.activeElement.matches('.app-report__scroll')";
/** A dozen short tables one after another, so that pages end in every part of a table. */
function manyTables(): Report {
  const sample = sampleReport({ large: 8 });
  const tables = sample.sections[1]!.blocks.filter((block) => block.kind === "table");
  const blocks = Array.from({ length: 12 }, (_, index): readonly Block[] => [
    { kind: "heading", id: `part-${index}`, level: index === 0 ? 1 : 2, text: `Part ${index}`, isNumbered: true },
    { ...tables[1]!, id: `table-${index}`, caption: `Part ${index}`, rows: tables[1]!.rows.slice(0, 2 + (index % 5)) },
  ]).flat();
  return {
    ...sample,
    sections: [{ id: "many", orientation: "landscape", size: "a4", blocks }],
    notes: [],
    shorthand: [],
  };
}

const focused = (page: Page): Promise<unknown> => page.evaluate("document.activeElement.textContent.trim()");

/** The sheets of a printed file, in points, each kind once. */
function sizesOf(file: string): readonly string[] {
  const told = execFileSync("pdfinfo", ["-f", "1", "-l", "999", file], { encoding: "utf8" });
  const sizes = [...told.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  );
  return [...new Set(sizes)];
}

/** Cells whose words stand out of them when laid out as on the widest sheet, in pixels within its margins. */
async function cutOff(page: Page, width: number): Promise<unknown> {
  await page.setViewportSize({ width, height: 700 });
  await page.emulateMedia({ media: "print" });
  return page.evaluate(`[...document.querySelectorAll("td, th")]
    .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
    .map((cell) => cell.textContent)`);
}
