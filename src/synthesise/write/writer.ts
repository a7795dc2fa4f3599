/** The contract of a format: children in, files out. */
import type { Authority } from "../authority.ts";
import type { Life } from "../life/records.ts";
import type { Random } from "../prng.ts";
import type { FaultCounts } from "./dirt.ts";
import type { Layout } from "./layout.ts";

/** Where a row goes once it is made; faults are put in behind it. */
export type Put = (layout: Layout, row: string[]) => void;

export type WriterContext = {
  readonly authority: Authority;
  /** Folder of the authority. */
  readonly folder: string;
  readonly dirtyShare: number;
  readonly faults: FaultCounts;
};

/** Writes one authority in one format. */
export interface AuthorityWriter {
  /** Adds a child; `random` is the child's own stream for faults. */
  child(life: Life, random: Random): void;
  /** Lets what is filled go to disk; awaited now and then so that memory stays flat. */
  flush(): Promise<void>;
  /** Writes what belongs to the authority as a whole, closes, and says how many rows each file has. */
  close(): Promise<Readonly<Record<string, number>>>;
}
