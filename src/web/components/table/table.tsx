/** A table: caption, one header row, first cells as row headers when asked. */
import type { ComponentChildren } from "preact";
import { type Attributes, type BlockProps, classNames } from "../block.ts";

export type TableCell = {
  readonly content: ComponentChildren;
  readonly numeric?: boolean | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

export type TableProps = BlockProps & {
  readonly caption?: string | undefined;
  readonly captionClass?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly (readonly TableCell[])[];
  readonly firstCellIsHeader?: boolean | undefined;
};

/** GOV.UK table. */
export function Table(props: TableProps) {
  const { caption, captionClass, head, rows, firstCellIsHeader = false, class: extra, attributes } = props;
  return (
    <table class={classNames("govuk-table", extra)} {...attributes}>
      {caption && <caption class={classNames("govuk-table__caption", captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell, index) => (
              <th key={index} scope="col" class={cellClass("govuk-table__header", cell)} {...cell.attributes}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row, index) => (
          <tr key={index} class="govuk-table__row">
            {row.map((cell, place) => (
              <Cell key={place} cell={cell} isHeader={firstCellIsHeader && place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, isHeader }: { readonly cell: TableCell; readonly isHeader: boolean }) {
  return isHeader ? (
    <th scope="row" class={classNames("govuk-table__header", cell.class)} {...cell.attributes}>
      {cell.content}
    </th>
  ) : (
    <td class={cellClass("govuk-table__cell", cell)} {...cell.attributes}>
      {cell.content}
    </td>
  );
}

function cellClass(base: string, cell: TableCell): string {
  return classNames(base, cell.numeric && `${base}--numeric`, cell.class);
}
