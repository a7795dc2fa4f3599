/** Each kind of rule, checked in one period. */
import { addDays } from "../dates.ts";
import { multiplierOf } from "../figure.ts";
import { parsePeriod, periodContaining } from "../period.ts";
import { roundedDecimal, roundedQuotient } from "../rounding.ts";
import { amountOf, halfDigit, hasParts, isAmount, printed, typedDecimals, written, writtenChange } from "./amount.ts";
import { amountsOf, type Checked, type Checking } from "./checking.ts";
import type { Operand, ReconciliationRule } from "./rule.ts";

type RuleOf<Kind extends ReconciliationRule["kind"]> = Extract<ReconciliationRule, { kind: Kind }>;
/** `about`: the measure concerned, where the rule itself names none. */
type Result = { readonly about?: readonly string[]; readonly result: Checked };

/** Floating point may put a sum of decimals a hair beside itself; far below any printed digit. */
const HAIR = 1e-9;
const SKIP: Checked = { kind: "skip" };
const HOLDS: Checked = { kind: "holds" };

/** A rule's results in one period: one, but for a rule about every measure. */
export function checkRule(rule: ReconciliationRule, checking: Checking): readonly Result[] {
  switch (rule.kind) {
    case "adds-up":
      return [{ result: addsUp(rule, checking) }];
    case "stock-and-flow":
      return [{ result: stockAndFlow(rule, checking) }];
    case "percentage-of":
      return [{ result: percentageOf(rule, checking) }];
    case "same-base":
      return [{ result: sameBase(rule, checking) }];
    case "same-population":
      return [{ result: samePopulation(rule, checking) }];
    case "at-most":
      return [{ result: atMost(rule, checking) }];
    case "own-parts":
      return [...checking.figures.keys()].map((measure) => ({ about: [measure], result: ownParts(measure, checking) }));
  }
}

function addsUp({ parts, whole }: RuleOf<"adds-up">, checking: Checking): Checked {
  const statement = `${parts.map((part) => named(part, checking)).join(" + ")} = ${named(whole, checking)}`;
  const amounts = amountsOf([...parts, whole], checking);
  if (amounts === null) return SKIP;
  if ("because" in amounts) return { kind: "not-checkable", statement, detail: amounts.because };
  const total = amounts.numbers.at(-1) ?? 0;
  const sum = amounts.numbers.slice(0, -1).reduce((left, right) => left + right, 0);
  if (Math.abs(sum - total) <= amounts.margin + HAIR) return HOLDS;
  return {
    kind: "fails",
    statement,
    detail: `${written(sum, 2)} is not ${written(total, 2)}`,
    difference: tidy(sum - total),
  };
}

function atMost({ parts, whole }: RuleOf<"at-most">, checking: Checking): Checked {
  const statement = `${parts.map((part) => named(part, checking)).join(" + ")} ≤ ${named(whole, checking)}`;
  const amounts = amountsOf([...parts, whole], checking);
  if (amounts === null) return SKIP;
  if ("because" in amounts) return { kind: "not-checkable", statement, detail: amounts.because };
  const most = amounts.numbers.at(-1) ?? 0;
  const sum = amounts.numbers.slice(0, -1).reduce((left, right) => left + right, 0);
  if (sum <= most + amounts.margin + HAIR) return HOLDS;
  const detail = `${written(sum, 2)} is more than ${written(most, 2)}`;
  return { kind: "fails", statement, detail, difference: tidy(sum - most) };
}

