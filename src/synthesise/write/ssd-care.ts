/** SSD: episodes, placements and legal statuses of children looked after, their reviews, visits, checks and care plans. */
import type { Day } from "../calendar.ts";
import type { CarePeriod, HealthCheck } from "../life/care-records.ts";
import type { Life } from "../life/records.ts";
import { iso, json, plain, yesNo } from "./cell.ts";
import { ceasedIn, codeYear, placeIn } from "./codes-by-year.ts";
import {
  CARE_PLAN,
  CLA_EPISODES,
  CLA_REVIEWS,
  CLA_VISITS,
  HEALTH,
  IMMUNISATIONS,
  LEGAL_STATUS,
  MISSING,
  PLACEMENTS,
  PREVIOUS_PERMANENCE,
  SDQ,
} from "./ssd-layouts.ts";
import type { Put } from "./writer.ts";

const CHECK: Readonly<Partial<Record<HealthCheck["kind"], string>>> = {
  iha: "Initial Health Assessment",
  rha: "Health Assessment",
  dental: "Dental Check",
  optical: "Optical Check",
};
const STATUS: Readonly<Record<string, string>> = {
  completed: "Completed",
  refused: "Refused",
  planned: "Planned",
  not_done: "Cancelled",
};

/** Puts the tables of care. */
export function putCare(put: Put, life: Life, to: Day): void {
  for (const period of life.periods) putPeriod(put, life, period, to);
  for (const each of life.episodes) {
    const period = life.periods.find(({ id }) => id === each.period_id);
    const seen =
      each.end === null ? life.reviews.findLast(({ kind, date }) => kind === "cla" && date !== null) : undefined;
    // biome-ignore format: in the order of the columns
    put(CLA_EPISODES, [each.id, each.person_id, iso(each.start), each.rne, each.need, iso(each.end),
      ceasedIn(each.rec, codeYear(each.end, to)), each.period_id, plain(period?.referral_id ?? null),
      each.placement_id, iso(period?.start ?? null), iso(seen?.date ?? null)]);
  }
  for (const { kind, id, subject_id, due, date, participation, cancelled } of life.reviews)
    if (kind === "cla") put(CLA_REVIEWS, [id, subject_id, iso(due), iso(date), yesNo(cancelled), plain(participation)]);
  for (const { kind, id, subject_id, date, seen, seen_alone } of life.visits)
    if (kind === "cla")
      put(CLA_VISITS, [id, subject_id, life.person.person_id, iso(date), yesNo(seen), yesNo(seen_alone)]);
  putHealth(put, life);
  for (const each of life.missing)
    // biome-ignore format: in the order of the columns
    put(MISSING, [each.id, each.person_id, iso(each.start), each.type, iso(each.end), yesNo(each.rhi_offered),
      yesNo(each.rhi_accepted)]);
}

function putPeriod(put: Put, life: Life, period: CarePeriod, to: Day): void {
  const id = life.person.person_id;
  for (const each of period.placements)
    // biome-ignore format: in the order of the columns
    put(PLACEMENTS, [each.id, iso(each.start), placeIn(each.place, codeYear(each.end, to)), plain(each.urn),
      plain(each.distance), period.id, plain(each.provider), plain(each.postcode), iso(each.end), each.end ===
      null ? "" : plain(each.change_reason), id]);
  for (const [place, { code, start, end }] of period.statuses.entries())
    put(LEGAL_STATUS, [`${period.id}L${place + 1}`, id, code, iso(start), iso(end)]);
  put(CARE_PLAN, [`${period.id}C`, id, iso(period.start), iso(period.end), json({ PERMANENCE_PLAN: period.plan })]);
  put(PREVIOUS_PERMANENCE, [`${period.id}V`, id, "", "Z1", ""]);
}

function putHealth(put: Put, life: Life): void {
  const id = life.person.person_id;
  for (const { kind, id: row, date, due, status } of life.health) {
    const words = CHECK[kind];
    if (words) put(HEALTH, [row, id, words, iso(date ?? (status === "planned" ? null : due)), STATUS[status] ?? ""]);
  }
  for (const { kind, id: row, date, due, score } of life.health)
    if (kind === "sdq") put(SDQ, [row, id, iso(date ?? due), score === null ? "SDQ2" : "", plain(score)]);
  const immunised = life.health.findLast(({ kind }) => kind === "immunisation");
  if (immunised) put(IMMUNISATIONS, [id, yesNo(immunised.status === "up_to_date"), iso(immunised.date)]);
}
