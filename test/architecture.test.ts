/** Who may import whom; this list is the layering, and the only place it is written. Also: sizes, and words we do not use. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

/** Bottom up: a folder may import itself and the folders its row names, all of which stand earlier in this list. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  measures: ["domain"],
  warehouse: ["domain"],
  charts: ["domain"],
  store: ["domain"],
  reports: ["domain", "charts"],
  synthesise: ["domain"],
  ingest: ["domain", "warehouse"],
  engine: ["domain", "measures", "warehouse"],
  services: ["domain", "measures", "warehouse", "charts", "store", "reports", "ingest", "engine", "synthesise"],
  web: ["domain", "charts", "services"],
  cli: ["domain", "services", "web"],
};

const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join("src", file));

const folderOf = (file: string): string => file.split("/")[1] ?? "";

test("every folder of src has its place in the layering", () => {
  assert.deepEqual(
    [...new Set(SOURCES.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT)),
    [],
  );
});

test("imports run one way", () => {
  const wrong = SOURCES.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].flatMap(([, target = ""]) => {
      const from = folderOf(path);
      const to = folderOf(normalize(join(dirname(path), target)));
      return from === to || (path.includes(".test.") && target.includes("/test/")) || MAY_IMPORT[from]?.includes(to)
        ? []
        : [`${path} may not import ${to}`];
    }),
  );
  assert.deepEqual(wrong, []);
});

test("no source file is longer than 300 lines, no test longer than 400, no measure longer than 100", () => {
  const measures = readdirSync("catalogue/measures", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => join("catalogue/measures", file));
  const long = [...SOURCES, ...measures].flatMap((path) => {
    const lines = readFileSync(path, "utf8").split("\n").length - 1;
    const limit = path.endsWith(".yaml") ? 100 : /\.test\.tsx?$/.test(path) ? 400 : 300;
    return lines > limit ? [`${path} has ${lines} lines (limit ${limit})`] : [];
  });
  assert.deepEqual(long, []);
});

test("files are not named for being useful in general", () => {
  assert.deepEqual(
    SOURCES.filter((path) => /(?:utils?|helpers?|common|misc)\.tsx?$/.test(path)),
    [],
  );
});

test("words we do not use stand nowhere in code or catalogue (GLOSSARY.md)", () => {
  const catalogue = readdirSync("catalogue", { recursive: true, encoding: "utf8" })
    // Where the source's own names stand.
    .filter((file) => /\.(yaml|sql)$/.test(file) && !/^(returns|comparators)\b/.test(file))
    .map((file) => join("catalogue", file));
  const found = [...SOURCES, ...catalogue].flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\b(KPIs?|LAC|[Mm]etrics?)\b/g)].map(([word]) => `${path}: ${word}`),
  );
  assert.deepEqual(found, []);
});

test("every file begins by saying what it is", () => {
  const silent = SOURCES.filter((path) => !path.includes(".test.")).filter(
    (path) => !/^(#!.*\n)?\/\*\*\s/.test(readFileSync(path, "utf8")),
  );
  assert.deepEqual(silent, []);
});