function stockAndFlow(rule: RuleOf<"stock-and-flow">, checking: Checking): Checked {
  const { stock, into, out } = rule;
  const [name, inflow, outflow] = [stock, into, out].map((operand) => named(operand, checking));
  const statement = `${name} = ${name} before + ${inflow} − ${outflow}`;
  const flows = amountsOf([into, out], checking);
  const { start } = parsePeriod(checking.period, checking.window);
  const now = stockIn(rule, checking.period, checking);
  const before = stockIn(rule, periodContaining(checking.window, addDays(start, -1)).id, checking);
  if (flows === null || now === null || before === null) return SKIP;
  const missing = [flows, now, before].find((each) => "because" in each);
  if (missing !== undefined && "because" in missing)
    return { kind: "not-checkable", statement, detail: missing.because };
  if ("because" in flows || "because" in now || "because" in before) return SKIP;
  const [came = 0, went = 0] = flows.numbers;
  const change = now.number - before.number;
  const difference = change - (came - went);
  if (Math.abs(difference) <= now.margin + before.margin + flows.margin + HAIR) return HOLDS;
  const said = `${written(came)} in and ${written(went)} out make ${writtenChange(came - went)}`;
  const detail = `it changed by ${writtenChange(change)}, but ${said}`;
  return { kind: "fails", statement, detail, difference: tidy(difference) };
}

/** The stock as a count of people: counted, or implied by a rate and its population. */
function stockIn({ stock, population, decimals }: RuleOf<"stock-and-flow">, period: string, checking: Checking) {
  const figure = checking.figureIn(stock.measure, period);
  if (figure === undefined) return null;
  const facts = checking.facts(stock.measure);
  const per = multiplierOf(facts.unit);
  if (stock.of !== "value" || per === 1) return amountOf(figure, stock.of, facts);
  if (figure.numerator !== null) return amountOf(figure, "numerator", facts);
  const rate = amountOf(figure, "value", facts);
  const people = figure.denominator ?? population;
  if (!isAmount(rate)) return rate;
  if (people === null) return { because: `the population behind ${checking.name(stock.measure)} is not known` };
  return {
    number: (rate.number * people) / per,
    margin: (halfDigit(decimals ?? typedDecimals(rate.number)) * people) / per,
  };
}

function percentageOf(rule: RuleOf<"percentage-of">, checking: Checking): Checked {
  const figure = checking.figures.get(rule.percentage);
  if (figure === undefined || (rule.typedOnly && hasParts(figure))) return SKIP;
  const facts = checking.facts(rule.percentage);
  const whole: readonly Operand[] =
    rule.whole.length > 0 ? rule.whole : [{ measure: rule.percentage, of: "denominator" }];
  const bases = whole.map((each) => named(each, checking)).join(" + ");
  const base = whole.length > 1 ? `(${bases})` : rule.whole.length > 0 ? bases : "its population";
  const statement = `${checking.name(rule.percentage)} = ${named(rule.part, checking)} ÷ ${base}`;
  const amounts = amountsOf([rule.part, ...whole, { measure: rule.percentage, of: "value" }], checking);
  if (amounts === null) return SKIP;
  if ("because" in amounts) return { kind: "not-checkable", statement, detail: amounts.because };
  const part = amounts.numbers[0] ?? 0;
  const denominator = amounts.numbers.slice(1, -1).reduce((left, right) => left + right, 0);
  if (denominator === 0 || figure.value === null)
    return { kind: "not-checkable", statement, detail: "nothing to divide by" };
  const decimals = rule.decimals ?? (hasParts(figure) ? facts.decimals : typedDecimals(figure.value));
  const expected = roundedQuotient(part, denominator, { multiplier: multiplierOf(facts.unit), decimals }) ?? "";
  const shown = printed({ ...figure, value: figure.value }, facts, decimals);
  const sign = facts.unit === "percentage" ? "%" : "";
  const sameParts = !hasParts(figure) || (figure.numerator === part && figure.denominator === denominator);
  if (shown === expected && sameParts) return HOLDS;
  const counted = shown === expected && hasParts(figure) ? ` (${figure.numerator} of ${figure.denominator})` : "";
  return {
    kind: "fails",
    statement,
    detail: `${shown}${sign}${counted} is not ${expected}${sign}, ${written(part)} of ${written(denominator)}`,
    difference: tidy(figure.value - (part * multiplierOf(facts.unit)) / denominator),
  };
}

