/** Faults of the kinds real returns have, put into a set share of rows and counted by kind. */
import type { Random } from "../prng.ts";
import type { Layout, Role } from "./layout.ts";

export const FAULTS = [
  "missing_date_of_birth",
  "two_digit_year",
  "impossible_date",
  "unknown_code",
  "lower_case_code",
  "trailing_blank",
  "end_before_start",
  "duplicate_row",
  "unknown_child",
] as const;

export type Fault = (typeof FAULTS)[number];
export type FaultCounts = Record<Fault, number>;

/** Rows in, rows out: mostly the same one. */
export type Dirt = (layout: Layout, row: string[], random: Random) => readonly string[][];

/** No faults yet. */
export function noFaults(): FaultCounts {
  return Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as FaultCounts;
}

/** A source of faults that adds to the counts given. */
export function makeDirt(share: number, counts: FaultCounts): Dirt {
  return (layout, row, random) => {
    if (share === 0 || layout.clean || !random.chance(share)) return [row];
    const first = random.int(0, FAULTS.length - 1);
    for (let step = 0; step < FAULTS.length; step++) {
      const fault = FAULTS[(first + step) % FAULTS.length] ?? "duplicate_row";
      const spoilt = spoil(fault, layout, row, random);
      if (!spoilt) continue;
      counts[fault]++;
      return spoilt;
    }
    return [row];
  };
}

function spoil(fault: Fault, layout: Layout, row: string[], random: Random): readonly string[][] | undefined {
  if (fault === "duplicate_row") return layout.once ? undefined : [row, row];
  if (fault === "end_before_start") return endBeforeStart(layout, row, random);
  const place = placeOf(fault, layout, row);
  const value = place === undefined ? undefined : row[place];
  if (place === undefined || value === undefined) return undefined;
  const worse = change(fault, layout, value, random);
  return worse === value ? undefined : [row.with(place, worse)];
}

const WHERE: Readonly<Record<Exclude<Fault, "duplicate_row" | "end_before_start">, readonly Role[]>> = {
  missing_date_of_birth: ["birth"],
  two_digit_year: ["date", "end", "start"],
  impossible_date: ["date", "end", "start"],
  unknown_code: ["code"],
  lower_case_code: ["code"],
  trailing_blank: ["code", "child"],
  unknown_child: ["child"],
};

/** The first filled cell whose role the fault can strike. */
function placeOf(fault: keyof typeof WHERE, { roles, file }: Layout, row: readonly string[]): number | undefined {
  // A child whose own row has another id would orphan everything else of theirs: that is not how the fault looks.
  if (fault === "unknown_child" && /person|header|identif/i.test(file)) return undefined;
  for (const role of WHERE[fault]) {
    const place = roles.findIndex((each, index) => each === role && row[index] !== "" && !row[index]?.startsWith('"'));
    if (place !== -1) return place;
  }
  return undefined;
}

function change(fault: Fault, { dates }: Layout, value: string, random: Random): string {
  switch (fault) {
    case "missing_date_of_birth":
      return "";
    case "two_digit_year":
      return dates === "uk"
        ? `${value.slice(0, 6)}${value.slice(8)}`
        : `${value.slice(8)}/${value.slice(5, 7)}/${value.slice(2, 4)}`;
    case "impossible_date":
      return dates === "uk" ? `31/02/${value.slice(6)}` : `${value.slice(0, 4)}-02-31`;
    case "unknown_code":
      return "ZZ9";
    case "lower_case_code":
      return value.toLowerCase();
    case "trailing_blank":
      return `${value}  `;
    case "unknown_child":
      return `X${random.int(900_000, 999_999)}`;
    default:
      return value;
  }
}

function endBeforeStart({ roles, dates }: Layout, row: string[], random: Random): readonly string[][] | undefined {
  const start = row[roles.indexOf("start")];
  const place = roles.indexOf("end");
  if (!start || !row[place]) return undefined;
  const earlier = `${Number(start.slice(...(dates === "uk" ? ([6, 10] as const) : ([0, 4] as const)))) - random.int(1, 2)}`;
  return [
    row.with(
      place,
      dates === "uk"
        ? `${start.slice(0, 6)}${earlier}`.replace(/^29\/02/, "28/02")
        : `${earlier}${start.slice(4)}`.replace(/-02-29$/, "-02-28"),
    ),
  ];
}
