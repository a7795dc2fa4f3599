/** What differs between SQL engines in the portable subset Waymark writes; everything else is the same text everywhere. */

export const DIALECTS = ["duckdb", "postgresql", "trino", "tsql", "spark", "snowflake"] as const;
export type DialectId = (typeof DIALECTS)[number];

/** The dialects Waymark writes itself; the others are translated from PostgreSQL's text. */
export type WrittenDialectId = "duckdb" | "postgresql" | "trino";

export type Dialect = {
  readonly id: WrittenDialectId;
  /** Whole days from one date to another. */
  daysBetween(from: string, to: string): string;
};

const subtract = (from: string, to: string): string => `(${to} - ${from})`;

export const WRITTEN_DIALECTS: Readonly<Record<WrittenDialectId, Dialect>> = {
  duckdb: { id: "duckdb", daysBetween: subtract },
  postgresql: { id: "postgresql", daysBetween: subtract },
  trino: { id: "trino", daysBetween: (from, to) => `date_diff('day', ${from}, ${to})` },
};

/** Columns of ours that some engine reserves. */
const RESERVED: ReadonlySet<string> = new Set(["end", "order", "table", "match"]);

/** Writes a name, quoted only where an engine would stumble over it. @throws when it is not one of our own plain names */
export function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" is not a name of our own tables.`);
  return RESERVED.has(name) ? `"${name}"` : name;
}

/** A value as SQL text; quotes inside are doubled, so nothing a file says can end it. */
export function literal(value: string | number | boolean): string {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${value} is not a number SQL can hold.`);
    return String(value);
  }
  return typeof value === "boolean" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** A date a number of months or days away; months keep the day or take the month's last. */
export function shiftDate(date: string, amount: number, unit: "month" | "day"): string {
  return `cast(${date} ${amount < 0 ? "-" : "+"} interval '${Math.abs(amount)}' ${unit} as date)`;
}

/** Completed years from a birth to a day; 29 February counts from 1 March. */
export function ageOn(dob: string, on: string): string {
  const monthDay = (date: string): string => `(extract(month from ${date}) * 100 + extract(day from ${date}))`;
  return `(extract(year from ${on}) - extract(year from ${dob}) - case when ${monthDay(on)} < ${monthDay(dob)} then 1 else 0 end)`;
}

/** 1 April on or before a day. */
export function yearStart(date: string): string {
  return `cast(date_trunc('year', ${date} - interval '3' month) + interval '3' month as date)`;
}
