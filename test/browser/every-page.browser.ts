/** Every page of the furnished trial in a browser: nothing axe finds, no fault in the console, no wider than a phone, all of it by keyboard. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { challengeDemo } from "../../src/services/challenge/challenge-demo.ts";
import { furnishDemo } from "../../src/services/furnish-demo.ts";
import { publishEdition } from "../../src/services/publish-edition.ts";
import { signOffCard } from "../../src/services/sign-off.ts";
import { NOW } from "../web/council.ts";
import { launch, overflow, skip, violations } from "./browser.ts";
import { PAGES_TO_SEE, type PageToSee } from "./every-page.ts";
import { type Lookers, lookersAt } from "./lookers.ts";
import { type ListeningCouncil, listenCouncil } from "./open-council.ts";

const PUBLISHED = { scorecard: "vital-signs", period: "2026-02" };
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 700 };
/** A few pages of different make, for what would take too long everywhere. */
const A_FEW = ["/", "/scorecards/:id", "/measures/:id", "/comments/:scorecard/:period/:id", "/teams/:team", "/actions"];

let browser: Browser;
let council: ListeningCouncil;
let lookers: Lookers;

before(async () => {
  if (skip) return;
  browser = await launch();
  council = await listenCouncil(undefined, { isTrial: true });
  const { live, store, data, catalogue } = council.desk;
  const by = { actor: "director@wexcombe.example", at: NOW.toISOString() };
  await signOffCard(live.current(), store, by, { ...PUBLISHED, role: "director", person: "The director" });
  await publishEdition(live.current(), store, { ...PUBLISHED, by: by.actor, at: NOW, waymark: "test" });
  const request = { data, catalogue, store, at: NOW, say: () => undefined };
  await challengeDemo(request);
  await furnishDemo(request);
  lookers = lookersAt(browser, council.url);
});
after(async () => {
  await browser?.close();
  await council?.close();
});

for (const wanted of PAGES_TO_SEE)
  test(`${wanted.route} as ${wanted.who ?? "nobody signed in"}${wanted.name === undefined ? "" : ` (${wanted.name})`}`, {
    skip,
  }, async () => {
    const page = await opened(lookers, wanted);
    assert.equal(await page.locator("h1").count(), 1, "one first heading");
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await beyondKeyboard(page), []);
    await page.setViewportSize(PHONE);
    assert.equal(await overflow(page), 0, "no wider than a phone");
    await page.setViewportSize(WIDE);
    assert.deepEqual(lookers.faultsOf(wanted.who), []);
  });

test("the first key stroke reaches the link past the navigation, which leads to the page’s own content", {
  skip,
}, async () => {
  for (const wanted of few()) {
    const page = await opened(lookers, wanted);
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate("document.activeElement.className"), /skip-link/, wanted.route);
    await page.keyboard.press("Enter");
    // The browser tells of the new address a moment after the key.
    await page.waitForURL(/#main-content$/, { timeout: 10_000 });
  }
});

test("pages stand in forced colours and move nothing for people who asked for less motion", { skip }, async () => {
  const calm = lookersAt(browser, council.url, { forcedColors: "active", reducedMotion: "reduce" });
  for (const wanted of few()) {
    const page = await opened(calm, wanted);
    assert.equal(await page.evaluate("document.getAnimations().length"), 0, wanted.route);
    assert.ok(await page.locator("h1").isVisible(), wanted.route);
  }
  await calm.close();
});

test("pages are complete without JavaScript: every form can be sent", { skip }, async () => {
  const plain = lookersAt(browser, council.url, { javaScriptEnabled: false });
  for (const wanted of few()) {
    const page = await opened(plain, wanted);
    for (const form of await page.locator("main form").all())
      assert.ok(
        (await form.locator("button, input[type=submit]").count()) > 0,
        `${wanted.route}: a form without button`,
      );
    assert.ok((await page.locator("main").innerText()).length > 100, wanted.route);
  }
  await plain.close();
});

function few(): readonly PageToSee[] {
  return PAGES_TO_SEE.filter(({ route, name }) => A_FEW.includes(route) && name === undefined);
}

async function opened(by: Lookers, wanted: PageToSee): Promise<Page> {
  const address = await by.addressOf(wanted);
  const page = await by.pageOf(wanted.who);
  by.faultsOf(wanted.who);
  const answer = await page.goto(`${council.url}${address}`);
  assert.equal(answer?.status(), 200, address);
  return page;
}

/** Links and controls that can be seen and no key reaches, or that jump the order of the page. */
function beyondKeyboard(page: Page): Promise<readonly string[]> {
  return page.locator("a[href], button, input, select, textarea, summary, [tabindex]").evaluateAll((all) =>
    all
      .filter((one) => one.getClientRects().length > 0 && !one.hasAttribute("disabled"))
      .filter(
        (one) =>
          one instanceof HTMLElement &&
          (one.tabIndex > 0 || (one.tabIndex < 0 && one.matches("a, button, input, select, textarea, summary"))),
      )
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}
