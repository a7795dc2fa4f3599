/** One measure compared with what others publish: who stands where. */
import { AppError } from "../domain/errors.ts";
import { parsePeriod, type WindowId } from "../domain/period.ts";
import { type Comparison, comparisonOf } from "../domain/published/comparison.ts";
import type { PublishedIndicator } from "../domain/published/indicator.ts";
import { readObservations } from "../engine/comparators.ts";
import { measureNamed } from "../measures/catalogue.ts";
import { type ComparisonSettings, comparedAuthority, indicatorsOf } from "./comparators.ts";
import { scoreFigures } from "./score-figures.ts";
import type { Workspace } from "./workspace.ts";

export type ComparisonRequest = ComparisonSettings & {
  readonly measure: string;
  readonly window: WindowId;
  readonly period: string;
  /** Default: the only authority loaded. */
  readonly authority?: string;
};

export type MeasureComparison = Comparison & {
  readonly measure: string;
  readonly title: string;
  readonly authority: string;
  readonly laCode: string | null;
  readonly window: WindowId;
  readonly period: string;
  readonly indicator: Pick<PublishedIndicator, "id" | "title" | "publication" | "publisher" | "covers">;
  readonly method: "mean" | "median";
  readonly neighbourEdition: string | null;
};

/** @throws AppError NO_COMPARATOR for a measure that names no published indicator; USAGE where the authority is not clear */
export async function compareMeasure(workspace: Workspace, request: ComparisonRequest): Promise<MeasureComparison> {
  const measure = measureNamed(workspace.catalogue, request.measure);
  const indicator = indicatorsOf(workspace, [measure]).get(measure.id);
  if (indicator === undefined)
    throw new AppError(
      "NO_COMPARATOR",
      `Nobody publishes a figure that "${measure.id}" could be compared with.`,
      "If somebody does publish one, docs/how-to/compare-with-others.md says how to name it.",
    );
  const { authorities, database } = await workspace.open();
  const authority = request.authority ?? onlyOne(authorities);
  const period = parsePeriod(request.period, request.window);
  const compared = await comparedAuthority(workspace, authority, request);
  const [observations, [figure]] = await Promise.all([
    readObservations(database, [indicator], {
      codes: null,
      ...(request.publishedBy === undefined ? {} : { publishedBy: request.publishedBy }),
    }),
    scoreFigures(workspace, {
      measures: [measure.id],
      window: request.window,
      from: period.id,
      to: period.id,
      authority,
    }),
  ]);
  if (figure === undefined) throw new Error(`${measure.id} has no figure in ${period.id}.`);
  const { id, title, publication, publisher, covers } = indicator;
  const method = request.method ?? "mean";
  return {
    measure: measure.id,
    title: measure.title,
    authority,
    laCode: compared?.authority.code ?? null,
    window: request.window,
    period: period.id,
    indicator: { id, title, publication, publisher, covers },
    method,
    neighbourEdition: compared?.neighbours.edition ?? null,
    ...comparisonOf({
      measure,
      indicator,
      observations: observations.get(indicator.id) ?? [],
      company: {
        region: compared?.authority.region ?? null,
        neighbours: compared?.neighbours.neighbours ?? [],
        neighbourEdition: compared?.neighbours.edition ?? null,
      },
      code: compared?.authority.code ?? null,
      period,
      method,
      figure,
    }),
  };
}

function onlyOne(authorities: readonly string[]): string {
  const [first, ...others] = authorities;
  if (first !== undefined && others.length === 0) return first;
  throw first === undefined
    ? new AppError(
        "NO_DATA",
        "No authority's own return has been loaded yet.",
        "Load a return first: waymark load FILE… --authority NAME.",
      )
    : new AppError(
        "USAGE",
        "More than one authority has been loaded.",
        `Name one with --authority: ${authorities.join(", ")}.`,
      );
}
