/** What a scorecard page prints: every figure as a cell, every row's shape as a sparkline, and the choices of its form. */
import { directionsSentence, ratingsSentence } from "../../../domain/judgement/count-table.ts";
import type { ReportingPeriod } from "../../../domain/period.ts";
import { type Shorthand, shorthandsIn } from "../../figure-cell.ts";
import type { EditionOfCard, ScorecardFigures, SectionFigures } from "../../services.ts";
import { shortMonth } from "../../words.ts";
import { type CardOptions, cardOptions, type OfferedEdition } from "./choice-options.ts";
import { addressOf, type Chosen, NOTHING_CHOSEN } from "./choices.ts";
import { type CountTable, countTables } from "./counts.ts";
import { onlyRows } from "./only-rows.ts";
import { type CommentView, type IndicatorView, presentComment, presentRow, type RowPlace } from "./present-row.ts";
import { sectionId } from "./section-id.ts";

export type SectionView = {
  readonly id: string;
  readonly title: string;
  readonly scope: string | null;
  readonly comments: readonly CommentView[];
  readonly indicators: readonly IndicatorView[];
};

export type ScorecardView = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Where its form is sent. */
  readonly path: string;
  /** The same reading with every row. */
  readonly allRows: string;
  /** "Wexcombe, 13 months to March 2026". */
  readonly span: string;
  readonly edition: EditionOfCard | null;
  readonly columns: readonly { readonly label: string; readonly short: string }[];
  /** Which columns of others' figures any row fills. */
  readonly others: readonly ("neighbours" | "england")[];
  readonly sections: readonly SectionView[];
  readonly comments: readonly CommentView[];
  readonly options: CardOptions;
  readonly chosen: Chosen;
  readonly shorthands: readonly Shorthand[];
  /** Sentences on the whole card; none where nothing is judged. */
  readonly counts: readonly string[];
  readonly countTables: readonly CountTable[];
  readonly rows: { readonly shown: number; readonly all: number };
};

/** What the viewer may choose and follow. */
export type CardAllowances = {
  readonly teams?: readonly string[];
  readonly editions?: readonly OfferedEdition[];
  readonly opensLists?: boolean;
  readonly opensMeasures?: boolean;
  readonly writes?: boolean;
  readonly judges?: boolean;
};

/** A scorecard as its page prints it. */
export function presentScorecard(
  figures: ScorecardFigures,
  choice: Partial<Chosen> = {},
  { teams = [], editions = [], opensLists = false, opensMeasures = true, ...does }: CardAllowances = {},
): ScorecardView {
  const chosen: Chosen = { ...NOTHING_CHOSEN, ...choice };
  const { id, columns, edition = null, counts } = figures;
  const path = edition === null ? `/scorecards/${id}` : `/scorecards/${id}/published`;
  const place: RowPlace = { columns, chosen, opensLists, opensMeasures, isPublished: edition !== null, ...does };
  const sections = onlyRows(figures.sections, chosen).map((section) => presentSection(section, place));
  const rows = sections.flatMap(({ indicators }) => indicators);
  const chosenSections = figures.sections.filter(
    ({ title }) => chosen.section === null || sectionId(title) === chosen.section,
  );
  return {
    id,
    title: figures.title,
    description: figures.description,
    path,
    allRows: addressOf(path, {
      ...chosen,
      section: null,
      rating: null,
      direction: null,
      signal: null,
      ...ofEdition(figures),
    }),
    span: spanOf(figures, chosen.team),
    edition,
    columns: columns.map((column) => ({ label: column.label, short: shortLabel(column) })),
    others: (["neighbours", "england"] as const).filter((group) => rows.some(({ judged }) => judged?.[group])),
    sections,
    comments:
      chosen.section === null
        ? (figures.comments ?? []).map((comment) => presentComment(comment, place.isPublished))
        : [],
    options: cardOptions(figures, chosen, { teams, editions }),
    chosen,
    shorthands: shorthandsIn(rows.flatMap(({ cells }) => cells)),
    counts: counts === undefined ? [] : [ratingsSentence(counts.ratings), directionsSentence(counts.directions)],
    countTables: countTables(chosenSections, path, { ...chosen, ...ofEdition(figures) }),
    rows: { shown: rows.length, all: figures.sections.reduce((sum, { indicators }) => sum + indicators.length, 0) },
  };
}

/** An edition that was chosen stays chosen. */
function ofEdition({ edition }: ScorecardFigures): { readonly edition?: string } {
  return edition === undefined ? {} : { edition: edition.id };
}

function spanOf({ authority, columns }: ScorecardFigures, team: string | null): string {
  const noun = columns[0]?.window === "in-month" ? "months" : "periods";
  const whose = team === null ? authority : `${team}, ${authority}`;
  return `${whose}, ${columns.length} ${noun} to ${columns.at(-1)?.label ?? "now"}`;
}

function presentSection(section: SectionFigures, place: RowPlace): SectionView {
  const id = sectionId(section.title);
  return {
    id,
    title: section.title,
    scope: section.scope ?? null,
    comments: (section.comments ?? []).map((comment) => presentComment(comment, place.isPublished)),
    indicators: section.indicators.map((indicator, index) =>
      presentRow(indicator, { ...place, chartId: `${id}-${index}` }),
    ),
  };
}

function shortLabel(column: ReportingPeriod): string {
  return column.window === "in-month" ? shortMonth(column.id) : column.label;
}
