/** Reads the area SEND Annex A of Ofsted and the CQC: children with education, health and care plans, and with SEN support. */
import type { ReturnReader } from "../../contract.ts";
import { lastDayIn } from "../../formats/xlsx-last-day.ts";
import { listsIn, stageLists } from "../../formats/xlsx-stage.ts";
import { type Reading, readNothing } from "../../mapping/reading.ts";
import { flagReading, setReadings } from "../../values/set-readings.ts";
import { SEND_LISTS } from "./lists.ts";

/** The reader of the area SEND Annex A. */
export const areaSendAnnexAReader: ReturnReader = {
  id: "area-send-annex-a",
  title: "Area SEND Annex A",
  readings: (catalogueDir) => ({
    ...setReadings(catalogueDir, { coded: { sex: "sex", ethnicity: "ethnicity" }, classed: {} }),
    any: readAny,
  }),
  async recognise(file) {
    const found = await listsIn(file, SEND_LISTS);
    return found.some(({ places, list }) => {
      const has = (name: string) => places.some((place) => place !== undefined && list.columns[place]?.name === name);
      return has("Unique ID") && has("SEN primary need") && has("Absence");
    });
  },
  async part(file) {
    // A workbook with both lists speaks for a day of its own; lists given a file each are one return.
    return (await listsIn(file, SEND_LISTS)).length > 1 ? file.name : "";
  },
  async stage(files, context) {
    const readFlag = flagReading(context.catalogueDir);
    const tables = await stageLists(files, { lists: SEND_LISTS, readFlag }, context);
    const asAt = context.asked.asAt ?? (await lastDayIn(SEND_LISTS, /^Date .*EHC/, context.staging));
    return { ...(asAt === undefined ? {} : { asAt }), tables: [...tables] };
  },
};

/** Whether there is any at all, of a count or a yes or no. */
function readAny(text: string): Reading {
  const plain = text.trim().toLowerCase();
  if (/^(\d+(\.0+)?)$/.test(plain)) return { value: String(Number(plain) > 0) };
  if (/^(y|yes)\b/.test(plain)) return { value: "true" };
  if (/^(n|no)\b/.test(plain)) return { value: "false" };
  return readNothing(text) ?? { value: null, issue: "NUMBER_UNREADABLE", valueClass: "not a number" };
}
