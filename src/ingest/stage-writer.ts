/** Appends rows to one staged table, handing them to DuckDB some thousands at a time so that memory stays bounded. */
import type { DuckDBAppender } from "@duckdb/node-api";
import type { RowSource, StageWriter } from "./contract.ts";

/** A writer that ingest can flush and close, and ask which file its first row came from. */
export type OpenWriter = StageWriter & {
  flush(): void;
  close(): void;
  firstFile(): string | undefined;
};

/** Rows that stay in the appender before they are handed on. */
const FLUSH_EVERY = 20_000;

/** Opens a writer of rows with `width` values besides their source. */
export function openWriter(appender: DuckDBAppender, width: number): OpenWriter {
  let waiting = 0;
  let firstFile: string | undefined;
  const flush = () => {
    if (waiting > 0) appender.flushSync();
    waiting = 0;
  };
  return {
    add(source, values) {
      firstFile ??= source.file;
      appendRow(appender, source, values, width);
      if (++waiting >= FLUSH_EVERY) flush();
    },
    async full() {
      flush();
    },
    flush,
    firstFile: () => firstFile,
    close() {
      flush();
      appender.closeSync();
    },
  };
}

function appendRow(
  appender: DuckDBAppender,
  { file, sheet, row }: RowSource,
  values: readonly (string | null)[],
  width: number,
): void {
  appender.appendVarchar(file);
  if (sheet === undefined) appender.appendNull();
  else appender.appendVarchar(sheet);
  appender.appendBigInt(BigInt(row));
  for (let i = 0; i < width; i++) {
    const value = values[i]?.trim();
    if (value === undefined || value === "") appender.appendNull();
    else appender.appendVarchar(value);
  }
  appender.endRow();
}
