/** Published figures as loaded: every figure of some indicators, each area and period once, the newest edition believed. */
import type { IsoDate } from "../domain/dates.ts";
import { multiplierOf } from "../domain/figure.ts";
import { coveredBy, type PublishedIndicator, type PublishedSource } from "../domain/published/indicator.ts";
import { AREA_LEVELS, foldArea, type Observation, readPrinted } from "../domain/published/observation.ts";
import { roundedQuotient } from "../domain/rounding.ts";
import type { Database } from "../warehouse/database.ts";
import { literal } from "./dialect.ts";

/** Which rows to read. */
export type PublishedQuestion = {
  /** Only these authorities, by code; `null` for all. England and the regions always. */
  readonly codes: readonly string[] | null;
  /** Only what was published by that day; of a figure whose day of publication is not known, the last day it is of counts. */
  readonly publishedBy?: IsoDate;
};

type Row = {
  readonly publication: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly area_level: string;
  readonly area: string;
  readonly area_name: string | null;
  readonly region: string | null;
  readonly period: string;
  readonly edition: string;
  readonly published_on: string | null;
  readonly printed: string;
};

/** Every observation of each indicator, by its id; of editions that tell of the same area and period the newest. */
export async function readObservations(
  database: Database,
  indicators: readonly PublishedIndicator[],
  question: PublishedQuestion,
): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const columns = indicators.flatMap(({ sources }) => sources.flatMap(columnsOf)).map(fold);
  if (columns.length === 0) return new Map();
  const rows = (await database.rows(rowsSql([...new Set(columns)], question))) as unknown as readonly Row[];
  const byColumn = Map.groupBy(rows, ({ publication, indicator }) => `${publication}\u0000${fold(indicator)}`);
  const { publishedBy } = question;
  // Where nobody said when a figure was published, it cannot have been before the stretch it is of had ended.
  const isKnown = ({ publishedOn, covered }: Observation): boolean =>
    publishedBy === undefined || (publishedOn ?? covered.end) <= publishedBy;
  return new Map(
    indicators.map((indicator) => [indicator.id, newest(observationsOf(indicator, byColumn).filter(isKnown))]),
  );
}

/** Newest edition first, and of one edition the load accepted last; sources keep their own order afterwards. */
function rowsSql(columns: readonly string[], { codes }: PublishedQuestion): string {
  const names = columns.map(literal).join(", ");
  const areas =
    codes === null ? "" : ` and (area_level <> 'authority' or area in (${codes.map(literal).join(", ") || "''"}))`;
  return `select publication, indicator, breakdown, area_level, area, area_name, region, period, edition, published_on, printed
from comparator where lower(indicator) in (${names})${areas}
order by edition desc, load_id desc, source_row`;
}

function columnsOf({ columns, quotient }: PublishedSource): readonly string[] {
  return quotient === undefined ? columns : [...quotient.sum, ...quotient.over];
}

function observationsOf(
  indicator: PublishedIndicator,
  byColumn: ReadonlyMap<string, readonly Row[]>,
): readonly Observation[] {
  return indicator.sources.flatMap((source) => {
    const rows = (column: string): readonly Row[] =>
      (byColumn.get(`${source.publication}\u0000${fold(column)}`) ?? []).filter((row) => hasFilters(row, source));
    const plain = source.columns.flatMap((column) =>
      rows(column).map((row) => observationOf(row, row.printed, indicator)),
    );
    const made = source.quotient === undefined ? [] : quotients(source.quotient, indicator, rows);
    return [...plain, ...made].filter((observation) => observation !== null);
  });
}

function hasFilters({ breakdown }: Row, { where }: PublishedSource): boolean {
  const filters = `; ${breakdown.toLowerCase()};`;
  return Object.entries(where).every(([column, value]) => filters.includes(`; ${column}=${value};`.toLowerCase()));
}

/** Sums of counts over a count, each area, period and edition by itself. A part that is hidden or missing hides the whole. */
function quotients(
  { sum, over }: NonNullable<PublishedSource["quotient"]>,
  indicator: PublishedIndicator,
  rows: (column: string) => readonly Row[],
): readonly (Observation | null)[] {
  const place = ({ area_level, area, period, edition }: Row): string =>
    [area_level, area, period, edition].join("\u0000");
  const parts = sum.map((column) => new Map(rows(column).map((row) => [place(row), row])));
  return over.flatMap(rows).map((row) => {
    const counts = parts.map((part) => part.get(place(row))?.printed ?? "x");
    return observationOf(row, printedQuotient(counts, row.printed, indicator), indicator);
  });
}

function printedQuotient(parts: readonly string[], over: string, { unit, decimals }: PublishedIndicator): string {
  const read = [...parts, over].map(readPrinted);
  const hidden = read.findIndex(({ digits }) => digits === null);
  if (hidden >= 0) return [...parts, over][hidden] ?? "x";
  const numbers = read.map(({ digits }) => Number(digits));
  const bottom = numbers.pop() ?? 0;
  const top = numbers.reduce((total, each) => total + each, 0);
  return roundedQuotient(top, bottom, { multiplier: multiplierOf(unit), decimals }) ?? "z";
}

function observationOf(row: Row, printed: string, { covers }: PublishedIndicator): Observation | null {
  const covered = coveredBy(covers, row.period);
  const level = AREA_LEVELS.find((each) => each === row.area_level);
  if (covered === null || level === undefined) return null;
  return {
    level,
    area: row.area,
    areaName: row.area_name ?? row.area,
    region: row.region,
    covered,
    ...readPrinted(printed),
    publication: row.publication,
    edition: row.edition,
    publishedOn: row.published_on,
  };
}

/** One observation for each area and period: the newest edition's, and of editions equally new the first source's that has a value. */
function newest(observations: readonly Observation[]): readonly Observation[] {
  const believed = new Map<string, Observation>();
  for (const observation of observations) {
    const place = [observation.level, placeOf(observation), observation.covered.end].join("\u0000");
    const known = believed.get(place);
    const isFuller = observation.edition === known?.edition && known.digits === null && observation.digits !== null;
    if (known === undefined || observation.edition > known.edition || isFuller) believed.set(place, observation);
  }
  return [...believed.values()];
}

/** What names the area whatever publication it stands in. */
export function placeOf({ level, area }: Pick<Observation, "level" | "area">): string {
  return level === "authority" ? area : foldArea(area);
}

const fold = (name: string): string => name.toLowerCase();
