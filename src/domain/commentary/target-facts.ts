/** The target as comments speak of it: its number, and whether a figure meets it. */
import type { FactFigure, IndicatorFacts } from "./facts.ts";

/** The numbers a target names; none for "Monitor" and its like. */
export function targetNumbers({ target: { target } }: IndicatorFacts): readonly number[] {
  if (target.kind === "range") return [target.low, target.high];
  if (target.kind === "level" || target.kind === "activity" || target.kind === "duration") return [target.value];
  return target.kind === "relative" ? [target.percent] : [];
}

/** The one level a figure can be above or below; `null` where the target is none. */
export function targetLevel({ target: { target } }: IndicatorFacts): number | null {
  return target.kind === "level" || target.kind === "duration" || target.kind === "activity" ? target.value : null;
}

/** Whether a figure meets the target; `null` where the target names no level or side. */
export function meetsTarget(indicator: IndicatorFacts): ((figure: FactFigure) => boolean) | null {
  const { target } = indicator.target;
  const level = targetLevel(indicator);
  if (level === null) return null;
  const side = target.kind === "level" || target.kind === "duration" ? target.side : "at-least";
  const low =
    side === "at-most" || side === "below" || (side === "by-polarity" && indicator.polarity === "low-is-good");
  if (side === "by-polarity" && indicator.polarity === "neutral") return null;
  return ({ value }) => {
    if (value === null) return false;
    if (side === "below") return value < level;
    if (side === "above") return value > level;
    return low ? value <= level : value >= level;
  };
}
