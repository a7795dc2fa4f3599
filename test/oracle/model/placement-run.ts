/** placement_run and stability: the placements of a period of care, and since when a child has been settled in them. */
import { type Row, textOf, type Value, type World } from "../world.ts";
import { endOf, latestOf, NEVER, orEmpty, sortedBy, startOf } from "./days.ts";
import { episodesInCare } from "./period-of-care.ts";

const TEMPORARY: readonly Value[] = ["T0", "T1", "T2", "T3", "T4"];
const BY_PRESENT_CARERS: readonly Value[] = ["A3", "A5"];
const ADOPTIVE: readonly Value[] = ["A3", "A4", "A5", "A6"];

/** One row for each placement of a period of care. */
export function placementRun(world: World): readonly Row[] {
  return world.rows("period_of_care").flatMap((period) => {
    const runs = runsOf(episodesOf(period, world)).map((episodes, index) => ({ episodes, number: index + 1 }));
    const lasting = runs.filter(({ episodes }) => episodes.some((row) => !isTemporary(row)));
    return lasting.map(({ episodes, number }, index) => runRow(period, episodes, number, lasting[index - 1]?.episodes));
  });
}

/** Its first day or, for a child placed for adoption, the first day of the placement before. */
export function stability(world: World): readonly Row[] {
  return world.rows("placement_run").map((run) => ({
    id: textOf(run, "id"),
    person_id: textOf(run, "person_id"),
    period_id: textOf(run, "period_id"),
    start: textOf(run, "start"),
    end: textOf(run, "end"),
    settled_since: (run.is_adoptive === true ? textOf(run, "previous_start") : null) ?? textOf(run, "start"),
  }));
}

/** The episodes of a period of care, in order of start. */
export function episodesOf(period: Row, world: World): readonly Row[] {
  const within = episodesInCare(world).filter(
    (row) => row.person_id === period.person_id && startOf(row) >= startOf(period) && startOf(row) <= endOf(period),
  );
  return sortedBy(
    within.filter((row) => endOf(row) <= endOf(period)),
    (row) => [startOf(row), endOf(row), Number(row.source_row)],
  );
}

function runsOf(episodes: readonly Row[]): readonly (readonly Row[])[] {
  const runs: Row[][] = [];
  for (const [index, episode] of episodes.entries()) {
    const current = runs.at(-1);
    const before = episodes.slice(0, index);
    if (current === undefined || isMove(episode, before)) runs.push([episode]);
    else current.push(episode);
  }
  return runs;
}

/** Whether an episode begins a placement other than the one before it. */
function isMove(episode: Row, before: readonly Row[]): boolean {
  const previous = before.at(-1);
  const lasting = before.findLast((row) => !isTemporary(row));
  if (isTemporary(episode) || BY_PRESENT_CARERS.includes(episode.place ?? null)) return false;
  const isSame = lasting !== undefined && placementOf(lasting) === placementOf(episode);
  if (isSame && previous !== undefined && isTemporary(previous)) return false;
  const reason = textOf(episode, "rne");
  return reason === null ? !isSame : ["S", "P", "T", "B", "U"].includes(reason);
}

function isTemporary(episode: Row): boolean {
  return TEMPORARY.includes(episode.place ?? null);
}

/** What is first known of the placement, temporary stays away from it left out. */
function firstKnown(episodes: readonly Row[], column: string): string | null {
  const known = episodes.filter((row) => !isTemporary(row)).map((row) => textOf(row, column));
  return known.find((value) => value !== null) ?? null;
}

function placementOf(episode: Row): string {
  return ["place", "provider", "urn", "place_post"].map((column) => textOf(episode, column) ?? "").join("|");
}

function runRow(period: Row, episodes: readonly Row[], number: number, previous: readonly Row[] | undefined): Row {
  const [first] = episodes;
  const place = firstKnown(episodes, "place");
  const end = latestOf(episodes.map((row) => endOf(row))) ?? NEVER;
  return {
    id: `${textOf(period, "id")}|${number}`,
    person_id: textOf(period, "person_id"),
    period_id: textOf(period, "id"),
    start: startOf(first ?? {}),
    end: orEmpty(end),
    place,
    provider: firstKnown(episodes, "provider"),
    is_adoptive: ADOPTIVE.includes(place),
    previous_start: previous === undefined ? null : startOf(previous[0] ?? {}),
  };
}
