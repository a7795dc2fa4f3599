/** Small made-up scorecards to check comments against. */
import {
  type CommentFacts,
  type FactFigure,
  factsFor,
  type IndicatorFacts,
} from "../../src/domain/commentary/facts.ts";
import { shownFigure } from "../../src/domain/figure.ts";
import type { Target } from "../../src/domain/judgement/target.ts";
import { parsePeriod, parseWindow, type WindowId } from "../../src/domain/period.ts";

/** A value, [numerator, denominator], or "hidden" where only that it is suppressed is known; `hidden: n` where the number is known inside. */
type Cell = number | readonly [number, number] | "hidden" | { readonly hidden: number | readonly [number, number] };

type Sample = Partial<Omit<IndicatorFacts, "figures" | "target">> & {
  readonly figures?: Readonly<Record<string, Cell>>;
  readonly target?: Target;
};

/** An indicator; periods are named "2025-06", "2025-26-Q1", "2025-26". */
export function sampleIndicator({ figures = {}, target = { kind: "none" }, ...sample }: Sample): IndicatorFacts {
  const indicator: Omit<IndicatorFacts, "figures"> = {
    reference: "1.1",
    section: "Front door",
    title: "Number of contacts",
    definition: "",
    unit: "count",
    decimals: 0,
    polarity: "neutral",
    window: "in-month",
    comparators: [],
    baseline: null,
    hidden: [],
    target: {
      target,
      shown: target.kind === "level" ? `at least ${target.value}${target.isPercent ? "%" : ""}` : "none",
    },
    ...sample,
  };
  return { ...indicator, figures: Object.entries(figures).map(([period, cell]) => figureOf(period, cell, indicator)) };
}

/** Facts for a comment on the first of some indicators, or on those named. */
export function sampleFacts(
  period: string,
  indicators: readonly IndicatorFacts[],
  on: readonly string[] = [indicators[0]?.reference ?? ""],
): CommentFacts {
  const facts = {
    indicators,
    period: parsePeriod(period, windowOf(period)),
    places: ["Saltmarsh"],
    disclosureThreshold: 5,
  };
  return factsFor(facts, { kind: "references", references: on });
}

/** The kind of each flag with the words it is on: "fact change: 32% increase". */
export function briefly(
  flags: readonly { readonly kind: string; readonly code: string; readonly quote: string }[],
): readonly string[] {
  return flags.map(({ kind, code, quote }) => `${kind} ${code}: ${quote}`);
}

function figureOf(id: string, cell: Cell, { unit, decimals }: Pick<IndicatorFacts, "unit" | "decimals">): FactFigure {
  const { window, id: period, label, start, end } = parsePeriod(id, windowOf(id));
  const place = { window, period, label, start, end };
  if (cell === "hidden")
    return {
      ...place,
      value: null,
      numerator: null,
      denominator: null,
      shown: "[c]",
      state: "suppressed",
      isHidden: true,
    };
  const known = typeof cell === "object" && "hidden" in cell ? cell.hidden : cell;
  const [numerator, denominator] = typeof known === "number" ? [null, null] : known;
  const value = typeof known === "number" ? known : (known[0] * 100) / known[1];
  const isQuotient = denominator !== null;
  const shown = shownFigure({ numerator, denominator, value, status: "value" }, { unit, decimals }, isQuotient);
  return {
    ...place,
    value,
    numerator,
    denominator,
    shown,
    state: "value",
    isHidden: typeof cell === "object" && "hidden" in cell,
  };
}

function windowOf(period: string): WindowId {
  if (period.includes("Q")) return "quarter";
  const [year = "", second = ""] = period.split("-");
  return parseWindow((Number(year) + 1) % 100 === Number(second) ? "financial-year" : "month");
}
