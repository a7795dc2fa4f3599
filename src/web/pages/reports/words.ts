/** The words of report pages: formats, what was done, whom a report is for. */

import type { Audience } from "../../../domain/scored-card.ts";
import type { FormatId } from "../../../services/report/make-report.ts";

/** In the order they are offered. */
export const FORMAT_WORDS: Readonly<Record<FormatId, string>> = {
  docx: "Word",
  pdf: "PDF",
  xlsx: "Excel",
  html: "Web page (HTML)",
  csv: "Data (CSV, zipped)",
  json: "Data (JSON, zipped)",
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  internal: "Internal: true numbers, marked on every page",
  published: "Public: small numbers withheld",
};

const DONE: Readonly<Record<string, string>> = {
  begun: "The report was begun. What is missing is listed below.",
  answered: "Your answers are in the report.",
  written: "Your words are in the report.",
  kept: "Your words stay, as they now stand beside the new data.",
  generated: "What is generated stands there again.",
  undone: "The last change there was undone.",
  reasoned: "Your reason is kept with the report.",
  withdrawn: "The report was withdrawn.",
  restored: "The report is back.",
  released: "The report is released. Everybody who reads editions may now have it.",
  taken: "The release was taken back.",
  base: "New Word reports take their styles from the document.",
  baseless: "New Word reports have Waymark’s own styles again.",
};

/** The sentence for what was just done. */
export function doneSentence(word: string | undefined): string | undefined {
  return word !== undefined && Object.hasOwn(DONE, word) ? DONE[word] : undefined;
}
