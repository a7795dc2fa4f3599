/** A report's table: a caption, a header row, a name for every row; wide ones scroll by themselves, by keyboard too. */
import type { ReportCell, ReportColumn, TableBlock } from "../../../domain/report/document.ts";
import { plainInline } from "../../../domain/report/numbering.ts";
import { CellContent } from "./cell.tsx";
import { anchorOf, type Place } from "./place.ts";

type TableProps = { readonly table: TableBlock; readonly place: Place };

/** Tables of so few columns fit every screen, and need no scrolling of their own. */
const MOST_PLAIN_COLUMNS = 3;
/** Above it even a landscape page needs smaller letters. */
const MOST_ORDINARY_COLUMNS = 12;
/** Lengths of text, in letters, from which a column is given room. */
const ROOM = { long: 60, middling: 18 } as const;
/** Shares of a printed table's width are told in halves of a weight, up to this many. */
export const MOST_SHARES = 40;

/** The table with its number, what its shorthand means, and its source. */
export function ReportTable({ table, place }: TableProps) {
  const anchor = anchorOf(table.id);
  const isPlain = table.columns.length <= MOST_PLAIN_COLUMNS;
  return (
    <div class="app-report__block" id={anchor} data-block={table.id}>
      {isPlain ? (
        <TableItself table={table} place={place} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, and the keyboard must be able to scroll it
        <section class="app-report__scroll" tabIndex={0} aria-labelledby={`${anchor}-name`}>
          <TableItself table={table} place={place} />
        </section>
      )}
      {table.source !== undefined && <p class="app-report__source" dir="auto">{`Source: ${table.source}`}</p>}
    </div>
  );
}

function TableItself({ table, place }: TableProps) {
  const { id, caption, columns, rows } = table;
  const anchor = anchorOf(id);
  return (
    <table class={`app-report__table${sizeOf(columns)}`}>
      <caption>
        <span class="app-report__caption" id={`${anchor}-name`}>
          {`${place.numbering.labels.get(id)}: ${caption}`}
        </span>
        <ShorthandUsed table={table} place={place} />
      </caption>
      <colgroup>
        {columns.map(({ id: column, weight }) => (
          <col key={column} class={`app-report__share--${sharesOf(weight)}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column.id} scope="col" class={headClass(column, roomOf(table, index, place))}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells }, row) => (
          <tr key={row}>
            {cells.map((cell, index) => (
              <Cell key={index} cell={cell} column={columns[index]} place={place} at={[anchor, row, index]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type OneCell = {
  readonly cell: ReportCell;
  readonly column: ReportColumn | undefined;
  readonly place: Place;
  /** The table's anchor, the row and the column, from 0. */
  readonly at: readonly [string, number, number];
};

function Cell({ cell, column, place, at }: OneCell) {
  const isNumber = cell.kind === "number" || cell.kind === "state" || column?.align === "end";
  const shown = <CellContent cell={cell} place={place} id={at.join("-")} />;
  const attributes = {
    ...(isNumber ? { class: "app-report__number" } : {}),
    ...(cell.kind === "text" ? { dir: "auto" as const } : {}),
  };
  if (at[2] > 0) return <td {...attributes}>{shown}</td>;
  return (
    <th scope="row" {...attributes}>
      {shown}
    </th>
  );
}

/** Shorthand is explained where it is read: above the figures. */
function ShorthandUsed({ table, place }: TableProps) {
  const used = new Set(table.rows.flatMap(({ cells }) => cells.flatMap(marksOf)));
  const known = place.report.shorthand.filter(({ shorthand }) => used.has(shorthand));
  if (known.length === 0) return null;
  return (
    <span class="app-report__key" dir="auto">
      {known.map(({ shorthand, words }) => `${shorthand} ${words}`).join(" ")}
    </span>
  );
}

function marksOf(cell: ReportCell): readonly string[] {
  if (cell.kind === "state") return [cell.shorthand];
  return cell.kind === "number" ? (cell.marks ?? []) : [];
}

function headClass({ align }: ReportColumn, room: string): string {
  return [
    ...(align === "end" ? ["app-report__number"] : []),
    ...(room === "" ? [] : [`app-report__room--${room}`]),
  ].join(" ");
}

/** Columns of words are given room by their longest text, so that a long comment cannot squeeze the names beside it. */
function roomOf({ rows }: TableBlock, index: number, { numbering, report }: Place): string {
  const longest = rows.reduce((most, { cells }) => {
    const cell = cells[index];
    return cell?.kind === "text" ? Math.max(most, plainInline(cell.text, numbering, report).length) : most;
  }, 0);
  if (longest > ROOM.long) return "long";
  return longest > ROOM.middling ? "middling" : "";
}

function sizeOf(columns: readonly ReportColumn[]): string {
  if (columns.length <= MOST_PLAIN_COLUMNS) return "";
  return columns.length > MOST_ORDINARY_COLUMNS ? " app-report__table--widest" : " app-report__table--wide";
}

function sharesOf(weight: number): number {
  return Math.min(MOST_SHARES, Math.max(1, Math.round(weight * 2)));
}
