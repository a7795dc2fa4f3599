/** A comparison as the command line prints it. */
import type { MeasureComparison } from "../services/compare-measure.ts";
import { writeRows } from "./output.ts";

/** A row for each figure: ours, the groups, then each neighbour, the closest first. */
export function comparisonRows(comparison: MeasureComparison): readonly Readonly<Record<string, unknown>>[] {
  const { authority, own, ownPublished, comparators, neighbours } = comparison;
  const published = comparators[0]?.period ?? "";
  const ours = comparison.ranked === null ? "" : (comparison.rankAmongNeighbours?.rank ?? "");
  return [
    { area: authority, period: own.period, figure: own.shown, rank: comparison.ranked === "own" ? ours : "" },
    // A council that is in no publication has nothing published to show.
    ...(comparison.ranked === "own"
      ? []
      : [{ area: `${authority}, as published`, period: published, figure: ownPublished.shown, rank: ours }]),
    ...comparators.map(({ label, method, period, shown }) => ({
      area: method === "published" ? label : `${label}, ${method}`,
      period,
      figure: shown,
      rank: "",
    })),
    ...neighbours.map(({ name, closeness, shown, rank }) => ({
      area: `${closeness}. ${name}`,
      period: published,
      figure: shown,
      rank: rank ?? "",
    })),
  ];
}

/** A comparison in words: what with, the table, and where we stand. */
export function comparisonText(comparison: MeasureComparison): string {
  const { title, period, indicator, comparators, rankAmongNeighbours, quarterOfAll, authority, ranked } = comparison;
  const whose = ranked === "published" ? "as published" : "as counted here";
  const lines = [
    `${title}, ${period}`,
    `Compared with: ${indicator.title} (${comparators[0]?.edition ?? indicator.publication}; ${indicator.publisher})`,
    ...new Set(comparators.flatMap(({ note }) => (note === undefined ? [] : [note]))),
    "",
    writeRows(comparisonRows(comparison), "table").trimEnd(),
    "",
    ...(comparators.length === 0
      ? [`Nothing of this has been loaded yet; docs/how-to/compare-with-others.md says how.`]
      : []),
    ...(comparison.laCode === null
      ? [`${authority} is in no published list loaded; name its code with --la-code.`]
      : []),
    ...(rankAmongNeighbours === null
      ? []
      : [`Among its neighbours ${authority} is ${rankAmongNeighbours.words} (${whose}).`]),
    ...(quarterOfAll === null ? [] : [`Among all authorities it is ${quarterOfAll.words}.`]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
