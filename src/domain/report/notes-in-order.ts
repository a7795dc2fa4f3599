/** The notes a report refers to, in the order they are first referred to. */
import { type Block, blocksOf, type Inline, type Report } from "./document.ts";

/** Leaves out notes nothing refers to. */
export function notesInOrder(notes: Report["notes"], sections: Report["sections"]): Report["notes"] {
  const order = blocksOf({ sections })
    .flatMap(inlinesOf)
    .flatMap((part) => (typeof part !== "string" && part.kind === "note" ? [part.note] : []));
  const place = (id: string) => order.indexOf(id);
  return notes.filter(({ id }) => place(id) >= 0).toSorted((a, b) => place(a.id) - place(b.id));
}

function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === "paragraph") return block.text;
  if (block.kind === "list") return block.items.flat();
  if (block.kind === "facts") return block.rows.flatMap(({ text }) => text);
  if (block.kind !== "table") return [];
  return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "text" ? cell.text : [])));
}
