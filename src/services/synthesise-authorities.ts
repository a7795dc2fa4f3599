/** Writes the return files of made-up authorities. */
import type { SynthesiseOptions, SynthesisSummary } from "../synthesise/options.ts";
import { synthesise } from "../synthesise/synthesise.ts";

/** The same options give the same bytes. */
export async function synthesiseAuthorities(
  options: SynthesiseOptions,
  report: (done: number, total: number, what: string) => void,
): Promise<SynthesisSummary> {
  return synthesise(options, { report: ({ done, total, what }) => report(done, total, what) });
}
