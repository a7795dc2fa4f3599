/** Standing words of a template: paragraphs apart by an empty line, lists of lines that begin with "- ", "1." or "a.". */
import type { Block } from "../../../domain/report/document.ts";
import { listLines } from "../../../domain/report/list-lines.ts";
import { type Filling, fillText } from "../../../domain/report/placeholders.ts";
import type { Maker } from "../making.ts";

export const makeText: Maker<"text"> = ({ id, text }, { filling }) => ({ blocks: paragraphsOf(text, id, filling) });

/** Blocks of a written text; a paragraph's id is `id`, `id-2`, `id-3` …, a list's `id-list`, `id-list-2` … */
export function paragraphsOf(text: string, id: string, filling: Filling): readonly Block[] {
  let paragraphs = 0;
  let lists = 0;
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part): Block => {
      const lines = part.split("\n").map((line) => line.trim());
      const list = listLines(lines);
      if (list !== null) {
        lists += 1;
        const { lines: items, ...kind } = list;
        const own = lists === 1 ? `${id}-list` : `${id}-list-${lists}`;
        return { kind: "list", id: own, ...kind, items: items.map((item) => fillText(item, filling)) };
      }
      paragraphs += 1;
      const own = paragraphs === 1 ? id : `${id}-${paragraphs}`;
      return { kind: "paragraph", id: own, text: fillText(lines.join(" "), filling) };
    });
}
