/** Stages the files of one year of a DfE XML return and settles its year and day from their headers. */
import type { IsoDate } from "../../domain/dates.ts";
import type { ReadContext, SourceFile, StagedReturn } from "../contract.ts";
import { type HeaderRules, readXmlHeader, type XmlHeader } from "./xml-header.ts";
import { openXmlStaging } from "./xml-records.ts";
import { stagedNames, type XmlShape } from "./xml-shape.ts";

export type XmlReturn = {
  readonly shape: XmlShape;
  readonly rules: Omit<HeaderRules, "file">;
  /** The last day a year's return speaks for, when the header does not say. */
  readonly asAtOf: (year: number) => IsoDate;
};

/** Stages every file; the first header that says a year or day is believed, and what the person said before any. */
export async function stageXmlReturn(
  files: readonly SourceFile[],
  { shape, rules, asAtOf }: XmlReturn,
  context: ReadContext,
): Promise<StagedReturn> {
  const staging = await openXmlStaging(shape, context);
  const headers: XmlHeader[] = [];
  for (const file of files) {
    const { header } = await staging.read(file);
    const said = readXmlHeader(header, { ...rules, file: file.name });
    for (const issue of said.issues) context.issue(issue);
    headers.push(said);
  }
  const { asked } = context;
  const year = asked.year ?? headers.find((header) => header.year !== undefined)?.year;
  const said = asked.asAt ?? headers.find((header) => header.asAt !== undefined)?.asAt;
  const asAt = said ?? (year === undefined ? undefined : asAtOf(year));
  return {
    ...(year === undefined ? {} : { year }),
    ...(asAt === undefined ? {} : { asAt }),
    tables: stagedNames(shape),
  };
}
