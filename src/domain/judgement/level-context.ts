/** What a target may refer to, taken from an indicator's series: its baseline, its own past, published figures. */
import { comparedFigure } from "./compared-figure.ts";
import type { ComparisonBasis } from "./direction.ts";
import type { LevelContext } from "./level.ts";
import type { SeriesContext } from "./series-context.ts";

/** Values a target such as "below regional average" or "5% reduction" counts from. */
export function levelContext(
  context: Omit<SeriesContext, "target" | "bands">,
  basis: ComparisonBasis = "previous-period",
): LevelContext {
  const { measure, window, current, baseline, comparators } = context;
  const earlier = (which: ComparisonBasis) => {
    const compared = comparedFigure(context, which);
    return compared.kind === "compared" ? compared.value : null;
  };
  return {
    polarity: measure.polarity,
    unit: measure.unit,
    window,
    period: current?.period ?? "",
    baseline,
    previousYear: earlier("same-period-last-year"),
    compared: earlier(basis),
    comparators: Object.fromEntries(
      comparators.filter(({ state }) => state === "value").map(({ group, value }) => [group, value]),
    ),
  };
}
