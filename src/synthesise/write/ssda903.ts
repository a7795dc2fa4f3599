/** The SSDA903 of one collection year: the children looked after in it and the care leavers whose birthday fell in it. */
import { birthday, type Day } from "../calendar.ts";
import type { CareEpisode, CareLeaver } from "../life/care-records.ts";
import type { Life } from "../life/records.ts";
import { oneNought, plain, uk } from "./cell.ts";
import { ceasedIn, placeIn, sexIn } from "./codes-by-year.ts";
import {
  AD1,
  EPISODES,
  HEADER,
  MISSING,
  OC2,
  OC3,
  PLACED,
  PREVIOUS,
  REVIEWS,
  SOCIAL_WORKERS,
  UASC,
} from "./ssda903-layouts.ts";
import type { Put } from "./writer.ts";

/** A collection year, and the first and last day it speaks of; the last may be sooner than 31 March. */
export type ReturnYear = { readonly year: number; readonly from: Day; readonly to: Day };

const SHORT_BREAKS: ReadonlySet<string> = new Set(["V3", "V4"]);

/** Puts a child's rows of every file of the year. */
export function putSsda903(put: Put, life: Life, year: ReturnYear): void {
  const episodes = life.episodes.filter(({ start, end }) => start <= year.to && (end === null || end >= year.from));
  const leaver = statementAtBirthday(life, year);
  if (episodes.length === 0 && !leaver) return;
  const { person, uasc } = life;
  const { person_id: id } = person;
  const dob = uk(person.dob);
  put(HEADER, [
    id,
    sexIn(person.sex, year.year),
    dob,
    person.ethnicity,
    person.upn ?? plain(person.upn_unknown),
    "",
    "",
  ]);
  for (const each of episodes) put(EPISODES, episodeRow(each, year));
  if (uasc && uasc.from <= year.to) put(UASC, [id, sexIn(person.sex, year.year), dob, uk(uasc.to)]);
  for (const { kind, date, participation } of life.reviews)
    if (kind === "cla" && inYear(date, year)) put(REVIEWS, [id, dob, uk(date), plain(participation)]);
  for (const { type, start, end } of life.missing)
    if (start <= year.to && (end === null || end >= year.from) && wasLookedAfter(life, start))
      put(MISSING, [id, dob, type, uk(start), end !== null && end <= year.to ? uk(end) : ""]);
  if (lookedAfterAllYear(life, year)) putHealth(put, life, year);
  if (leaver) put(OC3, leaverRow(leaver, dob));
  putAdoption(put, life, year);
  for (const { start } of life.periods) if (inYear(start, year)) put(PREVIOUS, [id, dob, "Z1", "", ""]);
  if (year.year >= 2024) putWorkers(put, life, year);
}

function episodeRow(each: CareEpisode, { year, to }: ReturnYear): string[] {
  const ended = each.end !== null && each.end <= to;
  return [
    each.person_id,
    uk(each.start),
    each.rne,
    each.legal_status,
    each.need,
    placeIn(each.place, year),
    plain(each.provider),
    ended ? uk(each.end) : "",
    ended ? ceasedIn(each.rec, year) : "",
    ended ? plain(each.change_reason) : "",
    plain(each.home_post),
    plain(each.place_post),
    plain(each.urn),
  ];
}

/** Continuously looked after for the twelve months to the last day, short breaks left out. */
function lookedAfterAllYear({ episodes, periods }: Life, { to }: ReturnYear): boolean {
  const period = periods.find(({ start, end }) => start <= to - 365 && (end === null || end > to));
  return (
    period !== undefined &&
    !episodes.some((each) => each.period_id === period.id && SHORT_BREAKS.has(each.legal_status))
  );
}

function putHealth(put: Put, life: Life, { from, to }: ReturnYear): void {
  const { person, health } = life;
  const born = person.dob ?? to;
  const done = (kind: string, status: string) =>
    health.some(
      (check) =>
        check.kind === kind && check.status === status && check.date !== null && check.date >= from && check.date <= to,
    );
  const sdq = health.findLast(
    ({ kind, date, due }) => kind === "sdq" && (date ?? due ?? 0) >= from && (date ?? due ?? 0) <= to,
  );
  const asked = birthday(born, 4) <= to && birthday(born, 17) > to;
  put(OC2, [
    person.person_id,
    uk(person.dob),
    asked ? plain(sdq?.score ?? null) : "",
    asked && sdq?.score == null ? "SDQ4" : "",
    birthday(born, 10) <= to ? "0" : "",
    birthday(born, 5) > to ? oneNought(done("rha", "completed")) : "",
    oneNought(done("immunisation", "up_to_date")),
    oneNought(done("dental", "completed")),
    oneNought(done("rha", "completed")),
    "0",
    "",
    "",
  ]);
}

/** What was known around the 17th to 21st birthday that fell in the year, of a young person who has left care. */
function statementAtBirthday(life: Life, year: ReturnYear): CareLeaver | undefined {
  const born = life.person.dob;
  if (born === null || life.leaver.length === 0) return undefined;
  for (const age of [17, 18, 19, 20, 21]) {
    const day = birthday(born, age);
    const left = life.episodes.every(({ end }) => end !== null && end <= day);
    if (inYear(day, year) && left) return life.leaver.findLast(({ as_at }) => as_at <= day);
  }
  return undefined;
}

function leaverRow({ person_id, in_touch, activity, accommodation, suitable }: CareLeaver, dob: string): string[] {
  return [person_id, dob, in_touch, activity ?? "0", accommodation ? `${accommodation}${suitable ? 1 : 2}` : "0"];
}

function putAdoption(put: Put, life: Life, year: ReturnYear): void {
  const { person_id: id, dob: born } = life.person;
  const dob = uk(born);
  for (const each of life.permanence) {
    if (each.order_type === "adoption" && inYear(each.order, year))
      put(AD1, [
        id,
        dob,
        uk(each.decision),
        uk(each.match),
        oneNought(each.carers_adopted),
        String(each.adopters),
        each.adopters === 2 ? "MF" : "F1",
        each.adopters === 2 ? "L12" : "L0",
      ]);
    if (inYear(each.placed, year)) put(PLACED, [id, dob, uk(each.placed), "", ""]);
  }
}

function putWorkers(put: Put, life: Life, year: ReturnYear): void {
  const { person_id: id, dob } = life.person;
  for (const { role, worker_id, start, end, change_reason } of life.involvements) {
    if (role !== "allocated" || start > year.to || (end !== null && end < year.from) || !wasLookedAfter(life, start))
      continue;
    const ended = end !== null && end <= year.to;
    put(SOCIAL_WORKERS, [id, uk(dob), worker_id, uk(start), ended ? uk(end) : "", ended ? (change_reason ?? "") : ""]);
  }
}

function wasLookedAfter({ periods }: Life, day: Day): boolean {
  return periods.some(({ start, end }) => start <= day && (end === null || end >= day));
}

function inYear(day: Day | null, { from, to }: ReturnYear): boolean {
  return day !== null && day >= from && day <= to;
}
