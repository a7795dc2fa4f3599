/** A card for members, readable from top to bottom by eye or by ear: what each part shows, whether it is better, and what is being done where it is red. */
import type { DirectionMeaning } from "../../../domain/judgement/direction.ts";
import { periodWords } from "../../../domain/judgement/period-words.ts";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { POLARITY_WORDS } from "../../../domain/polarity-words.ts";
import type { Block, FactsBlock } from "../../../domain/report/document.ts";
import type { ScoredCard, ScoredSection } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { STATE_FACTS } from "../../../domain/value-state.ts";
import { WINDOW_WORDS } from "../../../domain/window-words.ts";
import { aimWords, hasAim } from "../aim-words.ts";
import { approvedOn, commentParagraphs } from "../comment-words.ts";
import { idPart, type Making } from "../making.ts";

/** Every section of the card in order. */
export function membersBlocks(card: ScoredCard, making: Making): readonly Block[] {
  return card.sections
    .filter(({ indicators }) => indicators.length > 0)
    .flatMap((section, index) => sectionBlocks(section, making, `${making.section.id}-part-${index + 1}`));
}

function sectionBlocks(part: ScoredSection, making: Making, id: string): readonly Block[] {
  const level = making.section.level === 1 ? 2 : 3;
  const reds = part.indicators.filter(({ rating }) => rating.word === "red");
  const others = part.indicators.filter((one) => !reds.includes(one));
  return [
    { kind: "heading", id: `${id}-heading`, level, text: part.title, isNumbered: false },
    { kind: "paragraph", id, text: [sectionSentences(part.indicators).join(" ")] },
    ...reds.flatMap((red) => redBlocks(red, making, `${id}-red`)),
    { kind: "facts", rows: others.map((one) => factOf(one, nameAmong(one, part.indicators))) },
  ].filter((block): block is Block => block.kind !== "facts" || (block as FactsBlock).rows.length > 0);
}

/** Three to six sentences: how many there are, how they are rated, which way they go, what is hidden. */
export function sectionSentences(indicators: readonly ScoredIndicator[]): readonly string[] {
  const rated = (word: RatingWord) => indicators.filter(({ rating }) => rating.word === word).length;
  const going = (meaning: DirectionMeaning) =>
    indicators.filter(({ direction }) => direction.meaning === meaning).length;
  const hidden = indicators.filter(({ state }) => state === "suppressed").length;
  const unrated = rated("not-rated");
  const isAre = (count: number) => `${count} ${count === 1 ? "is" : "are"}`;
  return [
    `This part has ${indicators.length} ${indicators.length === 1 ? "measure" : "measures"}.`,
    unrated === indicators.length
      ? "None is rated."
      : `${isAre(rated("green"))} rated green, ${rated("amber")} amber and ${rated("red")} red${unrated === 0 ? "" : `; ${isAre(unrated)} not rated`}.`,
    `Against the time before, ${isAre(going("improving"))} better, ${isAre(going("worse"))} worse and ${isAre(going("similar"))} about the same.`,
    ...(going("changed") === 0 ? [] : [`${going("changed")} went up or down where neither is better.`]),
    ...(going("cannot-compare") === 0 ? [] : [`${going("cannot-compare")} cannot be compared with the time before.`]),
    ...(hidden === 0
      ? []
      : [
          `${hidden} ${hidden === 1 ? "figure is hidden because it" : "figures are hidden because they"} could tell of a person.`,
        ]),
  ];
}

/** What it shows, what good looks like, whether it is better, and what is being done; without the last the report is not done. */
function redBlocks(red: ScoredIndicator, { audience }: Making, place: string): readonly Block[] {
  const id = `${place}-${idPart(red.reference)}`;
  const [comment] = approvedOn(red);
  const said: Block = {
    kind: "paragraph",
    id: `${id}-said`,
    text: [{ kind: "strong", text: `Red: ${red.title}. ` }, redWords(red)],
  };
  if (comment !== undefined) {
    const [first, ...rest] = commentParagraphs(comment, id, audience);
    if (first === undefined) return [said];
    return [said, { ...first, text: [{ kind: "strong", text: "What is being done: " }, ...first.text] }, ...rest];
  }
  const gap: Block = {
    kind: "gap",
    id,
    words: `What is being done about ${red.reference} “${red.title}”`,
    remedy: "Write a comment on it, or write it here.",
  };
  return [said, gap];
}

function redWords(red: ScoredIndicator): string {
  return `What it shows: ${lowered(red.measure.shows)} What good looks like: ${goodWords(red)} What it is now: ${valueWords(red)} ${MEANINGS[red.direction.meaning]}`;
}

/** "At least 85%; higher is better." */
function goodWords({ target, measure }: ScoredIndicator): string {
  const good = lowered(POLARITY_WORDS[measure.polarity]);
  return hasAim(target) ? `${target.shown}; ${good}` : good;
}

/** "82.4%; it was 90.5% in quarter 3 of 2025-26." */
function valueWords({ state, shown, history, direction }: ScoredIndicator): string {
  if (state !== "value") return STATE_FACTS[state].words;
  const before = history.find(({ period }) => period === direction.comparedWith);
  if (before?.status !== "value") return `${shown}.`;
  return `${shown}; it was ${before.shown} for ${periodWords(parsePeriod(before.period, before.window))}.`;
}

const RATED: Readonly<Record<RatingWord, string>> = {
  green: "Rated green.",
  amber: "Rated amber.",
  red: "Rated red.",
  "not-rated": "",
};

const MEANINGS: Readonly<Record<DirectionMeaning, string>> = {
  improving: "It is getting better.",
  worse: "It is getting worse.",
  similar: "It is about the same as before.",
  changed: "It has changed; neither way is better.",
  "cannot-compare": "It cannot be compared with before.",
};

function factOf(scored: ScoredIndicator, name: string): FactsBlock["rows"][number] {
  const { measure, target, rating, direction } = scored;
  const now = scored.state === "value" ? `Now: ${valueWords(scored)}` : valueWords(scored);
  // Where there is no figure, that it cannot be compared goes without saying.
  const way = scored.state === "value" ? MEANINGS[direction.meaning] : "";
  const parts = [measure.shows, now, aimWords(target), RATED[rating.word], way];
  return { name, text: [parts.filter((part) => part !== "").join(" ")] };
}

/** One measure may stand in several windows of time. */
function nameAmong({ title, indicator }: ScoredIndicator, all: readonly ScoredIndicator[]): string {
  const isOne = all.filter((one) => one.title === title).length === 1;
  return isOne ? title : `${title} (${WINDOW_WORDS[indicator.window].toLowerCase()})`;
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
