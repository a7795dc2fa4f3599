/** Cuts a system into parts that tell nothing of each other, so that the work grows with the data and not with its square. */
import type { DisclosureSystem } from "./system.ts";

/** Parts joined by relations and cells. A number everybody knows joins nothing: it stands in every part that names it. */
export function partsOf({ numbers, cells, relations }: DisclosureSystem): readonly DisclosureSystem[] {
  const byKey = new Map(numbers.map((number) => [number.key, number]));
  const isOpen = (key: string): boolean => byKey.get(key)?.isKnown !== true;
  const links = [...relations.map((relation) => relation.map(({ key }) => key)), ...cells.map((cell) => cell.numbers)];
  const rootOf = joined(
    numbers.map(({ key }) => key),
    links.map((keys) => keys.filter(isOpen)),
  );
  type Part = {
    keys: Set<string>;
    cells: DisclosureSystem["cells"][number][];
    relations: DisclosureSystem["relations"][number][];
  };
  const parts = new Map<string, Part>();
  for (const { key } of numbers) {
    if (!isOpen(key)) continue;
    const part = parts.get(rootOf(key));
    if (part === undefined) parts.set(rootOf(key), { keys: new Set([key]), cells: [], relations: [] });
    else part.keys.add(key);
  }
  const partWith = (keys: readonly string[]): Part | undefined => {
    const open = keys.find(isOpen);
    const part = open === undefined ? undefined : parts.get(rootOf(open));
    for (const key of part === undefined ? [] : keys) part?.keys.add(key);
    return part;
  };
  for (const cell of cells) partWith(cell.numbers)?.cells.push(cell);
  for (const relation of relations) partWith(relation.map(({ key }) => key))?.relations.push(relation);
  return [...parts.values()].map((part) => ({
    numbers: [...part.keys].flatMap((key) => byKey.get(key) ?? []),
    cells: part.cells,
    relations: part.relations,
  }));
}

/** Finds the one key that stands for all keys linked with a key. */
function joined(keys: readonly string[], links: readonly (readonly string[])[]): (key: string) => string {
  const parent = new Map(keys.map((key) => [key, key]));
  const rootOf = (key: string): string => {
    let root = key;
    while (parent.get(root) !== root) root = parent.get(root) ?? root;
    parent.set(key, root);
    return root;
  };
  for (const [first = "", ...others] of links) for (const other of others) parent.set(rootOf(other), rootOf(first));
  return rootOf;
}
