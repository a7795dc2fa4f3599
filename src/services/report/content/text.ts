/** Standing words of a template: paragraphs apart by an empty line, lists of lines that begin with "- ". */
import type { Block } from "../../../domain/report/document.ts";
import { type Filling, fillText } from "../../../domain/report/placeholders.ts";
import type { Maker } from "../making.ts";

export const makeText: Maker<"text"> = ({ id, text }, { filling }) => ({ blocks: paragraphsOf(text, id, filling) });

/** Blocks of a written text; a paragraph's id is `id`, `id-2`, `id-3` … */
export function paragraphsOf(text: string, id: string, filling: Filling): readonly Block[] {
  let paragraphs = 0;
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part): Block => {
      const lines = part.split("\n").map((line) => line.trim());
      if (lines.every((line) => line.startsWith("- ")))
        return { kind: "list", isOrdered: false, items: lines.map((line) => fillText(line.slice(2), filling)) };
      paragraphs += 1;
      const own = paragraphs === 1 ? id : `${id}-${paragraphs}`;
      return { kind: "paragraph", id: own, text: fillText(lines.join(" "), filling) };
    });
}
