/** The tasks of each persona (requirements, part 3) that belong to the web application, played in a browser within their clicks. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Scope } from "../../src/domain/access/policy.ts";
import type { Role } from "../../src/domain/access/roles.ts";
import { publishEdition } from "../../src/services/publish-edition.ts";
import { signOffCard } from "../../src/services/sign-off.ts";
import { synthesiseAuthorities } from "../../src/services/synthesise-authorities.ts";
import { NOW } from "../web/council.ts";
import { launch, skip } from "./browser.ts";
import { type ListeningCouncil, listenCouncil, type Person, personOf } from "./open-council.ts";

const TEAM: Scope = { kind: "team", name: "Safeguarding Group" };
const SERVICE: Scope = { kind: "service", name: "safeguarding" };
const PUBLISHED = { scorecard: "vital-signs", period: "2026-02" };
let browser: Browser;
let council: ListeningCouncil;
const root = mkdtempSync(join(tmpdir(), "waymark-personas-"));

before(async () => {
  if (skip) return;
  browser = await launch();
  council = await listenCouncil();
  const { live, store } = council.desk;
  const by = { actor: "director@wexcombe.example", at: NOW.toISOString() };
  await signOffCard(live.current(), store, by, { ...PUBLISHED, role: "director", person: "The director" });
  await publishEdition(live.current(), store, { ...PUBLISHED, by: by.actor, at: NOW, waymark: "test" });
});
after(async () => {
  await browser?.close();
  await council?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Plays a task: the clicks it may take are part of its name. */
function task(
  name: string,
  who: { readonly role: Role; readonly scope?: Scope },
  { clicks, play }: { readonly clicks: number; readonly play: (person: Person) => Promise<void> },
): void {
  test(`${name} (${clicks} ${clicks === 1 ? "click" : "clicks"})`, { skip }, async () => {
    const person = await personOf(council, browser, who);
    try {
      await play(person);
      assert.ok(person.clicks() <= clicks, `took ${person.clicks()} clicks`);
    } finally {
      await person.page.context().close();
    }
  });
}

const heading = ({ page }: Person): Promise<string> => page.locator("h1").first().innerText();
const says = async ({ page }: Person, words: RegExp): Promise<void> => {
  const text = await page.locator("main").innerText();
  assert.match(text, words);
};

/** The purpose of looking at children's records is asked once a session: said before the task. */
async function withPurpose(person: Person): Promise<void> {
  await person.page.goto(`${council.url}/purpose?next=/`);
  await person.page.getByRole("radio").first().check();
  await person.page.locator("main form button").first().click();
  await person.start();
}

const ANALYST = { role: "analyst" } as const;

task("an analyst loads this month's extract and sees every error", ANALYST, {
  clicks: 3,
  play: async (analyst) => {
    const out = join(root, "returns");
    const { authorities } = await synthesiseAuthorities(
      {
        authorities: 1,
        authorityNames: ["Wexcombe"],
        children: 30,
        months: 27,
        endsOn: "2026-04-30",
        seed: "new",
        out,
        dirtyShare: 0.05,
      },
      () => undefined,
    );
    const flat = join(root, "files");
    cpSync(join(out, authorities[0]?.folder ?? ""), flat, { recursive: true });
    const files = readdirSync(flat, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".csv"));
    await analyst.click("Data");
    await analyst.click("Load data");
    await analyst.page.locator("input[type=file]").setInputFiles(files.map((file) => join(flat, file)));
    await analyst.click("Read the files");
    await analyst.page.waitForURL(/\/data\/staged\//, { timeout: 60_000 });
    await analyst.page
      .getByRole("button", { name: /Accept/ })
      .first()
      .waitFor({ timeout: 120_000 });
    await says(analyst, /row|column/i);
  },
});

task("an analyst sees what has changed since publication, and why", ANALYST, {
  clicks: 2,
  play: async (analyst) => {
    await analyst.click("Editions");
    await analyst.click(/changed since/i);
    assert.match(await heading(analyst), /would differ today/i);
  },
});

