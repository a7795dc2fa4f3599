/** How to read the report: its marks, how ratings and directions are made, rounding, what is hidden, and what was known to be unusual. */
import { ARROW_SYMBOLS } from "../../../domain/judgement/direction.ts";
import { rulesInForce } from "../../../domain/judgement/judge-indicator.ts";
import { RATING_FACTS, RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { directionWords, ratingWords } from "../../../domain/judgement/rule-words.ts";
import type { Block, Text } from "../../../domain/report/document.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { Maker, Making } from "../making.ts";
import { listed } from "../text-table.ts";

export const makeNotes: Maker<"notes"> = (_, making) => {
  const { card, section } = making;
  const notes: readonly Note[] = [
    ...(card === null ? [] : [ratingNote(card, making), directionNote(card, making)]),
    roundingNote(),
    hiddenNote(making),
    ...(card === null ? [] : knownNotes(card, making)),
  ];
  return { blocks: [marksOf(section.id), ...notes.flatMap((note) => noteBlocks(note, section))] };
};

/** Words under a heading of their own. */
type Note = { readonly id: string; readonly heading: string; readonly paragraphs: readonly string[] };

function noteBlocks({ id, heading, paragraphs }: Note, section: Making["section"]): readonly Block[] {
  if (paragraphs.length === 0) return [];
  const own = `${section.id}-${id}`;
  const level = section.level === 1 ? 2 : 3;
  return [
    { kind: "heading", id: `${own}-heading`, level, text: heading, isNumbered: false },
    ...paragraphs.map(
      (words, index): Block => ({
        kind: "paragraph",
        id: index === 0 ? own : `${own}-${index + 1}`,
        text: [words],
      }),
    ),
  ];
}

/** Every mark has its word beside it in the report itself; here they stand together. */
function marksOf(section: string): Block {
  const ratings = RATING_WORDS.map((word) => `${RATING_FACTS[word].symbol} ${RATING_FACTS[word].label.toLowerCase()}`);
  const { up, down, level, none } = ARROW_SYMBOLS;
  const marks: Text = [
    `Ratings are marked ${listed(ratings)}. Arrows say where a figure has moved: ${up} up, ${down} down, ${level} about the same, ${none} not comparable. `,
    "An arrow does not say whether that is good; the words beside it do. Marks in square brackets stand in place of a figure or beside one, and are explained where the report ends.",
  ];
  return { kind: "paragraph", id: `${section}-marks`, text: [marks.join("")] };
}

function ratingNote(card: ScoredCard, making: Making): Note {
  const rules = grouped(card, making, ({ rating }) => ratingWords(rating));
  return { id: "ratings", heading: "How indicators are rated", paragraphs: rules };
}

function directionNote(card: ScoredCard, making: Making): Note {
  const rules = grouped(card, making, ({ direction, compare }) => directionWords({ direction, compare }));
  return { id: "directions", heading: "How direction of travel is told", paragraphs: rules };
}

type Rules = ReturnType<typeof rulesInForce>;

/** Each rule once with the indicators it holds for; the one that holds for most stands for all the others. */
function grouped(
  card: ScoredCard,
  { definitions, inputs }: Making,
  wordsOf: (rules: Rules) => string,
): readonly string[] {
  const own = definitions.scorecards.get(card.scorecard)?.judgement ?? {};
  const holding = new Map<string, string[]>();
  for (const { reference, indicator } of indicatorsOf(card)) {
    const set = inputs.targets.find((one) => one.reference === reference) ?? null;
    const words = wordsOf(rulesInForce(own, indicator, set)).trim();
    holding.set(words, [...(holding.get(words) ?? []), reference]);
  }
  const [most, ...others] = [...holding].toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return [];
  const usual = others.length === 0 ? `Every indicator: ${most[0]}` : `Unless said below: ${most[0]}`;
  return [
    usual,
    ...others.map(
      ([words, references]) =>
        `${references.length === 1 ? "Indicator" : "Indicators"} ${listed(references)}: ${words}`,
    ),
  ];
}

function roundingNote(): Note {
  return {
    id: "rounding",
    heading: "Rounding",
    paragraphs: [
      "Figures are worked out exactly and rounded only where they are printed; a half is rounded up. Ratings and directions judge the exact figure, so one that prints like its target may still miss it. Printed parts may therefore differ from a printed total by one in the last place.",
    ],
  };
}

function hiddenNote({ audience, inputs }: Making): Note {
  const most = inputs.settings.disclosureThreshold;
  const few = `Numbers of people from 1 to ${most}`;
  const words =
    audience === "published"
      ? `${few} are hidden, so that no child can be recognised, and so is any other figure from which a hidden one could be worked out. A hidden figure is marked [c]; it is never shown as 0. A hidden figure is not rated and not compared.`
      : `This copy is for people who need true numbers. ${few} stand in it unhidden and must not be passed on; published copies hide them and mark them [c].`;
  return { id: "hidden", heading: "Hidden numbers", paragraphs: most === 0 && audience === "published" ? [] : [words] };
}

/** What is wrong or unusual and is said rather than repeated in silence. */
function knownNotes(card: ScoredCard, { edition }: Making): readonly Note[] {
  const accepted =
    edition?.accepted ??
    card.reconciliation.map(({ sentence, accepted: why }) =>
      why === null ? sentence : `${sentence} Accepted by ${why.author}: ${why.reason}`,
    );
  const defects = indicatorsOf(card).flatMap(({ reference, defects: found }) =>
    found.map(({ message }) => `${reference}: ${message}`),
  );
  return [
    { id: "known", heading: "Figures that do not agree", paragraphs: accepted },
    { id: "targets", heading: "Targets and bands to look at", paragraphs: defects },
  ];
}
