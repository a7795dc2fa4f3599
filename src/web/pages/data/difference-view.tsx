/** What a load says otherwise than another: rows a table, columns, children. */
import type { LoadDifference, TableDifference } from "../../../services/data/compare-loads.ts";
import { Table } from "../../components/table/table.tsx";
import { countOf } from "../../words.ts";

type Props = {
  readonly difference: LoadDifference;
  readonly caption: string;
  /** Of a load that adds to the other, what it leaves unsaid has not gone. */
  readonly isAddition?: boolean;
};

/** The differences as a sentence and a table. */
export function Difference({ difference, caption, isAddition = false }: Props) {
  const headings = ["Rows before", "Rows now", "New", ...(isAddition ? ["Said of before"] : ["Gone"]), "Changed"];
  return (
    <>
      <p class="govuk-body">{isAddition ? additionSentence(difference) : childrenSentence(difference)}</p>
      <Table
        class="app-cards"
        caption={caption}
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { content: "Table" },
          ...headings.map((content) => ({ content, numeric: true })),
          { content: "Columns that changed most" },
        ]}
        rows={difference.tables.map((table) => [
          { content: <code>{table.table}</code> },
          ...headings.map((heading) => number(heading, countsOf(table)[heading] ?? 0)),
          { content: columnWords(table), attributes: { "data-label": "Columns that changed most" } },
        ])}
      />
    </>
  );
}

function countsOf(table: TableDifference): Readonly<Record<string, number>> {
  return {
    "Rows before": table.rowsBefore,
    "Rows now": table.rowsAfter,
    New: table.added,
    Gone: table.gone,
    "Said of before": table.rowsAfter - table.added,
    Changed: table.changed,
  };
}

function additionSentence({ childrenAfter, childrenAdded }: LoadDifference): string {
  if (childrenAfter === 0) return "It names no child.";
  return `It names ${countOf(childrenAfter, "child", "children")}, of whom ${countOf(childrenAdded, "is", "are")} new to this return.`;
}

/** How many children came and went, in words. */
export function childrenSentence(difference: LoadDifference): string {
  const { childrenBefore, childrenAfter, childrenAdded, childrenGone } = difference;
  if (childrenBefore === 0 && childrenAfter === 0) return "Neither names any child.";
  const named = `It names ${countOf(childrenAfter, "child", "children")}; the other named ${countOf(childrenBefore, "child", "children")}.`;
  const gone =
    childrenGone === 0
      ? "Every child of the other is in it."
      : `${countOf(childrenGone, "child", "children")} of the other ${childrenGone === 1 ? "is" : "are"} not in it any more.`;
  return `${named} ${gone} ${countOf(childrenAdded, "child is", "children are")} new.`;
}

function number(label: string, value: number) {
  return { content: value.toLocaleString("en-GB"), numeric: true, attributes: { "data-label": label } };
}

function columnWords({ columns }: TableDifference): string {
  if (columns.length === 0) return "None";
  return columns.map(({ column, changed }) => `${column} ${changed.toLocaleString("en-GB")}`).join(", ");
}
