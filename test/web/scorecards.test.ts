/** The first page and the scorecards as each role sees them, over a real small authority. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { approveComment, submitComment, writeComment } from "../../src/services/commentary.ts";
import { openCommentary } from "../../src/services/open-commentary.ts";
import { publishEdition } from "../../src/services/publish-edition.ts";
import { setChecked } from "../../src/services/settings.ts";
import { signOffCard } from "../../src/services/sign-off.ts";
import { teamNames } from "../../src/services/team-names.ts";
import { readAccessLog } from "../../src/store/logs.ts";
import { webServicesOf } from "../../src/web/answers.ts";
import { type Caller, type Council, NOW, openCouncil } from "./council.ts";

const CARD = "/scorecards/vital-signs";
const QUESTION = { scorecard: "vital-signs", period: "2026-03" };
let council: Council;
let analyst: Caller;

before(async () => {
  council = await openCouncil();
  analyst = await council.as("analyst");
});
after(() => council.close());

const words = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const rowsOf = (html: string): readonly string[] => html.match(/<tr><td>.*?<\/tr>/gs) ?? [];

/** Comments approved by somebody else, signed off, published. */
async function publish(): Promise<void> {
  const workspace = council.desk.live.current();
  const by = { actor: "author@wexcombe.example", at: NOW.toISOString() };
  const commentary = await openCommentary(workspace, council.store, QUESTION);
  const { id } = await writeComment(commentary, council.store, by, {
    on: "9a & 9b",
    body: "Visits are looked at weekly.",
  });
  await submitComment(commentary, council.store, by, id);
  await approveComment(commentary, council.store, { ...by, actor: "director@wexcombe.example" }, id);
  await signOffCard(workspace, council.store, by, { ...QUESTION, role: "director", person: "The director" });
  await publishEdition(workspace, council.store, { ...QUESTION, by: "analyst", at: NOW, waymark: "test" });
}

test("before anything is published a councillor is told so, sees no internal figure and cannot open the live card", async () => {
  const councillor = await council.as("published-viewer");
  const { body } = await councillor.get("/");
  assert.match(words(body), /Nothing has been published yet/);
  assert.doesNotMatch(body, /Not for publication/);
  assert.equal((await councillor.get(CARD)).statusCode, 403);
  assert.equal((await councillor.get(`${CARD}/published`)).statusCode, 404);
});

