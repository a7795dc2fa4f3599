/** Words a column may hold, gathered from the catalogue itself, so that a new table or measure is met without new code. */
import { type Expression, walk } from "../../../src/domain/expression.ts";
import type { Measure } from "../../../src/domain/measure.ts";
import { TABLES } from "../../../src/domain/tables/index.ts";
import { readCodeLists } from "./code-lists.ts";

export type Words = {
  /** Words that conditions, examples and views ask about, by table.column where the table is known and by column. */
  readonly telling: ReadonlyMap<string, readonly string[]>;
  /** Codes of a list. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
};

/** Gathers the words of code lists, worked examples, conditions and model views. */
export function gatherWords(measures: Iterable<Measure>, viewTexts: readonly string[]): Words {
  const telling = new Map<string, Set<string>>();
  const add = (column: string, word: string): void => {
    if (word === "") return;
    const words = telling.get(column) ?? new Set<string>();
    telling.set(column, words.add(word));
  };
  for (const measure of measures) {
    for (const expression of expressionsOf(measure)) walk(expression, (node) => addLiterals(node, add));
    for (const { tables } of measure.examples) addExampleWords(tables, add);
  }
  for (const text of viewTexts) addViewWords(text, add);
  return { telling: new Map([...telling].map(([name, words]) => [name, [...words].sort()])), codes: readCodeLists() };
}

function expressionsOf({ shape }: Measure): readonly Expression[] {
  if (shape.kind === "by-hand") return [];
  const parts = [
    shape.cohort.where,
    shape.kind === "proportion" ? shape.numerator : null,
    shape.kind === "summary" ? shape.value : null,
    shape.kind === "ratio" ? shape.denominator.where : null,
  ];
  return parts.filter((part) => part !== null);
}

function addLiterals(node: Expression, add: (column: string, word: string) => void): void {
  const sides =
    node.kind === "compare" ? [node.left, node.right] : node.kind === "in" ? [node.term, ...node.options] : [];
  const columns = sides.flatMap((side) => [side, ...(side.kind === "coalesce" ? side.terms : [])]);
  for (const column of columns) {
    if (column.kind !== "column") continue;
    for (const side of sides)
      if (side.kind === "literal" && side.type === "text") add(column.column, String(side.value));
  }
}

function addExampleWords(
  tables: Measure["examples"][number]["tables"],
  add: (column: string, word: string) => void,
): void {
  for (const table of TABLES) {
    for (const row of tables[table.name] ?? [])
      for (const [column, word] of Object.entries(row)) {
        const type = table.fields[column]?.type;
        if ((type === "text" || type === "code") && !column.endsWith("id")) add(`${table.name}.${column}`, word);
      }
  }
}

/** `column in ('A', 'B')`, `column = 'A'` and `coalesce(column, '') = 'A'` of a view's text. */
function addViewWords(text: string, add: (column: string, word: string) => void): void {
  for (const [, column = "", list = ""] of text.matchAll(
    /([a-z_]+)(?:, '[^']*'\))? (?:not )?(?:in|=|<>) \(?('[^)\n]*')/g,
  ))
    for (const [, word = ""] of list.matchAll(/'([^']*)'/g)) add(column, word);
}
