/** allocation: who held a case on each day, in spells that do not overlap. */
import { type Row, textOf, type World } from "../world.ts";
import { endOf, NEVER, orEmpty, sortedBy, startOf } from "./days.ts";

/** Of the records open on a day the one that started last holds; a new spell begins when the holder changes. */
export function allocation(world: World): readonly Row[] {
  const allocated = world.rows("involvement").filter((row) => row.role === "allocated" && startOf(row) < endOf(row));
  return [...Map.groupBy(allocated, (row) => textOf(row, "person_id"))].flatMap(([child, records]) =>
    spellsOfChild(child, records, world),
  );
}

function spellsOfChild(child: string | null, records: readonly Row[], world: World): readonly Row[] {
  const byStart = sortedBy(records, (row) => [startOf(row), Number(row.source_row), String(row.id)]);
  const changes = [...new Set(byStart.flatMap((row) => [startOf(row), endOf(row)]))].sort();
  const spells: { start: string; end: string; worker: string | null; team: string | null }[] = [];
  for (const [index, day] of changes.entries()) {
    const holder = byStart.findLast((row) => startOf(row) <= day && endOf(row) > day);
    if (holder === undefined) continue;
    const end = changes[index + 1] ?? NEVER;
    const worker = textOf(holder, "worker_id");
    const team = textOf(holder, "team_id");
    const last = spells.at(-1);
    if (last !== undefined && last.end === day && last.worker === worker && last.team === team) last.end = end;
    else spells.push({ start: day, end, worker, team });
  }
  return spells.map(({ start, end, worker, team }) => {
    const known = world.rows("team").find((candidate) => candidate.team_id === team);
    return {
      person_id: child,
      start,
      end: orEmpty(end),
      worker,
      team: textOf(known, "name") ?? team,
      locality: textOf(known, "locality"),
    };
  });
}