test("the director’s first page says of each pressing measure what is wrong in a sentence, and leads to the measure", async () => {
  const director = await council.as("approver");
  const { body } = await director.get("/");
  const listed = body.match(/<li class="app-attention__row">.*?<\/ul><\/li>/gs) ?? [];
  assert.equal(listed.length, 10);
  for (const row of listed) {
    assert.match(row, /href="\/measures\/[a-z0-9-]+\?window=/);
    assert.match(words(row), /(Red|Worse|Unusual\w*).*\w{3,}.*\./);
  }
  const red = (await director.get("/?show=red")).body;
  const count = Number(/Red \((\d+)\)/.exec(red)?.[1]);
  assert.equal((red.match(/app-attention__row/g) ?? []).length, count, "the tab counts what it lists");
});

test("a team manager’s first page tells what stands out of their own team before the council’s, and a wider viewer’s does not list teams", async () => {
  const [team] = await teamNamesNow();
  assert.ok(team);
  const manager = await council.as("team-manager", { kind: "team", name: team });
  assert.match((await manager.get("/")).body, new RegExp(`href="/teams/${encodeURIComponent(team)}"`));
  assert.doesNotMatch((await analyst.get("/")).body, /id="your-teams"/);
  const [{ exceptions = [] } = {}] = await webServicesOf(council.desk).standingOut([team]);
  const home = (await manager.get("/")).body;
  assert.ok(exceptions.length > 0, "something stands out of the team");
  const [own = "", all = ""] = home.split("Across the council");
  for (const { title } of exceptions.slice(0, 5))
    assert.ok(own.includes(title), `${title} stands before the council’s`);
  assert.match(all, /red, worse or unusual/);
});

test("an administrator’s first page holds no figure", async () => {
  const administrator = await council.as("administrator");
  const { body } = await administrator.get("/");
  assert.doesNotMatch(body, /app-rating|\/scorecards\//);
  assert.match(body, /href="\/admin"/);
});

test("choosing red shows red rows only, and says how many of how many", async () => {
  const { body } = await analyst.get(`${CARD}?rating=red`);
  const rows = rowsOf(body);
  assert.ok(rows.length > 0 && rows.every((row) => /app-rating--red/.test(row)));
  assert.match(words(body), new RegExp(`${rows.length} of \\d+ indicators shown`));
});

test("counts by section add up across and down", async () => {
  const { body } = await analyst.get(CARD);
  const tables = body.match(/<table class="govuk-table app-cards app-count-table">.*?<\/table>/gs) ?? [];
  assert.equal(tables.length, 2);
  for (const table of tables) {
    const numbers = (table.match(/<tr class="govuk-table__row">.*?<\/tr>/gs) ?? [])
      .slice(1)
      .map((row) => (row.match(/<td.*?<\/td>/gs) ?? []).map((cell) => Number(words(cell))));
    const total = numbers.at(-1) ?? [];
    for (const row of numbers)
      assert.equal(
        row.slice(0, -1).reduce((a, b) => a + b, 0),
        row.at(-1),
      );
    total.forEach((count, at) => {
      assert.equal(
        numbers.slice(0, -1).reduce((sum, row) => sum + (row[at] ?? 0), 0),
        count,
      );
    });
    assert.equal(total.at(-1), rowsOf(body).length);
  }
});

test("a card read by quarters has quarters for columns, and rates nothing by a monthly target", async () => {
  const { body } = await analyst.get(`${CARD}?window=quarter`);
  assert.match(body, /<th scope="col" class="app-scorecard__latest">Quarter 4 2025-26<\/th>/);
  const assessments = rowsOf(body).find((row) => /Single assessments completed within 45/.test(row)) ?? "";
  assert.match(assessments, /app-rating--not-rated/);
});

test("compared with the target, the direction says how far above or below it the figure is", async () => {
  const { body } = await analyst.get(`${CARD}?compare=target&rating=red`);
  for (const row of rowsOf(body)) assert.match(words(row), /(above|below) the target \(|not one number/);
});

test("compared with last year, the direction names that month; ratings stay the card’s own", async () => {
  const [own, lastYear] = await Promise.all([analyst.get(CARD), analyst.get(`${CARD}?compare=same-period-last-year`)]);
  assert.match(words(lastYear.body), /since March 2025/);
  const ratings = (html: string) => html.match(/app-rating--(red|amber|green)/g)?.length;
  assert.equal(ratings(lastYear.body), ratings(own.body));
});

test("a team’s figures open to those who may see the team only", async () => {
  const [mine, other] = await teamNamesNow();
  assert.ok(mine && other);
  const manager = await council.as("team-manager", { kind: "team", name: mine });
  const own = await manager.get(`${CARD}?team=${encodeURIComponent(mine)}`);
  assert.equal(own.statusCode, 200);
  assert.match(words(own.body), new RegExp(`${mine}, Wexcombe, 13 months`));
  const [, total] = /of these (\d+) indicators (?:is|are) rated/.exec(words(own.body)) ?? [];
  assert.equal(
    rowsOf(own.body).length,
    Number(total),
    "rows that cannot be counted for a team are left out and not counted",
  );
  assert.ok(Number(total) > 5 && Number(total) < 96);
  assert.equal((await manager.get(`${CARD}?team=${encodeURIComponent(other)}`)).statusCode, 403);
  const refusal = (await readAccessLog(council.store)).at(-1);
  assert.deepEqual([refusal?.what, refusal?.subject], ["refused", `GET ${CARD}`]);
  assert.doesNotMatch(own.body, new RegExp(`<option value="${other}"`));
});

test("each number leads to the list behind it for those who may see children’s records, and is bare for others", async () => {
  const [link] = (await analyst.get(CARD)).body.match(/href="\?list=[^"]+"/) ?? [];
  assert.ok(link);
  const { headers, statusCode } = await analyst.get(`${CARD}${link.slice(6, -1)}`);
  assert.equal(statusCode, 303);
  assert.match(
    String(headers.location),
    /^\/measures\/[a-z0-9-]+\/list\?window=in-month&period=2025-03&part=numerator$/,
  );
  const reader = await council.as("internal-viewer");
  assert.doesNotMatch((await reader.get(CARD)).body, /\?list=/);
});

test("a hundred rows of thirteen months weigh less than 250 kB, and a kept page is one person’s own", async () => {
  const { body } = await analyst.get(CARD);
  const rows = rowsOf(body).length;
  assert.ok((body.length / rows) * 100 < 250_000, `${body.length} bytes for ${rows} rows`);
  const reader = await council.as("auditor");
  assert.match((await reader.get(CARD)).body, /A auditor<\/a>/);
  assert.match((await analyst.get(CARD)).body, /A analyst<\/a>/);
});

test("the colour a council sets is served to every page, and one that white words cannot be read on is refused", async () => {
  const css = async () => (await analyst.get("/council.css")).body;
  assert.equal(await css(), ":root { --app-colour: #12436d; }\n");
  const by = { actor: "administrator@wexcombe.example", at: NOW.toISOString() };
  await setChecked(council.store, by, "colour", ["#5A2D81"]);
  assert.equal(await css(), ":root { --app-colour: #5a2d81; }\n");
  await assert.rejects(setChecked(council.store, by, "colour", ["#ffdd00"]), { code: "USAGE" });
  assert.match((await analyst.get(CARD)).body, /href="\/council\.css"/);
});

test("help says how each scorecard there is rates, and what every column is", async () => {
  const { body, statusCode } = await (await council.as("published-viewer")).get("/help/scorecards");
  assert.equal(statusCode, 200);
  assert.match(words(body), /Vital Signs Green meets the target\. Amber misses it by at most 15% of the target/);
  for (const column of ["Ref", "Target", "Rating", "Direction", "Trend"]) assert.match(body, new RegExp(`>${column}<`));
});

test("an address with a part nobody offers is refused in words", async () => {
  for (const query of ["rating=blue", "window=fortnight", "compare=moon", "section=nowhere", "lastMonth=2026-13"])
    assert.equal((await analyst.get(`${CARD}?${query}`)).statusCode, 400, query);
});

test("once published, the councillor reads the frozen card with its comment; the live card moves on, the published one does not", async () => {
  await publish();
  const councillor = await council.as("published-viewer");
  const home = words((await councillor.get("/")).body);
  assert.match(home, /Vital Signs.*As published: March 2026, published 10 April 2026/);
  const before_ = await councillor.get(`${CARD}/published`);
  assert.match(words(before_.body), /Published Frozen on publication.*Published edition of March 2026/);
  assert.match(before_.body, /Visits are looked at weekly\./);
  assert.doesNotMatch(before_.body, /Not for publication|href="\/measures/);
  const commentary = await openCommentary(council.desk.live.current(), council.store, QUESTION);
  const later = { actor: "author@wexcombe.example", at: NOW.toISOString() };
  await writeComment(commentary, council.store, later, { on: "1", body: "A thought not yet finished." });
  assert.match(words((await analyst.get(CARD)).body), /Internal draft A thought not yet finished\. Draft\./);
  assert.equal((await councillor.get(`${CARD}/published`)).body, before_.body);
});

test("those who may see both switch between them, and reds of the edition are one click away", async () => {
  const { body } = await analyst.get(CARD);
  assert.match(body, /href="\/scorecards\/vital-signs\/published"[^>]*>As published/);
  const councillor = await council.as("published-viewer");
  const { body: reds } = await councillor.get(`${CARD}/published?rating=red`);
  assert.ok(rowsOf(reds).every((row) => /app-rating--red/.test(row)));
});

async function teamNamesNow(): Promise<readonly string[]> {
  return (await teamNames(council.desk.live.current())).map(({ name }) => name);
}
