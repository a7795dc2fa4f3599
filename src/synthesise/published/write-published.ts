/** Writes made-up published statistics: the files a council would download, of authorities, regions and an England that do not exist. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { roundedQuotient } from "../../domain/rounding.ts";
import { makeRandom } from "../prng.ts";
import { authoritiesCsv, lines, neighboursCsv, PLACES, type Place, REGIONS } from "./places.ts";
import { type Count, MADE_TABLES, type MadeTable } from "./tables.ts";

/** Years published, the last one included. */
const YEARS = 5;

const GEOGRAPHY = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "old_la_code",
  "new_la_code",
  "la_name",
  "edition",
];

export type PublishedOptions = { readonly own: string; readonly seed: string; readonly lastYear: number };

/** Files by name; the same options give the same bytes. */
export function publishedFiles({ own, seed, lastYear }: PublishedOptions): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    "local_authorities.csv": authoritiesCsv(own),
    [`statistical_neighbours_${lastYear}-05.csv`]: neighboursCsv(own),
  };
  for (const [file, tables] of Map.groupBy(MADE_TABLES, (table) => table.file))
    files[`${file}_${lastYear - YEARS + 1}_to_${lastYear}.csv`] = tableCsv(tables, seed, lastYear);
  return files;
}

/** Writes the files into a folder, made when it is not there. */
export function writePublished(folder: string, options: PublishedOptions): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(publishedFiles(options))) writeFileSync(join(folder, name), text);
}

function tableCsv(tables: readonly MadeTable[], seed: string, lastYear: number): string {
  const [first] = tables;
  if (first === undefined) return "";
  const edition = `${lastYear} (made up)`;
  const header = [...GEOGRAPHY, ...Object.keys(first.filters), ...columnsOf(first)];
  const rows = Array.from({ length: YEARS }, (_, back) => lastYear - back).flatMap((year) =>
    tables.flatMap((table) => yearRows(table, seed, year, edition)),
  );
  // Published files begin with a byte order mark.
  return `\u{FEFF}${lines([header.join(","), ...rows])}`;
}

function columnsOf({ counts, quotients, hidden = [] }: MadeTable): readonly string[] {
  return [...Object.keys(counts), ...Object.keys(quotients)].filter((column) => !hidden.includes(column));
}

type Numbers = Readonly<Record<string, number>>;

/** England, the regions and every authority in one year; counts of England and the regions are added up, then printed to the nearest 10. */
function yearRows(table: MadeTable, seed: string, year: number, edition: string): readonly string[] {
  const told = PLACES.map((place) => ({ place, numbers: numbersOf(table, place, seed, year) }));
  const totalOf = (of: typeof told): Numbers =>
    Object.fromEntries(
      ["children", ...Object.keys(table.counts)].map((name) => [
        name,
        of.reduce((sum, { numbers }) => sum + (numbers[name] ?? 0), 0),
      ]),
    );
  const row = (level: string, region: string, area: string, numbers: Numbers): string =>
    [
      year,
      "Reporting year",
      level,
      "E92000001",
      "England",
      "",
      region,
      area,
      edition,
      ...filtersOf(table),
      ...cellsOf(table, numbers, level),
    ].join(",");
  return [
    row("National", "", ",,", totalOf(told)),
    ...REGIONS.map((region) =>
      row("Regional", region, ",,", totalOf(told.filter(({ place }) => place.region === region))),
    ),
    ...told.map(({ place, numbers }) => row("Local authority", place.region, `${place.code},,${place.name}`, numbers)),
  ];
}

function filtersOf({ filters }: MadeTable): readonly string[] {
  return Object.values(filters).map((value) => (value.includes(",") ? `"${value}"` : value));
}

/** Counts of an authority: its own lasting level, a little chance each year. */
function numbersOf(table: MadeTable, place: Place, seed: string, year: number): Numbers {
  const numbers: Record<string, number> = { children: place.children };
  const countOf = (name: string, count: Count): number => {
    if ("sum" in count) return count.sum.reduce((sum, part) => sum + (numbers[part] ?? 0), 0);
    const lasting =
      0.82 + 0.36 * makeRandom(seed, table.file, ...Object.values(table.filters), name, place.code).next();
    const chance =
      0.97 + 0.06 * makeRandom(seed, table.file, ...Object.values(table.filters), name, place.code, year).next();
    const base = "of" in count ? (numbers[count.of] ?? 0) : place.children / 10_000;
    const level = "of" in count ? Math.min(0.99, count.share * lasting * chance) : count.perChild * lasting * chance;
    return Math.round(base * level);
  };
  for (const [name, count] of Object.entries(table.counts)) numbers[name] = countOf(name, count);
  return numbers;
}

/** Cells as publications print them: an authority's counts of 1 to 5, and what is worked out from them, are hidden as c. */
function cellsOf(table: MadeTable, numbers: Numbers, level: string): readonly string[] {
  const isSmall = (name: string): boolean =>
    level === "Local authority" && (numbers[name] ?? 0) > 0 && (numbers[name] ?? 0) <= 5;
  return columnsOf(table).map((column) => {
    const quotient = table.quotients[column];
    if (quotient === undefined) {
      const count = numbers[column] ?? 0;
      return isSmall(column) ? "c" : String(level === "Local authority" ? count : Math.round(count / 10) * 10);
    }
    const { of, over, times, places } = quotient;
    if (isSmall(of) || isSmall(over)) return "c";
    const printed =
      roundedQuotient(numbers[of] ?? 0, numbers[over] ?? 0, { multiplier: times, decimals: places }) ?? "z";
    // Published files leave out noughts at the end of a decimal.
    return printed.replace(/\.0+$/, "");
  });
}
