/** How large a file, and the parts of one, may be before ingest refuses it: the one place the limits are written. */

export type Limits = {
  /** Columns of one CSV file or sheet. */
  readonly columns: number;
  /** Characters in one cell; more usually means a quote that was never closed. */
  readonly cellCharacters: number;
  /** Characters in the header record of a CSV file. */
  readonly headerCharacters: number;
  /** Bytes of one XML or JSON text, or of one unpacked sheet. */
  readonly partBytes: number;
  /** Bytes of a whole unpacked workbook. */
  readonly unpackedBytes: number;
  /** Bytes of a workbook's shared texts and styles, which are held in memory while its sheets are read. */
  readonly sharedBytes: number;
  /** How deep XML and JSON may nest. */
  readonly depth: number;
  /** Files in one load. */
  readonly files: number;
};

/** The limits in force; tests pass smaller ones. */
export const LIMITS: Limits = {
  columns: 2_000,
  cellCharacters: 1_000_000,
  headerCharacters: 60_000,
  partBytes: 2_000_000_000,
  unpackedBytes: 4_000_000_000,
  sharedBytes: 300_000_000,
  depth: 64,
  files: 5_000,
};

/** Bytes of a file read for recognising it. */
export const HEAD_BYTES = 65_536;

/** What DuckDB may hold in memory for one draft; the rest is spilt to the work folder. */
export const STAGING_MEMORY = "1GB";
export const STAGING_THREADS = 2;
