/** Lines that are a list: each begins with "- ", or they are numbered "1." or lettered "a."; which, is counted where they are printed. */
import type { ListBlock } from "./document.ts";

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

export type ListLines = Pick<ListBlock, "isOrdered" | "isLettered"> & { readonly lines: readonly string[] };

/** The lines without their marks, where all begin alike; `null` for a paragraph. */
export function listLines(lines: readonly string[]): ListLines | null {
  const kind = LISTS.find(({ first, mark }) => first.test(lines[0] ?? "") && lines.every((line) => mark.test(line)));
  return kind === undefined ? null : { ...kind.is, lines: lines.map((line) => line.replace(kind.mark, "")) };
}

/** A list's lines with their marks again. */
export function markedLines(
  { isOrdered, isLettered = false }: Pick<ListBlock, "isOrdered" | "isLettered">,
  lines: readonly string[],
): readonly string[] {
  const mark = (index: number): string => {
    if (!isOrdered) return "-";
    return isLettered ? `${String.fromCharCode(97 + (index % 26))}.` : `${index + 1}.`;
  };
  return lines.map((line, index) => `${mark(index)} ${line}`);
}
