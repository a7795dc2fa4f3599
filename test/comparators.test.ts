/** The published files themselves, where they are at hand: nothing is lost in loading them, and what is worked out from them is what was printed. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { parsePeriod } from "../src/domain/period.ts";
import { readObservations } from "../src/engine/comparators.ts";
import { measureNamed } from "../src/measures/catalogue.ts";
import { comparatorsFor } from "../src/services/comparators.ts";
import { loadReturn } from "../src/services/load-return.ts";
import { openWorkspace, type Workspace } from "../src/services/workspace.ts";

const shared = "../shared/data";
const missing = existsSync(join(shared, "comparators")) ? false : "the published files are not beside this checkout";
const root = mkdtempSync(join(tmpdir(), "waymark-published-"));
const opened: Workspace[] = [];

after(() => {
  for (const workspace of opened) workspace.close();
  rmSync(root, { recursive: true, force: true });
});

/** Loads the files and one figure of our own, so that Cheshire East is an authority in the data. */
async function loadAll(data: string, files: readonly string[]): Promise<void> {
  const own = join(root, "own.csv");
  writeFileSync(own, "measure,area,period,value,numerator,denominator\nreferrals,authority,2025-02,255,,\n");
  const { status, issues } = await loadReturn({
    paths: [own, ...files.map((file) => join(shared, file))],
    authority: "Cheshire East",
    data,
    catalogue: ["catalogue"],
    strict: false,
    by: "test",
    at: new Date("2026-01-01T09:00:00Z"),
    report: () => {},
  });
  assert.equal(status, "accepted");
  assert.deepEqual(
    issues.filter(({ file, severity }) => severity !== "info" && !file.startsWith("ons_")),
    [],
  );
}

const neighbours = ["2021-04", "2025-05"].map((edition) => `reference/statistical_neighbours_${edition}.csv`);
const lists = [...neighbours, "reference/la_codes.csv"];
let statistics: Workspace;
let both: Workspace;

before(async () => {
  if (missing !== false) return;
  const data = join(root, "data");
  await loadAll(data, ["comparators/ees", "comparators/lait_long_last3years.csv", ...lists]);
  both = openWorkspace({ data, catalogue: ["catalogue"] });
  const others = both.manifests.filter((load) => load.return !== "local-authority-interactive-tool");
  statistics = openWorkspace({ data, catalogue: ["catalogue"], onlyLoads: others.map(({ id }) => id) });
  opened.push(both, statistics);
});

test("every row of every published table is kept with all its figures", { skip: missing }, async () => {
  const { database } = await both.open();
  const loaded = await database.rows(
    "select source_file, count(distinct source_row)::integer as n from comparator group by source_file order by 1",
  );
  assert.equal(loaded.length, 19);
  for (const { source_file, n } of loaded) {
    const folder = String(source_file).startsWith("lait") ? "comparators" : "comparators/ees";
    const text = readFileSync(join(shared, folder, String(source_file)), "utf8");
    assert.equal(n, text.trimEnd().split("\n").length - 1, String(source_file));
  }
});

// Column "SN av" of Cheshire East's vital signs of February 2025, printed in whole numbers; neighbours of April 2021.
const printed: readonly (readonly [string, string, "statistics" | "both"])[] = [
  ["child-protection-plans-rate", "38", "statistics"],
  ["children-looked-after-rate", "64", "both"],
  ["assessments-within-45-working-days", "87%", "statistics"],
  ["initial-conferences-within-15-working-days", "79%", "statistics"],
  ["child-protection-plans-ended-after-2-years-or-more", "4%", "both"],
  ["ceased-to-special-guardianship", "10%", "both"],
  ["health-assessments-up-to-date", "85%", "both"],
  ["dental-checks-up-to-date", "75%", "both"],
  ["care-leavers-in-suitable-accommodation-aged-17-to-18", "87%", "both"],
  ["care-leavers-in-education-employment-or-training-aged-19-to-21", "56%", "both"],
  ["care-leavers-in-suitable-accommodation-aged-19-to-21", "87%", "both"],
];

for (const [id, shown, loaded] of printed)
  test(`the neighbours' average of ${id} comes out as the council printed it, ${shown}`, {
    skip: missing,
  }, async () => {
    const workspace = loaded === "both" ? both : statistics;
    const measure = { ...measureNamed(workspace.catalogue, id), decimals: 0 };
    const found = await comparatorsFor(workspace, [measure], "Cheshire East", parsePeriod("2025-02", "in-month"), {
      neighbourEdition: "2021-04",
    });
    assert.equal(found.get(id)?.[0]?.shown, shown);
  });

const areas = [
  // measure, region, England: the newest figures as both publications print them
  ["re-referrals-within-12-months", "21.7%", "22.6%"],
  ["child-protection-plans-second-or-subsequent", "23.3%", "24.5%"],
  ["child-protection-plans-open-2-years-or-more", "2.0%", "2.3%"],
  ["children-looked-after-rate", "90", "67"],
  ["three-or-more-placements", "9%", "10%"],
  ["social-worker-vacancies", "15.7%", "14.2%"],
  ["education-health-and-care-plans-within-20-weeks", "50.5%", "46.4%"],
] as const;

for (const [id, region, england] of areas)
  test(`the North West and England of ${id} are as printed`, { skip: missing }, async () => {
    const measure = measureNamed(both.catalogue, id);
    const found = await comparatorsFor(both, [measure], "Cheshire East", parsePeriod("2026-03", "in-month"));
    assert.deepEqual(
      found
        .get(id)
        ?.slice(1)
        .map(({ label, shown }) => `${label} ${shown}`),
      [`North West ${region}`, `England ${england}`],
    );
  });

test("where both publications tell of one authority and year of the newest edition, they tell the same", {
  skip: missing,
}, async () => {
  const { database } = await both.open();
  let compared = 0;
  for (const indicator of both.catalogue.published.values()) {
    const [first, second] = indicator.sources;
    if (first === undefined || second === undefined || first.quotient !== undefined) continue;
    const [own, tool] = await Promise.all(
      [first, second].map((source) =>
        readObservations(database, [{ ...indicator, sources: [source] }], { codes: null }).then(
          (found) => found.get(indicator.id) ?? [],
        ),
      ),
    );
    const inTool = new Map(tool?.map(({ area, covered, digits }) => [`${area} ${covered.end}`, digits]));
    for (const { level, area, covered, digits, edition } of own ?? []) {
      const told = inTool.get(`${area} ${covered.end}`);
      if (level !== "authority" || edition !== "2025" || digits === null || told == null) continue;
      compared++;
      assert.ok(
        Math.abs(Number(told) - Number(digits)) < 0.06,
        `${indicator.id} ${area} ${covered.label}: ${told}, ${digits}`,
      );
    }
  }
  assert.ok(compared > 4000, `${compared} compared`);
});
