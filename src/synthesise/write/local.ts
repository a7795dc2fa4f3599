/** What no return holds, as CSV files whose header is our own field names: one for each canonical table they fill. */
import { join } from "node:path";
import type { Life } from "../life/records.ts";
import { makeRandom } from "../prng.ts";
import { aggregates } from "./aggregates.ts";
import { canonicalLayout, canonicalRow } from "./canonical.ts";
import { csvFolder } from "./csv.ts";
import { makeDirt } from "./dirt.ts";
import { fosteringEvents } from "./fostering.ts";
import type { Layout } from "./layout.ts";
import { populations } from "./population.ts";
import type { AuthorityWriter, WriterContext } from "./writer.ts";

/** Tables and which of their rows stand beside another format. */
export type LocalRows = Readonly<Record<string, (life: Life) => readonly object[]>>;

const ONLY_LOCAL: LocalRows = {
  contact: ({ contacts }) => contacts,
  early_help_episode: ({ earlyHelp }) => earlyHelp,
  s47_enquiry: ({ s47s }) => s47s,
  missing_episode: ({ missing }) => missing.filter(({ rhi_date }) => rhi_date !== null),
  person_flag: ({ flags }) => flags.filter(({ kind }) => kind === "exploitation"),
  care_leaver: ({ leaver }) => leaver,
  education_record: ({ education }) => education,
  local_event: ({ events }) => events,
};

/** What the SSD does not hold, or holds without the facts that matter. */
export const BESIDE_SSD: LocalRows = {
  ...ONLY_LOCAL,
  visit: ({ visits }) => visits.filter(({ kind }) => kind === "assessment" || kind === "care_leaver"),
  review: ({ reviews }) => reviews.filter(({ kind }) => kind === "pathway" || kind === "pep"),
  health_check: ({ health }) => health.filter(({ kind }) => kind === "iha"),
};

/** What the statutory returns do not hold: all visits, reviews with the day they were due, checks with theirs, who held the case. */
export const BESIDE_RETURNS: LocalRows = {
  ...ONLY_LOCAL,
  missing_episode: ({ missing }) => missing,
  visit: ({ visits }) => visits,
  review: ({ reviews }) => reviews,
  health_check: ({ health }) => health,
  permanence: ({ permanence }) => permanence,
  involvement: ({ involvements }) => involvements,
};

const AUTHORITY_TABLES = ["team", "worker", "aggregate_input", "population"];

/** Opens `<folder>/local`. */
export function localWriter(
  { authority, folder, dirtyShare, faults }: WriterContext,
  tables: LocalRows,
): AuthorityWriter {
  const files = csvFolder(join(folder, "local"));
  const dirt = makeDirt(dirtyShare, faults);
  const layouts = new Map<string, Layout>();
  for (const name of Object.keys(tables)) layouts.set(name, canonicalLayout(name));
  for (const name of AUTHORITY_TABLES) layouts.set(name, canonicalLayout(name, true));
  for (const each of layouts.values()) files.declare(each);
  const add = (name: string, records: readonly object[]) => {
    const each = layouts.get(name);
    if (each) for (const record of records) files.add(each, canonicalRow(name, record));
  };
  return {
    child(life, random) {
      for (const [name, layout] of layouts)
        for (const record of tables[name]?.(life) ?? [])
          for (const row of dirt(layout, canonicalRow(name, record), random)) files.add(layout, row);
    },
    flush: () => files.flush(),
    async close() {
      const random = makeRandom(authority.seed, authority.plan.index, "local");
      add("local_event", fosteringEvents(authority, random));
      add("team", authority.teams);
      add("worker", authority.workers);
      add("aggregate_input", aggregates(authority, random));
      add("population", populations(authority));
      return files.close();
    },
  };
}
