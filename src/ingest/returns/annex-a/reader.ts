/** Reads Ofsted's Annex A: one workbook of eleven lists, or one CSV file a list. */
import type { ReturnReader } from "../../contract.ts";
import { lastDayIn } from "../../formats/xlsx-last-day.ts";
import { listsIn, stageLists } from "../../formats/xlsx-stage.ts";
import { flagReading } from "../../values/set-readings.ts";
import { LISTS } from "./lists.ts";
import { annexAReadings } from "./readings.ts";

/** Columns of what has happened; the last of their days is the last day the lists speak for. Conferences and placements may lie ahead. */
const HAPPENED =
  /^(Date of (Contact|referral|the Last|latest review|Latest Statutory|Last )|Assessment (start|completion)|Continuous Assessment|Strategy|CIN |Date Child Was|Child Protection Plan|Latest Date of Contact|Start Date of Most|Date Ceased)/;

/** A workbook of this many lists is a return of its own. */
const WHOLE = 6;

/** The reader of Annex A. */
export const annexAReader: ReturnReader = {
  id: "annex-a",
  title: "Ofsted Annex A",
  readings: annexAReadings,
  async recognise(file) {
    const found = await listsIn(file, LISTS);
    // One list proves it where its columns are all but complete, which they must be to be found without a sheet's name.
    return found.some(({ places, list }) => placed(places) / list.columns.length >= 0.6);
  },
  async part(file) {
    const found = await listsIn(file, LISTS);
    // Lists may be given a file each and are then one return; workbooks that are whole speak for days of their own.
    return new Set(found.map(({ list }) => list.table)).size >= WHOLE ? file.name : "";
  },
  async stage(files, context) {
    const readFlag = flagReading(context.catalogueDir);
    const tables = await stageLists(files, { lists: LISTS, readFlag }, context);
    const asAt = context.asked.asAt ?? (await lastDayIn(LISTS, HAPPENED, context.staging));
    return { ...(asAt === undefined ? {} : { asAt }), tables: [...tables] };
  },
};

const placed = (places: readonly (number | undefined)[]): number =>
  places.filter((place) => place !== undefined).length;
