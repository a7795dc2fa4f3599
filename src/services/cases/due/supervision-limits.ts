/** How often each kind of team must supervise a case, as the measures of supervision set it: so that what is overdue here is what those count. */
import { type Expression, walk } from "../../../domain/expression.ts";
import type { Measure } from "../../../domain/measure.ts";
import { daysTakenOf } from "../days-taken.ts";

export type SupervisionLimit = { readonly service: string; readonly role: string; readonly days: number };

/** The limits of every measure over supervised spells, by kind of team and role. */
export function supervisionLimits(measures: Iterable<Measure>): readonly SupervisionLimit[] {
  return [...measures].flatMap((measure): readonly SupervisionLimit[] => {
    const { shape } = measure;
    if (shape.kind !== "proportion" || shape.cohort.table !== "supervised_spell" || shape.cohort.where === null)
      return [];
    const service = columnIs(shape.cohort.where, "service");
    const role = columnIs(shape.cohort.where, "role");
    const taken = daysTakenOf(measure);
    return service === null || role === null || taken === null ? [] : [{ service, role, days: taken.limit }];
  });
}

/** The text a condition says a column is. */
function columnIs(condition: Expression, column: string): string | null {
  let found: string | null = null;
  walk(condition, (node) => {
    if (node.kind !== "compare" || node.op !== "=") return;
    const { left, right } = node;
    if (left.kind === "column" && left.column === column && right.kind === "literal") found = String(right.value);
  });
  return found;
}
