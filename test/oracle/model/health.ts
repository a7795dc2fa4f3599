/** health_record and entry_health: what is recorded of health checks, and the first assessment after coming into care. */

import { afterWorkingDays } from "../working-days.ts";
import { type Row, textOf, type World } from "../world.ts";
import { endOf, NEVER, sortedBy, startOf } from "./days.ts";

const DONE_IN_YEAR: readonly unknown[] = ["done", "completed", "up_to_date"];
const NOT_DONE: readonly unknown[] = ["refused", "planned", "not_done", "not_up_to_date"];
const REFUSED_OR_PLANNED: readonly unknown[] = ["refused", "planned", "not_done"];

/** One row for each child, kind and day, until the next of the kind. */
export function healthRecord(world: World): readonly Row[] {
  const records = world.rows("health_check").flatMap((check) => {
    const status = textOf(check, "status");
    const date = textOf(check, "date");
    const day = date ?? textOf(check, "due");
    const isPlan = date === null && (status === null || status === "planned");
    if (day === null || isPlan) return [];
    const isDone = date === null ? DONE_IN_YEAR.includes(status) : !NOT_DONE.includes(status);
    return [{ child: textOf(check, "person_id"), kind: textOf(check, "kind"), day, isDone, isDated: date !== null }];
  });
  const kinds = Map.groupBy(records, ({ child, kind }) => `${child}|${kind}`);
  return [...kinds.values()].flatMap((ofKind) => {
    const days = [...new Set(ofKind.map(({ day }) => day))].sort();
    return days.map((day, index) => {
      const done = ofKind.filter((record) => record.day === day && record.isDone);
      return {
        person_id: ofKind[0]?.child ?? null,
        kind: ofKind[0]?.kind ?? null,
        start: day,
        end: days[index + 1] ?? null,
        is_done: done.length > 0,
        is_year_statement: done.length > 0 && done.every(({ isDated }) => !isDated),
      };
    });
  });
}

/** Every period of care with the first initial health assessment done, or else asked for, from the day of coming into care on. */
export function entryHealth(world: World): readonly Row[] {
  return world.rows("period_of_care").map((period) => {
    const assessments = world
      .rowsOfChild("health_check", period.person_id ?? null)
      .filter((check) => check.kind === "iha")
      .map((check) => ({
        done: REFUSED_OR_PLANNED.includes(check.status) ? null : textOf(check, "date"),
        asked: textOf(check, "request_date"),
        place: Number(check.source_row),
      }))
      .filter(
        ({ done, asked }) => (done ?? asked ?? "") >= startOf(period) && (asked ?? done ?? NEVER) <= endOf(period),
      );
    const [first] = sortedBy(assessments, ({ done, asked, place }) => [done ?? NEVER, asked ?? NEVER, place]);
    return {
      id: textOf(period, "id"),
      person_id: textOf(period, "person_id"),
      start: textOf(period, "start"),
      end: textOf(period, "end"),
      request_date: first?.asked ?? null,
      due: afterWorkingDays(startOf(period), 20, world.holidays),
      done: first?.done ?? null,
    };
  });
}
