/** case_holding, case_spell and caseload: who held which children, and how many at a time. */
import { type Row, textOf, type World } from "../world.ts";
import { endOf, latestOf, NEVER, orEmpty, sortedBy, spellsOf, startOf } from "./days.ts";

const ROLES: readonly unknown[] = ["allocated", "adviser", "early_help"];
const CHILDREN_IN_NEED: readonly unknown[] = ["assessment", "safeguarding"];

/** One row for each record of a worker holding a child's case for a day or more. */
export function caseHolding(world: World): readonly Row[] {
  return heldRecords(world).map(({ row, team }) => ({
    id: textOf(row, "id"),
    person_id: textOf(row, "person_id"),
    worker: textOf(row, "worker_id"),
    team: textOf(row, "team_id"),
    service: textOf(team, "service"),
    role: textOf(row, "role"),
    start: textOf(row, "start"),
    end: textOf(row, "end"),
  }));
}

/** One row for each unbroken spell in which workers of one kind of team held a child's case in one role. */
export function caseSpell(world: World): readonly Row[] {
  const served = heldRecords(world).filter(({ service }) => service !== null);
  const groups = Map.groupBy(served, ({ row, service }) => [row.person_id, service, row.role].join("|"));
  return [...groups.values()].flatMap((records) =>
    spellsOf(records).map((spell) => {
      const first = spell[0];
      const start = first?.start ?? "";
      return {
        id: [first?.row.person_id, first?.service, first?.row.role, start].join("|"),
        person_id: textOf(first?.row, "person_id"),
        service: first?.service ?? null,
        role: textOf(first?.row, "role"),
        start,
        end: orEmpty(latestEnd(spell)),
      };
    }),
  );
}

/** Every case spell cut at each case supervision held within it, with the latest one on or before each piece's first day. */
export function supervisedSpell(world: World): readonly Row[] {
  return caseSpell(world).flatMap((spell) => {
    const start = startOf(spell);
    const end = endOf(spell);
    const held = world
      .rows("local_event")
      .filter((event) => event.kind === "supervision" && (event.type ?? "case") === "case")
      .filter((event) => event.person_id === spell.person_id && textOf(event, "end") !== null)
      .map((event) => textOf(event, "end") ?? "");
    const starts = [...new Set([start, ...held.filter((day) => day > start && day < end)])].sort();
    return starts.map((day, index) => ({
      ...spell,
      id: `${spell.id}|${day}`,
      started_on: start,
      start: day,
      end: orEmpty(starts[index + 1] ?? end),
      last_supervised: latestOf(held.filter((other) => other <= day)) ?? null,
    }));
  });
}

/** How many different children each worker held at a time, by kind of work. */
export function caseload(world: World): readonly Row[] {
  const held = heldRecords(world).filter(({ row }) => textOf(row, "worker_id") !== null);
  const counted = [
    ...held.filter(({ service }) => service !== null),
    ...held.filter(({ row }) => row.role === "allocated").map((record) => ({ ...record, service: "social_work" })),
  ];
  const groups = Map.groupBy(counted, ({ row, service }) => `${row.worker_id}|${service}`);
  return [...groups].flatMap(([key, records]) => stretchesOf(key, records));
}

type Held = {
  readonly row: Row;
  readonly team: Row | undefined;
  readonly service: string | null;
  readonly start: string;
  readonly end: string;
};

function heldRecords(world: World): readonly Held[] {
  return world
    .rows("involvement")
    .filter((row) => ROLES.includes(row.role) && startOf(row) < endOf(row))
    .map((row) => {
      const team = world.rows("team").find((candidate) => candidate.team_id === row.team_id);
      const service = textOf(team, "service");
      return {
        row,
        team,
        service: CHILDREN_IN_NEED.includes(service) ? "children_in_need" : service,
        start: startOf(row),
        end: endOf(row),
      };
    });
}

/** The days between two changes, with the children held on them: a case begins, or the last record of a child ends. */
function stretchesOf(key: string, records: readonly Held[]): readonly Row[] {
  const ofChildren = [...Map.groupBy(records, ({ row }) => textOf(row, "person_id")).values()];
  const begun = records.map(({ start }) => start);
  const over = ofChildren.flatMap((ofChild) => spellsOf(ofChild).map(latestEnd));
  const days = [...new Set([...begun, ...over])].sort();
  return days.flatMap((day, index) => {
    const open = records.filter(({ start, end }) => start <= day && end > day);
    const children = new Set(open.map(({ row }) => row.person_id)).size;
    const latest = sortedBy(
      records.filter(({ row, start }) => start <= day && textOf(row, "team_id") !== null),
      ({ row, start }) => [start, String(row.team_id)],
    ).at(-1);
    const [worker = "", service = ""] = key.split("|");
    if (children === 0) return [];
    return [
      {
        id: `${key}|${day}`,
        worker,
        team: textOf(latest?.row, "team_id"),
        service,
        start: day,
        end: orEmpty(days[index + 1] ?? ""),
        children,
      },
    ];
  });
}

function latestEnd(spell: readonly Held[]): string {
  return latestOf(spell.map(({ end }) => end)) ?? NEVER;
}
