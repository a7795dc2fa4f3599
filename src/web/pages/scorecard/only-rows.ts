/** Which rows of a scorecard are shown: those of the section, rating, direction and signal chosen. */
import type { IndicatorFigures, Judged, SectionFigures } from "../../services.ts";
import { besideOf, type Chosen, type SignalChoice } from "./choices.ts";
import { sectionId } from "./section-id.ts";

/** Sections with the rows chosen; a section without any is left out, unless nothing was chosen. */
export function onlyRows(sections: readonly SectionFigures[], chosen: Chosen): readonly SectionFigures[] {
  const narrows = chosen.rating !== null || chosen.direction !== null || chosen.signal !== null;
  return sections
    .filter(({ title }) => chosen.section === null || sectionId(title) === chosen.section)
    .map((section) =>
      narrows ? { ...section, indicators: section.indicators.filter((row) => isWanted(row, chosen)) } : section,
    )
    .filter(({ indicators }) => !narrows || indicators.length > 0);
}

/** What a row's direction column says: its own past, or what it stands beside. */
export function changeOf(judged: Judged, chosen: Pick<Chosen, "compare">): Judged["direction"] {
  const beside = besideOf(chosen);
  return (beside === null ? undefined : judged.gaps?.[beside]) ?? judged.direction;
}

function isWanted({ judged }: IndicatorFigures, chosen: Chosen): boolean {
  if (judged === undefined) return false;
  if (chosen.rating !== null && judged.rating.word !== chosen.rating) return false;
  if (chosen.direction !== null && changeOf(judged, chosen).meaning !== chosen.direction) return false;
  return chosen.signal === null || isSignal(judged, chosen.signal);
}

function isSignal({ signal }: Judged, wanted: SignalChoice): boolean {
  if (signal === undefined) return false;
  return (
    wanted === "any" || signal.meaning === wanted || (wanted === "neutral" && signal.meaning.startsWith("neutral"))
  );
}
