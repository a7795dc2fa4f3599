/** period_of_care: unbroken spells of being looked after, short breaks (V3, V4) left out. */
import { type Row, textOf, type World } from "../world.ts";
import { endOf, orEmpty, sortedBy, spellsOf, startOf } from "./days.ts";

/** Episodes of being looked after, short breaks left out. */
export function episodesInCare(world: World): readonly Row[] {
  return world.rows("care_episode").filter(({ legal_status }) => legal_status !== "V3" && legal_status !== "V4");
}

/** One row for each spell of a child's episodes that follow each other without a day between. */
export function periodOfCare(world: World): readonly Row[] {
  return [...Map.groupBy(episodesInCare(world), (row) => String(row.person_id))].flatMap(([child, episodes]) =>
    spellsOf(episodes.map(lasting)).map((spell) => {
      const rows = spell.map(({ row }) => row);
      const [first] = sortedBy(rows, (row) => [startOf(row), Number(row.source_row)]);
      const last = sortedBy(rows, (row) => [endOf(row), startOf(row), Number(row.source_row)]).at(-1);
      return {
        id: `${child}|${startOf(first ?? {})}`,
        person_id: child,
        start: startOf(first ?? {}),
        end: orEmpty(endOf(last ?? {})),
        first_legal_status: textOf(first, "legal_status"),
        last_rec: textOf(last, "rec"),
        last_need: textOf(last, "need"),
      };
    }),
  );
}

/** An episode whose recorded end is before its start is taken to last no longer than its first day. */
function lasting(row: Row): { readonly row: Row; readonly start: string; readonly end: string } {
  const start = startOf(row);
  return { row, start, end: endOf(row) < start ? start : endOf(row) };
}
