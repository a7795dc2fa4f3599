/** Reads the children in need census (DfE CIN census XML, schema years 2017 to 2026). */
import type { ReadContext, ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { xmlHeadText } from "../../formats/xml-encoding.ts";
import { readXmlHeader, type XmlHeader } from "../../formats/xml-header.ts";
import { openXmlStaging } from "../../formats/xml-records.ts";
import { elementsIn, stagedNames } from "../../formats/xml-shape.ts";
import { CIN_CENSUS } from "./shape.ts";

/** The reader of the CIN census. */
export const cinCensusReader: ReturnReader = {
  id: "cin-census",
  title: "Children in need census",
  async recognise(file) {
    const elements = elementsIn(xmlHeadText(file.head));
    return elements[0] === "Message" && ["LAchildID", "CINdetails", "Children"].some((name) => elements.includes(name));
  },
  async stage(files, context) {
    const staging = await openXmlStaging(CIN_CENSUS, context);
    let found: XmlHeader | undefined;
    for (const file of files) {
      const { header } = await staging.read(file);
      const said = headerOf(header, file);
      for (const issue of said.issues) context.issue(issue);
      found ??= said;
    }
    return stagedReturn(found, context);
  },
};

function headerOf(header: ReadonlyMap<string, string>, file: SourceFile): XmlHeader {
  return readXmlHeader(header, {
    file: file.name,
    collection: "CIN",
    firstYear: 2009,
    referenceDate: (year) => ({ isRight: (date) => date === `${year}-03-31`, words: "31 March of the year" }),
  });
}

function stagedReturn(header: XmlHeader | undefined, { asked }: ReadContext): StagedReturn {
  const year = asked.year ?? header?.year;
  const asAt = asked.asAt ?? header?.asAt ?? (year === undefined ? undefined : `${year}-03-31`);
  return {
    ...(year === undefined ? {} : { year }),
    ...(asAt === undefined ? {} : { asAt }),
    tables: stagedNames(CIN_CENSUS),
  };
}
