/** A table that stands as cards on a phone: each cell then says its column itself. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";
import { Table } from "../table/table.tsx";

export type CardColumn = { readonly text: string; readonly numeric?: boolean };

export type CardTableProps = Omit<BlockProps, "children"> & {
  readonly caption: string;
  readonly columns: readonly CardColumn[];
  /** Cells in the columns' order; the first names the row. */
  readonly rows: readonly (readonly ComponentChildren[])[];
};

/** A table with a caption, whose first cells are row headers. */
export function CardTable({ caption, columns, rows, class: extra, attributes }: CardTableProps) {
  return (
    <Table
      class={classNames("app-cards", extra)}
      attributes={attributes}
      caption={caption}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={columns.map(({ text, numeric }) => ({ content: text, numeric }))}
      rows={rows.map((row) =>
        row.map((content, place) => {
          const { text = "", numeric } = columns[place] ?? {};
          return { content, numeric, ...(place === 0 ? {} : { attributes: { "data-label": text } }) };
        }),
      )}
    />
  );
}
