/** Published figures from loaded files to what stands beside a measure. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { parsePeriod } from "../domain/period.ts";
import { measureNamed } from "../measures/catalogue.ts";
import { type ComparisonSettings, comparatorsFor } from "./comparators.ts";
import { compareMeasure } from "./compare-measure.ts";
import { loadReturn } from "./load-return.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-comparators-"));
const data = join(root, "data");
let workspace: Workspace;

async function load(name: string, rows: readonly string[], asked: { asAt?: string; by?: string } = {}): Promise<void> {
  const path = join(root, name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  const { status } = await loadReturn({
    paths: [path],
    authority: asked.by ?? "Wexcombe",
    data,
    catalogue: ["catalogue"],
    ...(asked.asAt === undefined ? {} : { asAt: asked.asAt }),
    strict: true,
    by: "test",
    at: new Date(Date.UTC(2026, 0, 1, 9, 0, ++loads)),
    report: () => {},
  });
  assert.equal(status, "accepted");
}
let loads = 0;

const GEOGRAPHY = "time_period,time_identifier,geographic_level,country_name,region_name,old_la_code,la_name";
const place = (year: number, code: string, cells: string): string =>
  code === ""
    ? `${year},Reporting year,National,England,,,,${cells}`
    : `${year},Reporting year,Local authority,England,Westmarch,${code},Area ${code},${cells}`;

before(async () => {
  await load("aggregates.csv", [
    "measure,area,period,value,numerator,denominator",
    "social-worker-vacancies,authority,2025-03,,10,100",
  ]);
  await load("la_codes.csv", [
    "la_code,la_name,region,type",
    "001,Wexcombe,Westmarch,UA",
    "002,Aldermere,Westmarch,UA",
    "003,Brackenford,Westmarch,UA",
  ]);
  const neighbours = "la_code,la_name,rank,neighbour_code,closeness";
  await load("statistical_neighbours_2021-04.csv", [neighbours, "001,Wexcombe,1,003,Close"]);
  await load("statistical_neighbours_2025-05.csv", [
    neighbours,
    "001,Wexcombe,1,002,Very Close",
    "001,Wexcombe,2,003,Close",
    "001,Wexcombe,3,004,Close",
  ]);
  const old = "category,Referrals,Re_referrals,Re_referrals_percent";
  await load(
    "c1_2023_to_2024.csv",
    [`${GEOGRAPHY},${old}`, place(2024, "002", "C1,1000,300,30"), place(2024, "", "C1,2300,500,21.7")],
    { asAt: "2024-10-31" },
  );
  const current = "category,referral_count,rereferral_count,rereferral_percent";
  await load(
    "c1_2024_to_2025.csv",
    [
      `${GEOGRAPHY},${current}`,
      place(2025, "002", "C1,1000,200,20"),
      place(2025, "003", "C1,1000,215,21.5"),
      place(2024, "002", "C1,1000,310,31"),
      place(2024, "", "C1,2300,500,21.7"),
    ],
    { asAt: "2025-10-30", by: "Another council" },
  );
  const days =
    "category,Same_day,1-10_days,11-20_days,21-30_days,31-40_days,41-45_days,46-50_days,Assessments_completed";
  await load("c2_2025.csv", [
    `${GEOGRAPHY},${days}`,
    place(2025, "002", "C2,1,2,3,4,5,6,4,25"),
    place(2025, "003", "C2,c,2,3,4,5,6,c,25"),
  ]);
  await load("lait.csv", [
    "measure,years,la_code,area,value",
    "ReReferral,2025,970,England,22.6",
    "Continue_Assess_Comp,2025,003,Brackenford,81.5",
  ]);
  workspace = openWorkspace({ data, catalogue: ["catalogue"] });
});

after(() => {
  workspace?.close();
  rmSync(root, { recursive: true, force: true });
});

async function beside(id: string, period: string, settings: ComparisonSettings = {}) {
  const measure = measureNamed(workspace.catalogue, id);
  const found = await comparatorsFor(workspace, [measure], "Wexcombe", parsePeriod(period, "in-month"), settings);
  return Object.fromEntries((found.get(id) ?? []).map((comparator) => [comparator.group, comparator]));
}

test("a column that editions name differently is one indicator, and what the newest edition says is believed", async () => {
  const { neighbours } = await beside("re-referrals-within-12-months", "2024-06");
  assert.deepEqual([neighbours?.shown, neighbours?.label], ["31.0%", "Statistical neighbours (1 of 3)"]);
});

test("what had been published by a day can be asked for", async () => {
  const { neighbours } = await beside("re-referrals-within-12-months", "2026-03", { publishedBy: "2025-01-01" });
  assert.deepEqual(
    [neighbours?.shown, neighbours?.period, neighbours?.publishedOn],
    ["30.0%", "2023-24", "2024-10-31"],
  );
});

test("a mean of neighbours is of those with a value; figures of one council's load serve every council", async () => {
  const { neighbours, england } = await beside("re-referrals-within-12-months", "2026-03");
  assert.deepEqual([neighbours?.shown, neighbours?.label], ["20.8%", "Statistical neighbours (2 of 3)"]);
  assert.match(neighbours?.edition ?? "", /neighbours of 2025-05/);
  // England's figure of 2025 is only in the tool's file.
  assert.deepEqual([england?.shown, england?.period], ["22.6%", "2024-25"]);
  assert.match(england?.edition ?? "", /Local Authority Interactive Tool/);
});

test("an earlier edition of the neighbours can be asked for", async () => {
  const { neighbours } = await beside("re-referrals-within-12-months", "2026-03", { neighbourEdition: "2021-04" });
  assert.deepEqual([neighbours?.shown, neighbours?.label], ["21.5%", "Statistical neighbours (1)"]);
  await assert.rejects(beside("re-referrals", "2026-03", { neighbourEdition: "1999" }), /edition "1999"/);
});

test("a percentage published only as counts is worked out from them; where a count is hidden another source of the year steps in", async () => {
  const { neighbours } = await beside("assessments-within-45-working-days", "2026-03");
  // 21 of 25 is 84%; of Brackenford, whose count of the same day is hidden, the tool has 81.5%.
  assert.deepEqual([neighbours?.shown, neighbours?.members], ["82.8%", { withValue: 2, all: 3 }]);
});

test("an authority published under another name is found by its code", async () => {
  const measure = measureNamed(workspace.catalogue, "re-referrals-within-12-months");
  const period = parsePeriod("2026-03", "in-month");
  const lost = await comparatorsFor(workspace, [measure], "West Combe", period);
  assert.equal(lost.get(measure.id)?.[0]?.state, "no-comparator");
  const found = await comparatorsFor(workspace, [measure], "West Combe", period, { laCode: "001" });
  assert.equal(found.get(measure.id)?.[0]?.shown, "20.8%");
});

test("reference loads make no authority, and a measure nobody publishes has no comparators", async () => {
  assert.deepEqual((await workspace.open()).authorities, ["Wexcombe"]);
  assert.deepEqual(await beside("contacts", "2026-03"), {});
});

test("a comparison names every neighbour, those of whom nothing is published too", async () => {
  const { neighbours, rankAmongNeighbours } = await compareMeasure(workspace, {
    measure: "re-referrals-within-12-months",
    window: "rolling-12-months",
    period: "2026-03",
  });
  assert.deepEqual(
    neighbours.map(({ name, shown, state }) => [name, shown, state]),
    [
      ["Aldermere", "20.0%", "value"],
      ["Brackenford", "21.5%", "value"],
      ["004", "[x]", "not-available"],
    ],
  );
  // Wexcombe has no referrals here and is in no publication: there is nothing to rank.
  assert.equal(rankAmongNeighbours, null);
});

test("an authority in a publication is ranked by its published figure, or has no rank without neighbours", async () => {
  const comparison = await compareMeasure(workspace, {
    measure: "re-referrals-within-12-months",
    window: "rolling-12-months",
    period: "2026-03",
    laCode: "002",
  });
  assert.deepEqual([comparison.ownPublished.shown, comparison.ranked], ["20.0%", "published"]);
  assert.equal(comparison.rankAmongNeighbours, null);
});

test("a measure nobody publishes cannot be compared", async () => {
  await assert.rejects(
    compareMeasure(workspace, { measure: "contacts", window: "in-month", period: "2026-03" }),
    /Nobody publishes/,
  );
});
