/** The facts of a published document, cell for cell as printed, so that its own comments can be checked against its own figures. */
import { readFileSync } from "node:fs";
import type { CardFacts, FactComparator, FactFigure, IndicatorFacts } from "../../src/domain/commentary/facts.ts";
import type { Target } from "../../src/domain/judgement/target.ts";
import type { Polarity, Unit } from "../../src/domain/measure.ts";
import { parsePeriod, type WindowId } from "../../src/domain/period.ts";

export type Document = {
  readonly facts: CardFacts;
  readonly comments: readonly { readonly subject: string; readonly body: string }[];
};

/** How one published table is read: its period, its period columns by heading, and where the rest stands. */
export type DocumentShape = {
  readonly reference: string;
  readonly title: string;
  readonly comment?: string;
  readonly period: readonly [string, WindowId];
  readonly columns: Readonly<Record<string, readonly [string, WindowId]>>;
  readonly target?: string;
  readonly polarity?: string;
  readonly baseline?: string;
  readonly comparators?: Readonly<Record<string, readonly [FactComparator["group"], string]>>;
};

type Row = Readonly<Record<string, string>>;

/** Rows of a tab-separated file by heading. */
export function readRows(path: string): readonly Row[] {
  const [heading = "", ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const names = heading.split("\t");
  return lines.map((line) =>
    Object.fromEntries(line.split("\t").map((cell, place) => [names[place] ?? "", cell.trim()])),
  );
}

/** A document's figures and comments. */
export function documentOf(rows: readonly Row[], shape: DocumentShape): Document {
  const [id, window] = shape.period;
  const placed = rows.filter((row) => row[shape.reference] !== "");
  return {
    facts: {
      indicators: placed.map((row) => indicatorOf(row, shape)),
      period: parsePeriod(id, window),
      places: ["Leighton", "Macclesfield"],
      disclosureThreshold: 5,
    },
    comments: placed.flatMap((row) => {
      const body = row[shape.comment ?? ""] ?? "";
      return body === "" ? [] : [{ subject: row[shape.reference] ?? "", body }];
    }),
  };
}

function indicatorOf(row: Row, shape: DocumentShape): IndicatorFacts {
  const title = row[shape.title] ?? "";
  const cells = Object.entries(shape.columns).map(([column, at]) => ({ text: row[column] ?? "", at }));
  const unit = unitOf(
    title,
    cells.map(({ text }) => text),
  );
  const target = numberOf(row[shape.target ?? ""] ?? "");
  return {
    reference: row[shape.reference] ?? "",
    section: row.section ?? "",
    title,
    definition: "",
    unit,
    decimals: cells.some(({ text }) => /\.\d/.test(text)) ? 1 : 0,
    polarity: polarityOf(row[shape.polarity ?? ""] ?? ""),
    window: shape.period[1],
    figures: cells
      .flatMap(({ text, at }) => (text === "" ? [] : [figureOf(text, at)]))
      .toSorted((one, other) => one.end.localeCompare(other.end)),
    target: { target: targetOf(target, row[shape.target ?? ""] ?? ""), shown: row[shape.target ?? ""] ?? "none" },
    comparators: Object.entries(shape.comparators ?? {}).flatMap(([column, [group, label]]) => {
      const value = numberOf(row[column] ?? "");
      return value === null ? [] : [{ group, label, value, shown: row[column] ?? "" }];
    }),
    baseline: numberOf(row[shape.baseline ?? ""] ?? ""),
    hidden: [],
  };
}

function figureOf(text: string, [id, window]: readonly [string, WindowId]): FactFigure {
  const { start, end, label } = parsePeriod(id, window);
  const isHidden = /supp?ressed/i.test(text);
  const value = isHidden ? null : numberOf(text);
  const state = isHidden ? "suppressed" : value === null ? "not-available" : "value";
  return {
    window,
    period: id,
    label,
    start,
    end,
    value,
    numerator: null,
    denominator: null,
    shown: text,
    state,
    isHidden,
  };
}

function unitOf(title: string, cells: readonly string[]): Unit {
  if (/^rate|per 10,?000/i.test(title)) return "rate-per-10000";
  if (/average number of days/i.test(title)) return "average-days";
  if (/month/.test(cells.join(" "))) return "text";
  return /^(?:%|percentage|the (?:proportion|percentage)|proportion)/i.test(title) ||
    cells.some((cell) => cell.endsWith("%"))
    ? "percentage"
    : "count";
}

function polarityOf(text: string): Polarity {
  return /high/i.test(text) ? "high-is-good" : /low/i.test(text) ? "low-is-good" : "neutral";
}

function numberOf(text: string): number | null {
  const found = /^[<>]?\s?(?:below\s)?(-?[\d,]+(?:\.\d+)?)\s?%?\*?\+?$/i.exec(text.trim())?.[1];
  return found === undefined ? null : Number(found.replaceAll(",", ""));
}

function targetOf(value: number | null, text: string): Target {
  return value === null
    ? { kind: "none" }
    : { kind: "level", value, side: /^<|below/i.test(text) ? "below" : "by-polarity", isPercent: text.includes("%") };
}
