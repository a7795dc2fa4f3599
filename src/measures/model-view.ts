/** A derived view of catalogue/model: one SQL select whose heading comment gives its words, key and typed columns. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../domain/errors.ts";
import type { ValueType } from "../domain/expression.ts";
import { TABLES } from "../domain/tables/index.ts";

export type ModelView = {
  readonly name: string;
  readonly words: string;
  readonly source: string;
  readonly key: readonly string[];
  readonly columns: ReadonlyMap<string, ValueType>;
  /** The select, heading comment included. */
  readonly sql: string;
  /** Other model views it reads. */
  readonly needs: readonly string[];
};

const TYPES: readonly string[] = ["date", "number", "text", "boolean"];

/** Reads every view of a folder, ordered so that each comes after the views it needs. */
export function readModelViews(folder: string): readonly ModelView[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  const names = files.map((file) => basename(file, ".sql"));
  const views = files.map((file) =>
    parseModelView(basename(file, ".sql"), readFileSync(join(folder, file), "utf8"), names),
  );
  return inOrderOfNeed(views);
}

/** Reads one view from its text. `viewNames` are all the views it might read. */
export function parseModelView(name: string, sql: string, viewNames: readonly string[]): ModelView {
  const heading = headingOf(sql);
  const wordsLine = new RegExp(`^${name}:\\s*(.+)$`).exec(heading[0] ?? "");
  if (wordsLine === null) throw invalid(name, 1, `the first line is not "-- ${name}: what it holds"`);
  if (TABLES.some((table) => table.name === name)) throw invalid(name, 1, "a canonical table already has this name");
  const columnsText = keyLine(heading, "columns");
  const body = sql.replace(/--[^\n]*/g, "");
  return Object.freeze({
    name,
    words: [wordsLine[1], ...plainLines(heading.slice(1))].join(" ").trim(),
    source: keyLine(heading, "source"),
    key: keyLine(heading, "key")
      .split(/\s*,\s*/)
      .filter((part) => part !== ""),
    columns: parseColumns(name, columnsText),
    sql,
    needs: viewNames.filter((other) => other !== name && new RegExp(`\\b(from|join)\\s+${other}\\b`, "i").test(body)),
  });
}

function headingOf(sql: string): readonly string[] {
  const lines: string[] = [];
  for (const line of sql.split("\n")) {
    if (!line.startsWith("--")) break;
    lines.push(line.replace(/^--\s?/, ""));
  }
  return lines;
}

/** The value of `key: …` in the heading, with the indented lines that follow it. */
function keyLine(heading: readonly string[], key: string): string {
  const at = heading.findIndex((line) => line.startsWith(`${key}:`));
  if (at === -1) return "";
  const parts = [heading[at]?.slice(key.length + 1) ?? ""];
  for (const line of heading.slice(at + 1)) {
    if (!/^\s/.test(line)) break;
    parts.push(line);
  }
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

function plainLines(heading: readonly string[]): readonly string[] {
  const firstKey = heading.findIndex((line) => /^(key|columns|source):/.test(line));
  return firstKey === -1 ? heading : heading.slice(0, firstKey);
}

function parseColumns(name: string, text: string): ReadonlyMap<string, ValueType> {
  const columns = new Map<string, ValueType>();
  for (const part of text
    .split(",")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")) {
    const [column = "", typeText = ""] = part.split(/\s+/);
    const type = typeText === "integer" ? "number" : typeText;
    if (!TYPES.includes(type)) throw invalid(name, 1, `column "${column}" has type "${typeText}"`);
    columns.set(column, type as ValueType);
  }
  if (columns.size === 0) throw invalid(name, 1, 'the heading has no "columns:" line');
  return columns;
}

function inOrderOfNeed(views: readonly ModelView[]): readonly ModelView[] {
  const ordered: ModelView[] = [];
  const waiting = new Map(views.map((view) => [view.name, view]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((view) => view.needs.every((need) => !waiting.has(need)));
    if (ready.length === 0) throw invalid([...waiting.keys()].join(", "), 1, "they need each other in a circle");
    for (const view of ready) {
      ordered.push(view);
      waiting.delete(view.name);
    }
  }
  return ordered;
}

function invalid(name: string, line: number, what: string): AppError {
  return new AppError(
    "MODEL_INVALID",
    `catalogue/model/${name}.sql line ${line}: ${what}.`,
    `Columns are "name type" with type ${TYPES.join(", ")} or integer; see docs/how-to/measure-language.md.`,
  );
}
