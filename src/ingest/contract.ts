/** The contract between a return's reader and the rest of ingest: files in, staged text rows and issues out. */
import type { IsoDate } from "../domain/dates.ts";
import type { Issue } from "../domain/issue.ts";
import type { Reader } from "./mapping/reading.ts";
import type { ReturnMapping } from "./mapping/schema.ts";

/** A file someone gave: its name as shown to people, where it lies, and its first bytes for recognition. */
export type SourceFile = {
  /** Path relative to what was named on the command line; used in issues and manifests. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The first 64 KiB, undecoded. */
  readonly head: Uint8Array;
};

/** Where a staged row came from. `row` is as a person counts (header = 1); for XML and JSON the ordinal of the record in the file. */
export type RowSource = { readonly file: string; readonly sheet?: string; readonly row: number };

/** Takes rows of one staged table. `add` never blocks; await `full()` now and then so that memory stays bounded. */
export interface StageWriter {
  add(source: RowSource, values: readonly (string | null)[]): void;
  full(): Promise<void>;
}

/**
 * Staged source tables: DuckDB tables of nothing but text, named as the return names them, with the columns
 * `_file`, `_sheet`, `_row` before the return's own. Nothing is judged here.
 */
export interface Staging {
  /** Opens (creating if need be) a staged table; columns not known before are added. */
  writer(table: string, columns: readonly string[]): Promise<StageWriter>;
  /** Stages a CSV file the fast way (DuckDB's own reader, all columns text). `columns` renames the header, in file order. */
  csv(table: string, file: SourceFile, options: CsvOptions): Promise<number>;
  /** Runs SQL over the staged tables (a return's own preparing step). */
  run(sql: string): Promise<void>;
  /** Rows of a query over the staged tables, as plain objects. For small results only. */
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
}

export type CsvOptions = {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  readonly delimiter: string;
  /** Names for the columns, in file order. */
  readonly columns: readonly string[];
};

export type ReadContext = {
  readonly staging: Staging;
  /** Collects an issue; many alike are summed up for people, all are kept. */
  readonly issue: (issue: Issue) => void;
  readonly progress: (done: number, total: number, what: string) => void;
  /** Where the catalogue lies, for a reader whose rules are in it. */
  readonly catalogueDir: string;
  /** What the person said, where they did. */
  readonly asked: { readonly year?: number; readonly asAt?: IsoDate; readonly kind?: string };
};

/** What a reader found out while staging: one part for each return year in the files. */
export type StagedReturn = {
  /** Collection year (the calendar year the collection ends in: 2024-25 is 2025), where the return has one. */
  readonly year?: number;
  /** Last day the data speaks for, where the file says or shows it. */
  readonly asAt?: IsoDate;
  /** Tables staged, without prefix. */
  readonly tables: readonly string[];
  /** The mapping, for returns whose mapping is made from what was staged rather than read from the catalogue. */
  readonly mapping?: ReturnMapping;
};

/** Readings by name. */
export type Readings = Readonly<Record<string, Reader>>;

/** One kind of return: says whether a file is its own, and stages such files. Its mapping to canonical columns is data: catalogue/returns/<id>/. */
export interface ReturnReader {
  readonly id: ReturnId;
  readonly title: string;
  /** Whether the file is one of this return's, judged by its content (headers, root element, sheets), never by its name alone. */
  recognise(file: SourceFile): Promise<boolean>;
  /** Names the part a file belongs to where one call may bring several years: files of one part are one draft. Left out: all files are one. */
  part?(file: SourceFile): Promise<string>;
  /** Readings of spelled values that the mapping names with `reading:`; a function where their rules are in the catalogue. */
  readonly readings?: Readings | ((catalogueDir: string) => Readings);
  stage(files: readonly SourceFile[], context: ReadContext): Promise<StagedReturn>;
}

export const RETURN_IDS = [
  "standard-safeguarding-dataset",
  "ssda903",
  "cin-census",
  "annex-a",
  "dfe-daily-api",
  "sen2",
  "area-send-annex-a",
  "canonical",
  "population",
  "explore-education-statistics",
  "local-authority-interactive-tool",
  "statistical-neighbours",
] as const;

export type ReturnId = (typeof RETURN_IDS)[number];
