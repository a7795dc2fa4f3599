/** The address of a list: read, checked, and written again with another page, order or part. */
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import type { Measure } from "../../../domain/measure.ts";
import type { WindowId } from "../../../domain/period.ts";
import {
  type CaseChoices,
  type CaseQuestion,
  DAYS_CHOICES,
  LIST_PARTS,
} from "../../../services/cases/list-question.ts";
import { given, textField, windowField } from "../../query.ts";

const chosen = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.enum(values).optional());

export const LIST_QUERY = z.object({
  window: windowField,
  period: textField,
  part: chosen(LIST_PARTS),
  by: textField,
  child: textField,
  team: textField,
  worker: textField,
  days: chosen(DAYS_CHOICES),
  /** Names of the columns to show, with commas between; the usual ones when left out. */
  columns: z.preprocess((value) => (Array.isArray(value) ? value.join(",") : value), textField),
  sort: textField,
  order: chosen(["asc", "desc"]),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});

export type ListQuery = z.output<typeof LIST_QUERY>;

/** What is asked of the service: the address where it says, else the measure's own first window and the last whole month. */
export function questionOf(measure: Measure, query: ListQuery, periodOf: (window: WindowId) => string): CaseQuestion {
  const window = query.window ?? measure.timeBasis[0] ?? "in-month";
  const group = query.by === undefined ? undefined : groupOf(query.by);
  return {
    measure: measure.id,
    window,
    period: query.period ?? periodOf(window),
    part: query.part ?? "numerator",
    ...given({ group }),
  };
}

/** How the rows are narrowed and ordered. */
export function choicesOf({ child, team, worker, days, sort, order }: ListQuery): CaseChoices {
  return given({ child, team, worker, days, sort, isDescending: order === undefined ? undefined : order === "desc" });
}

/** "team:North" as a breakdown and its group. @throws AppError USAGE */
function groupOf(text: string): NonNullable<CaseQuestion["group"]> {
  const at = text.indexOf(":");
  if (at < 1)
    throw new AppError("USAGE", `“${text}” does not name a group.`, "Write by=team:North, or choose from the page.");
  return { by: text.slice(0, at), value: text.slice(at + 1) };
}

/** The same list with something else: an address within the application. */
export function listHref(question: CaseQuestion, query: Partial<ListQuery> = {}): string {
  const { measure, window, period, part, group } = question;
  const all = { window, period, part, ...(group === undefined ? {} : { by: `${group.by}:${group.value}` }), ...query };
  const fields = Object.entries(all).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)] as [string, string]],
  );
  return `/measures/${measure}/list?${new URLSearchParams(fields)}`;
}
