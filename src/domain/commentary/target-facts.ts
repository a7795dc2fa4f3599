/** The target as comments speak of it: its number, and whether a figure meets it. */
import { exactValue } from "../judgement/fraction.ts";
import { isLevel, levelOf, meetsLevel } from "../judgement/level.ts";
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

/** Whether a figure meets the target, as ratings read it; `null` where the target comes to no level. */
export function meetsTarget(indicator: IndicatorFacts): ((figure: FactFigure) => boolean) | null {
  const { polarity, unit, baseline, comparators, figures, target } = indicator;
  const published = Object.fromEntries(comparators.map(({ group, value }) => [group, value]));
  const levelFor = ({ window, period }: FactFigure) =>
    levelOf(target.target, { polarity, unit, window, period, baseline, comparators: published });
  const latest = figures.at(-1);
  if (latest === undefined || !isLevel(levelFor(latest))) return null;
  return (figure) => {
    const level = levelFor(figure);
    return figure.value !== null && isLevel(level) && meetsLevel(exactValue(figure.value, figure, unit), level);
  };
}
