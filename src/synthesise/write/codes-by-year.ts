/** Codes that changed with the collection year: what a life says in today's codes, said in a year's own. */
import { collectionYear, type Day } from "../calendar.ts";

/** Placement codes: K3 stood as H5 before 2025, and Z11 to Z14 as Z1 before 2026. */
export function placeIn(code: string, year: number): string {
  if (code === "K3" && year < 2025) return "H5";
  return code.startsWith("Z1") && year < 2026 ? "Z1" : code;
}

/** Reasons ceased: special guardianship was E43 or E44 before 2019. */
export function ceasedIn(code: string | null, year: number): string {
  if (code === null) return "";
  if (year >= 2019) return code;
  if (code === "E45" || code === "E46") return "E43";
  return code === "E47" || code === "E48" ? "E44" : code;
}

/** Sex: 1 and 2 before 2025, M, F and U since. */
export function sexIn(sex: "M" | "F" | "U", year: number): string {
  if (year >= 2025) return sex;
  return sex === "M" ? "1" : sex === "F" ? "2" : "0";
}

/** The year whose codes a record that ended on a day was last written in. */
export function codeYear(end: Day | null, last: Day): number {
  return collectionYear(end ?? last);
}

/** Closure reasons: RC9, stepped down to early help, is of 2023; before it such a case closed after assessment. */
export function closureIn(code: string | null, year: number): string {
  return code === "RC9" && year < 2023 ? "RC8" : (code ?? "");
}

/** Referral sources: early help had no code of its own (5D) before 2023. */
export function sourceIn(code: string, year: number): string {
  return code === "5D" && year < 2023 ? "5B" : code;
}

/** Assessment factors: child criminal exploitation (24A) is of 2022. */
export function factorsIn(codes: readonly string[], year: number): readonly string[] {
  return year < 2022 ? codes.filter((code) => code !== "24A") : codes;
}
