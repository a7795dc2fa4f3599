/** A template: which sections a report has, in what order, and where each draws its content from. Councils write these (YAML); see `measures`' reader for the file's shape. */
import type { Audience } from "../scored-card.ts";

/** Something only the writer knows: a meeting's date, the legal implications. */
export type Ask = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kind: "day" | "line" | "text";
  /** A report without it has a gap. */
  readonly isRequired: boolean;
  /** What stands there until the writer says otherwise. */
  readonly standard?: string | undefined;
};

/** Columns of a layout, each by the name of one of the known makers; `header` as the council prints it. */
export type LayoutColumn = {
  readonly column: LayoutColumnKind;
  /** May use {period} where the column is of one: "Year end {period}". */
  readonly header?: string | undefined;
  readonly weight?: number | undefined;
};

export const LAYOUT_COLUMNS = [
  "reference",
  "title",
  /** What the measure shows, in plain words. */
  "shows",
  "section",
  "recommendation",
  "recommendation-summary",
  /** Of the plan for children and young people. */
  "priority",
  "corporate-priority",
  "good-is",
  "target",
  /** All bands in one column, or one column each. */
  "bands",
  "requires-improvement",
  "good",
  "outstanding",
  "rating",
  "direction",
  "value",
  "previous",
  "change",
  /** One column for each of the periods shown. */
  "history",
  "year-to-date",
  "last-year",
  "baseline",
  "numerator",
  "denominator",
  "neighbours",
  "region",
  "england",
  "trend",
  "comment",
  "note",
] as const;
export type LayoutColumnKind = (typeof LAYOUT_COLUMNS)[number];

/** Columns of one period, whose headers may name it in braces. */
export const PERIOD_COLUMNS: readonly LayoutColumnKind[] = [
  "value",
  "previous",
  "history",
  "year-to-date",
  "last-year",
];

export type Layout = {
  readonly id: string;
  readonly title: string;
  readonly orientation: "portrait" | "landscape";
  readonly size: "a4" | "a3";
  /** How many periods "history" shows. */
  readonly periods: number;
  readonly columns: readonly LayoutColumn[];
};

/** A measure in words a young person knows: "Children in care", and what it is to live like that. */
export type PlainMeasure = { readonly measure: string; readonly name: string; readonly says: string };

/** One piece of a section's content. */
export type Content =
  | { readonly kind: "text"; readonly id: string; readonly text: string }
  | { readonly kind: "ask"; readonly ask: string }
  | { readonly kind: "cover"; readonly fields: readonly { readonly name: string; readonly text: string }[] }
  | { readonly kind: "contents" }
  /** The tables of ratings or directions that add up. */
  | { readonly kind: "counts"; readonly of: "ratings" | "directions" }
  /** A paragraph for every red indicator, from its comment, or a gap. */
  | { readonly kind: "reds" }
  /** Red, amber and worse, or unusual: with why. */
  | { readonly kind: "exceptions" }
  | { readonly kind: "indicators"; readonly layout: string }
  | { readonly kind: "comments" }
  /** A measure or every compared one beside its neighbours, in rank order. */
  | { readonly kind: "neighbours" }
  | { readonly kind: "columns"; readonly layout: string }
  | { readonly kind: "definitions" }
  | { readonly kind: "changes" }
  /** A chart with its table for each indicator asked for: all, red ones, or those named. */
  | { readonly kind: "charts"; readonly which: "all" | "red" | readonly string[] }
  | { readonly kind: "measure" }
  | { readonly kind: "years"; readonly years: number }
  | { readonly kind: "challenge" }
  /** The card in short sentences: for members with its numbers, for young people rough ones of the measures told of. */
  | {
      readonly kind: "plain-english";
      readonly reader: "members" | "young-people";
      readonly tell: readonly PlainMeasure[];
    }
  | { readonly kind: "notes" }
  | { readonly kind: "sources" };

export type TemplateSection = {
  readonly id: string;
  /** "" for a part without a heading: the cover. */
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  readonly isNumbered: boolean;
  /** Whether its paragraphs are numbered under its heading; where it does not say, as the template says. */
  readonly numberParagraphs?: boolean | undefined;
  readonly orientation: "portrait" | "landscape";
  readonly size: "a4" | "a3";
  readonly content: readonly Content[];
};

/** What a report is about: a scorecard's period, one measure, teams of a challenge session, or two editions. */
export const REPORT_SUBJECTS = ["scorecard", "measure", "challenge", "editions"] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

export type ReportTemplate = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** May use the same names in braces as its texts: {scorecard}, {period}, {authority}. */
  readonly reportTitle: string;
  readonly subject: ReportSubject;
  /** Scorecards it is laid out for, offered for those alone; any where none is named. A person may still ask for it of another. */
  readonly scorecards?: readonly string[] | undefined;
  readonly audience: Audience;
  /** Paragraphs of numbered sections are numbered, as in committee papers: 1.1, 9.1.1. */
  readonly numberParagraphs?: boolean | undefined;
  readonly asks: readonly Ask[];
  readonly sections: readonly TemplateSection[];
  /** The file of the catalogue that holds it. */
  readonly file: string;
};

/** Whether a section's paragraphs have numbers: under a heading with a number, where the section or the template asks for them. */
export function numbersParagraphs(
  { heading, isNumbered, numberParagraphs }: TemplateSection,
  template: Pick<ReportTemplate, "numberParagraphs">,
): boolean {
  return heading !== "" && isNumbered && (numberParagraphs ?? template.numberParagraphs ?? false);
}

/** What texts of a template may refer to: sections with a heading, and texts with a number. */
export function referableIn(template: Pick<ReportTemplate, "sections" | "numberParagraphs">): readonly string[] {
  return template.sections.flatMap((section) => [
    ...(section.heading === "" ? [] : [section.id]),
    ...section.content.flatMap((content) =>
      content.kind === "text" && numbersParagraphs(section, template) ? [content.id] : [],
    ),
  ]);
}

const OF_A_CARD: readonly ReportSubject[] = ["scorecard", "measure", "editions"];

/** What a report must be about for each kind of content to say something. */
export const SUBJECTS_OF: Readonly<Record<Content["kind"], readonly ReportSubject[]>> = {
  text: REPORT_SUBJECTS,
  ask: REPORT_SUBJECTS,
  cover: REPORT_SUBJECTS,
  contents: REPORT_SUBJECTS,
  notes: REPORT_SUBJECTS,
  sources: REPORT_SUBJECTS,
  counts: OF_A_CARD,
  reds: OF_A_CARD,
  exceptions: OF_A_CARD,
  indicators: OF_A_CARD,
  comments: OF_A_CARD,
  neighbours: OF_A_CARD,
  columns: OF_A_CARD,
  definitions: OF_A_CARD,
  changes: OF_A_CARD,
  charts: OF_A_CARD,
  years: OF_A_CARD,
  "plain-english": OF_A_CARD,
  measure: ["measure"],
  challenge: ["challenge"],
};
