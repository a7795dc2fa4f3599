/** What a load says otherwise than another: rows a table, columns, children. */
import type { LoadDifference, TableDifference } from "../../../services/data/compare-loads.ts";
import { Table } from "../../components/table/table.tsx";
import { countOf } from "../../words.ts";

/** The differences as a sentence and a table. */
export function Difference({ difference, caption }: { readonly difference: LoadDifference; readonly caption: string }) {
  const { tables } = difference;
  return (
    <>
      <p class="govuk-body">{childrenSentence(difference)}</p>
      <Table
        class="app-cards"
        caption={caption}
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { content: "Table" },
          { content: "Rows before", numeric: true },
          { content: "Rows now", numeric: true },
          { content: "More", numeric: true },
          { content: "Fewer", numeric: true },
          { content: "Changed", numeric: true },
          { content: "Columns that changed most" },
        ]}
        rows={tables.map((table) => [
          { content: <code>{table.table}</code> },
          number("Rows before", table.rowsBefore),
          number("Rows now", table.rowsAfter),
          number("More", table.added),
          number("Fewer", table.gone),
          number("Changed", table.changed),
          { content: columnWords(table), attributes: { "data-label": "Columns that changed most" } },
        ])}
      />
    </>
  );
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
