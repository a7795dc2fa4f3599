/** What a column of a layout is, whatever it shows: its header, what it tells, and how an indicator's cell is made. */
import type { ReportingPeriod } from "../../../domain/period.ts";
import type { ReportCell, ReportColumn } from "../../../domain/report/document.ts";
import type { Layout } from "../../../domain/report/template.ts";
import type { WrittenBands } from "../../../domain/scorecard.ts";
import type { ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import type { NoteBook } from "../making.ts";
import type { YearFigures } from "./year-figures.ts";

/** A column with its maker of cells. */
export type ColumnSpec = Omit<ReportColumn, "weight"> & {
  /** Share of the width where the layout gives none. */
  readonly weight: number;
  /** What {period} in a layout's own header becomes; absent where the column is of no period. */
  readonly periodWords?: string;
  readonly cell: (scored: ScoredIndicator) => ReportCell;
};

/** What cells are made from, looked up once for all tables of a layout. */
export type CardFacts = {
  readonly card: ScoredCard;
  readonly layout: Layout;
  /** The periods "history" shows, oldest first. */
  readonly periods: readonly ReportingPeriod[];
  readonly notes: NoteBook;
  /** Bands as written: set by people, or the card's own. */
  readonly bandsOf: (scored: ScoredIndicator) => WrittenBands | null;
  /** Figures of whole years, where they may be told. */
  readonly years: YearFigures;
  /** Part of every picture's id, so that two tables of one report never share one. */
  readonly place: string;
};

/** One kind of column: usually one column, one for each period of "history". */
export type ColumnMaker = (facts: CardFacts) => readonly ColumnSpec[];
