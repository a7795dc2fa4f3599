/** What every column of a scorecard's tables tells (requirement 194): from the columns themselves, so that none is left out or wrongly told. */
import type { TableBlock } from "../../../domain/report/document.ts";
import { cardFacts } from "../cells/card-facts.ts";
import type { ColumnSpec } from "../cells/column-spec.ts";
import { layoutColumns } from "../cells/layout-columns.ts";
import { wordsCell } from "../cells/plain-cells.ts";
import type { Maker } from "../making.ts";

export const makeColumns: Maker<"columns"> = ({ layout }, making) => {
  const facts = cardFacts(making, layout);
  const columns = layoutColumns(facts);
  const table: TableBlock = {
    kind: "table",
    id: `${facts.place}-columns`,
    caption: `Columns of the scorecard, ${facts.card.period.label}`,
    columns: [
      { id: "column", header: "Column", weight: 1, align: "start", words: "The column’s header." },
      { id: "words", header: "What it tells", weight: 3, align: "start", words: "What stands in that column." },
    ],
    rows: inOneLine(columns).map(({ header, words }) => ({ cells: [wordsCell(header), wordsCell(words)] })),
  };
  return { blocks: [table] };
};

type Told = Pick<ColumnSpec, "header" | "words">;

/** Columns that differ in their period alone are told once. */
function inOneLine(columns: readonly ColumnSpec[]): readonly Told[] {
  const periods = columns.filter(({ id }) => id.startsWith("history-"));
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || first === last) return columns;
  const told: Told = {
    header: `${first.header} to ${last.header}`,
    words: `One column for each period. ${last.words.replace("The figure", `${last.header} is the figure`)}`,
  };
  return columns.flatMap((column): readonly Told[] => {
    if (column === first) return [told];
    return periods.includes(column) ? [] : [column];
  });
}
