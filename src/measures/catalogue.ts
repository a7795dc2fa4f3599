/** The catalogue as a whole: measures, model views, scorecards, rules between measures and published indicators of one or more folders, the later folder winning; with its fingerprint. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { AppError } from "../domain/errors.ts";
import type { Measure } from "../domain/measure.ts";
import type { PublishedIndicator } from "../domain/published/indicator.ts";
import type { ReconciliationRule } from "../domain/reconciliation/rule.ts";
import type { Layout, ReportTemplate } from "../domain/report/template.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import { type ModelView, readModelViews } from "./model-view.ts";
import { checkPublished, readPublishedIndicators } from "./read-comparators.ts";
import { readMeasure } from "./read-measure.ts";
import { readReconciliation } from "./read-reconciliation.ts";
import { readLayout, readReportTemplate } from "./read-report-template.ts";
import { readScorecard } from "./read-scorecard.ts";
import { type Schema, schemaOf } from "./schema.ts";
import { didYouMean } from "./suggest.ts";

export type Catalogue = {
  readonly views: readonly ModelView[];
  readonly schema: Schema;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly scorecards: ReadonlyMap<string, Scorecard>;
  /** Rules between measures that figures must keep, by id. */
  readonly reconciliation: ReadonlyMap<string, ReconciliationRule>;
  /** What others publish that measures may be compared with, by id. */
  readonly published: ReadonlyMap<string, PublishedIndicator>;
  /** Templates of reports, and the layouts of their tables, by id. */
  readonly reports: ReadonlyMap<string, ReportTemplate>;
  readonly layouts: ReadonlyMap<string, Layout>;
  /** Changes whenever anything that can change a figure changes. */
  readonly fingerprint: string;
  /** Changes whenever any file of it changes: scorecards, rules between measures and reports too. */
  readonly state: string;
};

/** Reads catalogue folders; a measure, scorecard or rule of a later folder replaces one of the same id. */
export function readCatalogue(folders: readonly string[]): Catalogue {
  const hash = createHash("sha256");
  const cardsAndRules = createHash("sha256");
  const views = folders.flatMap((folder) =>
    existsSync(join(folder, "model")) ? readModelViews(join(folder, "model")) : [],
  );
  for (const view of views) hash.update(view.sql);
  const schema = schemaOf(views);
  const measures = new Map<string, Measure>();
  const scorecards = new Map<string, Scorecard>();
  const reconciliation = new Map<string, ReconciliationRule>();
  const published = new Map<string, PublishedIndicator>();
  for (const folder of folders) {
    for (const { file, text } of yamlFiles(folder, "comparators")) {
      hash.update(text);
      for (const indicator of readPublishedIndicators(text, file)) published.set(indicator.id, indicator);
    }
    for (const { file, text } of yamlFiles(folder, "measures")) {
      hash.update(text);
      const measure = readMeasure(text, file, schema);
      measures.set(measure.id, measure);
    }
  }
  // Cards and rules are read when every measure is known: one of a later folder may have lost the window a card shows.
  for (const { file, text } of lastOfEach(folders, "scorecards")) {
    cardsAndRules.update(text);
    const scorecard = readScorecard(text, file, measures);
    scorecards.set(scorecard.id, scorecard);
  }
  for (const { file, text } of lastOfEach(folders, "reconciliation")) {
    cardsAndRules.update(text);
    const rule = readReconciliation(text, file, measures);
    reconciliation.set(rule.id, rule);
  }
  for (const measure of measures.values()) checkPublished(measure, published);
  const { reports, layouts } = readReports(folders, scorecards, (text) => cardsAndRules.update(text));
  const fingerprint = hash.digest("hex").slice(0, 16);
  return {
    views,
    schema,
    measures,
    scorecards,
    reconciliation,
    published,
    reports,
    layouts,
    fingerprint,
    state: `${fingerprint}-${cardsAndRules.digest("hex").slice(0, 16)}`,
  };
}

/** The measure of that id. @throws AppError MEASURE_UNKNOWN with the nearest id */
export function measureNamed(catalogue: Catalogue, id: string): Measure {
  const measure = catalogue.measures.get(id);
  if (measure === undefined)
    throw new AppError(
      "MEASURE_UNKNOWN",
      `There is no measure "${id}".${didYouMean(id, catalogue.measures.keys())}`,
      "waymark check lists every measure.",
    );
  return measure;
}

/** The scorecard of that id. @throws AppError SCORECARD_UNKNOWN with the nearest id */
export function scorecardNamed(catalogue: Catalogue, id: string): Scorecard {
  const scorecard = catalogue.scorecards.get(id);
  if (scorecard === undefined)
    throw new AppError(
      "SCORECARD_UNKNOWN",
      `There is no scorecard "${id}".${didYouMean(id, catalogue.scorecards.keys())}`,
      `There are: ${[...catalogue.scorecards.keys()].join(", ")}.`,
    );
  return scorecard;
}

/** The template of that id. @throws AppError REPORT_UNKNOWN with the nearest id */
export function reportNamed(catalogue: Catalogue, id: string): ReportTemplate {
  const template = catalogue.reports.get(id);
  if (template === undefined)
    throw new AppError(
      "REPORT_UNKNOWN",
      `There is no report template "${id}".${didYouMean(id, catalogue.reports.keys())}`,
      `There are: ${[...catalogue.reports.keys()].join(", ")}.`,
    );
  return template;
}

function readReports(
  folders: readonly string[],
  scorecards: Catalogue["scorecards"],
  seen: (text: string) => void,
): Pick<Catalogue, "reports" | "layouts"> {
  const layouts = new Map<string, Layout>();
  const reports = new Map<string, ReportTemplate>();
  for (const { file, text } of lastOfEach(folders, "layouts")) {
    seen(text);
    const layout = readLayout(text, file);
    layouts.set(layout.id, layout);
  }
  for (const { file, text } of lastOfEach(folders, "reports")) {
    seen(text);
    const template = readReportTemplate(text, file, { layouts, scorecards });
    reports.set(template.id, template);
  }
  return { reports, layouts };
}

/** Files of a kind, each as the last folder that has one of its name gives it. */
function lastOfEach(folders: readonly string[], kind: string): ReturnType<typeof yamlFiles> {
  const files = folders.flatMap((folder) => yamlFiles(folder, kind));
  return [...new Map(files.map((one) => [one.file, one])).values()];
}

function yamlFiles(folder: string, kind: string): readonly { readonly file: string; readonly text: string }[] {
  const root = join(folder, kind);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ file: relative(folder, join(root, name)), text: readFileSync(join(root, name), "utf8") }));
}
