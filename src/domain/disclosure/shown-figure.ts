/** A figure as an audience may see it. Charts, pages and exports take only this; a hidden one holds no number to leak. */
import type { Figure } from "../figure.ts";
import type { Measure } from "../measure.ts";
import type { Audience } from "../scored-card.ts";
import { STATE_FACTS } from "../value-state.ts";
import type { CellDecision } from "./system.ts";

/** Below this denominator one case moves a percentage by more than 10 points (data.md 7). */
const SMALL_DENOMINATOR = 10;

type Marks = {
  readonly audience: Audience;
  /** The percentage is of fewer than ten: read it with care. */
  readonly isOfFew: boolean;
  /** Why it is (internally: would be) hidden from the public. Published figures never tell which: knowing that a number is small is knowing much of it. */
  readonly hiddenBecause: Exclude<CellDecision, "shown"> | null;
};

export type SuppressedFigure = Omit<Figure, "numerator" | "denominator" | "value" | "status" | "qualities" | "note"> &
  Marks & {
    readonly numerator: null;
    readonly denominator: null;
    readonly value: null;
    readonly status: "suppressed";
    readonly note: string;
    readonly isOfFew: false;
    readonly hiddenBecause: null;
  };

/** Every `ShownFigure` is a `Figure`; only `forAudience` makes one. */
export type ShownFigure = (Figure & Marks) | SuppressedFigure;

/** The figure with its true numbers, marked. */
export function openFigure(
  figure: Figure,
  { unit }: Pick<Measure, "unit">,
  { audience, decision }: { readonly audience: Audience; readonly decision: CellDecision },
): ShownFigure {
  const { denominator, status } = figure;
  const isOfFew =
    unit === "percentage" && status === "value" && denominator !== null && denominator < SMALL_DENOMINATOR;
  return { ...figure, audience, isOfFew, hiddenBecause: decision === "shown" ? null : decision };
}

/** The figure without anything that tells of it. Notes go too: people write numbers in them. */
export function suppressedFigure({ authority, measure, window, period, by, breakdown }: Figure): SuppressedFigure {
  return {
    authority,
    measure,
    window,
    period,
    by,
    breakdown,
    numerator: null,
    denominator: null,
    value: null,
    shown: STATE_FACTS.suppressed.shorthand,
    status: "suppressed",
    note: STATE_FACTS.suppressed.words,
    audience: "published",
    isOfFew: false,
    hiddenBecause: null,
  };
}
