/** What values of each unit are called where people read it. */
import type { Unit } from "./measure.ts";

/** What a measure's values are, in words. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  count: "A number",
  percentage: "A percentage",
  "rate-per-10000": "A rate per 10,000 children",
  "rate-per-100000": "A rate per 100,000",
  average: "An average",
  "average-days": "An average number of days",
  "median-days": "A median number of days",
  maximum: "The largest number",
  "maximum-working-days": "The largest number of working days",
  "maximum-days": "The largest number of days",
  sum: "A total",
  text: "Words",
};
