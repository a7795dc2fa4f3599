/** Columns of what is expected and how the figure is judged: target, bands, rating, direction of travel. */
import type { Inline } from "../../../domain/report/document.ts";
import { POLARITY_WORDS } from "../../../domain/report/indicator-rows.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { directionCell, ratingCell } from "../shown-cells.ts";
import type { CardFacts, ColumnMaker } from "./column-spec.ts";
import { wordsCell } from "./plain-cells.ts";

type BandPlace = "requires-improvement" | "good" | "outstanding";

const BAND_WORDS: Readonly<Record<BandPlace, string>> = {
  "requires-improvement": "Requires improvement",
  good: "Good",
  outstanding: "Outstanding",
};
const BAND_PLACES = ["requires-improvement", "good", "outstanding"] as const;

export const goodIsColumn: ColumnMaker = () => [
  {
    id: "good-is",
    header: "Polarity",
    words: "Whether a high figure or a low one is good.",
    weight: 1.6,
    align: "start",
    cell: ({ measure: { polarity } }) => wordsCell(POLARITY_WORDS[polarity]),
  },
];

export const targetColumn: ColumnMaker = ({ notes }) => [
  {
    id: "target",
    header: "Target",
    words: "The level aimed at: set nationally, or by the service. Where there is none the figure is only watched.",
    weight: 1.6,
    align: "start",
    cell: (scored) => wordsCell(targetWords(scored), notesOn(scored, ["target"], notes)),
  },
];

/** All bands in one cell, as the council writes them. */
export const bandsColumn: ColumnMaker = ({ bandsOf, notes }) => [
  {
    id: "bands",
    header: "Bands",
    words: "The stretches in which a figure is judged to require improvement, to be good or to be outstanding.",
    weight: 3,
    align: "start",
    cell: (scored) => {
      const bands = bandsOf(scored);
      const said = BAND_PLACES.flatMap((place) =>
        bands?.[place] === undefined ? [] : [`${BAND_WORDS[place]}: ${bands[place]}`],
      );
      return wordsCell(said.join("; "), notesOn(scored, BAND_PLACES, notes));
    },
  },
];

export const requiresImprovementColumn: ColumnMaker = bandColumn("requires-improvement");
export const goodColumn: ColumnMaker = bandColumn("good");
export const outstandingColumn: ColumnMaker = bandColumn("outstanding");

function bandColumn(place: BandPlace): ColumnMaker {
  return ({ bandsOf, notes }) => [
    {
      id: place,
      header: BAND_WORDS[place],
      words:
        place === "requires-improvement"
          ? "The stretch in which a figure requires improvement; what is poorer still is inadequate."
          : `The stretch in which a figure is ${BAND_WORDS[place].toLowerCase()}.`,
      weight: 1.7,
      align: "start",
      cell: (scored) => wordsCell(bandsOf(scored)?.[place], notesOn(scored, [place], notes)),
    },
  ];
}

export const ratingColumn: ColumnMaker = () => [
  {
    id: "rating",
    header: "Rating",
    words:
      "Red, amber or green: the figure against the level expected. Said by word and shape, so that it can be told " +
      "without colour. Not rated where nothing says what to expect.",
    weight: 1.7,
    align: "start",
    cell: ({ rating }) => ratingCell(rating),
  },
];

export const directionColumn: ColumnMaker = () => [
  {
    id: "direction",
    header: "Direction of travel",
    words:
      "The arrow says whether the figure went up, down or stayed; the word says whether that is better or worse, " +
      "or that the two cannot be compared.",
    weight: 2,
    align: "start",
    cell: ({ direction }) => directionCell(direction),
  },
];

function targetWords({ target: { shown, basis, isUnderReview } }: ScoredIndicator): string {
  if (shown === "") return "";
  const by = basis === "year-end" ? ", by the year’s end" : "";
  return `${shown}${by}${isUnderReview ? " (under review)" : ""}`;
}

/** What is wrong with a target or band as written, each a footnote: printed as the council has it, and reported. */
function notesOn(
  { reference, defects }: ScoredIndicator,
  places: readonly string[],
  notes: CardFacts["notes"],
): readonly Inline[] {
  const own = defects.filter(({ place }) => places.includes(place)).map(({ message }) => message);
  return [...new Set(own)].map((message) => notes.refer(`${reference}: ${message}`));
}
