/** Checks what somebody said of the files they sent, field by field. */
import { isIsoDate } from "../../../domain/dates.ts";
import type { LoadWanted } from "../../../services/data/start-staging.ts";
import { isoDayOf } from "../../components/date-input/date-input.tsx";

export type NewLoadField = "files" | "authority" | "year" | "asAt" | "kind";
export type NewLoadErrors = readonly { readonly field: NewLoadField; readonly text: string }[];

type Known = { readonly files: readonly { readonly bytes: number }[]; readonly authorities: readonly string[] };

/** What is wanted, or what is wrong with it. */
export function checkNewLoad(
  typed: Readonly<Record<string, string>>,
  { files, authorities }: Known,
): { readonly wanted: LoadWanted } | { readonly errors: NewLoadErrors } {
  const text = (name: string): string => (typed[name] ?? "").trim();
  const errors: { field: NewLoadField; text: string }[] = [];
  if (files.length === 0) errors.push({ field: "files", text: "Choose the files of the return" });
  const authority = authorities.length === 1 ? (authorities[0] ?? "") : text("authority");
  if (authority === "") errors.push({ field: "authority", text: "Say which authority the return is of" });
  if (authority.length > 100)
    errors.push({ field: "authority", text: "The authority’s name must be 100 characters or fewer" });
  const year = text("year");
  if (year !== "" && !/^20\d\d$/.test(year))
    errors.push({ field: "year", text: "The collection year must be a year such as 2026, the one it ends in" });
  const asAt = isoDayOf({ day: text("asAt-day"), month: text("asAt-month"), year: text("asAt-year") });
  if (asAt !== "" && !isIsoDate(asAt))
    errors.push({ field: "asAt", text: "The last day of the data must be a real date" });
  const kind = text("kind");
  if (kind.length > 40) errors.push({ field: "kind", text: "The kind must be 40 characters or fewer" });
  if (errors.length > 0) return { errors };
  return {
    wanted: {
      authority,
      isStrict: text("rows") === "clean",
      asked: {
        ...(year === "" ? {} : { year: Number(year) }),
        ...(asAt === "" ? {} : { asAt }),
        ...(kind === "" ? {} : { kind }),
      },
    },
  };
}
