/** Reads CSV files with canonical columns, councils' own sheets of events, and figures typed in. */
import type { ReadContext, ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";
import type { ReturnMapping, RowsSpec } from "../../mapping/schema.ts";
import { readAggregateValue, readPeriodDay } from "./aggregate.ts";
import { aggregateRows, localEventRows, tableRows } from "./canonical-mapping.ts";
import { PROVENANCE_NAMES, tableOfHeader } from "./canonical-table.ts";
import { eventFieldsOf, kindCode, kindOfName } from "./local-event-file.ts";

/** The reader of canonical CSV files, local events and aggregates. */
export const canonicalReader: ReturnReader = {
  id: "canonical",
  title: "Local data",
  readings: {
    kind: (text) => ({ value: kindCode(text) }),
    "aggregate-value": readAggregateValue,
    "period-start": readPeriodDay("start"),
    "period-end": readPeriodDay("end"),
  },
  async recognise(file) {
    const header = readCsvHeader(file);
    if (!isHeader(header)) return false;
    return tableOfHeader(header.names, file) !== null || isNamedForEvents(header.names, file);
  },
  async stage(files, context): Promise<StagedReturn> {
    const rows: RowsSpec[] = [];
    const tables: ReturnMapping["tables"] = {};
    for (const [index, file] of files.entries()) {
      context.progress(index, files.length, file.name);
      const staged = await stageFile(file, index, context);
      if (staged === null) continue;
      rows.push(staged.rows);
      tables[staged.rows.from] = { columns: [], optional: [...staged.columns] };
    }
    return { tables: Object.keys(tables), mapping: mappingOf(tables, rows) };
  },
};

function mappingOf(tables: ReturnMapping["tables"], rows: readonly RowsSpec[]): ReturnMapping {
  return {
    return: "canonical",
    title: "Local data",
    repeats: "rows",
    prepare: [],
    tables,
    rows: [...rows],
    codes: {},
    ignored: {},
  };
}

/** Stages one file as a table of its own: two sheets of events need not have the same columns. */
async function stageFile(
  file: SourceFile,
  index: number,
  context: ReadContext,
): Promise<{ readonly rows: RowsSpec; readonly columns: readonly string[] } | null> {
  const header = readCsvHeader(file);
  if (!isHeader(header)) return null;
  const table = tableOfHeader(header.names, file);
  const isEvents = table === null || table.name === "local_event";
  const columns = stagedNames(
    header.names,
    [...Object.keys(table?.fields ?? {}), ...PROVENANCE_NAMES],
    file.name,
    context.issue,
  );
  const staged = `${table?.name ?? "local_event"} ${index + 1}`;
  const rows = await context.staging.csv(staged, file, { ...header, columns });
  if (rows === 0) context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
  if (isEvents) return { rows: localEventRows(staged, columns, context.asked.kind ?? kindOfName(file.name)), columns };
  if (table.name === "aggregate_input") return { rows: aggregateRows(staged, columns), columns };
  const spec = tableRows(table, staged, columns);
  const known = new Set([
    ...Object.values(spec.columns).flatMap((column) => ("from" in column ? [column.from] : [])),
    ...PROVENANCE_NAMES,
  ]);
  return { rows: spec, columns: columns.filter((column) => known.has(column)) };
}

/** A sheet named for a kind of event (supervision.csv) with columns an event has. */
function isNamedForEvents(names: readonly string[], file: SourceFile): boolean {
  const fields = eventFieldsOf(names);
  return kindOfName(file.name) !== null && fields.has("date") && names.length > 1;
}
