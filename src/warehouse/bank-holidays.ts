/** England's bank holidays, read from the catalogue's reference table. */
import { readFileSync } from "node:fs";
import { type IsoDate, isIsoDate } from "../domain/dates.ts";
import { AppError } from "../domain/errors.ts";

/** Days of a CSV whose first column is the date. @throws AppError FILE_MISSING naming the line that is not a date */
export function readBankHolidays(path: string): readonly IsoDate[] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line, index) => {
    const [day = ""] = line.split(",");
    if (!isIsoDate(day))
      throw new AppError("FILE_MISSING", `${path} line ${index + 2}: "${day}" is not a date.`, "Write it YYYY-MM-DD.");
    return day;
  });
}
