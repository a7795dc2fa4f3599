/** care_leaver_latest, education_latest and compulsory_school_age: for which days a fact about a young person holds. */
import { addDays, addMonths, isoDate } from "../../../src/domain/dates.ts";
import { type Row, textOf, type World } from "../world.ts";
import { endOf, sortedBy, startOf } from "./days.ts";
import { periodOfCare } from "./period-of-care.ts";

/** Each statement, day by day until the next one or at the most twelve months, on the days the young person is not looked after. */
export function careLeaverLatest(world: World): readonly Row[] {
  const care = Map.groupBy(periodOfCare(world), ({ person_id }) => person_id);
  return world.rows("care_leaver").flatMap((row) => {
    const day = startOf(row, "as_at");
    const until =
      [
        ...world.rowsOfChild("care_leaver", row.person_id ?? null).map((other) => startOf(other, "as_at")),
        addMonths(day, 12),
      ]
        .filter((other) => other > day)
        .sort()[0] ?? day;
    const periods = care.get(row.person_id ?? null) ?? [];
    const isInCare = (on: string): boolean => periods.some((period) => startOf(period) <= on && endOf(period) > on);
    const held: { start: string; end: string }[] = [];
    for (let on = day; on < until; on = addDays(on, 1)) {
      if (isInCare(on)) continue;
      const last = held.at(-1);
      if (last?.end === on) last.end = addDays(on, 1);
      else held.push({ start: on, end: addDays(on, 1) });
    }
    return held.map(({ start, end }) => ({
      person_id: textOf(row, "person_id"),
      start,
      end,
      stated_on: day,
      eligibility: textOf(row, "eligibility"),
      in_touch: textOf(row, "in_touch"),
      accommodation: textOf(row, "accommodation"),
      suitable: row.suitable ?? null,
      activity: textOf(row, "activity"),
      pathway_plan: textOf(row, "pathway_plan"),
      team: textOf(row, "team"),
      worker: textOf(row, "worker"),
    }));
  });
}

/** The latest education record of each child, from the last day it covers to that of the next or twelve months on. */
export function educationLatest(world: World): readonly Row[] {
  const dated = world.rows("education_record").filter((row) => textOf(row, "to_date") !== null);
  return [...Map.groupBy(dated, (row) => textOf(row, "person_id")).values()].flatMap((records) => {
    const days = [...new Set(records.map((row) => startOf(row, "to_date")))].sort();
    return days.map((day, index) => {
      const ofDay = records.filter((row) => row.to_date === day);
      const [row] = sortedBy(ofDay, (record) => [textOf(record, "from_date") ?? day, Number(record.source_row)]);
      const possible = row?.sessions_possible ?? null;
      const missed = row?.sessions_missed ?? null;
      return {
        ...row,
        start: day,
        end: [...days.slice(index + 1), addMonths(day, 12)].sort()[0] ?? null,
        sessions_attended: possible === null || missed === null ? null : Number(possible) - Number(missed),
      };
    });
  });
}

/** From the prescribed day on or after the fifth birthday to the last Friday in June of the school year of the sixteenth. */
export function compulsorySchoolAge(world: World): readonly Row[] {
  return world
    .rows("person")
    .filter((person) => textOf(person, "dob") !== null)
    .map((person) => {
      const dob = startOf(person, "dob");
      return {
        person_id: textOf(person, "person_id"),
        start: firstDayOfSchool(dob),
        end: addDays(lastFridayOfJune(dob), 1),
      };
    });
}

function firstDayOfSchool(dob: string): string {
  const fifth = addMonths(dob, 60);
  const year = Number(fifth.slice(0, 4));
  return [isoDate(year, 3, 31), isoDate(year, 8, 31), isoDate(year, 12, 31)].find((day) => day >= fifth) ?? "";
}

function lastFridayOfJune(dob: string): string {
  const sixteenth = addMonths(dob, 192);
  const year = Number(sixteenth.slice(0, 4)) + (Number(sixteenth.slice(5, 7)) >= 9 ? 1 : 0);
  let day = isoDate(year, 6, 30);
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 5) day = addDays(day, -1);
  return day;
}
