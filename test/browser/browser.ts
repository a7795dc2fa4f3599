/** Debian's Chromium, driven without a download of its own, and what every page is watched for while it is open. */
import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why browser tests are skipped; `false` when they are not. */
export const skip = existsSync(CHROMIUM) ? false : `There is no Chromium at ${CHROMIUM}: apt-get install chromium.`;

/** Starts Chromium so that it makes no request of its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export type WatchedPage = {
  readonly page: Page;
  /** Console errors, refused loads, policy violations, exceptions and requests to other hosts, as they happen. */
  readonly faults: readonly string[];
};

/** Opens an address in a page of its own and watches it from the first request on. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = watch(page, url);
  await page.goto(url);
  return { page, faults };
}

/** Watches a page for anything that should not happen, from now on. */
export function watch(page: Page, url: string): string[] {
  const faults: string[] = [];
  const { host } = new URL(url);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page left while it still asked for something is no fault of the page.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).host !== host) faults.push(`outside: ${request.url()}`);
  });
  return faults;
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page as it stands, a line a rule; empty is clean. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

/** Pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<unknown> =>
  page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
