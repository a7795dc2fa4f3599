/** What the list of measures prints: those that match what was asked, under their first letters, and what may be asked. */
import { RATING_FACTS, RATING_WORDS, type RatingWord } from "../../../domain/judgement/rating.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import type { MeasureSummary, ScorecardSummary } from "../../services.ts";
import { countOf } from "../../words.ts";

export type MeasuresAsked = {
  readonly search: string;
  readonly area: string;
  readonly scorecard: string;
  readonly rating: RatingWord | "";
};

/** One rating of a measure on a scorecard. */
export type PlaceRated = { readonly scorecard: string; readonly reference: string; readonly rating: RatingWord };

export type MeasureLine = {
  readonly href: string;
  readonly title: string;
  readonly definition: string;
  /** Where it is rated so, when a rating was asked for. */
  readonly rated: readonly { readonly place: string; readonly word: RatingWord }[];
};

export type MeasuresView = {
  readonly search: string;
  /** "84 measures", "3 measures match “visits”". */
  readonly found: string;
  readonly isNarrowed: boolean;
  readonly areas: readonly SelectOption[];
  readonly scorecards: readonly SelectOption[];
  readonly ratings: readonly SelectOption[];
  readonly letters: readonly { readonly letter: string; readonly measures: readonly MeasureLine[] }[];
};

type Known = {
  readonly measures: readonly MeasureSummary[];
  readonly scorecards: readonly Pick<ScorecardSummary, "id" | "title">[];
  /** Ratings by measure; only asked for where a rating is looked for, since every scorecard is judged for it. */
  readonly ratings: ReadonlyMap<string, readonly PlaceRated[]>;
};

/** Measures A to Z; every word searched for must occur in the title, definition or id. */
export function presentMeasures({ measures, scorecards, ratings }: Known, asked: MeasuresAsked): MeasuresView {
  const { search, area, scorecard, rating } = asked;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const titles = new Map(scorecards.map(({ id, title }) => [id, title]));
  const ratedSo = (id: string): MeasureLine["rated"] =>
    (ratings.get(id) ?? [])
      .filter((place) => place.rating === rating && (scorecard === "" || place.scorecard === scorecard))
      .map((place) => ({
        place: `${titles.get(place.scorecard) ?? place.scorecard}, ${place.reference}`,
        word: place.rating,
      }));
  const matching = measures
    .filter((measure) => words.every((word) => wordsOf(measure).includes(word)))
    .filter((measure) => area === "" || measure.area === area)
    .filter((measure) => scorecard === "" || measure.scorecards.includes(scorecard))
    .filter(({ id }) => rating === "" || ratedSo(id).length > 0)
    .toSorted((a, b) => a.title.localeCompare(b.title, "en-GB", { numeric: true }));
  const letters = Map.groupBy(matching, ({ title }) => (title[0] ?? "").toUpperCase());
  return {
    search,
    found: foundWords(matching.length, search),
    isNarrowed: search !== "" || area !== "" || scorecard !== "" || rating !== "",
    areas: options("Every area", [...new Set(measures.map((measure) => measure.area))].toSorted(), area, areaWords),
    scorecards: options("Any or none", [...titles.keys()], scorecard, (id) => titles.get(id) ?? id),
    ratings: options("Any rating", RATING_WORDS, rating, (word) => RATING_FACTS[word as RatingWord].label),
    letters: [...letters].map(([letter, inLetter]) => ({
      letter,
      measures: inLetter.map(({ id, title, definition }) => ({
        href: `/measures/${id}`,
        title,
        definition,
        rated: rating === "" ? [] : ratedSo(id),
      })),
    })),
  };
}

/** "children-looked-after" as people read it. */
export function areaWords(area: string): string {
  if (area === "send") return "Special educational needs and disabilities";
  const words = area.replaceAll("-", " ");
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}

function foundWords(count: number, search: string): string {
  const words = countOf(count, "measure");
  return search === "" ? words : `${words} ${count === 1 ? "matches" : "match"} “${search}”`;
}

function options(
  all: string,
  values: readonly string[],
  selected: string,
  nameOf: (value: string) => string,
): readonly SelectOption[] {
  return [
    { value: "", text: all, selected: selected === "" },
    ...values.map((value) => ({ value, text: nameOf(value), selected: value === selected })),
  ];
}

function wordsOf({ id, title, definition }: MeasureSummary): string {
  return `${title} ${definition} ${id}`.toLowerCase();
}
