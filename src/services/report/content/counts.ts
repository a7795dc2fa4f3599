/** The tables of ratings and directions: parts and total add up because the total is their sum (requirements 128, 138). */
import { directionsSentence, ratingsSentence } from "../../../domain/judgement/count-table.ts";
import { DIRECTION_MEANINGS, type DirectionMeaning } from "../../../domain/judgement/direction.ts";
import { RATING_FACTS, RATING_WORDS } from "../../../domain/judgement/rating.ts";
import type { Block, ReportCell, ReportColumn, TableBlock } from "../../../domain/report/document.ts";
import type { ScoredCard } from "../../../domain/scored-card.ts";
import { cardOf, type Maker } from "../making.ts";

const MEANING_WORDS: Readonly<Record<DirectionMeaning, string>> = {
  improving: "Improving",
  worse: "Getting worse",
  similar: "About the same",
  changed: "Changed, neither good nor bad",
  "cannot-compare": "Cannot be compared",
};

export const makeCounts: Maker<"counts"> = ({ of }, making) => {
  const card = cardOf(making);
  const id = `${making.section.id}-${of}`;
  const sentence = of === "ratings" ? ratingsSentence(card.ratings) : directionsSentence(card.directions);
  const paragraph: Block = {
    kind: "paragraph",
    id: `${id}-words`,
    text: [sentence, " ", { kind: "reference", to: id }, " counts them by section."],
  };
  return { blocks: [paragraph, of === "ratings" ? ratingsTable(card, id) : directionsTable(card, id)] };
};

function ratingsTable(card: ScoredCard, id: string): TableBlock {
  return countTable(card, {
    id,
    caption: `Ratings by section, ${card.period.label}`,
    words: RATING_WORDS.map((word) => ({
      word,
      header: `${RATING_FACTS[word].symbol} ${RATING_FACTS[word].label}`,
      says: `How many indicators are rated ${RATING_FACTS[word].label.toLowerCase()}.`,
    })),
    countOf: (indicators, word) => indicators.filter(({ rating }) => rating.word === word).length,
  });
}

function directionsTable(card: ScoredCard, id: string): TableBlock {
  return countTable(card, {
    id,
    caption: `Direction of travel by section, ${card.period.label}`,
    words: DIRECTION_MEANINGS.map((word) => ({
      word,
      header: MEANING_WORDS[word],
      says: `How many indicators are: ${MEANING_WORDS[word].toLowerCase()}.`,
    })),
    countOf: (indicators, word) => indicators.filter(({ direction }) => direction.meaning === word).length,
  });
}

type CountedBy<Word extends string> = {
  readonly id: string;
  readonly caption: string;
  readonly words: readonly { readonly word: Word; readonly header: string; readonly says: string }[];
  readonly countOf: (indicators: ScoredCard["sections"][number]["indicators"], word: Word) => number;
};

function countTable<Word extends string>(
  card: ScoredCard,
  { id, caption, words, countOf }: CountedBy<Word>,
): TableBlock {
  const lineOf = (name: string, indicators: ScoredCard["sections"][number]["indicators"]) => ({
    cells: [
      { kind: "text", text: [name] } as const,
      ...words.map(({ word }) => count(countOf(indicators, word))),
      count(indicators.length),
    ],
  });
  const columns: readonly ReportColumn[] = [
    { id: "section", header: "Section", weight: 3, align: "start", words: "The scorecard’s section." },
    ...words.map(({ word, header, says }) => ({ id: word, header, weight: 1.3, align: "end", words: says }) as const),
    { id: "total", header: "Total", weight: 1, align: "end", words: "How many indicators there are." },
  ];
  const rows = card.sections.map(({ title, indicators }) => lineOf(title, indicators));
  const all = card.sections.flatMap(({ indicators }) => indicators);
  return { kind: "table", id, caption, columns, rows: [...rows, lineOf("All sections", all)] };
}

function count(value: number): ReportCell {
  return { kind: "number", shown: String(value), value, format: { decimals: 0, sign: "" } };
}
