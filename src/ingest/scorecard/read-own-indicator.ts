/** One indicator of a report's own data, with its target, bands and rules as the row says them. */
import type { ComparatorGroup } from "../../domain/comparator.ts";
import { COMPARISON_BASES } from "../../domain/judgement/direction.ts";
import { TARGET_BASES } from "../../domain/judgement/target.ts";
import { CHANGES, UNITS } from "../../domain/measure.ts";
import { parseWindow } from "../../domain/period.ts";
import { linkColumn } from "../../domain/report/indicator-row-columns.ts";
import { POLARITY_WORDS } from "../../domain/report/indicator-rows.ts";
import { readRatingRule, readTravelRule } from "../../domain/report/written-rules.ts";
import { type JudgementRules, LINK_KINDS, type WrittenBands } from "../../domain/scorecard.ts";
import type { ImportedComparator, ImportedFigure, ImportedIndicator } from "./imported.ts";
import type { OwnRow } from "./own-tables.ts";
import { numberOf, readOwnFigure } from "./read-own-figure.ts";
import { readValueCell } from "./read-value-cell.ts";
import { changeOfUnit } from "./unit-of-row.ts";
import { windowOfName } from "./window-of-name.ts";

export type OwnContext = {
  readonly table: string;
  readonly measure: string;
  /** Its history; empty where only the indicators were given, which hold the latest figure and the one compared with. */
  readonly figures: readonly ImportedFigure[];
};

const LABELS: Readonly<Record<ComparatorGroup, string>> = {
  neighbours: "Statistical neighbours",
  region: "Region",
  england: "England",
};

/** @throws AppError PERIOD_INVALID */
export function readOwnIndicator({ row, cells }: OwnRow, { table, measure, figures }: OwnContext): ImportedIndicator {
  const at = (name: string): string => cells[name] ?? "";
  const unit = UNITS.find((known) => known === at("unit")) ?? "count";
  const title = at("title");
  const history = figures.length === 0 ? ownFigures(cells) : figures;
  return {
    table,
    row,
    reference: at("reference"),
    isReferenceMade: false,
    measure,
    section: at("section"),
    title,
    shows: null,
    unit,
    decimals: numberOf(at("decimals")) ?? 0,
    polarity: polarityOf(at("polarity")),
    polarityFrom: "column",
    change: CHANGES.find((known) => known === at("change")) ?? changeOfUnit(unit),
    window: parseWindow(at("window")),
    basis: windowOfName(title).basis,
    figures: history,
    baseline: numberOf(at("baseline")),
    isBaselineSlipped: false,
    target: at("target") || null,
    targetBasis: TARGET_BASES.find((known) => known === at("target_basis")) ?? "each-period",
    bands: bandsOf(at),
    comparators: comparatorsOf(at),
    rating: null,
    direction: null,
    printedChange: null,
    comment: at("comment") || null,
    links: Object.fromEntries(LINK_KINDS.map((kind) => [kind, at(linkColumn(kind))]).filter(([, text]) => text !== "")),
    rules: rulesOf(at),
    // A note of the latest figure is that figure's.
    ...(at("note") === "" || history.some(({ note }) => note === at("note")) ? {} : { note: at("note") }),
    further: {},
  };
}

/** The figure compared with, and the latest. */
function ownFigures(cells: OwnRow["cells"]): readonly ImportedFigure[] {
  const { previous_period = "", previous_value = "", previous_shown = "" } = cells;
  const state = previous_value === "" ? "not-available" : "value";
  const earlier = { ...cells, period: previous_period, value: previous_value, shown: previous_shown, state };
  return [
    ...(previous_period === "" ? [] : [readOwnFigure({ ...earlier, qualities: "", note: "" })]),
    ...((cells.period ?? "") === "" ? [] : [readOwnFigure(cells)]),
  ];
}

type At = (name: string) => string;

function polarityOf(words: string): ImportedIndicator["polarity"] {
  const found = (["high-is-good", "low-is-good"] as const).find((polarity) => POLARITY_WORDS[polarity] === words);
  return found ?? "neutral";
}

function bandsOf(at: At): WrittenBands | null {
  const places = numberOf(at("band_places"));
  const written = [
    ["requires-improvement", at("requires_improvement")],
    ["good", at("good")],
    ["outstanding", at("outstanding")],
    ["cap", at("band_cap")],
  ].filter(([, text]) => text !== "");
  if (written.length === 0) return null;
  return { ...Object.fromEntries(written), ...(places === null ? {} : { places }) };
}

function rulesOf(at: At): JudgementRules {
  const rating = readRatingRule(at("rating_rule"));
  const direction = readTravelRule(at("direction_rule"));
  const compare = COMPARISON_BASES.find((known) => known === at("compared_on"));
  return {
    ...(rating === null ? {} : { rating }),
    ...(direction === null ? {} : { direction }),
    ...(compare === undefined ? {} : { compare }),
  };
}

function comparatorsOf(at: At): readonly ImportedComparator[] {
  return (["neighbours", "region", "england"] as const).flatMap((group): readonly ImportedComparator[] => {
    const written = at(group);
    if (written === "") return [];
    const cell = readValueCell(written);
    const state = cell === null ? "not-available" : cell.state;
    return [{ group, label: LABELS[group], written, state, value: cell?.value ?? null }];
  });
}
