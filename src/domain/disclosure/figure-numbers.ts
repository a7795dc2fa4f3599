/** The numbers a figure prints: what each counts, over what time, and whether it counts persons. */
import type { Expression } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Cohort, Measure } from "../measure.ts";
import { parsePeriod } from "../period.ts";
import { TABLES } from "../tables/index.ts";

/** "flow" adds up over time; "distinct" (different children) does not; "day" is read on the last day. */
export type Timing = "flow" | "distinct" | "day";

export type PrintedNumber = {
  /** What is counted, wherever it stands: the same cases counted by two measures have one name. */
  readonly counts: string;
  /** Which number of the figure it is; "rest" is the denominator less the numerator, which the two give away. */
  readonly of: "numerator" | "denominator" | "rest";
  readonly timing: Timing;
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly isProtected: boolean;
};

type Counted = Pick<PrintedNumber, "counts" | "timing" | "isProtected">;

/** Numbers that showing a figure tells; none for a text, or for a figure that is no whole number of anything. */
export function printedNumbers(figure: Figure, measure: Measure): readonly PrintedNumber[] {
  const { numerator: top, denominator: bottom, rest } = countedBy(measure);
  const { start, end } = parsePeriod(figure.period, figure.window);
  const above = figure.numerator ?? (measure.unit === "count" ? figure.value : null);
  const below = measure.shape.kind === "by-hand" && measure.unit === "count" ? null : figure.denominator;
  const numbers: PrintedNumber[] = [];
  const add = (of: PrintedNumber["of"], counted: Counted | null, value: number | null): void => {
    if (counted !== null && value !== null && Number.isSafeInteger(value) && value >= 0)
      numbers.push({ ...counted, of, start, end, value });
  };
  add("numerator", top, above);
  add("denominator", bottom, below);
  if (above !== null && below !== null) add("rest", rest, below - above);
  return numbers;
}

type CountedParts = Readonly<Record<"numerator" | "denominator" | "rest", Counted | null>>;

/** What a measure's parts count. A population is no secret, a sum of days is no count of persons: neither is guarded. */
function countedBy(measure: Measure): CountedParts {
  const { shape, unit, id } = measure;
  const isOpen = measure.disclosure === "none";
  const of = (cohort: Cohort, ...conditions: readonly (Expression | null)[]): Counted =>
    counted(cohort, [cohort.where, ...conditions], isOpen);
  const restOf = (top: Counted, bottom: Counted): Counted => ({
    ...bottom,
    counts: `${bottom.counts} but not ${top.counts}`,
  });
  switch (shape.kind) {
    case "count":
    case "rate":
      return { numerator: of(shape.cohort), denominator: null, rest: null };
    case "proportion": {
      const [numerator, denominator] = [of(shape.cohort, shape.numerator), of(shape.cohort)];
      return { numerator, denominator, rest: restOf(numerator, denominator) };
    }
    case "ratio": {
      const [numerator, denominator] = [of(shape.cohort), of(shape.denominator)];
      return { numerator, denominator, rest: unit === "percentage" ? restOf(numerator, denominator) : null };
    }
    case "summary": {
      const known: Expression = { kind: "is-null", term: shape.value, negated: true, type: "boolean" };
      const denominator = shape.weight === undefined ? { ...of({ ...shape.cohort, count: "cases" }, known) } : null;
      return { numerator: null, denominator, rest: null };
    }
    case "by-hand": {
      const typed = (part: string): Counted => ({
        counts: `${id} ${part}`,
        timing: shape.basis === "flow" ? "flow" : "day",
        isProtected: !isOpen,
      });
      const hasParts = unit === "percentage";
      const isRate = unit.startsWith("rate-");
      return {
        numerator: unit === "count" || hasParts || isRate ? typed("numerator") : null,
        denominator: unit === "count" || isRate ? null : typed("denominator"),
        rest: hasParts ? typed("rest") : null,
      };
    }
  }
}

function counted(cohort: Cohort, conditions: readonly (Expression | null)[], isOpen: boolean): Counted {
  const { table, timing, lag, count } = cohort;
  const terms = conditions
    .flatMap((condition) => (condition === null ? [] : condition.kind === "and" ? condition.terms : [condition]))
    .map((term) => JSON.stringify(term))
    .sort();
  return {
    counts: JSON.stringify([table, timing, lag, count, terms]),
    timing: timing.kind !== "flow" ? "day" : count === "children" ? "distinct" : "flow",
    isProtected: !isOpen && isAboutPersons(table),
  };
}

/** A canonical table without a person counts no persons; of a model view nothing is known here, so it is guarded. */
function isAboutPersons(table: string): boolean {
  const canonical = TABLES.find(({ name }) => name === table);
  return canonical === undefined || "person_id" in canonical.fields;
}
