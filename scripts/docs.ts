/** Writes the generated documents: data dictionary, measures, command line, errors. With --check it only says which are stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { program } from "../src/cli/main.ts";
import { ERRORS } from "../src/domain/errors.ts";
import type { Measure } from "../src/domain/measure.ts";
import { TABLES } from "../src/domain/tables/index.ts";
import { PROVENANCE } from "../src/domain/tables/table.ts";
import { ISSUE_CODES } from "../src/ingest/issue-codes.ts";
import { type Catalogue, readCatalogue } from "../src/measures/catalogue.ts";

const NOTICE = "<!-- Written by `npm run docs`; do not edit. -->";
const catalogue = readCatalogue(["catalogue"]);
const documents = new Map<string, string>([
  ["docs/data-dictionary.md", dataDictionary(catalogue)],
  ["docs/errors.md", errorList()],
  ["docs/cli.md", commandLine()],
  ...measureDocuments(catalogue),
]);

if (process.argv.includes("--check")) {
  const stale = [...documents]
    .filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text)
    .map(([path]) => path);
  const extra = (existsSync("docs/measures") ? readdirSync("docs/measures") : [])
    .map((name) => join("docs/measures", name))
    .filter((path) => !documents.has(path));
  if (stale.length + extra.length > 0) {
    console.error(`Stale: ${[...stale, ...extra].join(", ")}. Run npm run docs and commit what it writes.`);
    process.exitCode = 1;
  }
} else {
  rmSync("docs/measures", { recursive: true, force: true });
  for (const [path, text] of documents) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function dataDictionary({ views }: Catalogue): string {
  const tables = TABLES.flatMap((table) => [
    `## ${table.name}`,
    "",
    table.words,
    "",
    `Key: ${table.key.join(", ")}. One event across returns: ${table.matchOn.join(", ")}.`,
    "",
    "| Field | Type | Needed | Holds |",
    "|---|---|---|---|",
    ...Object.entries(table.fields).map(
      ([name, field]) =>
        `| \`${name}\` | ${field.codes === undefined ? field.type : `code: ${field.codes}`} | ${field.required ? "yes" : ""} | ${cell(field.words)}${field.personal === true ? " *Personal.*" : ""} |`,
    ),
    "",
  ]);
  const derived = views.flatMap((view) => [
    `## ${view.name}`,
    "",
    cell(view.words),
    "",
    ...(view.source === "" ? [] : [`Source: ${view.source}`, ""]),
    "| Column | Type |",
    "|---|---|",
    ...[...view.columns].map(([name, type]) => `| \`${name}\` | ${type} |`),
    "",
  ]);
  const provenance = Object.entries(PROVENANCE).map(([name, field]) => `- \`${name}\`: ${field.words}`);
  return page([
    "# Data dictionary",
    "",
    NOTICE,
    "",
    "Every stored row also has:",
    "",
    ...provenance,
    "",
    "# Canonical tables",
    "",
    ...tables,
    "# Model views",
    "",
    "Derived from the canonical tables by `catalogue/model/*.sql`; every view also has `authority`.",
    "",
    ...derived,
  ]);
}

function measureDocuments({ measures, scorecards }: Catalogue): readonly (readonly [string, string])[] {
  const byArea = Map.groupBy(measures.values(), (measure) => measure.area);
  const places = new Map<string, string[]>();
  for (const scorecard of scorecards.values()) {
    for (const { reference, measure, window } of scorecard.sections.flatMap((section) => section.indicators)) {
      places.set(measure, [...(places.get(measure) ?? []), `${scorecard.title} ${reference} (${window})`]);
    }
  }
  return [...byArea].map(([area, list]) => {
    const title = area.replaceAll("-", " ");
    return [
      `docs/measures/${area}.md`,
      page([
        `# Measures: ${title}`,
        "",
        NOTICE,
        "",
        ...list.flatMap((measure) => measureSection(measure, places.get(measure.id) ?? [])),
      ]),
    ] as const;
  });
}

function measureSection(measure: Measure, places: readonly string[]): readonly string[] {
  const facts: readonly (readonly [string, string])[] = [
    ["Id", `\`${measure.id}\``],
    ["Shows", measure.shows],
    ["Why", measure.why],
    ["Unit", `${measure.unit}; ${measure.polarity.replaceAll("-", " ")}`],
    ["Windows", measure.timeBasis.join(", ")],
    ["By", measure.breakdowns.join(", ") || "not broken down"],
    ["Source", measure.source],
    ...(measure.local === undefined ? [] : ([["Local", measure.local]] as const)),
    ...Object.entries(measure.settings).map(
      ([name, { value, words }]) => [`Setting ${name}`, `${value}: ${words}`] as const,
    ),
    ...(places.length === 0 ? [] : ([["On", places.join("; ")]] as const)),
  ];
  return [
    `## ${measure.title}`,
    "",
    measure.definition,
    "",
    ...facts.map(([label, words]) => `- ${label}: ${cell(words)}`),
    "",
    "Worked examples:",
    "",
    ...measure.examples.map(
      ({ it, period, expect }) =>
        `- ${period}: ${it} (${Object.entries(expect)
          .map(([name, value]) => `${name} ${value}`)
          .join(", ")})`,
    ),
    "",
  ];
}

function commandLine(): string {
  const root = program({
    out: () => undefined,
    err: () => undefined,
    isTerminal: false,
    progress: { report: () => undefined, clear: () => undefined },
    clock: () => new Date(0),
    user: "",
  });
  const sections = root.commands.flatMap((command) => {
    let help = "";
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
      getOutHelpWidth: () => 100,
    });
    command.outputHelp();
    return [`## waymark ${command.name()}`, "", "```text", help.trimEnd(), "```", ""];
  });
  return page([
    "# The command line",
    "",
    NOTICE,
    "",
    "From a checkout `npx waymark …` runs it once `npm start` or `npm test` has installed and built.",
    "",
    ...sections,
  ]);
}

function errorList(): string {
  const errors = Object.entries(ERRORS).map(
    ([code, { exitCode, httpStatus, words }]) => `| \`${code}\` | ${exitCode} | ${httpStatus} | ${words} |`,
  );
  const issues = Object.entries(ISSUE_CODES).map(
    ([code, { severity, message }]) => `| \`${code}\` | ${severity} | ${cell(message)} |`,
  );
  return page([
    "# Errors and issues",
    "",
    NOTICE,
    "",
    "## Errors",
    "",
    "| Code | Exit code | HTTP status | Means |",
    "|---|---|---|---|",
    ...errors,
    "",
    "## Issues in files",
    "",
    "| Code | Severity | Means |",
    "|---|---|---|",
    ...issues,
    "",
  ]);
}

function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
}

function page(lines: readonly string[]): string {
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}
