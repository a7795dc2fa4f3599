/** Takes a picture of every page of the demonstration, as its persona sees it: wide, narrow, printed and without JavaScript, into screenshots/. */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { launch, overflow } from "../test/browser/browser.ts";
import { PAGES_TO_SEE, type PageToSee } from "../test/browser/every-page.ts";
import { type Lookers, lookersAt } from "../test/browser/lookers.ts";

const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 320, height: 700 } },
  plain: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
};
/** Taller pictures are cut: nobody can look at them. */
const TALLEST = 6000;

const [, , ...wanted] = process.argv;
const folder = "screenshots";
const option = (name: string): string | undefined => wanted.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];

await main();

async function main(): Promise<void> {
  const server = option("url") === undefined ? await startDemo() : null;
  const url = option("url") ?? server?.url ?? "";
  const browser = await launch();
  const only = option("only");
  const pages = PAGES_TO_SEE.filter((page) => only === undefined || nameOf(page).includes(only));
  const ways = Object.entries(WAYS).filter(([way]) => option("way") === undefined || option("way") === way);
  try {
    for (const [way, options] of ways) {
      const place = join(folder, way);
      mkdirSync(place, { recursive: true });
      const lookers = lookersAt(browser, url, options);
      for (const page of pages) await take(page, { url, lookers, place, way });
      await lookers.close();
    }
  } finally {
    await browser.close();
    server?.stop();
  }
}

type Taking = { readonly url: string; readonly lookers: Lookers; readonly place: string; readonly way: string };

async function take(wantedPage: PageToSee, { url, lookers, place, way }: Taking): Promise<void> {
  const name = nameOf(wantedPage);
  try {
    const address = await lookers.addressOf(wantedPage);
    const page = await lookers.pageOf(wantedPage.who);
    const answer = await page.goto(`${url}${address}`);
    await page.waitForLoadState("networkidle");
    const height = Math.min(TALLEST, Number(await page.evaluate("document.documentElement.scrollHeight")));
    const { width = 1280 } = page.viewportSize() ?? {};
    await page.screenshot({ path: join(place, `${name}.png`), clip: { x: 0, y: 0, width, height }, fullPage: true });
    const wider = Number(await overflow(page));
    const notes = [
      answer?.status() === 200 ? "" : `answered ${answer?.status()}`,
      wider > 0 ? `${wider} px too wide` : "",
    ];
    say(way, name, address, notes.filter(Boolean).join(", "));
    if (way === "wide") await print(page, name);
  } catch (fault) {
    say(way, name, "", fault instanceof Error ? (fault.message.split("\n")[0] ?? "") : String(fault));
  }
}

/** As it comes out of a printer; the first pages as pictures where there is a program for it. */
async function print(page: Page, name: string): Promise<void> {
  const place = join(folder, "printed");
  mkdirSync(place, { recursive: true });
  const file = join(place, `${name}.pdf`);
  writeFileSync(file, await page.pdf({ format: "A4", printBackground: true }));
  try {
    execFileSync("pdftoppm", ["-r", "50", "-png", "-l", "2", file, join(place, name)]);
    rmSync(file);
  } catch {
    say("printed", name, file, "pdftoppm is not there, so it stays a PDF");
  }
}

function nameOf({ route, name }: PageToSee): string {
  return name ?? (route === "/" ? "home" : route.replace(/^\//, "").replaceAll(/[/:]+/g, "-"));
}

function say(way: string, name: string, address: string, note: string): void {
  process.stdout.write(`${way.padEnd(8)} ${name.padEnd(42)} ${address}${note === "" ? "" : `   ← ${note}`}\n`);
}

/** The demonstration on a port that is free, made first where it is not there yet. */
async function startDemo(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const started = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "serve", "--demo", "--port", "4700"]);
  const url = await new Promise<string>((done, fail) => {
    started.stderr.on("data", (text: Buffer) => {
      const found = /open (http:\S+)/.exec(text.toString())?.[1];
      if (found === undefined) process.stderr.write(text);
      else done(found);
    });
    started.on("exit", () => fail(new Error("The demonstration did not start.")));
  });
  return { url, stop: () => started.kill() };
}
