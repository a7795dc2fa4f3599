/** Makes the demonstration ready: writes the returns of the made-up authority and loads them through the real readers, once. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { financialYearOf } from "../domain/period.ts";
import { withThousands } from "../domain/rounding.ts";
import { writePublished } from "../synthesise/published/write-published.ts";
import { dataFolder } from "../warehouse/data-folder.ts";
import { readManifests } from "../warehouse/manifest.ts";
import { loadReturn } from "./load-return.ts";
import { synthesiseAuthorities } from "./synthesise-authorities.ts";

export type DemoRequest = {
  readonly data: string;
  readonly catalogue: readonly string[];
  /** The YAML file that says how large the authority is. */
  readonly options: string;
  readonly at: Date;
  readonly say: (text: string) => void;
  readonly report: (done: number, total: number, what: string) => void;
};

/** Does nothing when the data folder holds loads already. @returns whether it did something */
export async function prepareDemo({ data, catalogue, options, at, say, report }: DemoRequest): Promise<boolean> {
  const folder = dataFolder(data);
  if (readManifests(folder).length > 0) return false;
  const written = join(folder.work, "made-up");
  rmSync(written, { recursive: true, force: true });
  mkdirSync(written, { recursive: true });
  say("Making up an authority …");
  const { authorities } = await synthesiseAuthorities(
    { ...parse(readFileSync(options, "utf8")), out: written },
    report,
  );
  for (const { name, folder: own } of authorities) {
    say(`Loading the returns of ${name} …`);
    const { parts } = await loadReturn({
      paths: [join(written, own)],
      authority: name,
      data,
      catalogue,
      strict: false,
      by: "demonstration",
      at,
      report,
    });
    for (const part of parts)
      say(`  ${part.title}: ${withThousands(String(rowsOf(part.tables)))} rows, ${part.rowsRefused} refused`);
  }
  await loadPublished(join(written, "published"), authorities[0]?.name ?? "", {
    data,
    catalogue,
    options,
    at,
    say,
    report,
  });
  rmSync(written, { recursive: true, force: true });
  return true;
}

const PUBLISHED_FROM = z.looseObject({ endsOn: z.coerce.string(), seed: z.coerce.string() });

/** Made-up statistics of made-up neighbours: the last year published is the one before the last of the data. */
async function loadPublished(
  folder: string,
  own: string,
  { data, catalogue, options, at, say, report }: DemoRequest,
): Promise<void> {
  const { endsOn, seed } = PUBLISHED_FROM.parse(parse(readFileSync(options, "utf8")));
  writePublished(folder, { own, seed, lastYear: financialYearOf(endsOn) });
  say("Loading published figures of other authorities …");
  const { parts } = await loadReturn({
    paths: [folder],
    authority: own,
    data,
    catalogue,
    strict: false,
    by: "demonstration",
    at,
    report,
  });
  for (const part of parts)
    say(`  ${part.title}: ${withThousands(String(rowsOf(part.tables)))} rows, ${part.rowsRefused} refused`);
}

function rowsOf(tables: Readonly<Record<string, number>>): number {
  return Object.values(tables).reduce((sum, rows) => sum + rows, 0);
}
