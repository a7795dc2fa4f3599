/** Streams an XML return into staged tables as its shape declares, and tells what was wrong or not understood as issues. */
import type { ReadContext, SourceFile } from "../contract.ts";
import { type IssueCode, issueOf } from "../issue-codes.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { readXml, type XmlFault } from "./xml.ts";
import { closeElement, openElement, startXmlRows, unfinishedRecord, type XmlKind, type XmlRows } from "./xml-rows.ts";
import { stagedColumns, type XmlShape } from "./xml-shape.ts";

/** What a file said outside its records, and how many outermost records were kept. */
export type XmlRead = { readonly header: ReadonlyMap<string, string>; readonly records: number };

/** The staged tables of a shape, open for reading files into. */
export type XmlStaging = {
  readonly read: (file: SourceFile, limits?: Limits) => Promise<XmlRead>;
};

/** Opens the staged tables of a shape, once for all files of a load. */
export async function openXmlStaging(shape: XmlShape, context: ReadContext): Promise<XmlStaging> {
  const kinds = new Map<string, XmlKind>();
  for (const record of shape.records) {
    const writer = await context.staging.writer(record.element, stagedColumns(record));
    const columns = new Map(record.columns.map((column, index) => [column, index]));
    kinds.set(record.element, { record, writer, columns });
  }
  return {
    async read(file, limits = LIMITS) {
      const rows = startXmlRows(shape, kinds, file.name);
      const faults = await readXml(
        file,
        {
          open: (name) => openElement(rows, name),
          close: (name, text, leaf) => closeElement(rows, name, text, leaf),
          async rest(done) {
            for (const { writer } of kinds.values()) await writer.full();
            context.progress(done, file.bytes, file.name);
          },
        },
        limits,
      );
      for (const { writer } of kinds.values()) await writer.full();
      tellFaults(rows, faults, context);
      tellOddities(rows, context);
      return { header: rows.header, records: rows.records };
    },
  };
}

function tellFaults(rows: XmlRows, faults: readonly XmlFault[], { issue }: ReadContext): void {
  const { file } = rows;
  for (const { code, stopped, line, count } of faults) {
    const lost = stopped ? unfinishedRecord(rows) : undefined;
    const place = {
      file,
      ...(lost ? { sheet: lost.element, row: lost.no } : {}),
      ...(count === undefined || count === 1 ? {} : { count }),
    };
    issue(issueOf(code, place, { line: line ?? 1, records: rows.records }));
  }
  if (rows.records === 0 && !faults.some((fault) => fault.stopped)) issue(issueOf("XML_WITHOUT_RECORDS", { file }));
}

function tellOddities({ file, odd }: XmlRows, { issue }: ReadContext): void {
  for (const { code, column, table, row, count } of odd.values()) {
    const place = {
      file,
      sheet: table,
      ...(row === undefined ? {} : { row }),
      column,
      ...(count > 1 ? { count } : {}),
    };
    issue(issueOf(code satisfies IssueCode, place, { table }));
  }
}
