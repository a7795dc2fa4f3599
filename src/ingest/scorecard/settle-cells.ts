/** The cells of a table's measure rows with slipped columns put right and notes that were spread over cells put together. */
import { finding, type ImportFinding } from "./finding.ts";
import type { Column } from "./layout.ts";
import { readValueCell } from "./read-value-cell.ts";
import type { TableRow } from "./source-table.ts";
import { isDamaged, joinPieces } from "./spread-text.ts";

/** A measure row with its cells settled. `spread` holds, by column, the whole note a cell was a piece of. */
export type SettledRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly spread: ReadonlyMap<number, string>;
};

type Settled = { readonly rows: readonly SettledRow[]; readonly findings: readonly ImportFinding[] };

/** Settles rows that follow one layout, in order. */
export function settleCells(rows: readonly TableRow[], columns: readonly Column[]): Settled {
  const findings: ImportFinding[] = [];
  const straight = rows.map((row) => ({ row: row.row, cells: putBack(row, columns, findings) }));
  const periods = columns.filter(({ role }) => role === "period").map(({ index }) => index);
  const spreads = straight.map(({ row, cells }) => spreadAcross(row, cells, periods, findings));
  for (const column of periods) spreadDown(straight, column, { spreads, findings, columns });
  return { rows: straight.map((row, place) => ({ ...row, spread: spreads[place] ?? new Map() })), findings };
}

/** A sentence under a threshold's heading, with figure and comment empty, is the comment: everything before it slipped by as many columns. */
function putBack({ row, cells }: TableRow, columns: readonly Column[], findings: ImportFinding[]): readonly string[] {
  const comment = columns.find(({ role }) => role === "comment");
  const bands = columns.filter(({ role }) => ["requires-improvement", "good", "outstanding"].includes(role));
  const prose = bands.find(({ index }) => isSentence(cells[index] ?? ""));
  if (comment === undefined || prose === undefined || (cells[comment.index] ?? "") !== "") return [...cells];
  const slip = comment.index - prose.index;
  const first = bands[0]?.index ?? prose.index;
  const between = cells.slice(prose.index + 1, comment.index);
  if (between.some((cell) => cell !== "")) return [...cells];
  const mended = [...cells];
  for (let at = prose.index; at >= first; at--) {
    mended[at + slip] = cells[at] ?? "";
    mended[at] = "";
  }
  findings.push(
    finding(
      "COLUMNS_SLIPPED",
      { row, column: prose.heading, quote: cells[prose.index] ?? null },
      `A comment stands under "${prose.heading}": the cells of this row slipped ${slip} columns to the left.`,
      `Read as if they stood under "${comment.heading}" and the headings before it.`,
    ),
  );
  return mended;
}

function isSentence(text: string): boolean {
  return text.length > 24 && text.split(" ").length >= 5;
}

/** Words that are neither a figure nor anything that stands for one. */
function isPiece(text: string): boolean {
  return text !== "" && readValueCell(text) === null;
}

function spreadAcross(
  row: number,
  cells: readonly string[],
  periods: readonly number[],
  findings: ImportFinding[],
): Map<number, string> {
  const spread = new Map<number, string>();
  let run: number[] = [];
  for (const column of [...periods, -1]) {
    if (column >= 0 && isPiece(cells[column] ?? "")) run.push(column);
    else {
      if (run.length > 1) {
        const pieces = run.map((index) => cells[index] ?? "");
        const whole = joinPieces(pieces, "across");
        for (const index of run) spread.set(index, whole);
        reportSpread(row, pieces, whole, findings);
      }
      run = [];
    }
  }
  return spread;
}

type Down = {
  readonly spreads: readonly Map<number, string>[];
  readonly findings: ImportFinding[];
  readonly columns: readonly Column[];
};

/** Pieces of one note below each other; a blank cell under the last may be of the same merged cell, but nothing says so. */
function spreadDown(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
  column: number,
  { spreads, findings }: Down,
): void {
  let run: number[] = [];
  for (let place = 0; place <= rows.length; place++) {
    const text = rows[place]?.cells[column] ?? "";
    if (place < rows.length && isPiece(text) && spreads[place]?.has(column) === false) run.push(place);
    else {
      if (run.length > 1) {
        const pieces = run.map((at) => rows[at]?.cells[column] ?? "");
        const whole = joinPieces(pieces, "down");
        for (const at of run) {
          spreads[at]?.set(column, whole);
          reportSpread(rows[at]?.row ?? 0, pieces, whole, findings);
        }
      }
      run = [];
    }
  }
}

function reportSpread(row: number, pieces: readonly string[], whole: string, findings: ImportFinding[]): void {
  const damaged = isDamaged(whole);
  findings.push(
    finding(
      damaged ? "TEXT_DAMAGED" : "TEXT_ACROSS_CELLS",
      { row, quote: pieces.join(" | ") },
      damaged
        ? `A note over ${pieces.length} cells has lost letters: "${whole}".`
        : `A note was spread over ${pieces.length} cells: "${whole}".`,
      damaged
        ? "The figures are not available; write the note out."
        : "It is kept whole as a note on each of those periods.",
    ),
  );
}
