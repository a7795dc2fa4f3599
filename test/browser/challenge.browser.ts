/** Challenge in a real browser: the service manager's tasks within their clicks and seconds, clean, narrow, by keyboard and without script. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { teamHistories } from "../../src/services/challenge/team-figures.ts";
import { type Caller, type Council, openCouncil } from "../web/council.ts";
import { launch, open, overflow, skip, violations } from "./browser.ts";

const TEAM = "Children Looked After";
let council: Council;
let service: Caller;
let browser: Browser;
let base = "";

before(async () => {
  if (skip) return;
  council = await openCouncil();
  // The limits hold on warm data, as a council has them in the morning.
  await teamHistories(council.desk, "2026-03");
  service = await council.as("service-manager", { kind: "service", name: "children_looked_after" });
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

/** Signed in as somebody. */
function as({ cookie }: Caller, more: BrowserContextOptions = {}): BrowserContextOptions {
  const [name = "", value = ""] = cookie.split("=");
  const held = { name, value, domain: "localhost", path: "/", expires: -1, httpOnly: true, secure: false } as const;
  return { storageState: { cookies: [{ ...held, sameSite: "Lax" }], origins: [] }, ...more };
}

async function record(page: Page): Promise<void> {
  await page.getByLabel("Challenge", { exact: true }).fill("Why are reviews late?");
  await page.getByLabel("Answer").fill("Two chairs were away.");
  await page.getByLabel("Action (leave empty when none was agreed)").fill("Book cover");
  await page.getByLabel("Owner’s name, if not in the list").fill("Head of reviewing");
}

test("a pack is built in 2 clicks and 30 seconds, and challenge, action, owner and day recorded in 4", {
  skip,
}, async () => {
  const started = performance.now();
  const { page, faults } = await open(browser, `${base}/challenge`, as(service));
  await page.getByRole("link", { name: "Build a challenge pack" }).click();
  await page.getByRole("button", { name: "Build the pack" }).click();
  await page.getByRole("heading", { level: 1, name: /Challenge session/ }).waitFor();
  assert.ok(performance.now() - started < 30_000);
  await page.goto(`${base}/challenge`);
  await page.getByRole("link", { name: /Challenge session/ }).click();
  await page.getByRole("link", { name: TEAM }).click();
  await record(page);
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByText("The challenge and its action are recorded.").waitFor();
  assert.deepEqual(faults, []);
});

test("every page of challenge is clean to axe and no wider than 320 pixels", { skip }, async () => {
  const session = await planned();
  const paths = [
    "/challenge",
    "/challenge/new",
    session,
    teamOf(session),
    `${session}/print`,
    "/actions",
    "/challenge/promises",
  ];
  for (const path of paths) {
    const { page, faults } = await open(browser, `${base}${path}`, as(service));
    assert.deepEqual(await violations(page), [], path);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.equal(await overflow(page), 0, path);
    assert.deepEqual(faults, [], path);
    await page.context().close();
  }
});

test("a challenge is recorded without JavaScript, and what is missing is said beside each field", {
  skip,
}, async () => {
  const session = await planned();
  const { page } = await open(browser, `${base}${teamOf(session)}`, as(service, { javaScriptEnabled: false }));
  await page.getByLabel("Answer").fill("Two chairs were away.");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("link", { name: "Enter the challenge that was put" }).click();
  assert.equal(await page.evaluate("location.hash"), "#question");
  assert.equal(await page.getByLabel("Answer").inputValue(), "Two chairs were away.");
  await record(page);
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByText("The challenge and its action are recorded.").waitFor();
});

test("the form is reached and sent by keyboard alone", { skip }, async () => {
  const session = await planned();
  const { page } = await open(browser, `${base}${teamOf(session)}`, as(service));
  await page.getByLabel("Challenge", { exact: true }).focus();
  await page.keyboard.type("Why?");
  for (let stop = 0; stop < 9; stop += 1) await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.textContent"), "Record");
  await page.keyboard.press("Enter");
  await page.getByText("The challenge is recorded.").waitFor();
});

test("a printed pack begins each team on a page of its own, wide first and upright after it", { skip }, async () => {
  const session = await planned();
  const { page } = await open(browser, `${base}${session}/print`, as(service));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    Number(width) > Number(height) ? "wide" : "upright",
  );
  assert.equal(boxes[1], "wide");
  assert.ok(boxes.includes("upright"));
});

async function planned(): Promise<string> {
  const day = { "heldOn-day": "10", "heldOn-month": "4", "heldOn-year": "2026" };
  const answer = await service.post("/challenge/new", { title: "April challenge", teams: TEAM, ...day });
  return String(answer.headers.location).replace("?done=planned", "");
}

function teamOf(session: string): string {
  return `${session}/teams/${encodeURIComponent(TEAM)}`;
}
