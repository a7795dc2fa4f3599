/** A report's table: a caption, a header row, a name for every row; wide ones scroll by themselves, and are cards on a narrow screen. */
import type { ReportCell, TableBlock } from "../../../domain/report/document.ts";
import { plainInline } from "../../../domain/report/numbering.ts";
import type { PageSize } from "../paper/page-size.ts";
import { CellContent } from "./cell.tsx";
import { anchorOf, type Place } from "./place.ts";
import { isPlain, ONE_LINE, type PaperShape, paperShape, roomOf } from "./table-shape.ts";

type TableProps = { readonly table: TableBlock; readonly place: Place };

/** Longer words are broken where they must be, so that none makes its column wider than a page. */
const LONG_WORD = /\S{20}/;

/** What these elements are anyway, written out: a browser may forget it where style lays a table out as cards. */
const ROLES = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** The table with its number, what its shorthand means, and its source. `paper` is what its section is printed on. */
export function ReportTable({ table, place, paper }: TableProps & { readonly paper: PageSize }) {
  const anchor = anchorOf(table.id);
  const shape = isPlain(table) ? null : paperShape(table, place, paper);
  return (
    <div class="app-report__block" id={anchor} data-block={table.id}>
      {shape === null ? (
        <TableItself table={table} place={place} shape={shape} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, and the keyboard must be able to scroll it
        <section class="app-report__scroll" tabIndex={0} aria-labelledby={`${anchor}-name`}>
          <TableItself table={table} place={place} shape={shape} />
        </section>
      )}
      {table.source !== undefined && <p class="app-report__source" dir="auto">{`Source: ${table.source}`}</p>}
    </div>
  );
}

type ShapedTable = TableProps & {
  /** Null for a table that needs no shaping. */
  readonly shape: PaperShape | null;
};

function TableItself({ table, place, shape }: ShapedTable) {
  const { id, caption, columns } = table;
  return (
    <table {...ROLES.table} class={`app-report__table app-report__table--${lettersOf(shape)}`}>
      <caption>
        <span class="app-report__caption" id={`${anchorOf(id)}-name`}>
          {`${place.numbering.labels.get(id)}: ${caption}`}
        </span>
        <ShorthandUsed table={table} place={place} />
      </caption>
      {shape !== null && (
        <colgroup>
          {shape.shares.map((share, index) => (
            <col key={index} class={`app-report__share--${share}`} />
          ))}
        </colgroup>
      )}
      <thead {...ROLES.rowgroup}>
        <tr {...ROLES.row}>
          {columns.map((column, index) => (
            <th key={column.id} scope="col" {...ROLES.columnheader} class={headClass(table, index, place)}>
              <Header words={column.header} />
            </th>
          ))}
        </tr>
      </thead>
      <Rows table={table} place={place} shape={shape} />
    </table>
  );
}

/** "2025-26" stays whole where a header takes two lines. */
function Header({ words }: { readonly words: string }) {
  return words.split(/(\d+[-/]\d+)/).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <span key={index} class="app-report__unbroken">
        {piece}
      </span>
    ),
  );
}

function Rows({ table, place, shape }: ShapedTable) {
  const anchor = anchorOf(table.id);
  return (
    <tbody {...ROLES.rowgroup}>
      {table.rows.map((one, row) => (
        <tr key={row} {...ROLES.row} {...(shape?.isTall(one) ? { class: "app-report__tall" } : {})}>
          {one.cells.map((cell, index) => (
            <Cell key={index} cell={cell} table={table} place={place} at={[anchor, row, index]} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

type CellProps = TableProps & {
  readonly cell: ReportCell;
  /** The table's anchor, the row and the column, from 0. */
  readonly at: readonly [string, number, number];
};

function Cell({ cell, table, place, at }: CellProps) {
  const column = table.columns[at[2]];
  const isNumber = cell.kind === "number" || column?.align === "end";
  const shown = <CellContent cell={cell} place={place} id={at.join("-")} />;
  const words = cell.kind === "text" ? plainInline(cell.text, place.numbering, place.report) : "";
  const classes = [
    ...(isNumber ? ["app-report__number"] : []),
    ...(LONG_WORD.test(words) ? ["app-report__long-word"] : []),
  ];
  const attributes = {
    ...(classes.length === 0 ? {} : { class: classes.join(" ") }),
    ...(cell.kind === "text" ? { dir: "auto" as const } : {}),
    ...(isPlain(table) ? {} : { "data-name": column?.header ?? "" }),
  };
  return at[2] === 0 ? (
    <th scope="row" {...ROLES.rowheader} {...attributes}>
      {shown}
    </th>
  ) : (
    <td {...ROLES.cell} {...attributes}>
      {shown}
    </td>
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

/** "plain", printed as "cards", or the size of its printed letters: "8-5". */
function lettersOf(shape: PaperShape | null): string {
  if (shape === null) return "plain";
  return shape.isTooNarrow ? "cards" : String(shape.size).replace(".", "-");
}

function headClass(table: TableBlock, index: number, place: Place): string {
  const column = table.columns[index];
  const room = roomOf(table, index, place);
  return [
    column?.align === "end" ? "app-report__number" : "",
    (column?.header.length ?? 0) <= ONE_LINE ? "app-report__one-line" : "",
    room === "" ? "" : `app-report__room--${room}`,
  ]
    .filter((name) => name !== "")
    .join(" ");
}
