/** What people type about a card, one verb each, checked against the catalogue before it is written. */
import { AppError } from "../domain/errors.ts";
import type { JudgementDefect } from "../domain/judgement/bands.ts";
import { checkTargetAgainstBands } from "../domain/judgement/check-bands.ts";
import { parseBands } from "../domain/judgement/parse-bands.ts";
import { parseTarget } from "../domain/judgement/parse-target.ts";
import type { SeriesNote } from "../domain/judgement/series-note.ts";
import { unsaidInTarget } from "../domain/judgement/unsaid-in-target.ts";
import { shownTarget } from "../domain/judgement/write-target.ts";
import { parsePeriod, parsePeriodSpan, parseWindow } from "../domain/period.ts";
import type { Indicator, Scorecard } from "../domain/scorecard.ts";
import { type Catalogue, measureNamed, scorecardNamed } from "../measures/catalogue.ts";
import { didYouMean } from "../measures/suggest.ts";
import type { By, Store } from "../store/open-store.ts";
import { type StoredTarget, setTarget, type TargetToSet } from "../store/target.ts";

export { acceptFailure, listAcceptances, withdrawAcceptance } from "../store/acceptance.ts";
export { readLog } from "../store/logs.ts";
export { listRatings, rateByPerson, withdrawRating } from "../store/person-rating.ts";
export { announce, listPublicationPlans } from "../store/publication-plan.ts";
export { addSeriesNote, listSeriesNotes, withdrawSeriesNote } from "../store/series-note.ts";
export { readSettings } from "../store/setting.ts";
export { listSignOffs, withdrawSignOff } from "../store/sign-off.ts";
export { listTargets, withdrawTarget } from "../store/target.ts";

/** The indicator a reference names. @throws AppError SCORECARD_UNKNOWN or USAGE with the nearest reference */
export function indicatorNamed(
  catalogue: Catalogue,
  place: { readonly scorecard: string; readonly reference: string },
): { readonly scorecard: Scorecard; readonly indicator: Indicator } {
  const scorecard = scorecardNamed(catalogue, place.scorecard);
  const all = scorecard.sections.flatMap(({ indicators }) => indicators);
  const indicator = all.find(({ reference }) => reference === place.reference);
  if (indicator === undefined)
    throw new AppError(
      "USAGE",
      `${scorecard.title} has no reference "${place.reference}".${didYouMean(
        place.reference,
        all.map(({ reference }) => reference),
      )}`,
      `waymark score --scorecard ${scorecard.id} lists them.`,
    );
  return { scorecard, indicator };
}

/** The id of a period as a card names it. @throws AppError PERIOD_INVALID */
export function cardPeriod(
  catalogue: Catalogue,
  place: { readonly scorecard: string; readonly period: string },
): string {
  const { period } = scorecardNamed(catalogue, place.scorecard);
  return parsePeriod(place.period, period === "month" ? "in-month" : period).id;
}

/** What a target will read as, or what is wrong with it: for showing before it is set. */
export function checkTarget(
  catalogue: Catalogue,
  wanted: Pick<TargetToSet, "scorecard" | "reference" | "target" | "bands">,
): { readonly shown: string; readonly defects: readonly JudgementDefect[] } {
  const { indicator } = indicatorNamed(catalogue, wanted);
  const { unit, polarity } = measureNamed(catalogue, indicator.measure);
  const read = parseTarget(wanted.target?.text ?? "", { unit, polarity });
  const written = wanted.bands ?? indicator.bands;
  const { bands, defects } =
    written === undefined ? { bands: null, defects: [] } : parseBands(written, { unit, polarity });
  if ("defect" in read) return { shown: "", defects: [read.defect, ...defects] };
  const against = bands === null ? [] : checkTargetAgainstBands(read.target, bands);
  return {
    shown: shownTarget(read.target, unit),
    defects: [...defects, ...unsaidInTarget(read.target, polarity), ...against],
  };
}

/** Sets a target that reads well and contradicts no band. @throws AppError TARGET_INVALID with the place and the mend proposed */
export async function setCheckedTarget(
  store: Store,
  catalogue: Catalogue,
  by: By,
  wanted: TargetToSet,
): Promise<StoredTarget & { readonly shown: string }> {
  const { shown, defects } = checkTarget(catalogue, wanted);
  if (defects.length > 0)
    throw new AppError(
      "TARGET_INVALID",
      defects.map(({ place, message }) => `${place}: ${message}`).join(" "),
      defects.map(({ remedy }) => remedy).join(" "),
    );
  return { ...(await setTarget(store, by, wanted)), shown };
}

/** A note on a measure and period there are. @throws AppError MEASURE_UNKNOWN or PERIOD_INVALID */
export function checkedNote(catalogue: Catalogue, note: Omit<SeriesNote, "author">): Omit<SeriesNote, "author"> {
  const { id } = measureNamed(catalogue, note.measure);
  const window = note.window === null ? null : parseWindow(note.window);
  parsePeriodSpan(note.fromPeriod, window ?? "in-month");
  return { ...note, measure: id, window };
}
