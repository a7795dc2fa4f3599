/** A finished report as data: headings, paragraphs, tables, figures, notes. Every format writes this and nothing else, so that all say the same. */
import type { DirectionMeaning } from "../judgement/direction.ts";
import type { RatingWord } from "../judgement/rating.ts";
import type { Audience } from "../scored-card.ts";

/** A piece of a line. References are by id; what they read as ("Table 3", "section 5.2") is the numbering's to say. */
export type Inline =
  | string
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** To a heading, a numbered paragraph, a table or figure of this report. */
  | { readonly kind: "reference"; readonly to: string }
  /** "[note 1]", with its text among the report's notes. */
  | { readonly kind: "note"; readonly note: string };

export type Text = readonly Inline[];

export type HeadingBlock = {
  readonly kind: "heading";
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Numbered by the report: 5, 5.2, 5.2.1. */
  readonly isNumbered: boolean;
};

export type ParagraphBlock = {
  readonly kind: "paragraph";
  /** Names the paragraph where a writer may replace it. */
  readonly id?: string;
  readonly text: Text;
  /** Numbered one level below the heading it stands under: 1.1, 9.1.1. Under a heading without a number it has none. */
  readonly isNumbered?: boolean;
  /** Who wrote it: made from the data, or by a person, whose name and day stand beside it in internal copies. */
  readonly by?: { readonly person: string; readonly on: string };
};

export type ListBlock = {
  readonly kind: "list";
  /** Names the list where a writer may replace it. */
  readonly id?: string;
  readonly isOrdered: boolean;
  /** Of ordered lists: counted a, b, c instead of 1, 2, 3, as recommendations are. */
  readonly isLettered?: boolean;
  readonly items: readonly Text[];
};

/** Names with what each is: the cover's fields, contacts, background papers. */
export type FactsBlock = {
  readonly kind: "facts";
  readonly rows: readonly { readonly name: string; readonly text: Text }[];
};

/** Something a person must still write; a report with one is a draft and cannot be released. */
export type GapBlock = {
  readonly kind: "gap";
  readonly id: string;
  /** "Why 5.1 is red, and what is being done". */
  readonly words: string;
  readonly remedy: string;
  /** Numbered as the paragraph that will stand here, so that numbers stay when it is written. */
  readonly isNumbered?: boolean;
};

/** How a number is shown in a spreadsheet; `shown` is what every other format prints. */
export type NumberFormat = { readonly decimals: number; readonly sign: "" | "%" };

export type ReportCell =
  | { readonly kind: "text"; readonly text: Text }
  /** `value` exact, in the unit `shown` has (71.428… for "71.4%"); marks follow it: "[p]", "[r]". */
  | {
      readonly kind: "number";
      readonly shown: string;
      readonly value: number;
      readonly format: NumberFormat;
      readonly marks?: readonly string[];
    }
  /** Stands in place of a value: "[c]" with what it means in words. */
  | { readonly kind: "state"; readonly shorthand: string; readonly words: string }
  | { readonly kind: "rating"; readonly word: RatingWord; readonly label: string; readonly sentence: string }
  | {
      readonly kind: "direction";
      readonly arrow: string;
      readonly label: string;
      readonly meaning: DirectionMeaning;
      readonly sentence: string;
    }
  /** A small picture with what it shows in words. */
  | { readonly kind: "trend"; readonly svg: string; readonly alt: string };

export type ReportColumn = {
  readonly id: string;
  readonly header: string;
  /** Share of the table's width against the other columns'. */
  readonly weight: number;
  readonly align: "start" | "end";
  /** What the column holds, for the description of columns. */
  readonly words: string;
};

export type ReportRow = {
  /** In the columns' order; the first names the row, and none is left out. */
  readonly cells: readonly ReportCell[];
};

/** A table: one header row, no merged or empty cells. */
export type TableBlock = {
  readonly kind: "table";
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Shown below it: shorthand used, sources. */
  readonly source?: string;
  /**
   * A spreadsheet has one sheet where the pages have a table for each section: tables of one sheet are joined there,
   * with the part's name as a column of its own.
   */
  readonly sheet?: { readonly name: string; readonly partColumn: string; readonly part: string };
};

export type FigureBlock = {
  readonly kind: "figure";
  readonly id: string;
  readonly caption: string;
  /** The chart, and what it shows in whole sentences. */
  readonly svg: string;
  readonly alt: string;
  /** The same data as a table; every chart has one. */
  readonly table: string;
};

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FactsBlock
  | GapBlock
  | TableBlock
  | FigureBlock
  /** A list of the numbered headings and tables, with pages where there are pages. */
  | { readonly kind: "contents" };

export type ReportSection = {
  readonly id: string;
  readonly orientation: "portrait" | "landscape";
  readonly size: "a4" | "a3";
  readonly blocks: readonly Block[];
};

/** Tidy rows behind the report, for CSV and JSON: what the columns hold is said once, for people and machines. */
export type ReportData = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly {
    readonly name: string;
    readonly words: string;
    readonly type: "string" | "number" | "date";
  }[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
};

export type Report = {
  /** The template's id; with the period it names the files. */
  readonly template: string;
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  readonly audience: Audience;
  /** Stands on every page: "OFFICIAL-SENSITIVE: internal, not for publication"; "" for public reports. */
  readonly marking: string;
  /** The period the report is about, as an id and in words. */
  readonly period: { readonly id: string; readonly label: string };
  /** ISO day the report was made. */
  readonly madeOn: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly sections: readonly ReportSection[];
  /** Texts of the notes referred to, in the order they are first referred to. */
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  /** Every shorthand that occurs, with its meaning. */
  readonly shorthand: readonly { readonly shorthand: string; readonly words: string }[];
  readonly data: readonly ReportData[];
};

/** Every block of a report, in reading order. */
export function blocksOf({ sections }: Pick<Report, "sections">): readonly Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

/** What a report still lacks; empty when it may be released. */
export function gapsOf(report: Pick<Report, "sections">): readonly GapBlock[] {
  return blocksOf(report).filter((block) => block.kind === "gap");
}
