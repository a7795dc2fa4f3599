/** Days where definitions turn: ends and starts of months and years, 29 February, bank holidays, birthdays; and the spans that thresholds lie on. */
import { addDays, addMonths, type IsoDate, isoDate, monthOf } from "../../../src/domain/dates.ts";
import type { Chance } from "./random.ts";

const FIRST_MONTH = "2023-01-01";
const MONTHS = 31;

const TURNING_DAYS: readonly IsoDate[] = [
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2024-03-31",
  "2024-04-01",
  "2024-12-25",
  "2024-12-27",
  "2025-04-18",
  "2025-04-22",
  ...Array.from({ length: MONTHS }, (_, month) => monthOf(addMonths(FIRST_MONTH, month))).flatMap(({ start, end }) => [
    start,
    end,
    addDays(end, -1),
  ]),
];

/** Days on either side of every threshold of the catalogue: working days, weeks, months and years. */
const SPANS: readonly number[] = [
  0, 0, 1, 1, 2, 3, 5, 6, 7, 8, 10, 14, 15, 20, 21, 22, 27, 28, 29, 30, 31, 41, 42, 43, 45, 59, 61, 63, 64, 65, 84, 89,
  90, 91, 92, 93, 111, 112, 113, 139, 140, 141, 181, 182, 183, 184, 200, 300, 364, 365, 366, 367, 420, 426, 486, 488,
  600, 728, 729, 730, 731, 800, 912, 913, 915, 1000,
];

/** The few days around which things happen to one child, so that they meet. */
export function ownDays(chance: Chance): readonly IsoDate[] {
  return Array.from({ length: 8 }, () => turningDay(chance));
}

/** A day near a turn of the calendar, mostly lately. */
export function turningDay(chance: Chance): IsoDate {
  if (chance.percent(12)) return addDays("2023-01-01", chance.below(930));
  const lately = TURNING_DAYS.filter((day) => day >= "2024-02-01");
  return chance.pick(chance.percent(70) ? lately : TURNING_DAYS);
}

/** A day of one child's life: one of their own, or a turn of the calendar. */
export function dayOfLife(own: readonly IsoDate[], chance: Chance): IsoDate {
  return chance.percent(65) ? addDays(chance.pick(own), chance.pick([0, 0, 0, 1, -1, 2])) : turningDay(chance);
}

/** A later day a telling span away, years where things are slow; now and then an earlier one, which is impossible but recorded. */
export function followingDay(from: IsoDate, chance: Chance, isSlow: boolean): IsoDate {
  if (chance.percent(4)) return addDays(from, -1 - chance.below(20));
  if (chance.percent(15)) return addMonths(from, chance.pick([1, 3, 6, 12, 16, 24]));
  const spans = isSlow && chance.percent(60) ? SPANS.filter((span) => span >= 364) : SPANS;
  return addDays(from, chance.pick(spans));
}

/** A date of birth whose birthday falls on a day of life: newborn to 22, some on 29 February. */
export function birthDay(own: readonly IsoDate[], chance: Chance): IsoDate {
  if (chance.percent(8)) return isoDate(chance.pick([2000, 2004, 2008, 2012, 2016, 2020, 2024]), 2, 29);
  const years = chance.pick([0, 1, 3, 5, 5, 8, 10, 13, 15, 16, 16, 17, 17, 18, 18, 18, 19, 20, 21, 22]);
  return addMonths(addDays(dayOfLife(own, chance), chance.pick([0, 1, -1])), -12 * years);
}
