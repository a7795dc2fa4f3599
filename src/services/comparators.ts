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

/**
 * Comparators of each measure that names a published indicator, by measure id; a measure without one, or of which nothing is loaded, has
 * an empty list. Figures are the last published for a stretch that had ended by the period's end.
 */
export async function comparatorsFor(
  workspace: Workspace,
  measures: readonly Measure[],
  authority: string,
  period: Pick<ReportingPeriod, "window" | "end">,
  settings: ComparisonSettings = {},
): Promise<ReadonlyMap<string, readonly ComparatorValue[]>> {
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
  return new Map(
    measures.map((measure) => {
      const indicator = indicators.get(measure.id);
      const found = indicator === undefined ? [] : (observations.get(indicator.id) ?? []);
      const method = settings.method ?? "mean";
      return [
        measure.id,
        indicator === undefined
          ? []
          : comparatorsOf({ measure, indicator, observations: found, company, period, method }),
      ];
    }),
  );
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
