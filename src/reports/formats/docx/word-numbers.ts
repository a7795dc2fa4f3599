/** The numbers Word will show: counted from styles and lists as Word counts them, so that what a field says can be made to agree. */
import { childOf, childrenOf, descendants, type Element, wordValue } from "./xml.ts";

type Level = {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly style: string | undefined;
};
type List = {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
};
type Membership = { readonly list: string; readonly level: number };

/** The number or bullet before each paragraph that has one: "1.2", "•". */
export function wordNumbers(document: Element, styles: Element, numbering: Element): ReadonlyMap<Element, string> {
  const lists = listsOf(numbering);
  const known = new Map(childrenOf(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const labels = new Map<Element, string>();
  for (const paragraph of descendants(document, "w:p")) {
    const member = membership(paragraph, known, lists);
    const list = member === undefined ? undefined : lists.get(member.list);
    const level = member === undefined ? undefined : list?.levels.get(member.level);
    if (member === undefined || list === undefined || level === undefined) continue;
    const counts = counters.get(list.definition) ?? [];
    counters.set(list.definition, counts);
    advance(counts, member, list, level, begun);
    const label = level.text.replace(/%(\d)/g, (_, at: string) => numeral(counts, list.levels, Number(at) - 1));
    labels.set(paragraph, level.format === "none" ? "" : label);
  }
  return labels;
}

/** One further at this level, from the beginning at those below it; a list of its own begins where it says. */
function advance(
  counts: (number | undefined)[],
  { list: id, level: at }: Membership,
  list: List,
  level: Level,
  begun: Set<string>,
): void {
  const restart = list.restarts.get(at);
  const isNew = restart !== undefined && !begun.has(`${id} ${at}`);
  begun.add(`${id} ${at}`);
  const before = counts[at];
  counts[at] = isNew ? restart : before === undefined ? level.start : before + 1;
  counts.fill(undefined, at + 1);
}

function numeral(counts: readonly (number | undefined)[], levels: ReadonlyMap<number, Level>, at: number): string {
  const level = levels.get(at);
  const count = counts[at] ?? level?.start ?? 1;
  if (level?.format === "lowerLetter") return String.fromCharCode(96 + count);
  if (level?.format === "upperLetter") return String.fromCharCode(64 + count);
  if (level?.format === "lowerRoman") return roman(count);
  return level?.format === "upperRoman" ? roman(count).toUpperCase() : `${count}`;
}

function roman(count: number): string {
  const signs = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const;
  const [value, sign] = signs.find(([least]) => count >= least) ?? [0, ""];
  return value === 0 ? "" : `${sign}${roman(count - value)}`;
}

/** The list a paragraph is in: by itself, otherwise by its style or those it rests on. List 0 is none. */
function membership(
  paragraph: Element,
  styles: ReadonlyMap<string, Element>,
  lists: ReadonlyMap<string, List>,
): Membership | undefined {
  const properties = childOf(paragraph, "w:pPr");
  const chain = [childOf(properties, "w:numPr")];
  const styleId = wordValue(properties, "w:pStyle") ?? "";
  const seen = new Set<string>();
  for (let id = styleId; styles.has(id) && !seen.has(id); id = wordValue(styles.get(id), "w:basedOn") ?? "") {
    seen.add(id);
    chain.push(childOf(childOf(styles.get(id), "w:pPr"), "w:numPr"));
  }
  const first = (name: string) => chain.map((one) => wordValue(one, name)).find((value) => value !== undefined);
  const list = first("w:numId");
  if (list === undefined || list === "0") return undefined;
  const tied = [...(lists.get(list)?.levels ?? [])].find(([, { style }]) => style === styleId)?.[0];
  return { list, level: Number(first("w:ilvl") ?? tied ?? 0) };
}

function listsOf(numbering: Element): ReadonlyMap<string, List> {
  const definitions = new Map(
    childrenOf(numbering, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", levelsOf(one)]),
  );
  return new Map(
    childrenOf(numbering, "w:num").map((one): readonly [string, List] => {
      const definition = wordValue(one, "w:abstractNumId") ?? "";
      const overrides = childrenOf(one, "w:lvlOverride");
      const restarts = overrides.flatMap((level): (readonly [number, number])[] => {
        const start = wordValue(level, "w:startOverride");
        return start === undefined ? [] : [[Number(level.attributes["w:ilvl"]), Number(start)]];
      });
      const levels = new Map([
        ...(definitions.get(definition) ?? []),
        ...overrides.flatMap((level) => [...levelsOf(level)]),
      ]);
      return [one.attributes["w:numId"] ?? "", { definition, levels, restarts: new Map(restarts) }];
    }),
  );
}

function levelsOf(definition: Element): ReadonlyMap<number, Level> {
  return new Map(
    childrenOf(definition, "w:lvl").map((level): readonly [number, Level] => [
      Number(level.attributes["w:ilvl"]),
      {
        start: Number(wordValue(level, "w:start") ?? 1),
        format: wordValue(level, "w:numFmt") ?? "decimal",
        text: wordValue(level, "w:lvlText") ?? "",
        style: wordValue(level, "w:pStyle"),
      },
    ]),
  );
}
