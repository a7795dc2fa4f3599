/** Personas of a trial in browser windows of their own: signed in through its sign-in page, with the purpose of looking at records said. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { watch } from "./browser.ts";
import type { FollowLink, Looker, PageToSee } from "./every-page.ts";

export type Lookers = {
  /** Everything that went wrong on the persona's page since last asked. */
  readonly faultsOf: (who: Looker) => readonly string[];
  /** A page of the persona's own, signed in the first time it is asked for. */
  readonly pageOf: (who: Looker) => Promise<Page>;
  /** Where an example of the page is, found as the persona finds it. */
  readonly addressOf: (page: PageToSee) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Opens windows of one kind on a trial at an address. */
export function lookersAt(browser: Browser, url: string, options: BrowserContextOptions = {}): Lookers {
  const pages = new Map<Looker, Promise<Page>>();
  const faults = new Map<Looker, string[]>();
  const pageOf = (who: Looker): Promise<Page> => {
    const known =
      pages.get(who) ??
      opened(browser, url, { who, options }).then((page) => {
        faults.set(who, watch(page, url));
        return page;
      });
    pages.set(who, known);
    return known;
  };
  return {
    pageOf,
    faultsOf: (who) => faults.get(who)?.splice(0) ?? [],
    addressOf: async ({ who, at }) => {
      if (typeof at === "string") return at;
      const page = await pageOf(who);
      return at(followOn(page, url));
    },
    close: async () => {
      for (const page of pages.values()) await (await page).context().close();
    },
  };
}

function followOn(page: Page, url: string): FollowLink {
  return async (from, link) => {
    await page.goto(`${url}${from}`);
    const hrefs = await page
      .locator("a[href]")
      .evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""));
    const found = hrefs.find((href) => link.test(href));
    if (found === undefined) throw new Error(`${from} has no link ${link}`);
    return found.split("#")[0] ?? found;
  };
}

async function opened(
  browser: Browser,
  url: string,
  { who, options }: { readonly who: Looker; readonly options: BrowserContextOptions },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  if (who !== null) await signIn(page, url, who);
  return page;
}

async function signIn(page: Page, url: string, who: Exclude<Looker, null>): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await Promise.all([page.waitForURL(`${url}/`), page.locator(`button[name=persona][value=${who}]`).click()]);
  await page.goto(`${url}/purpose?next=/about`);
  const reason = page.getByRole("radio").first();
  // Whoever sees no child's record is refused here, which is no matter.
  if ((await reason.count()) === 0) return;
  await reason.check();
  await Promise.all([page.waitForURL(`${url}/about`), page.locator("main form button").first().click()]);
}
