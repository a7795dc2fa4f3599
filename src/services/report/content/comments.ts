/** What services say: comments on the card, its sections and its indicators, whole (requirements 141 to 160). */
import type { Block } from "../../../domain/report/document.ts";
import type { ScoredSection } from "../../../domain/scored-card.ts";
import { approvedOf, approvedOn, commentParagraphs } from "../comment-words.ts";
import { cardOf, idPart, type Maker, type Making } from "../making.ts";

export const makeComments: Maker<"comments"> = (_, making) => {
  const card = cardOf(making);
  const id = `${making.section.id}-comments`;
  const blocks: readonly Block[] = [
    ...approvedOf(card).flatMap((comment, index) =>
      commentParagraphs(comment, `${id}-card-${index + 1}`, making.audience),
    ),
    ...card.sections.flatMap((section, index) => sectionBlocks(section, `${id}-${index + 1}`, making)),
  ];
  return {
    blocks:
      blocks.length > 0
        ? blocks
        : [{ kind: "paragraph", id, text: ["No comments have been approved for this period."] }],
  };
};

function sectionBlocks(scored: ScoredSection, id: string, { section, audience }: Making): readonly Block[] {
  const seen = new Set<string>();
  const onSection = approvedOf(scored).flatMap((comment, index) =>
    commentParagraphs(comment, `${id}-section-${index + 1}`, audience),
  );
  const onIndicators = scored.indicators.flatMap((indicator) =>
    approvedOn(indicator).flatMap((comment): readonly Block[] => {
      // A comment on several indicators stands once, under the references it is on.
      if (seen.has(comment.id)) return [];
      seen.add(comment.id);
      const references = comment.subject.kind === "references" ? comment.subject.references : [indicator.reference];
      const [first, ...rest] = commentParagraphs(
        comment,
        `${id}-${idPart(references.join("-"))}-${seen.size}`,
        audience,
      );
      if (first === undefined) return [];
      return [{ ...first, text: [{ kind: "strong", text: `${references.join(" and ")}: ` }, ...first.text] }, ...rest];
    }),
  );
  const blocks = [...onSection, ...onIndicators];
  const level = section.level === 1 ? 2 : 3;
  return blocks.length === 0
    ? []
    : [{ kind: "heading", id: `${id}-heading`, level, text: scored.title, isNumbered: false }, ...blocks];
}