function ownParts(measure: string, checking: Checking): Checked {
  const figure = checking.figures.get(measure);
  const facts = checking.facts(measure);
  if (figure === undefined || figure.status !== "value" || figure.value === null) return SKIP;
  const isQuotient = multiplierOf(facts.unit) > 1;
  if (!isQuotient || !hasParts(figure) || figure.denominator === 0) return SKIP;
  const { unit } = facts;
  const { numerator, denominator } = figure;
  const decimals = typedDecimals(figure.value);
  const expected = roundedQuotient(numerator, denominator, { multiplier: multiplierOf(unit), decimals }) ?? "";
  const shown = printed({ ...figure, value: figure.value }, facts, decimals);
  if (shown === expected) return HOLDS;
  const sign = unit === "percentage" ? "%" : "";
  return {
    kind: "fails",
    statement: `${checking.name(measure)} = its own parts`,
    detail: `${shown}${sign} is not ${expected}${sign}, ${written(numerator)} of ${written(denominator)}`,
    difference: tidy(figure.value - (numerator * multiplierOf(unit)) / denominator),
  };
}

function sameBase({ percentages, addTo100, decimals }: RuleOf<"same-base">, checking: Checking): Checked {
  const operands = percentages.map((measure) => ({ measure, of: "value" }) as const);
  const statement = addTo100
    ? `${percentages.map(checking.name).join(" + ")} = 100%`
    : `${percentages.map(checking.name).join(" and ")} have one base`;
  const amounts = amountsOf(operands, checking);
  if (amounts === null) return SKIP;
  if ("because" in amounts) return { kind: "not-checkable", statement, detail: amounts.because };
  const bases = [...new Set(percentages.flatMap((measure) => checking.figures.get(measure)?.denominator ?? []))];
  if (bases.length > 1) {
    const detail = `they are out of ${bases.map((base) => written(base)).join(" and ")}`;
    return { kind: "fails", statement, detail, difference: Math.max(...bases) - Math.min(...bases) };
  }
  if (!addTo100) return bases.length === 0 ? SKIP : HOLDS;
  const margin = decimals === null ? amounts.margin : halfDigit(decimals) * percentages.length;
  const sum = tidy(amounts.numbers.reduce((left, right) => left + right, 0));
  if (Math.abs(sum - 100) > margin + HAIR)
    return { kind: "fails", statement, detail: `${written(sum, 1)}% is not 100%`, difference: tidy(sum - 100) };
  if (Math.abs(sum - 100) <= HAIR) return HOLDS;
  return { kind: "rounding", statement, detail: `the rounded parts make ${written(sum, 1)}%` };
}

function samePopulation({ pairs, decimals }: RuleOf<"same-population">, checking: Checking): Checked {
  const statement = `${pairs.map(({ count, rate }) => `${checking.name(count)} with ${checking.name(rate)}`).join(" and ")} imply one population`;
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const { count, rate } of pairs) {
    const amounts = amountsOf(
      [
        { measure: count, of: "value" },
        { measure: rate, of: "value" },
      ],
      checking,
    );
    if (amounts === null) return SKIP;
    if ("because" in amounts) return { kind: "not-checkable", statement, detail: amounts.because };
    const [people = 0, shown = 0] = amounts.numbers;
    const facts = checking.facts(rate);
    const figure = checking.figures.get(rate);
    const margin = figure !== undefined && hasParts(figure) ? 0 : halfDigit(decimals ?? typedDecimals(shown));
    const per = multiplierOf(facts.unit);
    least = Math.max(least, (people * per) / (shown + margin));
    most = Math.min(most, shown > margin ? (people * per) / (shown - margin) : Number.POSITIVE_INFINITY);
  }
  // Counted rates imply their population up to floating point only.
  if (least <= most * (1 + HAIR)) return HOLDS;
  const detail = `one needs at least ${roundedDecimal(least, 0)} people, another at most ${roundedDecimal(most, 0)}`;
  return { kind: "fails", statement, detail, difference: tidy(least - most) };
}

function named({ measure, of }: Operand, { name }: Checking): string {
  return of === "value" ? name(measure) : `the ${of} of ${name(measure)}`;
}

/** Differences of decimals without the dust of floating point. */
function tidy(number: number): number {
  return Number(number.toFixed(9));
}
