/** What quantity bands are in and how finely: percent beside days, or a decimal finer than the rounding, cannot be banded. */
import type { Unit } from "../measure.ts";
import type { LevelCell } from "./band-cell.ts";
import type { JudgementDefect } from "./bands.ts";
import type { DurationUnit } from "./target.ts";

/** Units whose values are times; a text may be one too. */
const DURATION_OF: Readonly<Partial<Record<Unit, DurationUnit>>> = {
  "maximum-working-days": "working-days",
  "maximum-days": "days",
  "average-days": "days",
  "median-days": "days",
};

/** The places values are rounded to: as stated, else as many as the cells are written with. */
export function bandQuantity(
  levels: readonly LevelCell[],
  unit?: Unit,
  stated?: number,
): { readonly places: number; readonly defects: readonly JudgementDefect[] } {
  const finest = Math.max(0, ...levels.map(({ cell }) => cell.decimals));
  const places = stated ?? finest;
  const defects = levels.flatMap(({ place, cell }): readonly JudgementDefect[] => {
    if (cell.decimals > places) return [tooFine(place, places)];
    if (cell.isPercent && unit !== undefined && unit !== "percentage" && unit !== "text")
      return [otherQuantity(place, "a percentage and the measure is not")];
    const wanted =
      unit === undefined || unit === "text"
        ? levels.find((level) => level.cell.days !== null)?.cell.days
        : DURATION_OF[unit];
    return cell.days !== null && cell.days !== wanted
      ? [otherQuantity(place, `in ${cell.days.replace("-", " ")} and the measure is not`)]
      : [];
  });
  return { places, defects };
}

function tooFine(place: string, places: number): JudgementDefect {
  return {
    code: "BAND_FINER_THAN_ROUNDING",
    place,
    message: `The band is written with more decimals than the ${places} that values are rounded to before they are banded.`,
    remedy: "State as many places as the bands are written with.",
  };
}

function otherQuantity(place: string, words: string): JudgementDefect {
  return {
    code: "BAND_OTHER_QUANTITY",
    place,
    message: `The band is ${words}.`,
    remedy: "Give the band in the measure's own unit.",
  };
}
