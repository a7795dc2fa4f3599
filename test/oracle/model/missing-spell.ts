/** missing_spell: missing episodes with where the child went missing from, and how many began in the same month. */
import { type Row, textOf, type World } from "../world.ts";
import { endOf, startOf } from "./days.ts";

/** Every missing episode; those away without authorisation are left out. */
export function missingSpell(world: World): readonly Row[] {
  const missing = world
    .rows("missing_episode")
    .filter((row) => row.type === "M")
    .map((row) => ({ row, fromCare: isLookedAfter(row.person_id ?? null, startOf(row), world) }));
  return missing.map(({ row, fromCare }) => ({
    id: textOf(row, "id"),
    person_id: textOf(row, "person_id"),
    start: startOf(row),
    end: textOf(row, "end"),
    from_care: fromCare,
    in_month: missing.filter(
      (other) =>
        other.row.person_id === row.person_id &&
        other.fromCare === fromCare &&
        startOf(other.row).slice(0, 7) === startOf(row).slice(0, 7),
    ).length,
  }));
}

/** Looked after on a day: started on or before it, and not ended or ended after it. */
function isLookedAfter(child: Row[string], day: string, world: World): boolean {
  return world
    .rowsOfChild("period_of_care", child ?? null)
    .some((period) => startOf(period) <= day && endOf(period) > day);
}
