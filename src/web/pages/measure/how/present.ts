/** How one number was made, as its page prints it. */
import { withThousands } from "../../../../domain/rounding.ts";
import type { HowMade, PartBehind } from "../../../../services/measure/how-made.ts";
import { countOf, WINDOW_WORDS } from "../../../words.ts";
import type { MeasureAnswer } from "../answer.ts";
import { type DataState, presentData, tableWords } from "../data.ts";
import type { Linked } from "../figure-table.ts";
import type { ListLinks } from "../list-links.ts";
import { equationWords, ruleWords } from "../rule-words.ts";
import { presentVersions, type VersionLine } from "../versions.ts";

export type HowView = {
  readonly id: string;
  readonly title: string;
  readonly shown: string;
  readonly period: string;
  readonly window: string;
  /** "1 March 2026 to 31 March 2026" as ISO days: exact for an auditor. */
  readonly days: string;
  readonly equation: string;
  readonly rule: readonly string[];
  readonly definition: string;
  readonly parts: readonly {
    readonly name: string;
    readonly number: Linked;
    /** "90 records of “assessment” about 88 children." */
    readonly behind: string;
    /** Whether the list agrees with the figure; `null` where there is nothing to compare. */
    readonly agrees: boolean | null;
  }[];
  /** As they are written in the definition's file. */
  readonly conditions: HowMade["definition"]["conditions"];
  readonly text: string;
  readonly fingerprint: string;
  readonly versions: readonly VersionLine[];
  readonly sql: string;
  readonly data: DataState;
};

/** A number taken apart. */
export function presentHow(
  { measure, figure, period, parts, sql, definition, data }: HowMade,
  { versions, links }: { readonly versions: MeasureAnswer["versions"]; readonly links: ListLinks },
): HowView {
  return {
    id: measure.id,
    title: measure.title,
    shown: figure.shown,
    period: period.label,
    window: WINDOW_WORDS[period.window],
    days: `${period.start} to ${period.end}, first and last day included`,
    equation: equationWords(measure, figure),
    rule: ruleWords(measure),
    definition: measure.definition,
    parts: parts.map((behind) => partOf(behind, { figure, href: links({ period: period.id, part: behind.part }) })),
    conditions: definition.conditions,
    text: definition.text,
    fingerprint: definition.fingerprint,
    versions: presentVersions(versions),
    sql,
    data: presentData(data),
  };
}

function partOf(
  { part, table, rows, children, figure: counted }: PartBehind,
  { figure, href }: { readonly figure: HowMade["figure"]; readonly href: string | null },
): HowView["parts"][number] {
  const number = figure[part];
  const about = children === null ? "" : ` about ${countOf(children, "child", "children")}`;
  return {
    name: part === "numerator" ? "Numerator" : "Denominator",
    number: { text: number === null ? "–" : withThousands(String(number)), href: rows === 0 ? null : href },
    behind: `${countOf(rows, "record")} of “${tableWords(table)}”${about}.`,
    agrees: counted === null ? null : counted === rows,
  };
}
