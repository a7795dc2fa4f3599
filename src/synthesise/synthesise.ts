/** Writes a made-up authority, or many: coherent lives of children who never were, as the files real authorities export. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fromEpochDay } from "../domain/dates.ts";
import { type Authority, makeAuthority } from "./authority.ts";
import { familiesOf, makeFamily } from "./life/family.ts";
import {
  type Plan,
  planOf,
  type SynthesiseEffects,
  type SynthesiseOptions,
  type SynthesisFormat,
  type SynthesisSummary,
} from "./options.ts";
import { makeRandom } from "./prng.ts";
import { type FaultCounts, noFaults } from "./write/dirt.ts";
import { parquetWriter } from "./write/parquet.ts";
import { returnsWriter } from "./write/returns.ts";
import { ssdWriter } from "./write/ssd.ts";
import type { AuthorityWriter, WriterContext } from "./write/writer.ts";

/** Families made between two looks at the disk. */
const BATCH = 400;

const WRITERS: Readonly<Record<SynthesisFormat, (context: WriterContext) => AuthorityWriter>> = {
  ssd: ssdWriter,
  returns: returnsWriter,
  parquet: parquetWriter,
};

/**
 * Makes the files. The same options give the same bytes on any machine.
 *
 * @returns what was written, and how many faults of each kind were put in on purpose
 */
export async function synthesise(options: SynthesiseOptions, effects: SynthesiseEffects): Promise<SynthesisSummary> {
  const plan = planOf(options);
  await mkdir(plan.out, { recursive: true });
  const faults = noFaults();
  const rows: Record<string, number> = {};
  let done = 0;
  for (const each of plan.authorities) {
    const authority = makeAuthority(plan, each);
    const written = await writeAuthority({ plan, authority, faults }, (children) => {
      effects.report({ done: done + children, total: options.children, what: each.name });
    });
    for (const [file, count] of Object.entries(written)) rows[file] = (rows[file] ?? 0) + count;
    done += each.children;
  }
  return {
    authorities: plan.authorities.map(({ name, folder, population }) => ({ name, folder, population })),
    children: options.children,
    rows,
    faults,
    firstDay: fromEpochDay(plan.from),
    lastDay: fromEpochDay(plan.to),
  };
}

type Work = { readonly plan: Plan; readonly authority: Authority; readonly faults: FaultCounts };

async function writeAuthority(
  { plan, authority, faults }: Work,
  report: (children: number) => void,
): Promise<Readonly<Record<string, number>>> {
  const folder = join(plan.out, authority.plan.folder);
  const writer = WRITERS[plan.format]({ authority, folder, dirtyShare: plan.dirtyShare, faults });
  const families = familiesOf(authority.plan.children);
  for (let family = 0; family < families; family++) {
    for (const life of makeFamily(authority, family))
      if (life.number <= authority.plan.children)
        writer.child(life, makeRandom(plan.seed, authority.plan.index, "faults", life.number));
    if (family % BATCH === BATCH - 1) {
      await writer.flush();
      report(Math.min(Math.round(((family + 1) * authority.plan.children) / families), authority.plan.children));
    }
  }
  const rows = await writer.close();
  report(authority.plan.children);
  return rows;
}
