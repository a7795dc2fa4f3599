/** A chart with its table for each indicator asked for: all, the red ones, or those named. */
import { AppError } from "../../../domain/errors.ts";
import type { Block } from "../../../domain/report/document.ts";
import type { Content } from "../../../domain/report/template.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { cardOf, idPart, type Maker, type Making } from "../making.ts";
import { chartBlocks } from "./chart-figure.ts";

export const makeCharts: Maker<"charts"> = ({ which }, making) => {
  const card = cardOf(making);
  const asked = askedFor(card, which, making.template.file);
  const id = `${making.section.id}-chart`;
  if (asked.length === 0)
    return { blocks: [{ kind: "paragraph", id, text: [`No indicator is red in ${card.period.label}.`] }] };
  return { blocks: asked.flatMap((scored, index) => chartOf(scored, making, `${id}-${index + 1}`)) };
};

function chartOf(scored: ScoredIndicator, making: Making, place: string): readonly Block[] {
  const id = `${place}-${idPart(scored.reference)}`;
  const level = making.section.level === 1 ? 2 : 3;
  return [
    { kind: "heading", id: `${id}-heading`, level, text: `${scored.reference} ${scored.title}`, isNumbered: false },
    { kind: "paragraph", id: `${id}-said`, text: [`${scored.rating.sentence} ${scored.direction.sentence}`] },
    ...chartBlocks(scored, making, { id }),
  ];
}

type Which = Extract<Content, { readonly kind: "charts" }>["which"];

function askedFor(card: ScoredCard, which: Which, file: string): readonly ScoredIndicator[] {
  const all = indicatorsOf(card);
  if (which === "all") return all;
  if (which === "red") return all.filter(({ rating }) => rating.word === "red");
  return which.map((name) => {
    const found = all.find(({ reference, measure }) => reference === name || measure.id === name);
    if (found !== undefined) return found;
    throw new AppError(
      "REPORT_INVALID",
      `${file} asks for a chart of "${name}", which “${card.title}” does not show.`,
      "Name a reference or a measure of the scorecard.",
    );
  });
}
