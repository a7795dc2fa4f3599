/** Comments as reports print them: approved ones only, whole, with who wrote them in internal copies. */
import type { Comment } from "../../domain/commentary.ts";
import type { ParagraphBlock } from "../../domain/report/document.ts";
import type { Audience, ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";

/** Approved comments on an indicator: its own, and shared ones that name it. */
export function approvedOn({ comments }: Pick<ScoredIndicator, "comments">): readonly Comment[] {
  return comments.filter(({ state }) => state === "approved");
}

/** Approved comments on a section or the card as a whole. */
export function approvedOf({ comments }: Pick<ScoredCard, "comments">): readonly Comment[] {
  return comments.filter(({ state }) => state === "approved");
}

/** Paragraphs of one comment. @param id of the first; the others' end in -2, -3 … */
export function commentParagraphs(
  { body, author, at }: Pick<Comment, "body" | "author" | "at">,
  id: string,
  audience: Audience,
): readonly ParagraphBlock[] {
  return body
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part, index) => ({
      kind: "paragraph",
      id: index === 0 ? id : `${id}-${index + 1}`,
      text: [part],
      ...(audience === "internal" ? { by: { person: author, on: at.slice(0, 10) } } : {}),
    }));
}
