/** A small made-up authority listening on a port, and people of it in real browser pages with their clicks counted. */
import type { Browser, Page } from "playwright-core";
import type { Scope } from "../../src/domain/access/policy.ts";
import type { Role } from "../../src/domain/access/roles.ts";
import { type Council, openCouncil } from "../web/council.ts";

export type ListeningCouncil = Council & { readonly url: string };

/** Opens a council and listens on a free port of this machine. */
export async function listenCouncil(
  clock?: () => Date,
  options?: Parameters<typeof openCouncil>[1],
): Promise<ListeningCouncil> {
  const council = await openCouncil(clock, options);
  const url = await council.app.listen({ host: "127.0.0.1", port: 0 });
  return { ...council, url };
}

export type Person = {
  readonly id: string;
  readonly page: Page;
  /** Clicks on links, buttons and the like so far; typing, choosing in a list and choosing a file are none. */
  readonly clicks: () => number;
  /** Clicks the first link, button or fold with this name that can be seen, and waits for what follows. */
  readonly click: (name: string | RegExp) => Promise<void>;
  /** Goes back to the first page with the count at nought. */
  readonly start: () => Promise<void>;
};

/** Signs a new person in, standing on the first page. */
export async function personOf(
  { as, url }: ListeningCouncil,
  browser: Browser,
  { role, scope }: { readonly role: Role; readonly scope?: Scope },
): Promise<Person> {
  const { id, cookie } = await as(role, scope);
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  let clicks = 0;
  const start = async (): Promise<void> => {
    await page.goto(url);
    clicks = 0;
  };
  await start();
  return {
    id,
    page,
    clicks: () => clicks,
    start,
    click: async (wanted) => {
      const one = page
        .getByRole("link", { name: wanted })
        .or(page.getByRole("button", { name: wanted }))
        .or(page.locator("summary", { hasText: wanted }))
        .or(page.getByRole("radio", { name: wanted }))
        .filter({ visible: true })
        .first();
      await one.click({ timeout: 30_000 });
      await page.waitForLoadState();
      clicks += 1;
    },
  };
}
