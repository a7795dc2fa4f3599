/** A measure's page and the page that tells how a number was made, over a real small authority: what each role sees, and that all of it agrees. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addSeriesNote } from "../../src/store/series-note.ts";
import { type Caller, type Council, NOW, openCouncil } from "./council.ts";

const MEASURE = "/measures/assessments-within-45-working-days";

let council: Council;
let analyst: Caller;
let viewer: Caller;
before(async () => {
  council = await openCouncil();
  analyst = await council.as("analyst");
  viewer = await council.as("internal-viewer");
});
after(() => council.close());

const page = async (caller: Caller, url: string): Promise<string> => {
  const { statusCode, body } = await caller.get(url);
  assert.equal(statusCode, 200, `${url} answers ${statusCode}`);
  return body;
};

test("the page says what good looks like, the target, and every place on scorecards", async () => {
  const body = await page(viewer, MEASURE);
  assert.match(body, /Higher is better\..*The target is 90%\./s);
  for (const reference of ["19a", "19b", "19c"]) assert.match(body, new RegExp(`Vital Signs, ${reference}<`));
  assert.match(body, /Percentages of the assessments completed are out of the same assessments/);
});

test("every breakdown has its chart; single workers are for those who may see every profile", async () => {
  const seen = await page(analyst, MEASURE);
  for (const heading of ["By team", "By worker", "By age", "By sex", "By ethnicity", "By disability"])
    assert.match(seen, new RegExp(`<h3[^>]*>${heading}</h3>`));
  assert.doesNotMatch(await page(viewer, MEASURE), /By worker/);
  const manager = await council.as("team-manager", { kind: "team", name: "Assessment Group" });
  assert.doesNotMatch(await page(manager, MEASURE), /By worker/);
});

test("numbers lead to lists only for those who may see cases", async () => {
  const address =
    /\/measures\/assessments-within-45-working-days\/list\?window=in-month&amp;period=2026-03&amp;part=missed/;
  assert.match(await page(analyst, MEASURE), address);
  assert.doesNotMatch(await page(viewer, MEASURE), /\/list\?/);
});

test("the lists a page leads to hold as many cases as the number that leads there", async () => {
  await analyst.post("/purpose", { reason: "Checking that a figure is right" });
  const body = await page(analyst, MEASURE);
  const links = [...body.matchAll(/href="(\/measures\/[^"]+\/list\?[^"]+)"[^>]*>([\d,]+)</g)];
  const latest = links.filter(([, address = ""]) => address.includes("period=2026-03"));
  assert.ok(latest.length > 20);
  for (const [, address = "", number] of latest.filter((_, place) => place % 5 === 0)) {
    const list = await page(analyst, address.replaceAll("&amp;", "&"));
    assert.match(list, new RegExp(`\\b${number} cases?\\b`), address);
  }
});

test("the page leads on to judging, comparing teams and the definition, each to those who may", async () => {
  const leads = (body: string): readonly string[] =>
    [...body.matchAll(/href="(\/(?:judge|definitions\/measure|teams\/compare)[^"]*)"/g)].map(([, address = ""]) =>
      address.replaceAll("&amp;", "&"),
    );
  const addresses = leads(await page(analyst, MEASURE));
  assert.ok(addresses.includes("/judge/vital-signs/2026-03/19a"));
  // One card is enough: opening the page of a judgement scores the whole of it.
  for (const address of addresses.filter((one) => !one.startsWith("/judge") || one.endsWith("/19a")))
    await page(analyst, address);
  const others = leads(await page(viewer, MEASURE));
  assert.ok(others.length > 0 && !others.some((address) => address.startsWith("/judge")));
  for (const address of others) await page(viewer, address);
});

test("as published, small numbers are hidden everywhere on the page: figures, groups, counts and chart", async () => {
  const internal = await page(viewer, MEASURE);
  assert.match(internal, /7 of 8|>7<\/a> of|87\.5%/);
  const published = await page(analyst, `${MEASURE}?seen=published`);
  assert.match(published, /what the public would see/);
  assert.match(published, /<strong class="app-measure__figure">\[c\]<\/strong>/);
  assert.doesNotMatch(published, /87\.5%/);
  assert.doesNotMatch(published, /\/list\?/);
  assert.match(published, /\[c\]<\/dt>/);
});

test("every window of the measure is a page", async () => {
  for (const window of [
    "quarter",
    "year-to-date",
    "rolling-12-months",
    "financial-year",
    "academic-year",
    "term",
    "fortnight",
  ])
    assert.match(await page(viewer, `${MEASURE}?window=${window}`), /<h2[^>]*id="course">/);
});

test("a measure on no scorecard still shows its course, its signals and its groups", async () => {
  const { catalogue } = council.desk.live.current();
  const placed = new Set(
    [...catalogue.scorecards.values()].flatMap(({ sections }) =>
      sections.flatMap(({ indicators }) => indicators.map(({ measure }) => measure)),
    ),
  );
  const free = [...catalogue.measures.values()].find(
    ({ id, shape, breakdowns }) => !placed.has(id) && shape.kind === "proportion" && breakdowns.includes("team"),
  );
  assert.ok(free);
  const body = await page(viewer, `/measures/${free.id}`);
  assert.match(body, /It stands on no scorecard/);
  assert.match(body, /usual (range|variation)|chart of usual variation/);
});

test("a note on the series is drawn, numbered and told, at once", async () => {
  await addSeriesNote(
    council.store,
    { actor: "analyst", at: NOW.toISOString() },
    {
      measure: "assessments-within-45-working-days",
      window: null,
      fromPeriod: "2025-09",
      kind: "series-break",
      reason: "recorded in a new case system",
    },
  );
  const body = await page(viewer, MEASURE);
  assert.match(body, /<li>September 2025, series break: recorded in a new case system<\/li>/);
  assert.match(body, /Note 1: September 2025/);
});

test("how a number was made: the sum, the condition, the files with their checksums, and records that agree", async () => {
  const body = await page(viewer, `${MEASURE}/how?window=in-month&period=2026-03`);
  assert.match(body, /7 ÷ 8 × 100 = 87\.5, printed as 87\.5%\./);
  assert.match(body, /working_days\(start, authorised\) &lt;= 45/);
  assert.match(body, /ssd_cin_assessments\.csv.*[0-9a-f]{64}/s);
  assert.equal(body.match(/They agree/g)?.length, 2);
  assert.doesNotMatch(body, /They differ|\/list\?/);
  assert.match(await page(analyst, `${MEASURE}/how?window=in-month&period=2026-03`), /\/list\?/);
});

test("for every measure with case data the records counted agree with its figure", async () => {
  const { catalogue } = council.desk.live.current();
  const measures = [...catalogue.measures.values()].filter(({ shape }) => shape.kind !== "by-hand");
  // A spread of them: every shape is there, and the page takes long for all.
  for (const { id } of measures.filter((_, place) => place % 9 === 0))
    assert.doesNotMatch(await page(viewer, `/measures/${id}/how`), /They differ/, id);
});

test("addresses that name nothing are refused in words", async () => {
  assert.equal((await viewer.get("/measures/nothing")).statusCode, 404);
  assert.equal((await viewer.get("/measures/nothing/how")).statusCode, 404);
  assert.equal((await viewer.get(`${MEASURE}?window=weekly`)).statusCode, 400);
  assert.equal((await viewer.get(`${MEASURE}?seen=everyone`)).statusCode, 400);
  assert.equal((await viewer.get(`${MEASURE}/how?period=sometime`)).statusCode, 400);
});

test("a viewer of published figures reaches neither page", async () => {
  const councillor = await council.as("published-viewer");
  assert.equal((await councillor.get(MEASURE)).statusCode, 403);
  assert.equal((await councillor.get(`${MEASURE}/how`)).statusCode, 403);
});

test("the list of measures is narrowed by area and by rating, and tells where it is rated so", async () => {
  const front = await page(viewer, "/measures?area=front-door");
  assert.match(front, /Contacts becoming referrals/);
  assert.doesNotMatch(front, /Single assessments completed within 45/);
  const amber = await page(viewer, "/measures?scorecard=vital-signs&rating=amber");
  assert.match(amber, /Single assessments completed within 45 working days.*Amber.*Vital Signs, 19a/s);
});
