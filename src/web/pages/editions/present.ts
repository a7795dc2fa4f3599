/** An edition as people read it: reds first with what is being done, then every section; and this time beside last time and last year. */
import { addMonths } from "../../../domain/dates.ts";
import type { EditionDocument } from "../../../domain/edition.ts";
import type { Figure } from "../../../domain/figure.ts";
import { ratingsSentence } from "../../../domain/judgement/count-table.ts";
import { RATING_FACTS } from "../../../domain/judgement/rating.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { STATE_FACTS } from "../../../domain/value-state.ts";
import { POLARITY_WORDS } from "../../words.ts";

export type ReadIndicator = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly shown: string;
  /** Why there is no figure, in words; `null` where there is one. */
  readonly missing: string | null;
  readonly target: string;
  readonly rating: ScoredIndicator["rating"];
  readonly direction: ScoredIndicator["direction"];
  readonly comparators: readonly string[];
  /** What it shows and how it is defined, in plain English. */
  readonly shows: string;
  readonly definition: string;
  readonly good: string;
  readonly comments: readonly string[];
};

export type ReadEdition = {
  readonly counts: string;
  readonly comments: readonly string[];
  readonly reds: readonly ReadIndicator[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly scope: string | null;
    readonly comments: readonly string[];
    readonly indicators: readonly ReadIndicator[];
  }[];
};

/** The frozen card for reading. */
export function presentEdition({ card }: EditionDocument): ReadEdition {
  const spoken = new Map(card.sections.map(({ title, comments }) => [title, comments.map(({ body }) => body)]));
  return {
    counts: ratingsSentence(card.ratings),
    comments: card.comments.map(({ body }) => body),
    reds: indicatorsOf(card)
      .filter(({ rating }) => rating.word === "red")
      .map((scored) => {
        const own = readIndicator(scored);
        // Where nobody wrote about the indicator itself, what was written about its section is the nearest.
        return own.comments.length > 0 ? own : { ...own, comments: spoken.get(scored.section) ?? [] };
      }),
    sections: card.sections.map(({ title, scope, comments, indicators }, index) => ({
      id: `s-${index + 1}`,
      title,
      scope,
      comments: comments.map(({ body }) => body),
      indicators: indicators.map(readIndicator),
    })),
  };
}

function readIndicator(scored: ScoredIndicator): ReadIndicator {
  const { reference, title, shown, state, target, rating, direction, measure, comments, comparators } = scored;
  return {
    id: `i-${reference.replace(/[^A-Za-z0-9]/g, "-")}`,
    reference,
    title,
    shown,
    missing: state === "value" ? null : STATE_FACTS[state].label,
    target: targetWords(target),
    rating,
    direction,
    comparators: comparators
      .filter((one) => one.state === "value")
      .map(({ label, shown: theirs, period }) => `${label} ${theirs} (${period})`),
    shows: measure.shows,
    definition: measure.definition,
    good: POLARITY_WORDS[measure.polarity],
    comments: comments.map(({ body }) => body),
  };
}

function targetWords({ target, shown }: ScoredIndicator["target"]): string {
  if (target.kind === "monitor") return "Watched, with no target";
  return shown === "" ? "No target" : `Target: ${shown}`;
}

export type ThenAndNow = {
  readonly reference: string;
  readonly title: string;
  readonly now: string;
  readonly last: string;
  readonly lastYear: string;
  readonly rating: string;
  readonly direction: ScoredIndicator["direction"];
};

/** Each indicator's figure now, the period before and a year before, by section; all from the one edition. */
export function thenAndNow(
  card: ScoredCard,
): readonly { readonly title: string; readonly rows: readonly ThenAndNow[] }[] {
  return card.sections.map(({ title, indicators }) => ({
    title,
    rows: indicators.map((scored) => ({
      reference: scored.reference,
      title: scored.title,
      now: scored.shown,
      last: shownOf(scored.history.at(-2)),
      lastYear: shownOf(yearBefore(scored.history)),
      rating: RATING_FACTS[scored.rating.word].label,
      direction: scored.direction,
    })),
  }));
}

function yearBefore(history: readonly Figure[]): Figure | undefined {
  const latest = history.at(-1);
  if (latest === undefined) return undefined;
  const month = addMonths(endOf(latest), -12).slice(0, 7);
  return history.find((figure) => endOf(figure).startsWith(month));
}

function endOf({ period, window }: Figure): string {
  return parsePeriod(period, window).end;
}

/** "Not in this edition" is no figure of nought. */
function shownOf(figure: Figure | undefined): string {
  return figure?.shown ?? "[x]";
}
