/** The scorecard as tables: one for each section, in the columns of a layout, every indicator a row. */

import type { Block, TableBlock } from "../../../domain/report/document.ts";
import type { ScoredSection } from "../../../domain/scored-card.ts";
import { cardFacts, layoutNamed } from "../cells/card-facts.ts";
import type { CardFacts, ColumnSpec } from "../cells/column-spec.ts";
import { layoutColumns } from "../cells/layout-columns.ts";
import { yearFigures } from "../cells/year-figures.ts";
import { approvedOf, commentParagraphs } from "../comment-words.ts";
import { cardOf, type Maker, type Making } from "../making.ts";

export const makeIndicators: Maker<"indicators"> = async ({ layout }, making) => {
  const card = cardOf(making);
  const kinds = layoutNamed(making, layout).columns.map(({ column }) => column);
  const facts = cardFacts(making, layout, await yearFigures(making, card, kinds));
  const columns = layoutColumns(facts);
  const sections = card.sections.filter(({ indicators }) => indicators.length > 0);
  if (sections.length === 0)
    return { blocks: [{ kind: "paragraph", id: facts.place, text: ["The scorecard has no indicators."] }] };
  return {
    blocks: [
      ...(kinds.includes("comment") ? commentsOn(card, `${facts.place}-card`, making) : []),
      ...sections.flatMap((section, index) => sectionBlocks(section, columns, { ...facts, making, number: index + 1 })),
    ],
  };
};

type SectionPlace = CardFacts & { readonly making: Making; readonly number: number };

function sectionBlocks(
  scored: ScoredSection,
  columns: readonly ColumnSpec[],
  { card, layout, place, making, number }: SectionPlace,
): readonly Block[] {
  const id = `${place}-${number}`;
  const level = making.section.level === 1 ? 2 : 3;
  const hasComments = layout.columns.some(({ column }) => column === "comment");
  const table: TableBlock = {
    kind: "table",
    id: `${id}-table`,
    caption: `${scored.title}, ${card.period.label}`,
    columns: columns.map(({ id, header, weight, align, words }) => ({ id, header, weight, align, words })),
    rows: scored.indicators.map((indicator) => ({ cells: columns.map(({ cell }) => cell(indicator)) })),
    sheet: { name: "Indicators", partColumn: partColumn(columns), part: scored.title },
  };
  return [
    { kind: "heading", id: `${id}-heading`, level, text: scored.title, isNumbered: false },
    ...(scored.scope === null
      ? []
      : [{ kind: "paragraph", id: `${id}-scope`, text: [`Scope: ${scored.scope}`] } as const]),
    ...(hasComments ? commentsOn(scored, `${id}-comment`, making) : []),
    table,
  ];
}

/** Comments on a section or the card, where its tables print those on their rows. */
function commentsOn(commented: Parameters<typeof approvedOf>[0], id: string, { audience }: Making): readonly Block[] {
  return approvedOf(commented).flatMap((comment, index) => commentParagraphs(comment, `${id}-${index + 1}`, audience));
}

/** A spreadsheet's one sheet says the section of each row in a column no layout has. */
function partColumn(columns: readonly ColumnSpec[]): string {
  return columns.some(({ header }) => header === "Section") ? "Part of the scorecard" : "Section";
}
