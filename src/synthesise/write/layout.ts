/** What a file of rows looks like: its columns in order, and what each holds, so that faults can be put where real ones are. */

/** plain, child id, date of birth, date, first day, last day, code. */
export type Role = "plain" | "child" | "birth" | "date" | "start" | "end" | "code";

export type Layout = {
  /** File name without folder and ending. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly roles: readonly Role[];
  readonly dates: "iso" | "uk";
  /** `true` when no fault is put in: small lists that everything else hangs on. */
  readonly clean: boolean;
  /** `true` when a row cannot stand twice, because other records hang inside it. */
  readonly once: boolean;
};

const ROLE: Readonly<Record<string, Role>> = {
  c: "child",
  b: "birth",
  d: "date",
  s: "start",
  e: "end",
  k: "code",
};

type LayoutOptions = { readonly dates?: "iso" | "uk"; readonly clean?: boolean; readonly once?: boolean };

/** A layout from its columns written `name` or `name:role`, roles being c child, b birth, d date, s start, e end, k code. */
export function layout(
  file: string,
  columns: string | readonly string[],
  { dates = "iso", clean = false, once = false }: LayoutOptions = {},
): Layout {
  const parts = (typeof columns === "string" ? columns.trim().split(/\s+/) : columns).map((column) => {
    const mark = column.lastIndexOf(":");
    return mark === -1
      ? ([column, "plain"] as const)
      : ([column.slice(0, mark), ROLE[column.slice(mark + 1)] ?? "plain"] as const);
  });
  return { file, columns: parts.map(([name]) => name), roles: parts.map(([, role]) => role), dates, clean, once };
}
