/** A paragraph for every red indicator: from its approved comment, or a gap that keeps the report from being released (requirements 1.10, 136). */
import type { Block } from "../../../domain/report/document.ts";
import { indicatorsOf } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { approvedOn, commentParagraphs } from "../comment-words.ts";
import { cardOf, idPart, type Maker, type Making } from "../making.ts";

export const makeReds: Maker<"reds"> = (_, making) => {
  const card = cardOf(making);
  const reds = indicatorsOf(card).filter(({ rating }) => rating.word === "red");
  const id = `${making.section.id}-reds`;
  if (reds.length === 0)
    return { blocks: [{ kind: "paragraph", id, text: [`No indicator is red in ${card.period.label}.`] }] };
  const said = reds.length === 1 ? "One indicator is red" : `${reds.length} indicators are red`;
  const opening: Block = { kind: "paragraph", id, text: [`${said} in ${card.period.label}.`] };
  return { blocks: [opening, ...reds.flatMap((red) => redBlocks(red, making))] };
};

function redBlocks(red: ScoredIndicator, { section, audience, waiting }: Making): readonly Block[] {
  const id = `${section.id}-${idPart(red.reference)}`;
  const level = section.level === 1 ? 2 : 3;
  const comments = approvedOn(red);
  return [
    // Its number stands last: "7.2" before a heading would read as a section's.
    { kind: "heading", id: `${id}-heading`, level, text: `${red.title} (${red.reference})`, isNumbered: false },
    { kind: "paragraph", id: `${id}-facts`, text: [`${red.rating.sentence} ${red.direction.sentence}`] },
    ...(comments.length === 0
      ? [gapOf(red, id, waiting.has(red.reference))]
      : comments.flatMap((comment, index) =>
          commentParagraphs(comment, index === 0 ? id : `${id}-comment-${index + 1}`, audience),
        )),
  ];
}

function gapOf({ reference, title }: ScoredIndicator, id: string, isWaiting: boolean): Block {
  return {
    kind: "gap",
    id,
    words: `Why ${reference} “${title}” is red and what is being done`,
    remedy: isWaiting ? "A comment is written and waits to be approved." : "Write a comment on it, or write it here.",
  };
}
