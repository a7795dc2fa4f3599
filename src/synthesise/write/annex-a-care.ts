/** List 8 of Annex A: each period of care open in the six months, with the newest of everything. */
import type { Day } from "../calendar.ts";
import { monthsLater } from "../calendar.ts";
import type { CareEpisode } from "../life/care-records.ts";
import type { Life } from "../life/records.ts";
import type { Cell } from "./annex-a-rows.ts";
import { commonFive, words } from "./annex-a-words.ts";
import { placeIn } from "./codes-by-year.ts";

const PERMANENCE: Readonly<Record<string, string>> = {
  return_to_family: "a) Return to family",
  adoption: "b) Adoption",
  special_guardianship: "c) SGO/CAO",
  supported_living: "d) Supported living in the community",
  long_term_fostering: "f) Long-term fostering",
};

/** Rows of list 8 for a child. */
export function careRows(life: Life, to: Day): readonly (readonly Cell[])[] {
  const half = monthsLater(to, -6) + 1;
  return life.periods
    .filter(({ end }) => end === null || end >= half)
    .flatMap((period) => {
      const episodes = life.episodes.filter(({ period_id }) => period_id === period.id);
      const last = episodes.at(-1);
      return last ? [[...about(life, period, to), ...place(life, period, last, to)]] : [];
    });
}

type Period = Life["periods"][number];

function about(life: Life, period: Period, to: Day): readonly Cell[] {
  const status = period.statuses.at(-1);
  const again = life.periods.some(
    ({ id, end }) => id !== period.id && end !== null && end < period.start && end >= period.start - 365,
  );
  const review = life.reviews.findLast(
    ({ kind, subject_id, date }) => kind === "cla" && subject_id === period.id && date !== null,
  );
  const visit = life.visits.findLast(({ kind, subject_id }) => kind === "cla" && subject_id === period.id);
  const check = (...kinds: readonly string[]) =>
    life.health.findLast(({ kind, date }) => kinds.includes(kind) && date !== null)?.date ?? null;
  const uasc = life.uasc !== null && life.uasc.from <= to && life.uasc.to > monthsLater(to, -12);
  const need = life.episodes.find(({ period_id }) => period_id === period.id)?.need ?? "N1";
  return [
    ...commonFive(life, to),
    words.yesNo(uasc),
    words.yesNo(life.disabilities.length > 0),
    period.start,
    words.need(need),
    words.yesNo(again),
    status?.start ?? null,
    words.status(status?.code ?? ""),
    review?.date ?? null,
    visit?.date ?? null,
    PERMANENCE[period.plan] ?? "g) other",
    review?.date ?? null,
    check("iha", "rha"),
    check("dental"),
  ];
}

function place(life: Life, period: Period, last: CareEpisode, to: Day): readonly Cell[] {
  const year = monthsLater(to, -12);
  const placement = period.placements.at(-1);
  const recent = period.placements.filter(({ end }) => end === null || end > year).length;
  const missing = life.missing.filter(({ start }) => start > year && start >= period.start);
  const newest = missing.at(-1);
  const held = life.involvements.findLast(({ role }) => role === "allocated");
  return [
    recent,
    period.end,
    words.reason(last.rec === "X1" ? null : last.rec),
    placement?.start ?? null,
    words.place(placeIn(last.place, 2025)),
    words.provider(last.provider),
    last.place_post,
    last.urn,
    last.out_of_area ? "b) Out" : "a) In",
    "",
    missing.filter(({ type }) => type === "M").length,
    missing.filter(({ type }) => type === "A").length,
    words.yesNo(newest?.rhi_offered ?? null),
    words.yesNo(newest?.rhi_accepted ?? null),
    held?.team_id ?? null,
    held?.worker_id ?? null,
  ];
}
