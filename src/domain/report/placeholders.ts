/** Names in braces that a template's texts may use: periods, dates and counts are computed, so that no report can carry the wrong ones. */
import type { Inline, Text } from "./document.ts";
import type { ReportSubject } from "./template.ts";

/** Every name with what it becomes. */
export const PLACEHOLDERS = {
  organisation: "who publishes: the authority",
  authority: "the authority’s name",
  scorecard: "the scorecard’s title",
  period: "the period in words: “Quarter 4 2025-26”",
  "period-days": "the period’s first and last day: “1 January to 31 March 2026”",
  "previous-period": "the period before in words",
  "financial-year": "the financial year the period ends in: “2025-26”",
  "made-on": "the day the report was made",
  measure: "the measure’s title, in reports about one measure",
  teams: "the teams, in challenge packs",
  edition: "the edition’s number and day, or “not yet published”",
  "earlier-edition": "the edition compared with",
  "count-indicators": "how many indicators the scorecard has",
  "count-rated": "how many of them have a rating",
  "count-red": "how many are red",
  "count-amber": "how many are amber",
  "count-green": "how many are green",
  "count-not-rated": "how many have no rating",
  "count-improving": "how many are improving",
  "count-worse": "how many are getting worse",
  "count-same": "how many stay about the same",
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const OF_A_MEASURE: readonly Placeholder[] = ["measure"];
const OF_TEAMS: readonly Placeholder[] = ["teams"];
/** What can be said of any report, with a scorecard or without. */
const OF_ANYTHING: readonly Placeholder[] = [
  "organisation",
  "authority",
  "period",
  "period-days",
  "previous-period",
  "financial-year",
  "made-on",
];

/** The names that say something in a report about a subject. */
export function placeholdersOf(subject: ReportSubject): readonly Placeholder[] {
  if (subject === "challenge") return [...OF_ANYTHING, ...OF_TEAMS];
  const all = (Object.keys(PLACEHOLDERS) as Placeholder[]).filter((name) => !OF_TEAMS.includes(name));
  return subject === "measure" ? all : all.filter((name) => !OF_A_MEASURE.includes(name));
}

export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** `{period}`, `{see:appendix}` for a reference to a section, `{answer:meeting}` for what the writer was asked. */
const BRACES = /\{(?:(see|answer):)?([a-z0-9-]+)\}/g;

export type Braces = { readonly kind: "value" | "see" | "answer"; readonly name: string };

/** Everything in braces in a text, known or not. */
export function bracesIn(text: string): readonly Braces[] {
  return [...text.matchAll(BRACES)].map(([, kind, name = ""]) => ({ kind: kindOf(kind), name }));
}

export function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(PLACEHOLDERS, name);
}

/** What fills the braces. An answer not given yet stands as an ellipsis; where it is demanded, a gap elsewhere says so. */
export type Filling = {
  readonly values: PlaceholderValues;
  readonly answers: Readonly<Record<string, string>>;
  /** What may be referred to; a reference to anything else stays as it was typed. Absent: everything. */
  readonly referable?: ReadonlySet<string>;
};

/** A text with its braces filled; references stay references. */
export function fillText(text: string, filling: Filling): Text {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(BRACES)) {
    parts.push(text.slice(from, match.index));
    const [all, kind, name = ""] = match;
    parts.push(filled(all, { kind: kindOf(kind), name }, filling));
    from = match.index + all.length;
  }
  parts.push(text.slice(from));
  return joined(parts);
}

/** A text of plain words: titles and headings, where nothing can be referred to. */
export function fillWords(text: string, filling: Filling): string {
  return fillText(text, filling)
    .map((part) => (typeof part === "string" ? part : ""))
    .join("");
}

function filled(typed: string, { kind, name }: Braces, { values, answers, referable }: Filling): Inline {
  if (kind === "see") return referable?.has(name) === false ? typed : { kind: "reference", to: name };
  if (kind === "answer") return answers[name] === undefined || answers[name] === "" ? "…" : answers[name];
  return isPlaceholder(name) ? values[name] : typed;
}

function kindOf(written: string | undefined): Braces["kind"] {
  return written === "see" || written === "answer" ? written : "value";
}

function joined(parts: readonly Inline[]): Text {
  const text: Inline[] = [];
  for (const part of parts) {
    const last = text.at(-1);
    if (typeof part === "string" && typeof last === "string") text[text.length - 1] = last + part;
    else if (part !== "") text.push(part);
  }
  return text;
}
