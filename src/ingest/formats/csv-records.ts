/** The careful CSV reader: any text, one record at a time, forgiving what can be forgiven and saying exactly where it stopped. */

export type CsvFault = "unclosed-quote" | "cell-too-long";

/** `row` counts records as a spreadsheet does, blank ones too, from 1. */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[]; readonly fault?: CsvFault };

type Options = { readonly delimiter: string; readonly cellCharacters: number };

/**
 * Splits text into records. A quote opens a quoted cell only at the cell's start; inside, two quotes are one and line ends are text.
 * Blank records are skipped but counted. A record with a fault is the last.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
  { delimiter, cellCharacters }: Options,
): AsyncGenerator<CsvRecord> {
  let rest = "";
  let row = 0;
  for await (const piece of pieces) {
    rest += piece;
    const found = splitRecords(rest, delimiter, false);
    for (const cells of found.records) {
      row++;
      const fault = cells.some((cell) => cell.length > cellCharacters);
      if (fault) {
        yield { row, cells: [], fault: "cell-too-long" };
        return;
      }
      if (!isBlank(cells)) yield { row, cells };
    }
    rest = rest.slice(found.used);
    if (rest.length > cellCharacters + (1 << 20)) {
      yield { row: row + 1, cells: [], fault: "cell-too-long" };
      return;
    }
  }
  const last = splitRecords(rest, delimiter, true);
  for (const cells of last.records) {
    row++;
    if (!isBlank(cells)) yield { row, cells };
  }
  if (last.inQuotes) yield { row: row + 1, cells: [], fault: "unclosed-quote" };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

type Split = { readonly records: string[][]; readonly used: number; readonly inQuotes: boolean };

/** Whole records of the text and how much of it they took; with `atEnd` what follows the last line end is a record too. */
function splitRecords(text: string, delimiter: string, atEnd: boolean): Split {
  const records: string[][] = [];
  let used = 0;
  let at = 0;
  let cells: string[] = [];
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter, atEnd) : plainCell(text, at, delimiter);
    if (cell.end < 0) return { records, used, inQuotes: cell.inQuotes };
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length && atEnd) cells.push("");
      continue;
    }
    if (at >= text.length && !atEnd) return { records, used, inQuotes: false };
    // A CR at the very end of a piece may be half of a CRLF.
    if (text[at] === "\r" && at + 1 >= text.length && !atEnd) return { records, used, inQuotes: false };
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    records.push(cells);
    cells = [];
    used = at;
  }
  if (atEnd && cells.length > 0) {
    records.push(cells);
    used = text.length;
  }
  return { records, used, inQuotes: false };
}

type Cell = { readonly value: string; readonly end: number; readonly inQuotes: boolean };

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length) {
    const character = text[end];
    if (character === delimiter || character === "\n" || character === "\r") break;
    end++;
  }
  return { value: text.slice(start, end), end, inQuotes: false };
}

/** A cell that opens with a quote. Text after the closing quote is kept as it stands ("a"b is ab). */
function quotedCell(text: string, start: number, delimiter: string, atEnd: boolean): Cell {
  let from = start + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    // The closing quote may be the first of two that a later piece completes.
    if (quote < 0 || (quote + 1 >= text.length && !atEnd)) return { value: "", end: -1, inQuotes: true };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const tail = plainCell(text, quote + 1, delimiter);
      return { value: value + tail.value, end: tail.end, inQuotes: false };
    }
    value += '"';
    from = quote + 2;
  }
}
