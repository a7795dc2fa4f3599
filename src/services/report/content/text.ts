/** Standing words of a template: paragraphs apart by an empty line, lists of lines that begin with "- ", "1." or "a.". */
import type { Block, ListBlock } from "../../../domain/report/document.ts";
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
      const list = listOf(lines, filling);
      if (list !== null) return list;
      paragraphs += 1;
      const own = paragraphs === 1 ? id : `${id}-${paragraphs}`;
      return { kind: "paragraph", id: own, text: fillText(lines.join(" "), filling) };
    });
}

/** How the first line and every line of each kind of list begin: a paragraph that begins "5. " is no list of one. */
const LISTS = [
  { first: /^- /, mark: /^- +/, is: { isOrdered: false } },
  { first: /^1[.)] /, mark: /^\d{1,2}[.)] +/, is: { isOrdered: true } },
  { first: /^a[.)] /, mark: /^[a-z][.)] +/, is: { isOrdered: true, isLettered: true } },
] as const satisfies readonly {
  readonly first: RegExp;
  readonly mark: RegExp;
  readonly is: Pick<ListBlock, "isOrdered" | "isLettered">;
}[];

/** Lines that all begin alike are a list, which is numbered where it is printed. */
function listOf(lines: readonly string[], filling: Filling): ListBlock | null {
  const kind = LISTS.find(({ first, mark }) => first.test(lines[0] ?? "") && lines.every((line) => mark.test(line)));
  return kind === undefined
    ? null
    : { kind: "list", ...kind.is, items: lines.map((line) => fillText(line.replace(kind.mark, ""), filling)) };
}
