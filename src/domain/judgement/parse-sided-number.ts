/** A number with the side of it that is meant: "<20%", "at least 85", "80%+", "10 or fewer". Targets and bands share it. */
import type { TargetSide } from "./target.ts";
import { decimalsOf, NUMBER, numberOf } from "./written-text.ts";

export type SidedNumber = {
  readonly value: number;
  readonly side: TargetSide;
  readonly isPercent: boolean;
  readonly decimals: number;
};

const BEFORE: readonly (readonly [TargetSide, RegExp])[] = [
  ["at-most", /^(<=|=<|≤|at most|no more than|not more than|not above|up to|maximum|max|within|no later than) ?/],
  ["at-least", /^(>=|=>|≥|at least|no less than|not less than|no fewer than|not below|minimum|min) ?/],
  ["below", /^(<|below|under|less than|fewer than|lower than) ?/],
  ["above", /^(>|above|over|more than|greater than|higher than) ?/],
];
const AFTER: readonly (readonly [TargetSide, RegExp])[] = [
  ["at-least", / ?(\+|plus|(or|and) (more|above|higher|over|greater|better))$/],
  ["at-most", / ?((or|and) (less|fewer|below|lower|under))$/],
];
const BARE = new RegExp(`^(-?${NUMBER}) ?(%|per ?cent|percent)?$`);

/** Reads text already made even by `evenText`; `null` when it is anything but one number with one side. */
export function parseSidedNumber(text: string): SidedNumber | null {
  const before = BEFORE.find(([, pattern]) => pattern.test(text));
  const rest = before === undefined ? text : text.replace(before[1], "");
  const after = AFTER.find(([, pattern]) => pattern.test(rest));
  if (before !== undefined && after !== undefined) return null;
  const signed = after === undefined ? rest : rest.replace(after[1], "");
  // "80+%" is met as often as "80%+".
  const plus = before === undefined && after === undefined && /\+ ?%$/.test(signed);
  const [, digits, sign] = BARE.exec(plus ? signed.replace("+", "") : signed) ?? [];
  if (digits === undefined) return null;
  const side = before?.[0] ?? after?.[0] ?? (plus ? "at-least" : "by-polarity");
  return { value: numberOf(digits), side, isPercent: sign !== undefined, decimals: decimalsOf(digits) };
}
