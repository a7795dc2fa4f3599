/** What may be asked of `synthesise`, the defaults, and what it answers. */

import { addMonths, type IsoDate, isIsoDate, toEpochDay } from "../domain/dates.ts";
import { AppError } from "../domain/errors.ts";
import { KNOWN_AT_START, KNOWN_EACH_YEAR } from "./rates.ts";

export const SYNTHESIS_FORMATS = ["ssd", "returns", "parquet"] as const;
export type SynthesisFormat = (typeof SYNTHESIS_FORMATS)[number];

export type SynthesiseOptions = {
  readonly authorities: number;
  /** Children ever known over the months, all authorities together. */
  readonly children: number;
  readonly months: number;
  readonly seed: string | number;
  /** Folder to write into; made when it is not there. */
  readonly out: string;
  readonly format?: SynthesisFormat;
  /** Last day of data; fixed by default so that the same seed gives the same bytes whatever the day. */
  readonly endsOn?: IsoDate;
  /** Share of rows given a fault, 0 to 1. */
  readonly dirtyShare?: number;
  readonly authorityNames?: readonly string[];
};

export type SynthesisSummary = {
  readonly authorities: readonly { readonly name: string; readonly folder: string; readonly population: number }[];
  readonly children: number;
  /** Rows written, by file name without folder and ending. */
  readonly rows: Readonly<Record<string, number>>;
  /** Faults put in on purpose, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
};

export type SynthesiseEffects = {
  report(progress: { readonly done: number; readonly total: number; readonly what: string }): void;
};

/** The options with every default filled in and the dates as days. */
export type Plan = {
  readonly seed: string;
  readonly out: string;
  readonly format: SynthesisFormat;
  readonly dirtyShare: number;
  /** First day on which everything is recorded. */
  readonly from: number;
  /** Last day of data. */
  readonly to: number;
  readonly authorities: readonly AuthorityPlan[];
};

export type AuthorityPlan = {
  readonly index: number;
  readonly name: string;
  readonly folder: string;
  readonly children: number;
  /** People aged 0 to 17 that make the rates of so many known children those of England. */
  readonly population: number;
};

const DEFAULT_END = "2026-03-31";
const DEFAULT_DIRTY_SHARE = 0.01;

/** Invented; none is the name of a council. */
// biome-ignore format: a list of names reads best as a block
const NAMES = ["Wexcombe", "Northmere", "Harrowdale", "Eastmarch", "Calderwick", "Thornminster", "Lowfell",
  "Ashbrook Vale", "Marlstone", "Penwater", "Stonehythe", "Oakhampstead", "Ravensea", "Winterfold",
  "Brackenshire", "Kestrelton", "Saltmoor", "Highweald", "Dunmarsh", "Fernborough"];

/** Checks the options and fills in what was left out. */
export function planOf(options: SynthesiseOptions): Plan {
  const endsOn = options.endsOn ?? DEFAULT_END;
  if (!isIsoDate(endsOn)) refuse(`The last day "${endsOn}" is not a date.`, "Write it as YYYY-MM-DD.");
  for (const [name, least] of [
    ["authorities", 1],
    ["children", 1],
    ["months", 1],
  ] as const)
    if (!Number.isInteger(options[name]) || options[name] < least)
      refuse(`${name} is ${options[name]}.`, `Give a whole number of at least ${least}.`);
  if (options.authorities > options.children)
    refuse("There are more authorities than children.", "Ask for more children.");
  const dirtyShare = options.dirtyShare ?? DEFAULT_DIRTY_SHARE;
  if (!(dirtyShare >= 0 && dirtyShare <= 1)) refuse(`The dirty share is ${dirtyShare}.`, "Give a share from 0 to 1.");

  return {
    seed: String(options.seed),
    out: options.out,
    format: options.format ?? "ssd",
    dirtyShare,
    from: toEpochDay(addMonths(addMonths(endsOn.slice(0, 8).concat("01"), 1), -options.months)),
    to: toEpochDay(endsOn),
    authorities: Array.from({ length: options.authorities }, (_, index) => authorityPlan(options, index)),
  };
}

function authorityPlan(
  { authorities, children, months, authorityNames }: SynthesiseOptions,
  index: number,
): AuthorityPlan {
  const name = authorityNames?.[index] ?? NAMES[index] ?? `Authority ${String(index + 1).padStart(3, "0")}`;
  const share = Math.floor(children / authorities) + (index < children % authorities ? 1 : 0);
  return {
    index,
    name,
    folder:
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || `authority-${index + 1}`,
    children: share,
    population: Math.max(1, Math.round(share / (KNOWN_AT_START + (KNOWN_EACH_YEAR * months) / 12))),
  };
}

function refuse(message: string, remedy: string): never {
  throw new AppError("USAGE", message, remedy);
}
