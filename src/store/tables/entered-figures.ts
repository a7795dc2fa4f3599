/** Tables of figures entered by hand, and of who enters them. */

export type EnteredFigureRow = {
  readonly id: number;
  readonly measure: string;
  /** The id of a period of the measure's cadence: 2026-03, 2025-26-Q4, 2025-26. */
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly text: string | null;
  readonly state: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  /** Cleared: nothing is entered any more. It is entered anew as a further version. */
  readonly withdrawn_at: string | null;
};

export type EnteredFigureVersionRow = {
  readonly figure: number;
  readonly version: number;
  /** JSON of the values; `null` where it was cleared. */
  readonly content: string | null;
  readonly person: string;
  readonly at: string;
};

export type FigureOwnerRow = {
  readonly id: number;
  readonly measure: string;
  /** The id of the person who enters it. */
  readonly person: string;
  /** Days after the period's last day by which it is due. */
  readonly due_days: number;
  readonly author: string;
  readonly at: string;
  readonly withdrawn_at: string | null;
};

export type EnteredFigureTables = {
  readonly entered_figure: EnteredFigureRow;
  readonly entered_figure_version: EnteredFigureVersionRow;
  readonly figure_owner: FigureOwnerRow;
};
