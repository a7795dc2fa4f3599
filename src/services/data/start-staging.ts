/** Hands files that were sent over to be read in the background, and notes the staged load they become. */
import type { IsoDate } from "../../domain/dates.ts";
import { dataFolder } from "../../warehouse/data-folder.ts";
import type { Jobs } from "../jobs.ts";
import type { By } from "../open-store.ts";
import type { Receiving } from "./receive-files.ts";
import { stageReturn } from "./stage-return.ts";
import { type StagedLoad, writeStaged } from "./staged-load.ts";

export type LoadWanted = {
  readonly authority: string;
  readonly isStrict: boolean;
  readonly asked: { readonly year?: number; readonly asAt?: IsoDate; readonly kind?: string };
};

export type StagingStart = {
  readonly receiving: Receiving;
  readonly wanted: LoadWanted;
  /** The person's id. */
  readonly startedBy: string;
  readonly by: By;
  readonly onFault: (fault: unknown) => void;
};

/** @returns the staged load's id, whose page shows how far the reading is */
export function startStaging(
  { jobs, data, catalogue }: { readonly jobs: Jobs; readonly data: string; readonly catalogue: readonly string[] },
  { receiving, wanted, startedBy, by, onFault }: StagingStart,
): string {
  const { id } = receiving;
  const files = receiving.files();
  const staged: StagedLoad = {
    id,
    authority: wanted.authority,
    isStrict: wanted.isStrict,
    by: by.actor,
    at: by.at,
    state: "reading",
    job: null,
    files,
    parts: [],
    settled: null,
  };
  const title = `Read ${files.length === 1 ? (files[0]?.name ?? "") : `${files.length} files`} for ${wanted.authority}`;
  const job = jobs.start({
    kind: "load",
    title,
    startedBy,
    onFault,
    work: async (tell) => {
      const { parts } = await stageReturn({
        data,
        catalogue,
        staged: { ...staged, job: job.id },
        asked: wanted.asked,
        at: new Date(by.at),
        report: (done, total, what) => tell({ step: what, done, of: total }),
      });
      return {
        sentence: `${parts.length === 1 ? "One return was" : `${parts.length} returns were`} read. Nothing counts until it is accepted.`,
        links: [{ text: "See what was found, and accept or refuse it", href: `/data/staged/${id}` }],
      };
    },
  });
  writeStaged(dataFolder(data), { ...staged, job: job.id });
  return id;
}