task("an analyst freezes a period and produces every scorecard that is ready", ANALYST, {
  clicks: 2,
  play: async (analyst) => {
    await analyst.click("Editions");
    await analyst.click(/Publish every scorecard/);
    await analyst.page.waitForURL(/\/jobs\//);
    await analyst.page.waitForSelector("#job[data-job=ended]", { timeout: 120_000 });
    await says(analyst, /improvement|vital|quarterly/i);
  },
});

task("an analyst answers “how was this number made?” from the measure's page", ANALYST, {
  clicks: 1,
  play: async (analyst) => {
    await analyst.page.goto(`${council.url}/measures/referrals`);
    await analyst.click(/How was this number made/);
    await says(analyst, /SHA-256|sha256|checksum/i);
    await says(analyst, /definition/i);
  },
});

const MANAGER = { role: "team-manager", scope: TEAM } as const;

task("a team manager opens their own live profile", MANAGER, {
  clicks: 1,
  play: async (manager) => {
    await manager.click("Safeguarding Group");
    assert.match(await heading(manager), /Safeguarding Group/);
    await says(manager, /can still be done|due/i);
  },
});

task("a team manager lists children overdue for a visit, plan or review", MANAGER, {
  clicks: 2,
  play: async (manager) => {
    await withPurpose(manager);
    await manager.click("Safeguarding Group");
    await manager.click(/overdue|can still be done/i);
    await says(manager, /overdue/i);
    assert.ok((await manager.page.locator("main table tbody tr").count()) > 0);
  },
});

task("a team manager sees each worker's caseload and timeliness", MANAGER, {
  clicks: 2,
  play: async (manager) => {
    await manager.click("Safeguarding Group");
    await says(manager, /caseload|children held/i);
    await says(manager, /SW\d+/);
  },
});

task("a team manager reports a recording error in a child's record", MANAGER, {
  clicks: 3,
  play: async (manager) => {
    await withPurpose(manager);
    await manager.page.goto(`${council.url}/measures/children-in-need/list?window=in-month&period=2026-03`);
    const child = manager.page.locator("main a[href^='/children/']").first();
    await manager.click((await child.innerText()).trim());
    await manager.click(/record is wrong|recording error/i);
    await manager.page.locator("main textarea").first().fill("The assessment ended a week earlier than recorded.");
    await manager.click("Send");
    await says(manager, /The assessment ended a week earlier/);
  },
});

task("a team manager sees their own actions", MANAGER, {
  clicks: 1,
  play: async (manager) => {
    await manager.click(/actions|Challenge/i);
    await says(manager, /action/i);
  },
});

const SERVICE_MANAGER = { role: "service-manager", scope: SERVICE } as const;

task(
  "a service manager compares teams on a measure",
  { role: "service-manager" },
  {
    clicks: 2,
    play: async (manager) => {
      await manager.click("Teams");
      await manager.click(/Compare/);
      await says(manager, /Safeguarding Group/);
    },
  },
);

task("a service manager builds a challenge pack", SERVICE_MANAGER, {
  clicks: 2,
  play: async (manager) => {
    await manager.page.goto(`${council.url}/challenge`);
    await manager.click(/Build a challenge pack/);
    await manager.click(/Build|Make|Plan/);
    await says(manager, /Safeguarding Group/);
    await says(manager, /red|exception/i);
  },
});

task("a service manager sees which figures have warnings of data quality", SERVICE_MANAGER, {
  clicks: 1,
  play: async (manager) => {
    await manager.click("Data");
    await says(manager, /data-quality warnings/i);
  },
});

task("a service manager writes and hands in a comment on a measure of theirs", SERVICE_MANAGER, {
  clicks: 2,
  play: async (manager) => {
    await manager.page.goto(`${council.url}/comments/vital-signs/2026-03`);
    await manager.click(/Write.*9a|9a/);
    await manager.page.locator("main textarea").first().fill("Visits are made sooner than they are recorded.");
    await manager.click(/Hand in|Submit/);
    await says(manager, /handed in|submitted|waits/i);
  },
});

const DIRECTOR = { role: "approver" } as const;

task("a director reads on one page what is red, worse or unusual, and why", DIRECTOR, {
  clicks: 1,
  play: async (director) => {
    await says(director, /Red, worse or unusual, and why/);
    await says(director, /below the target|band|lower limit|above/);
  },
});

task("a director sees any measure beside neighbours and England", DIRECTOR, {
  clicks: 2,
  play: async (director) => {
    await director.click("Measures");
    await director.click("Re-referrals within 12 months");
    await says(director, /Statistical neighbours|Beside other authorities/);
    await says(director, /England/);
  },
});

task("a director approves commentary and releases", DIRECTOR, {
  clicks: 2,
  play: async (director) => {
    const author = await personOf(council, browser, SERVICE_MANAGER);
    await author.page.goto(`${council.url}/comments/vital-signs/2026-03`);
    await author.click(/Write.*54|54/);
    await author.page.locator("main textarea").first().fill("Two auditors were on leave.");
    await author.click(/Hand in|Submit/);
    await author.page.context().close();
    await director.start();
    await director.click(/Comments to approve|Commentary/i);
    await director.click(/Approve/);
    await says(director, /approved/i);
  },
});

const COUNCILLOR = { role: "published-viewer" } as const;
const EDITION = "/editions/vital-signs-2026-02-1";

task("a councillor reads a report from its link, on a phone", COUNCILLOR, {
  clicks: 0,
  play: async (councillor) => {
    await councillor.page.setViewportSize({ width: 320, height: 640 });
    await councillor.page.goto(council.url + EDITION);
    await says(councillor, /February 2026/);
    assert.equal(await councillor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"), 0);
  },
});

task("a councillor finds what is red and what is being done", COUNCILLOR, {
  clicks: 1,
  play: async (councillor) => {
    await councillor.page.goto(council.url + EDITION);
    await councillor.click(/Red, and what is being done/);
    await says(councillor, /Red/);
  },
});

task("a councillor understands a measure in plain English", COUNCILLOR, {
  clicks: 1,
  play: async (councillor) => {
    await councillor.page.goto(council.url + EDITION);
    await councillor.click(/What this means: 1 /);
    await says(councillor, /good|better|watch/i);
  },
});

task("a councillor compares with last time and last year", COUNCILLOR, {
  clicks: 1,
  play: async (councillor) => {
    await councillor.page.goto(council.url + EDITION);
    await councillor.click(/Compare with last time and last year/);
    await says(councillor, /February 2025|last year/i);
  },
});

const AUDITOR = { role: "auditor" } as const;

task("an auditor makes a published figure again from frozen records", AUDITOR, {
  clicks: 3,
  play: async (auditor) => {
    await auditor.click("Editions");
    await auditor.click("vital-signs-2026-02-1");
    await auditor.click(/again/i);
    await auditor.page.waitForLoadState();
    if (/\/jobs\//.test(auditor.page.url()))
      await auditor.page.waitForSelector("#job[data-job=ended]", { timeout: 60_000 });
    await says(auditor, /same|byte/i);
  },
});

task("an auditor lists every view, copy and change of one child", AUDITOR, {
  clicks: 2,
  play: async (auditor) => {
    await auditor.page.goto(`${council.url}/admin/access`);
    await auditor.page.getByLabel(/Child/).fill("W000001");
    await auditor.click("Search the log");
    await says(auditor, /found/);
  },
});

task("an auditor sees the history of a definition", AUDITOR, {
  clicks: 1,
  play: async (auditor) => {
    await auditor.page.goto(`${council.url}/measures/referrals`);
    await auditor.click(/Versions of the definition/);
    await says(auditor, /version|since|first/i);
  },
});

task("an auditor checks a report's totals and that its comments were checked", AUDITOR, {
  clicks: 1,
  play: async (auditor) => {
    await auditor.page.goto(council.url + EDITION);
    await auditor.click(/Totals and checks passed/);
    await says(auditor, /total|add up/i);
  },
});

task(
  "an administrator confirms that nothing is sent outside and reads the log",
  { role: "administrator" },
  {
    clicks: 2,
    play: async (administrator) => {
      await administrator.click("Administration");
      await administrator.click("Health");
      await says(administrator, /has opened no connection|Connections/);
    },
  },
);
