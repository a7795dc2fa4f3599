/** Figures of others that an imported card printed, beside those that are loaded: they stand in until a group's own figure is there. */
import type { ComparatorValue } from "./comparator.ts";
import type { Indicator } from "./scorecard.ts";

/** The loaded comparators, and the printed ones of groups that have none loaded. */
export function withPrinted(
  loaded: readonly ComparatorValue[],
  { printedComparators = [] }: Pick<Indicator, "printedComparators">,
): readonly ComparatorValue[] {
  const missing = printedComparators.filter(({ group }) => !loaded.some((one) => one.group === group));
  return [
    ...loaded,
    ...missing.map(
      ({ group, label, shown, value, state, period, edition }): ComparatorValue => ({
        group,
        label,
        value: value ?? null,
        state,
        shown,
        method: "published",
        period,
        edition,
        publishedOn: null,
      }),
    ),
  ];
}
