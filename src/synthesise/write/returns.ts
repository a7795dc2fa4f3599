/** The made-up authority as its statutory returns: SSDA903, CIN census and SEN2 year by year, one Annex A workbook, local facts. */
import { join } from "node:path";
import { toEpochDay } from "../../domain/dates.ts";
import { collectionYear, type Day, isoText } from "../calendar.ts";
import type { Life } from "../life/records.ts";
import { makeRandom } from "../prng.ts";
import { annexABook } from "./annex-a.ts";
import { CENSUS_TAIL, censusChild, censusHead, type Spoil } from "./cin-census.ts";
import { type CsvFolder, csvFolder } from "./csv.ts";
import { makeDirt } from "./dirt.ts";
import { BESIDE_RETURNS, localWriter } from "./local.ts";
import { SEN2_TAIL, sen2Head, sen2Person } from "./sen2.ts";
import { putSsda903, type ReturnYear } from "./ssda903.ts";
import { filesOf } from "./ssda903-layouts.ts";
import { textFile } from "./text-file.ts";
import type { AuthorityWriter, Put, WriterContext } from "./writer.ts";

/** Opens `<folder>/ssda903/<year>`, `<folder>/cin-census`, `<folder>/sen2`, `<folder>/annex-a` and `<folder>/local`. */
export function returnsWriter(context: WriterContext): AuthorityWriter {
  const { authority, folder, dirtyShare, faults } = context;
  const dirt = makeDirt(dirtyShare, faults);
  let random = makeRandom("");
  const spoil: Spoil = (layout, row) => dirt(layout, row, random);
  const local = localWriter(context, BESIDE_RETURNS);
  const book = annexABook(authority, dirt);
  const care = collectionYears(context).map((year) => careFolder(folder, year));
  const xml = [
    ...collectionYears(context).map((year) => censusFile(context, year, spoil)),
    ...sen2Years(context).map((year) => sen2File(context, year, spoil)),
  ];
  return {
    child(life, own) {
      random = own;
      for (const { year, files } of care) {
        const put: Put = (layout, row) => {
          for (const each of spoil(layout, row)) files.add(layout, each);
        };
        putSsda903(put, life, year);
      }
      for (const file of xml) file.child(life);
      book.add(life, own);
      local.child(life, own);
    },
    async flush() {
      for (const { files } of care) await files.flush();
      for (const file of xml) await file.flush();
      await local.flush();
    },
    async close() {
      const rows: Record<string, number> = {};
      for (const { year, files } of care)
        for (const [file, count] of Object.entries(await files.close())) rows[`ssda903 ${year.year} ${file}`] = count;
      for (const file of xml) rows[file.name] = await file.close();
      const lists = await book.write(join(folder, "annex-a", `annex-a-${isoText(authority.to)}.xlsx`));
      return { ...rows, ...lists, ...(await local.close()) };
    },
  };
}

function careFolder(folder: string, year: ReturnYear): { readonly year: ReturnYear; readonly files: CsvFolder } {
  const files = csvFolder(join(folder, "ssda903", String(year.year)));
  for (const each of filesOf(year.year)) files.declare(each);
  return { year, files };
}

function censusFile({ authority, folder }: WriterContext, year: ReturnYear, spoil: Spoil) {
  return xmlFile({
    name: `cin-census ${year.year} children`,
    path: join(folder, "cin-census", `cin-census-${year.year}.xml`),
    head: censusHead(year, authorityCode(authority.plan.index)),
    tail: CENSUS_TAIL,
    text: (life) => censusChild(life, year, spoil),
  });
}

function sen2File({ authority, folder }: WriterContext, year: ReturnYear, spoil: Spoil) {
  return xmlFile({
    name: `sen2 ${year.year} persons`,
    path: join(folder, "sen2", `sen2-${year.year}.xml`),
    head: sen2Head(year, authorityCode(authority.plan.index)),
    tail: SEN2_TAIL,
    text: (life) => sen2Person(life, year, spoil),
  });
}

type XmlPlan = {
  readonly name: string;
  readonly path: string;
  readonly head: string;
  readonly tail: string;
  /** A child as XML; empty when the child is not in this return. */
  readonly text: (life: Life) => string;
};

function xmlFile({ name, path, head, tail, text }: XmlPlan) {
  const file = textFile(path);
  let count = 0;
  file.add(head);
  return {
    name,
    flush: file.flush,
    child(life: Life): void {
      const child = text(life);
      if (child) count++;
      file.add(child);
    },
    async close(): Promise<number> {
      file.add(tail);
      await file.close();
      return count;
    },
  };
}

/** Collection years that reach into the data; the last one may not be over yet. */
function collectionYears({ authority: { from, to } }: WriterContext): readonly ReturnYear[] {
  const years: ReturnYear[] = [];
  for (let year = collectionYear(from); year <= collectionYear(to); year++)
    years.push({ year, from: toEpochDay(`${year - 1}-04-01`), to: Math.min(toEpochDay(`${year}-03-31`), to) });
  return years;
}

/** SEN2 is taken on the third Thursday of January and speaks of the calendar year before. */
function sen2Years({ authority: { from, to } }: WriterContext): readonly ReturnYear[] {
  const years: ReturnYear[] = [];
  for (let year = Number(isoText(from).slice(0, 4)); thirdThursday(year) <= to; year++)
    if (thirdThursday(year) >= from)
      years.push({ year, from: toEpochDay(`${year - 1}-01-01`), to: thirdThursday(year) });
  return years;
}

function thirdThursday(year: number): Day {
  const first = toEpochDay(`${year}-01-01`);
  return first + ((7 - (first % 7)) % 7) + 14; // day 0, 1970-01-01, was a Thursday
}

/** A three-figure number that no authority of England has. */
function authorityCode(index: number): string {
  return String(950 + (index % 50));
}
