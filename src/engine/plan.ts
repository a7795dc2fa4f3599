/** Turns measures into a plan: the counts each needs, gathered so that one scan of a table serves them all. */
import type { Expression } from "../domain/expression.ts";
import type { Cohort, Measure, Timing } from "../domain/measure.ts";

/** count: rows; children: different children; sum, maximum: of the value; values: how often each value comes (for medians). */
export type Aggregate = "count" | "children" | "sum" | "maximum" | "values";

/** One number a measure needs in each period. */
export type Part = {
  readonly aggregate: Aggregate;
  /** Which of the scanned rows it is about; `null` for all. */
  readonly condition: Expression | null;
  readonly value: Expression | null;
};

/** One pass over one table for many parts. */
export type Scan = {
  readonly table: string;
  readonly timing: Timing;
  readonly lag: number;
  readonly parts: readonly Part[];
};

/** Where to find a part: scan and place in it. */
export type PartRef = { readonly scan: number; readonly part: number };

/** Which parts make a measure's numerator and denominator (or value). */
export type MeasurePlan = {
  readonly measure: Measure;
  readonly numerator: PartRef | null;
  readonly denominator: PartRef | null;
};

export type Plan = { readonly scans: readonly Scan[]; readonly measures: readonly MeasurePlan[] };

/** The plan of some measures; equal scans and equal parts are shared. Measures collected by hand need none and are left out. */
export function planOf(measures: readonly Measure[]): Plan {
  const scans: {
    readonly table: string;
    readonly timing: Timing;
    readonly lag: number;
    readonly parts: Part[];
    readonly seen: Map<string, number>;
  }[] = [];
  const scanKeys = new Map<string, number>();

  const place = (cohort: Cohort, part: Part): PartRef => {
    const { table, timing, lag } = cohort;
    const key = JSON.stringify([table, timing, lag]);
    const scan = scanKeys.get(key) ?? scans.push({ table, timing, lag, parts: [], seen: new Map() }) - 1;
    scanKeys.set(key, scan);
    const target = scans[scan];
    if (target === undefined) throw new Error("A scan that was just made is missing.");
    const partKey = JSON.stringify(part);
    const index = target.seen.get(partKey) ?? target.parts.push(part) - 1;
    target.seen.set(partKey, index);
    return { scan, part: index };
  };

  const planned = measures.flatMap((measure): readonly MeasurePlan[] => {
    const parts = partsOfMeasure(measure);
    if (parts === null) return [];
    const { numerator, denominator } = parts;
    return [
      { measure, numerator: numerator && place(...numerator), denominator: denominator && place(...denominator) },
    ];
  });
  return { scans: scans.map(({ table, timing, lag, parts }) => ({ table, timing, lag, parts })), measures: planned };
}

type Placed = readonly [Cohort, Part];

/** The numerator and denominator of a measure as parts over cohorts; `null` when it is collected by hand. */
export function partsOfMeasure({
  shape,
}: Measure): { readonly numerator: Placed | null; readonly denominator: Placed | null } | null {
  switch (shape.kind) {
    case "by-hand":
      return null;
    case "count":
    case "rate":
      return { numerator: counted(shape.cohort, shape.cohort.where), denominator: null };
    case "proportion":
      return {
        numerator: counted(shape.cohort, both(shape.cohort.where, shape.numerator)),
        denominator: counted(shape.cohort, shape.cohort.where),
      };
    case "ratio":
      return {
        numerator: counted(shape.cohort, shape.cohort.where),
        denominator: counted(shape.denominator, shape.denominator.where),
      };
    case "summary":
      return summaryParts(shape);
  }
}

type SummaryShape = Extract<Measure["shape"], { readonly kind: "summary" }>;

/** Rows count where the value is known and, of a weighted average, the weight too. */
function summaryParts({ cohort, value, summary, weight }: SummaryShape): {
  readonly numerator: Placed;
  readonly denominator: Placed;
} {
  const condition = both(cohort.where, weight === undefined ? isKnown(value) : both(isKnown(value), isKnown(weight)));
  const aggregate: Aggregate = summary === "median" ? "values" : summary === "maximum" ? "maximum" : "sum";
  return {
    numerator: [cohort, { aggregate, condition, value }],
    denominator: [
      cohort,
      weight === undefined
        ? { aggregate: "count", condition, value: null }
        : { aggregate: "sum", condition, value: weight },
    ],
  };
}

function isKnown(term: Expression): Expression {
  return { kind: "is-null", term, negated: true, type: "boolean" };
}

function counted(cohort: Cohort, condition: Expression | null): Placed {
  return [cohort, { aggregate: cohort.count === "children" ? "children" : "count", condition, value: null }];
}

/** Both conditions together; `null` stands for "no condition". */
export function both(first: Expression | null, second: Expression | null): Expression | null {
  if (first === null || second === null) return first ?? second;
  const terms = [first, second].flatMap((term) => (term.kind === "and" ? term.terms : [term]));
  return { kind: "and", terms, type: "boolean" };
}
