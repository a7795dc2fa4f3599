/** Published figures beside our own: for each measure its statistical neighbours, region and England. */
import type { ComparatorValue } from "../domain/comparator.ts";
import { AppError } from "../domain/errors.ts";
import type { Measure } from "../domain/measure.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import type { AverageMethod } from "../domain/published/average.ts";
import { comparatorsOf } from "../domain/published/comparators-of.ts";
import type { PublishedIndicator } from "../domain/published/indicator.ts";
import {
  findAuthority,
  type Neighbours,
  neighbourEditions,
  type PublishedAuthority,
  readAuthorities,
  readNeighbours,
} from "../engine/authorities.ts";
import { readObservations } from "../engine/comparators.ts";
import type { Workspace } from "./workspace.ts";

export type ComparisonSettings = {
  /** How the neighbours' figures become one; default mean. */
  readonly method?: AverageMethod | undefined;
  /** Edition of the neighbour model; default the newest loaded that names the authority. */
  readonly neighbourEdition?: string | null | undefined;
  /** The authority's three-digit code; without it the authority is found by its name. */
  readonly laCode?: string | null | undefined;
  /** Only what was published by this day. */
  readonly publishedBy?: string | undefined;
};

/** An authority among others. */
export type ComparedAuthority = {
  readonly authority: PublishedAuthority;
  readonly neighbours: Neighbours;
  readonly all: ReadonlyMap<string, PublishedAuthority>;
};

/** Gives the comparators of a measure beside its figure of a period. */
export type ComparatorsBeside = (
  measure: Measure,
  period: Pick<ReportingPeriod, "window" | "end">,
) => readonly ComparatorValue[];

/**
 * Reads what is published for some measures once, to be set beside figures of any window and period. Figures are the last published for a
 * stretch that had ended by the period's end; a measure that names no published indicator, or of which nothing is loaded, has none.
 */
export async function readComparators(
  workspace: Workspace,
  measures: readonly Measure[],
  authority: string,
  settings: ComparisonSettings = {},
): Promise<ComparatorsBeside> {
  const indicators = indicatorsOf(workspace, measures);
  const { database } = await workspace.open();
  const compared = indicators.size === 0 ? null : await comparedAuthority(workspace, authority, settings);
  const neighbours = compared?.neighbours ?? { edition: null, neighbours: [] };
  const observations = await readObservations(database, [...new Set(indicators.values())], {
    codes: neighbours.neighbours.map(({ code }) => code),
    ...(settings.publishedBy === undefined ? {} : { publishedBy: settings.publishedBy }),
  });
  const company = {
    region: compared?.authority.region ?? null,
    neighbours: neighbours.neighbours,
    neighbourEdition: neighbours.edition,
  };
  const method = settings.method ?? "mean";
  return (measure, period) => {
    const indicator = indicators.get(measure.id);
    if (indicator === undefined) return [];
    const found = observations.get(indicator.id) ?? [];
    return comparatorsOf({ measure, indicator, observations: found, company, period, method });
  };
}

/** Comparators of each measure in one period, by measure id; see `readComparators`. */
export async function comparatorsFor(
  workspace: Workspace,
  measures: readonly Measure[],
  authority: string,
  period: Pick<ReportingPeriod, "window" | "end">,
  settings: ComparisonSettings = {},
): Promise<ReadonlyMap<string, readonly ComparatorValue[]>> {
  const beside = await readComparators(workspace, measures, authority, settings);
  return new Map(measures.map((measure) => [measure.id, beside(measure, period)]));
}

/** The published indicator of each measure that names one. */
export function indicatorsOf(
  { catalogue }: Pick<Workspace, "catalogue">,
  measures: readonly Measure[],
): ReadonlyMap<string, PublishedIndicator> {
  return new Map(
    measures.flatMap(({ id, published }): [string, PublishedIndicator][] => {
      const indicator = published === undefined ? undefined : catalogue.published.get(published.indicator);
      return indicator === undefined ? [] : [[id, indicator]];
    }),
  );
}

/** The authority as publications know it, with its neighbours; `null` when it is in none. @throws AppError USAGE for an unknown edition or code */
export async function comparedAuthority(
  workspace: Workspace,
  name: string,
  { laCode = null, neighbourEdition = null }: ComparisonSettings,
): Promise<ComparedAuthority | null> {
  const { database } = await workspace.open();
  const all = await readAuthorities(database);
  const authority = findAuthority(all, { code: laCode, name });
  if (authority === null) {
    if (laCode === null) return null;
    throw new AppError(
      "USAGE",
      `No authority with the code "${laCode}" is in what has been loaded.`,
      "Check the code.",
    );
  }
  const editions = neighbourEdition === null ? [] : await neighbourEditions(database);
  if (neighbourEdition !== null && !editions.includes(neighbourEdition))
    throw new AppError(
      "USAGE",
      `No statistical neighbours of the edition "${neighbourEdition}" have been loaded.`,
      editions.length === 0 ? "Load a file of them first." : `There are: ${editions.join(", ")}.`,
    );
  return { authority, neighbours: await readNeighbours(database, authority.code, neighbourEdition, all), all };
}
