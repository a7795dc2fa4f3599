/** The formats a report is asked for in, as typed. */
import { AppError } from "../../domain/errors.ts";
import type { FormatId } from "../../services/report/make-report.ts";

/** In the order help lists them. */
const FORMATS: readonly FormatId[] = ["docx", "pdf", "xlsx", "html", "csv", "json"];

/** "docx, pdf" as format ids. @throws AppError USAGE */
export function formatsIn(text: string): readonly FormatId[] {
  const wanted = text.split(",").map((part) => part.trim().toLowerCase());
  const wrong = wanted.find((part) => !FORMATS.some((format) => format === part));
  if (wrong !== undefined)
    throw new AppError("USAGE", `--to has "${wrong}".`, `Choose from ${FORMATS.join(", ")}, with commas between.`);
  return FORMATS.filter((format) => wanted.includes(format));
}
