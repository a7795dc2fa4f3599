/** Reads the SEN2 person level return (DfE XML): education, health and care plan requests, assessments and plans. */
import { isIsoDate } from "../../../domain/dates.ts";
import type { ReturnReader } from "../../contract.ts";
import { xmlHeadText } from "../../formats/xml-encoding.ts";
import { type HeaderRules, headerYear } from "../../formats/xml-header.ts";
import { stageXmlReturn } from "../../formats/xml-return.ts";
import { elementsIn } from "../../formats/xml-shape.ts";
import { SEN2 } from "./shape.ts";

/** The census day is a Thursday in the middle of January; the return tells of the calendar year before it. */
const RULES: Omit<HeaderRules, "file"> = {
  collection: "SEN2",
  firstYear: 2010,
  referenceDate: (year) => ({
    isRight: (date) => isIsoDate(date) && date.startsWith(`${year}-01-`),
    words: "a day in January of the year",
  }),
};

/** The reader of SEN2. */
export const sen2Reader: ReturnReader = {
  id: "sen2",
  title: "SEN2 person level return",
  async recognise(file) {
    const elements = elementsIn(xmlHeadText(file.head));
    const isOwn = elements.includes("Persons") || (elements.includes("Person") && elements.includes("Requests"));
    return elements[0] === "Message" && isOwn;
  },
  part: async (file) => headerYear(xmlHeadText(file.head)),
  stage: (files, context) =>
    stageXmlReturn(files, { shape: SEN2, rules: RULES, asAtOf: (year) => `${year - 1}-12-31` }, context),
};
