/** adoption_journey: the days of a child's road from coming into care to adoption. */
import { daysBetween } from "../../../src/domain/dates.ts";
import { type Row, textOf, type World } from "../world.ts";
import { endOf, sortedBy, startOf } from "./days.ts";

/** One row for each period of care that ended in adoption. */
export function adoptionJourney(world: World): readonly Row[] {
  return world
    .rows("period_of_care")
    .filter((period) => ["E11", "E12"].includes(textOf(period, "last_rec") ?? "") && textOf(period, "end") !== null)
    .map((period) => journeyOf(period, world));
}

function journeyOf(period: Row, world: World): Row {
  const road = roadOf(period, world);
  const episodes = world
    .rowsOfChild("care_episode", period.person_id ?? null)
    .filter((row) => startOf(row) >= startOf(period) && startOf(row) <= endOf(period));
  const order = textOf(road, "placement_order") ?? firstDay(episodes.filter((row) => row.legal_status === "E1"));
  const adoptive = episodes.filter((row) => ["A3", "A4", "A5", "A6"].includes(textOf(row, "place") ?? ""));
  const match = textOf(road, "match");
  const fostered = textOf(road, "ffa_placed");
  const carersAdopted = road?.carers_adopted ?? fostered !== null;
  return {
    id: textOf(period, "id"),
    person_id: textOf(period, "person_id"),
    entered: textOf(period, "start"),
    adopted: textOf(period, "end"),
    placement_order: order,
    match,
    placed: textOf(road, "placed") ?? firstDay(adoptive),
    carer_placed: carersAdopted === true ? (fostered ?? lastPlacement(period, world)) : null,
    carers_adopted: carersAdopted,
    // A match made before the order waited no days.
    days_from_order_to_match: match === null || order === null ? null : Math.max(0, daysBetween(order, match)),
  };
}

/** The child's latest road up to the adoption that was not given up. */
function roadOf(period: Row, world: World): Row | undefined {
  const latest = (row: Row): string | null =>
    textOf(row, "placed") ?? textOf(row, "match") ?? textOf(row, "decision") ?? textOf(row, "order");
  const roads = world
    .rowsOfChild("permanence", period.person_id ?? null)
    .filter((row) => textOf(row, "reversed") === null && (latest(row) ?? "") <= endOf(period));
  return sortedBy(roads, (row) => [latest(row) ?? "", -Number(row.source_row)]).at(-1);
}

/** The first day of the last placement of the period of care. */
function lastPlacement(period: Row, world: World): string | null {
  const runs = world.rows("placement_run").filter((run) => run.period_id === period.id);
  return (
    runs
      .map((run) => startOf(run))
      .sort()
      .at(-1) ?? null
  );
}

function firstDay(episodes: readonly Row[]): string | null {
  return episodes.map((row) => startOf(row)).sort()[0] ?? null;
}
