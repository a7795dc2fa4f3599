/** Columns that say which indicator it is and what it answers to. */
import { parsePeriod, type ReportingPeriod } from "../../../domain/period.ts";
import type { Inline } from "../../../domain/report/document.ts";
import type { LinkKind } from "../../../domain/scorecard.ts";
import { type Audience, indicatorsOf } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { STATE_FACTS } from "../../../domain/value-state.ts";
import { DASH } from "../shown-cells.ts";
import type { CardFacts, ColumnMaker } from "./column-spec.ts";
import { shortPeriod } from "./period-names.ts";
import { wordsCell } from "./plain-cells.ts";

export const referenceColumn: ColumnMaker = () => [
  {
    id: "reference",
    header: "Reference",
    words: "The indicator’s number on the scorecard. 1.10 comes after 1.9.",
    weight: 1.2,
    align: "start",
    cell: ({ reference }) => wordsCell(reference),
  },
];

/** Footnotes stand after the title where the layout has no column for them. */
export const titleColumn: ColumnMaker = (facts) => [
  {
    id: "title",
    header: "Measure",
    words: "What is counted, and of whom.",
    weight: 5,
    align: "start",
    cell: (scored) =>
      wordsCell(
        scored.title,
        facts.layout.columns.some(({ column }) => column === "note") ? [] : notesOf(scored, facts),
      ),
  },
];

export const noteColumn: ColumnMaker = (facts) => [
  {
    id: "note",
    header: "Notes",
    words: "Notes to read with the figures; their texts are listed at the end.",
    weight: 1.3,
    align: "start",
    cell: (scored) => {
      const notes = notesOf(scored, facts);
      return notes.length === 0 ? DASH : { kind: "text", text: notes };
    },
  },
];

export const showsColumn: ColumnMaker = () => [
  {
    id: "shows",
    header: "What it shows",
    words: "What the measure tells of the service, in plain words.",
    weight: 4,
    align: "start",
    cell: ({ measure: { shows } }) => wordsCell(shows),
  },
];

export const sectionColumn: ColumnMaker = () => [
  {
    id: "section",
    header: "Section",
    words: "The part of the scorecard the indicator stands in.",
    weight: 2.5,
    align: "start",
    cell: ({ section }) => wordsCell(section),
  },
];

export const recommendationColumn = linkColumn("recommendation", {
  header: "Rec.",
  words: "The number of the recommendation the indicator gives evidence of.",
  weight: 1,
});
export const recommendationSummaryColumn = linkColumn("recommendation-summary", {
  header: "Recommendation",
  words: "What that recommendation asks for, in short.",
  weight: 2.6,
});
export const priorityColumn = linkColumn("plan-priority", {
  header: "Plan priority",
  words: "The priority of the plan for children and young people that the indicator belongs to.",
  weight: 1.8,
});
export const corporatePriorityColumn = linkColumn("corporate-priority", {
  header: "Corporate priority",
  words: "The council’s own outcome that the indicator belongs to.",
  weight: 1.7,
});

function linkColumn(
  kind: LinkKind,
  said: { readonly header: string; readonly words: string; readonly weight: number },
): ColumnMaker {
  // Where no indicator of the card answers to any, the column would only take room.
  return ({ card }) =>
    indicatorsOf(card).some(({ indicator }) => indicator.links?.[kind] !== undefined)
      ? [{ ...said, id: kind, align: "start", cell: ({ indicator: { links } }) => wordsCell(links?.[kind]) }]
      : [];
}

/** The indicator’s own note, and those of the figures shown: the same words over several periods are one note. */
function notesOf(scored: ScoredIndicator, facts: CardFacts): readonly Inline[] {
  const columns = new Map<string, number[]>();
  for (const { note, period, window, status } of scored.history) {
    const { end } = parsePeriod(period, window);
    const column = facts.periods.findIndex((shown) => shown.end === end);
    // What the shorthand says already needs no note.
    const isSaid = status !== "value" && note === STATE_FACTS[status].words;
    if (note !== undefined && !isSaid && column >= 0) columns.set(note, [...(columns.get(note) ?? []), column]);
  }
  const ofFigures = [...columns].map(([note, own]) => `${spansOf(own, facts.periods)}: ${note}`);
  return [...ownNote(scored, facts.card.audience), ...ofFigures].map((note) => facts.notes.refer(sentence(note)));
}

/** "Apr 2025 to Jul 2025 and Sep 2025": columns side by side are one span. */
function spansOf(columns: readonly number[], periods: readonly ReportingPeriod[]): string {
  const spans: (readonly [number, number])[] = [];
  for (const column of columns) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === column - 1) spans[spans.length - 1] = [last[0], column];
    else spans.push([column, column]);
  }
  const nameOf = (column: number): string => {
    const period = periods[column];
    return period === undefined ? "" : shortPeriod(period);
  };
  const names = spans.map(([from, to]) => (from === to ? nameOf(from) : `${nameOf(from)} to ${nameOf(to)}`));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Where a figure is hidden, what an earlier card printed of its direction and change could give it away. */
function ownNote({ indicator: { note = "" }, state }: ScoredIndicator, audience: Audience): readonly string[] {
  const isHidden = audience === "published" && state === "suppressed";
  const said = isHidden
    ? note
        .split("; ")
        .filter((part) => !part.startsWith("Printed for "))
        .join("; ")
    : note;
  return said === "" ? [] : [said];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
