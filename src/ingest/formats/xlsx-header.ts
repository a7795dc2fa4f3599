/** Finds which list a sheet holds and where each of its columns stands: by folded names, then patterns, then the same words in another order. */
import { foldName } from "./csv-header.ts";
import type { SheetRow } from "./xlsx-sheet.ts";

export type ListColumn = {
  /** Its name in the return's guidance, and in the staged table. */
  readonly name: string;
  /** Other headers that mean it. */
  readonly like?: RegExp;
  /** `date`: numbers are days. `flag`: kept as Y or blank. Left out: text as it stands. */
  readonly kind?: "date" | "flag";
};

export type SheetList = {
  /** Name of the staged table. */
  readonly table: string;
  /** Sheet names that mean it. */
  readonly like: RegExp;
  readonly columns: readonly ListColumn[];
};

export type FoundList = {
  readonly list: SheetList;
  /** Row of the header, and the first row after it. */
  readonly headerRow: number;
  readonly firstRow: number;
  /** For each place of the sheet the place of the column in the list; `undefined` when it is none of them. */
  readonly places: readonly (number | undefined)[];
  /** Headers that mean no column of the list. */
  readonly strange: readonly { readonly place: number; readonly name: string }[];
};

/** Rows searched for the header. */
export const HEADER_ROWS = 10;

/** A header must have this many of a list's columns, and this share: less where the sheet's name says which list it is. */
const FEWEST = 3;
const SHARE = 0.6;
const SHARE_WHEN_NAMED = 0.3;

/** Share of a list's columns a CSV file must have: a header alone says what it is. */
export const SHARE_OF_CSV = 0.7;

/** The list a sheet holds, judged by its name and header; `undefined` when it holds none. */
export function findList(
  lists: readonly SheetList[],
  name: string,
  top: readonly SheetRow[],
  least = SHARE,
): FoundList | undefined {
  const named = lists.find(({ like }) => like.test(name.trim()));
  const best = named === undefined ? undefined : bestHeader(named, top, SHARE_WHEN_NAMED);
  if (best !== undefined) return best.found;
  const all = lists.flatMap((list) => bestHeader(list, top, least) ?? []);
  return all.sort((a, b) => b.share - a.share || b.known - a.known)[0]?.found;
}

type Judged = { readonly found: FoundList; readonly known: number; readonly share: number };

function bestHeader(list: SheetList, top: readonly SheetRow[], least: number): Judged | undefined {
  const rows = top.map(({ row, cells }) => ({ row, names: Array.from(cells, (cell) => cell?.text.trim() ?? "") }));
  const headers = rows.flatMap(({ row, names }, index) => {
    const next = rows[index + 1];
    const one = { headerRow: row, firstRow: row + 1, names };
    if (next === undefined || next.row !== row + 1) return [one];
    // A header of two rows, cells of the first merged over several of the second.
    const longest = Math.max(names.length, next.names.length);
    const both = Array.from({ length: longest }, (_, place) => next.names[place] || names[place] || "");
    return [one, { headerRow: row, firstRow: next.row + 1, names: both }];
  });
  const judged = headers.map(({ headerRow, firstRow, names }) => {
    const { places, strange } = placesOf(list.columns, names);
    const known = places.filter((place) => place !== undefined).length;
    const share = known / list.columns.length;
    return { found: { list, headerRow, firstRow, places, strange }, known, share };
  });
  // Of headers with as many known columns the first: the one row rather than the two.
  const best = judged.reduce<Judged | undefined>(
    (first, each) => (first && first.known >= each.known ? first : each),
    undefined,
  );
  return best !== undefined && best.known >= Math.min(FEWEST, list.columns.length) && best.share >= least
    ? best
    : undefined;
}

/** Where each header belongs; a column is taken once, by the header that fits it best. */
export function placesOf(
  columns: readonly ListColumn[],
  names: readonly string[],
): Pick<FoundList, "places" | "strange"> {
  const places: (number | undefined)[] = names.map(() => undefined);
  const taken = new Set<number>();
  const fits: readonly ((name: string, column: ListColumn) => boolean)[] = [
    (name, column) => foldName(name) === foldName(column.name),
    (name, { like }) => like?.test(name.replace(/[‘’`´]/g, "'")) === true,
    (name, column) => wordsOf(name) === wordsOf(column.name),
  ];
  for (const fit of fits)
    for (const [place, name] of names.entries()) {
      if (name === "" || places[place] !== undefined) continue;
      const column = columns.findIndex((each, index) => !taken.has(index) && fit(name, each));
      if (column < 0) continue;
      places[place] = column;
      taken.add(column);
    }
  const strange = names.flatMap((name, place) => (name !== "" && places[place] === undefined ? [{ place, name }] : []));
  return { places, strange };
}

const SMALL_WORDS = new Set(["the", "a", "an", "of", "in", "to", "is", "was", "for", "and", "or", "y", "n", "their"]);

/** The words that matter, in the order of the alphabet. */
function wordsOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words.filter((word) => !SMALL_WORDS.has(word)))].sort().join(" ");
}
