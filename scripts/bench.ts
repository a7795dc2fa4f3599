/** `npm run bench -- [team|council|region] [scoring|answers|pages|reports] [--keep]`: makes its own data, measures loading, scoring, one figure and one list, pages, and reports, or one of these; prints JSON and a short table. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { periodsBetween, WINDOWS } from "../src/domain/period.ts";
import { figuresOf } from "../src/engine/figures.ts";
import { planOf } from "../src/engine/plan.ts";
import { runFigures } from "../src/engine/run-figures.ts";
import { scorePlan } from "../src/engine/score.ts";
import { listCases } from "../src/services/list-cases.ts";
import { loadReturn } from "../src/services/load-return.ts";
import { synthesiseAuthorities } from "../src/services/synthesise-authorities.ts";
import { type OpenGeneration, openWorkspace, type Workspace } from "../src/services/workspace.ts";
import { FLOOR } from "./bench/floor.ts";
import { measurePages } from "./bench/pages.ts";
import { measureReports } from "./bench/reports.ts";

const SIZES = {
  team: { authorities: 1, children: 3_000, months: 60 },
  council: { authorities: 1, children: 100_000, months: 120 },
  region: { authorities: 20, children: 1_500_000, months: 120 },
} as const;
type Size = keyof typeof SIZES;

const RUNS = 5;
/** Months scored: three years to the end of the data. */
const FROM = "2023-04-01";
const TO = "2026-03-31";

const asked = process.argv.slice(2).filter((argument): argument is Size => argument in SIZES);
const PARTS = ["scoring", "answers", "pages", "reports"] as const;
const askedParts = PARTS.filter((part) => process.argv.includes(part));
/** Reports are the same whatever the data, and need none. */
const needsData = askedParts.length === 0 || askedParts.some((part) => part !== "reports");
const sizes: readonly Size[] = !needsData ? [] : asked.length > 0 ? asked : ["team", "council"];
const wants = (part: (typeof PARTS)[number]): boolean => askedParts.length === 0 || askedParts.includes(part);
const quiet = (): void => undefined;

type Timing = { readonly median_ms: number; readonly spread_ms: number };
type Result = Readonly<Record<string, unknown>>;

const results: Record<string, Result> = wants("reports") ? { any: await measureReports() } : {};
for (const size of sizes) {
  const root = join(tmpdir(), `waymark-bench-${size}`);
  if (!process.argv.includes("--keep")) rmSync(root, { recursive: true, force: true });
  results[size] = await measureSize(size, root);
}
const report = {
  machine: {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  months: 36,
  runs: RUNS,
  sizes: results,
};
console.log(JSON.stringify(report, null, 2));
for (const [size, result] of Object.entries(results))
  for (const [name, value] of Object.entries(result))
    console.error(`${size.padEnd(8)} ${name.padEnd(44)} ${typeof value === "object" ? JSON.stringify(value) : value}`);

async function measureSize(size: Size, root: string): Promise<Result> {
  const data = join(root, "data");
  const loading = existsSync(data) ? {} : await measureLoading(size, root, data);
  const workspace = openWorkspace({ data, catalogue: ["catalogue"] });
  const opened = await workspace.open();
  try {
    return {
      ...loading,
      ...(wants("scoring") ? await measureScoring(workspace, opened) : {}),
      ...(wants("answers") ? await measureAnswers(workspace, opened) : {}),
      ...(wants("pages") ? await measurePages(data) : {}),
      peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    workspace.close();
    if (!process.argv.includes("--keep")) rmSync(root, { recursive: true, force: true });
  }
}

async function measureLoading(size: Size, root: string, data: string): Promise<Result> {
  const written = join(root, "returns");
  mkdirSync(written, { recursive: true });
  const start = performance.now();
  const summary = await synthesiseAuthorities({ ...SIZES[size], seed: 1, out: written, format: "ssd" }, quiet);
  const made = performance.now() - start;
  const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
  const bytes = readdirSync(written, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(written, name)))
    .filter((stat) => stat.isFile())
    .reduce((sum, stat) => sum + stat.size, 0);
  const began = performance.now();
  let read = 0;
  for (const folder of readdirSync(written)) {
    const outcome = await loadReturn({
      paths: [join(written, folder)],
      authority: folder,
      data,
      catalogue: ["catalogue"],
      strict: false,
      by: "bench",
      at: new Date("2026-04-01T09:00:00Z"),
      report: quiet,
    });
    read += outcome.parts.reduce((sum, part) => sum + part.rowsRead, 0);
  }
  const took = performance.now() - began;
  return {
    rows_written: rows,
    megabytes: Math.round(bytes / 2 ** 20),
    synthesise_rows_per_second: Math.round(rows / (made / 1000)),
    load_seconds: round(took / 1000),
    load_rows_per_second: Math.round(read / (took / 1000)),
  };
}

async function measureScoring(
  workspace: Workspace,
  { database, columns, population, authorities }: OpenGeneration,
): Promise<Result> {
  const measures = [...workspace.catalogue.measures.values()];
  const windows = WINDOWS.filter((window) => window !== "fortnight");
  const periods = windows.flatMap((window) => periodsBetween(window, FROM, TO));
  const plan = planOf(measures);
  let figures = 0;
  const whole = await timed(async () => {
    const scored = await scorePlan(database, plan, { periods, breakdowns: ["team"], columns });
    figures = 0;
    for (const planned of plan.measures)
      for (const by of [null, "team"] as const)
        figures += figuresOf(scored, planned, { periods, by, authorities, population }).length;
  });
  const everyBreakdown = await timed(async () => {
    await scorePlan(database, plan, {
      periods,
      breakdowns: ["team", "worker", "locality", "age_group", "sex", "ethnicity", "disability"],
      columns,
    });
  }, 3);
  const [first, last] = [24_279, 24_314];
  const floor = await timed(async () => {
    for (const { sql } of FLOOR) await database.columns(sql(first, last));
  });
  const wanted = new Set(FLOOR.flatMap((query) => query.measures.map((measure) => measure.id)));
  const same = planOf(measures.filter((measure) => wanted.has(measure.id)));
  const months = periodsBetween("in-month", FROM, TO);
  const own = await timed(async () => {
    await scorePlan(database, same, { periods: months, breakdowns: ["team"], columns });
  });
  return {
    measures: measures.length,
    scans: plan.scans.length,
    score_catalogue_36_months_every_window_by_team: whole,
    figures,
    score_catalogue_every_breakdown: everyBreakdown,
    floor_hand_written: floor,
    engine_same_figures: own,
    ratio_to_floor: round(own.median_ms / floor.median_ms),
  };
}

async function measureAnswers(
  workspace: Workspace,
  { database, columns, population, authorities }: OpenGeneration,
): Promise<Result> {
  const measure = workspace.catalogue.measures.get("assessments-within-45-working-days");
  if (measure === undefined) throw new Error("The catalogue lacks the measure the bench asks for.");
  const periods = periodsBetween("in-month", "2025-04-01", TO);
  const one = await timed(async () => {
    await runFigures(database, [measure], { periods, by: null, authorities, columns, population });
  });
  const list = await timed(async () => {
    await listCases(workspace, { measure: measure.id, window: "in-month", period: "2026-03", part: "denominator" });
  });
  return { one_measure_cold: one, one_list: list };
}

/** Median and spread (slowest less fastest) of some runs after one to warm up. */
async function timed(work: () => Promise<void>, runs = RUNS): Promise<Timing> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return {
    median_ms: round(times[Math.floor(runs / 2)] ?? 0),
    spread_ms: round((times.at(-1) ?? 0) - (times[0] ?? 0)),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
