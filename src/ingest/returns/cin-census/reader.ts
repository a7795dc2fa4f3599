/** Reads the children in need census (DfE CIN census XML, schema years 2017 to 2027). */
import type { ReturnReader } from "../../contract.ts";
import { xmlHeadText } from "../../formats/xml-encoding.ts";
import { type HeaderRules, headerYear } from "../../formats/xml-header.ts";
import { stageXmlReturn } from "../../formats/xml-return.ts";
import { elementsIn } from "../../formats/xml-shape.ts";
import { CIN_CENSUS } from "./shape.ts";

const RULES: Omit<HeaderRules, "file"> = {
  collection: "CIN",
  firstYear: 2009,
  referenceDate: (year) => ({ isRight: (date) => date === `${year}-03-31`, words: "31 March of the year" }),
};

/** The reader of the CIN census. */
export const cinCensusReader: ReturnReader = {
  id: "cin-census",
  title: "Children in need census",
  async recognise(file) {
    const elements = elementsIn(xmlHeadText(file.head));
    return elements[0] === "Message" && ["LAchildID", "CINdetails", "Children"].some((name) => elements.includes(name));
  },
  part: async (file) => headerYear(xmlHeadText(file.head)),
  stage: (files, context) =>
    stageXmlReturn(files, { shape: CIN_CENSUS, rules: RULES, asAtOf: (year) => `${year}-03-31` }, context),
};
