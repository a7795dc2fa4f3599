/**
 * First cells of rows as row headers. Typst 0.14 tags header rows only (its header cells for rows are not to be had from
 * the package), so that a listener would hear a figure with its column but not its indicator: said in the tags afterwards.
 */
import { type PdfObjects, references } from "./pdf-objects.ts";

const ELEMENT = "<<\n  /Type /StructElem\n  /S /";

/** Every first data cell becomes TH with Scope Row; the row's other cells name it beside their column's header. */
export function withRowHeaders(pdf: PdfObjects): PdfObjects {
  const objects = new Map(pdf.objects);
  const ids: string[] = [];
  for (const [number, row] of pdf.objects) {
    if (isElement(row, "TFoot")) objects.set(number, row.replace("/S /TFoot", "/S /TBody"));
    if (!isElement(row, "TR")) continue;
    const [first, ...others] = references(row, "K");
    const cell = first === undefined ? undefined : objects.get(first);
    if (first === undefined || cell === undefined || !isElement(cell, "TD")) continue;
    const id = `(R${number})`;
    objects.set(first, asRowHeader(cell, id));
    for (const other of others) {
      const text = objects.get(other);
      if (text !== undefined) objects.set(other, withoutBorders(text).replace(/\/Headers \[/, `/Headers [${id} `));
    }
    ids.push(`${id} ${first} 0 R`);
  }
  return { ...pdf, objects: withIds(objects, ids) };
}

function isElement(object: string, kind: string): boolean {
  const start = object.indexOf(ELEMENT);
  return start >= 0 && start < 20 && object.startsWith(`${kind}\n`, start + ELEMENT.length);
}

function asRowHeader(cell: string, id: string): string {
  return withoutBorders(cell)
    .replace("/S /TD\n", `/S /TH\n  /ID ${id}\n`)
    .replace("/O /Table\n", "/O /Table\n    /Scope /Row\n");
}

/** The look of a cell's edges is nothing to a listener, and is most of a table's tags. */
function withoutBorders(cell: string): string {
  return cell.replace(/ <<\n {4}\/O \/Layout\n[^>]*>>/, "");
}

/** Ids are found through one sorted list at the root of the tags. */
function withIds(objects: Map<number, string>, ids: readonly string[]): ReadonlyMap<number, string> {
  if (ids.length === 0) return objects;
  const root = [...objects].find(([, text]) => text.includes("/Type /StructTreeRoot"));
  const [names, list] = /\/IDTree <<\s*\/Names \[([^\]]*)\]/.exec(root?.[1] ?? "") ?? [];
  if (root === undefined || names === undefined || list === undefined)
    throw new Error("The PDF's tags have no list of ids.");
  const all = [...(list.match(/\([^)]*\) \d+ 0 R/g) ?? []), ...ids].sort((one, two) => (one < two ? -1 : 1));
  return objects.set(root[0], root[1].replace(names, `/IDTree <<\n    /Names [${all.join(" ")}]`));
}
