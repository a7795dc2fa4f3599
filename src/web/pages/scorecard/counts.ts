/** How many rows have each rating and direction, by section: parts and totals add up because the totals are their sums. */
import { DIRECTION_MEANINGS } from "../../../domain/judgement/direction.ts";
import { RATING_FACTS, RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { MEANING_WORDS } from "../../components/direction/direction.tsx";
import type { SectionFigures } from "../../services.ts";
import { addressOf, type Chosen } from "./choices.ts";
import { changeOf } from "./only-rows.ts";
import { sectionId } from "./section-id.ts";

export type CountCell = { readonly count: number; readonly href: string | null };
export type CountTable = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly CountCell[] }[];
  readonly total: readonly CountCell[];
};

type Column = {
  readonly label: string;
  readonly choice: Partial<Chosen>;
  readonly has: (row: SectionFigures["indicators"][number]) => boolean;
};

/** Two tables over the sections given: ratings, and directions. Each number leads to its rows. */
export function countTables(sections: readonly SectionFigures[], path: string, chosen: Chosen): readonly CountTable[] {
  if (!sections.some(({ indicators }) => indicators.some(({ judged }) => judged !== undefined))) return [];
  const ratings: readonly Column[] = RATING_WORDS.map((word) => ({
    label: RATING_FACTS[word].label,
    choice: { rating: word },
    has: ({ judged }) => (judged?.rating.word ?? "not-rated") === word,
  }));
  const directions: readonly Column[] = DIRECTION_MEANINGS.map((meaning) => ({
    label: MEANING_WORDS[meaning],
    choice: { direction: meaning },
    has: ({ judged }) => (judged === undefined ? "cannot-compare" : changeOf(judged, chosen).meaning) === meaning,
  }));
  return [
    countTable("Ratings by section", ratings, { sections, path, chosen }),
    countTable("Directions by section", directions, { sections, path, chosen }),
  ];
}

type Place = { readonly sections: readonly SectionFigures[]; readonly path: string; readonly chosen: Chosen };

function countTable(title: string, columns: readonly Column[], { sections, path, chosen }: Place): CountTable {
  const plain = { ...chosen, rating: null, direction: null, signal: null };
  const all = sections.flatMap(({ indicators }) => indicators);
  const cells = (rows: SectionFigures["indicators"], section: string | null): readonly CountCell[] => {
    const counts = columns.map(({ has }) => rows.filter(has).length);
    return [
      ...counts.map((count, index) => ({
        count,
        href: count === 0 ? null : addressOf(path, { ...plain, section, ...columns[index]?.choice }),
      })),
      { count: counts.reduce((sum, count) => sum + count, 0), href: null },
    ];
  };
  return {
    title,
    head: [...columns.map(({ label }) => label), "Total"],
    rows: sections.map((section) => ({
      title: section.title,
      cells: cells(section.indicators, sectionId(section.title)),
    })),
    total: cells(all, chosen.section),
  };
}
