/** One indicator of a scorecard in one period with everything that is said of it: what `waymark score` gives, pages show and editions freeze. */
import type { AnsweredFlag, Comment } from "./commentary.ts";
import type { ComparatorValue } from "./comparator.ts";
import type { Figure } from "./figure.ts";
import type { Bands, JudgementDefect } from "./judgement/bands.ts";
import type { Direction } from "./judgement/direction.ts";
import type { Rating } from "./judgement/rating.ts";
import type { Signals } from "./judgement/signal.ts";
import type { TargetInForce } from "./judgement/target.ts";
import type { Measure } from "./measure.ts";
import type { ReconciliationFinding } from "./reconciliation.ts";
import type { Indicator } from "./scorecard.ts";
import type { ValueQuality, ValueState } from "./value-state.ts";

export type ScoredIndicator = {
  readonly reference: string;
  readonly title: string;
  readonly section: string;
  readonly indicator: Indicator;
  readonly measure: Pick<Measure, "id" | "unit" | "decimals" | "polarity" | "change" | "definition" | "shows">;
  /** The window and period judged; `period` is `null` where no period of the window ends with the card's. */
  readonly period: string | null;
  readonly value: number | null;
  readonly shown: string;
  readonly state: ValueState;
  readonly qualities: readonly ValueQuality[];
  readonly note: string | null;
  /** Oldest first, the period judged last. */
  readonly history: readonly Figure[];
  readonly target: TargetInForce;
  readonly bands: Bands | null;
  readonly defects: readonly JudgementDefect[];
  readonly rating: Rating;
  readonly direction: Direction;
  readonly signals: Signals;
  readonly comparators: readonly ComparatorValue[];
  readonly reconciliation: readonly ReconciliationFinding[];
  readonly comments: readonly (Comment & { readonly flags: readonly AnsweredFlag[] })[];
};
