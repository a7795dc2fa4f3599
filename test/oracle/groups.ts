/** The group a cohort's row is in: who held the case, and who the child is, on the day the row is read at. */
import { ageInYears, type IsoDate } from "../../src/domain/dates.ts";
import type { Breakdown, Timing } from "../../src/domain/measure.ts";
import type { Member } from "./cohort.ts";
import { type Row, textOf, type World } from "./world.ts";

const NOT_RECORDED = "Not recorded";

/** The name of the row's group of a breakdown. */
export function groupOf({ row, on }: Member, by: Breakdown, timing: Timing, world: World): string {
  return nameOf(row, on, by, timing, world) ?? NOT_RECORDED;
}

function nameOf(row: Row, on: IsoDate, by: Breakdown, timing: Timing, world: World): string | null {
  const child = textOf(row, "person_id");
  switch (by) {
    case "team":
    case "worker":
    case "locality":
      return holderOf(row, on, by, timing, world);
    case "age_group":
      return child === null ? null : ageGroupOf(personOf(world, child), on);
    case "sex": {
      const sex = child === null ? null : textOf(personOf(world, child), "sex");
      return sex === "M" ? "Male" : sex === "F" ? "Female" : null;
    }
    case "ethnicity":
      return child === null ? null : textOf(childOf(world, child), "ethnic_group");
    case "disability":
      if (!("person_id" in row)) return null;
      return childOf(world, child ?? "")?.disabled === true ? "Disabled" : "Not recorded as disabled";
  }
}

/** A flow asks first what its own row says, a snapshot who held the child that day. */
function holderOf(
  row: Row,
  on: IsoDate,
  by: "team" | "worker" | "locality",
  timing: Timing,
  world: World,
): string | null {
  const own = ownHolder(row, by, world);
  const child = row.person_id ?? null;
  const held =
    child === null
      ? undefined
      : world
          .rowsOfChild("allocation", child)
          .find((spell) => (textOf(spell, "start") ?? "") <= on && (textOf(spell, "end") ?? "9999-12-31") > on);
  const allocated = textOf(held, by);
  return timing.kind === "flow" ? (own ?? allocated) : (allocated ?? own);
}

/** What the row itself says: a team by its id or its name, a worker, or the locality of the team. */
function ownHolder(row: Row, by: "team" | "worker" | "locality", world: World): string | null {
  if (by === "worker") return textOf(row, "worker" in row ? "worker" : "worker_id");
  const written = textOf(row, "team" in row ? "team" : "team_id");
  const team = world.rows("team").find((candidate) => candidate.team_id === written);
  return by === "locality" ? textOf(team, "locality") : (textOf(team, "name") ?? written);
}

function ageGroupOf(person: Row | undefined, on: IsoDate): string | null {
  const dob = textOf(person, "dob");
  if (dob === null) return textOf(person, "expected_dob") === null ? null : "Unborn";
  if (dob > on) return "Unborn";
  const age = ageInYears(dob, on);
  if (age < 1) return "Under 1";
  if (age < 5) return "1 to 4";
  if (age < 10) return "5 to 9";
  if (age < 16) return "10 to 15";
  return age < 18 ? "16 and 17" : "18 and over";
}

function personOf(world: World, child: string): Row | undefined {
  return world.rowsOfChild("person", child)[0];
}

function childOf(world: World, child: string): Row | undefined {
  return world.rowsOfChild("child", child)[0];
}
