/** The made-up authority as its statutory returns: SSDA903, CIN census and SEN2 year by year, one Annex A workbook, local facts. */
import { join } from "node:path";
import { toEpochDay } from "../../domain/dates.ts";
import { collectionYear, isoText } from "../calendar.ts";
import { makeRandom } from "../prng.ts";
import { annexABook } from "./annex-a.ts";
import { CENSUS_TAIL, censusChild, censusHead, type Spoil } from "./cin-census.ts";
import { csvFolder } from "./csv.ts";
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
  const years = yearsOf(context).map((year) => yearFiles(context, year));
  return {
    child(life, own) {
      random = own;
      for (const { year, care, census, sen2, counts } of years) {
        const put: Put = (layout, row) => {
          for (const each of spoil(layout, row)) care.add(layout, each);
        };
        putSsda903(put, life, year);
        const child = censusChild(life, year, spoil);
        const person = sen2Person(life, year, spoil);
        census.add(child);
        sen2.add(person);
        if (child) counts.census++;
        if (person) counts.sen2++;
      }
      book.add(life, own);
      local.child(life, own);
    },
    async flush() {
      for (const { care, census, sen2 } of years) for (const each of [care, census, sen2]) await each.flush();
      await local.flush();
    },
    async close() {
      const rows: Record<string, number> = {};
      for (const { year, care, census, sen2, counts } of years) {
        census.add(CENSUS_TAIL);
        sen2.add(SEN2_TAIL);
        await census.close();
        await sen2.close();
        for (const [file, count] of Object.entries(await care.close())) rows[`ssda903 ${year.year} ${file}`] = count;
        rows[`cin-census ${year.year} children`] = counts.census;
        rows[`sen2 ${year.year} persons`] = counts.sen2;
      }
      const lists = await book.write(join(folder, "annex-a", `annex-a-${isoText(authority.to)}.xlsx`));
      return { ...rows, ...lists, ...(await local.close()) };
    },
  };
}

function yearFiles({ authority, folder }: WriterContext, year: ReturnYear) {
  const care = csvFolder(join(folder, "ssda903", String(year.year)));
  for (const each of filesOf(year.year)) care.declare(each);
  const census = textFile(join(folder, "cin-census", `cin-census-${year.year}.xml`));
  const sen2 = textFile(join(folder, "sen2", `sen2-${year.year}.xml`));
  const code = authorityCode(authority.plan.index);
  census.add(censusHead(year, code));
  sen2.add(sen2Head(year, code));
  return { year, care, census, sen2, counts: { census: 0, sen2: 0 } };
}

/** Collection years that reach into the data; the last one may not be over yet. */
function yearsOf({ authority: { from, to } }: WriterContext): readonly ReturnYear[] {
  const years: ReturnYear[] = [];
  for (let year = collectionYear(from); year <= collectionYear(to); year++)
    years.push({ year, from: toEpochDay(`${year - 1}-04-01`), to: Math.min(toEpochDay(`${year}-03-31`), to) });
  return years;
}

/** A three-figure number that no authority of England has. */
function authorityCode(index: number): string {
  return String(950 + (index % 50));
}
