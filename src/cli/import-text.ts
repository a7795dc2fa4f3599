/** What came of importing a scorecard, as a person at a terminal wants to read it. */
import type { ImportOutcome } from "../services/import-scorecard.ts";

/** Findings shown of each kind; --json and --csv give them all. */
const SHOWN = 3;

type Finding = ImportOutcome["card"]["findings"][number];

/** What was read, what was made, then what was found, a kind at a time. */
export function importText({ card, made }: ImportOutcome): string {
  const indicators = card.sections.reduce((sum, { indicators: own }) => sum + own.length, 0);
  const count = (understanding: string): number =>
    card.rows.filter((row) => row.understanding === understanding).length;
  const kinds = [...new Set(card.findings.map(({ code }) => code))];
  return [
    `${card.title}: ${indicators} measures in ${card.sections.length} sections, ${card.comments.length} comments; last period ${card.lastPeriod?.label ?? "not told"}`,
    `${card.rows.length} rows: ${count("understood")} understood, ${count("partly")} partly, ${count("not")} not`,
    made === null
      ? "Nothing has been changed (--dry-run)."
      : `Made the scorecard ${made.scorecard} and ${made.measures} measures; ${commentsText(made.comments)}; history ${made.history.status === "already-loaded" ? "was loaded before as" : "loaded as"} ${made.history.load}`,
    "",
    ...(kinds.length === 0 ? ["Nothing found wrong."] : [`${card.findings.length} findings:`]),
    ...kinds.flatMap((code) => kindLines(card.findings.filter((one) => one.code === code))),
    "",
  ].join("\n");
}

function commentsText({ added, changed, kept }: NonNullable<ImportOutcome["made"]>["comments"]): string {
  if (added + changed === 0) return `${kept} comments were there already`;
  return `${added} comments added${changed > 0 ? `, ${changed} changed` : ""} as drafts`;
}

function kindLines(findings: readonly Finding[]): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const rest = findings.length - SHOWN;
  return [
    `${first.severity.toUpperCase().padEnd(8)}${first.code} (${findings.length})`,
    ...findings.slice(0, SHOWN).map((one) => `        ${placeOf(one)}${one.message} ${one.remedy}`),
    ...(rest > 0 ? [`        … and ${rest} more (--csv lists them all)`] : []),
  ];
}

function placeOf({ row, reference, column }: Finding): string {
  const place = [reference, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(", ");
  return place === "" ? "" : `${place}: `;
}
