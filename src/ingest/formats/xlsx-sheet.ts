/** The rows of one sheet, streamed: each cell as text with the kind of thing it is. */
import { fromEpochDay, toEpochDay } from "../../domain/dates.ts";
import { type NumberStyle, unescaped } from "./xlsx-parts.ts";
import { partEvents } from "./xlsx-xml.ts";

export type SheetCell = {
  /** The text as typed, or a number as plain digits; "" and a number for a formula that was never worked out. */
  readonly text: string;
  readonly kind: "text" | "number" | "boolean" | "error";
  /** A number shown as a date. */
  readonly isDate: boolean;
  readonly isFormula: boolean;
  /** How a number is printed, where its format says. */
  readonly style?: NumberStyle;
};

/** A row with at least one filled cell; cells by column, A at place 0. */
export type SheetRow = { readonly row: number; readonly cells: readonly (SheetCell | undefined)[] };

export type SheetReading = {
  readonly name: string;
  readonly dateStyles: readonly boolean[];
  readonly numberStyles?: readonly (NumberStyle | null)[];
  readonly sharedText: (place: number) => string;
  /** Columns beyond this are not read. */
  readonly mostColumns: number;
  /** Told once when a cell lies beyond the last column that is read. */
  readonly tooWide: () => void;
};

/** Mutable state of the row and cell now being read. */
type State = {
  rows: SheetRow[];
  cells: (SheetCell | undefined)[];
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  hasValue: boolean;
  isFormula: boolean;
  taking: boolean;
  isPhonetic: boolean;
};

/** Rows in order, a batch for each piece of the file read. */
export async function* sheetRows(
  pieces: AsyncIterable<Uint8Array>,
  reading: SheetReading,
): AsyncGenerator<readonly SheetRow[]> {
  const state: State = {
    rows: [],
    cells: [],
    row: 0,
    column: -1,
    type: "",
    style: 0,
    value: "",
    hasValue: false,
    isFormula: false,
    taking: false,
    isPhonetic: false,
  };
  let wide = false;
  const events = partEvents(pieces, reading.name, {
    open: (tag, attributes) => openTag(state, tag, attributes),
    text(text) {
      if (state.taking && !state.isPhonetic) state.value += text;
    },
    close(tag) {
      if (tag === "c" && state.column >= reading.mostColumns) {
        if (!wide && (state.hasValue || state.isFormula)) reading.tooWide();
        wide = true;
      } else closeTag(state, tag, reading);
    },
  });
  for await (const _ of events) yield* taken(state);
  yield* taken(state);
}

function* taken(state: State): Generator<readonly SheetRow[]> {
  if (state.rows.length === 0) return;
  const { rows } = state;
  state.rows = [];
  yield rows;
}

function openTag(state: State, tag: string, attributes: Readonly<Record<string, string>>): void {
  if (tag === "c") {
    const { r, t, s } = attributes;
    // Cells and rows need not say where they are: then each is after the one before.
    state.column = r === undefined ? state.column + 1 : columnOf(r);
    state.type = t ?? "n";
    state.style = Number(s ?? 0);
    state.value = "";
    state.hasValue = false;
    state.isFormula = false;
  } else if (tag === "v" || tag === "t") {
    state.taking = true;
    state.hasValue = true;
  } else if (tag === "f") state.isFormula = true;
  else if (tag === "rPh") state.isPhonetic = true;
  else if (tag === "row") {
    state.row = attributes.r === undefined ? state.row + 1 : Number(attributes.r);
    state.column = -1;
    state.cells = [];
  }
}

function closeTag(state: State, tag: string, reading: SheetReading): void {
  if (tag === "v" || tag === "t") state.taking = false;
  else if (tag === "rPh") state.isPhonetic = false;
  else if (tag === "c") {
    if (state.hasValue || state.isFormula) state.cells[state.column] = cellOf(state, reading);
  } else if (tag === "row" && state.cells.length > 0) state.rows.push({ row: state.row, cells: state.cells });
}

function cellOf(state: State, { dateStyles, numberStyles, sharedText }: SheetReading): SheetCell {
  const { type, value, isFormula, style } = state;
  if (type === "s") return { text: sharedText(Number(value)), kind: "text", isDate: false, isFormula };
  if (type === "e") return { text: value, kind: "error", isDate: false, isFormula };
  if (type === "b") return { text: value === "1" ? "true" : "false", kind: "boolean", isDate: false, isFormula };
  if (type === "n") {
    const printed = numberStyles?.[style] ?? null;
    const number = { text: plainNumber(value), kind: "number", isDate: dateStyles[style] === true, isFormula } as const;
    return printed === null ? number : { ...number, style: printed };
  }
  return { text: unescaped(value), kind: "text", isDate: false, isFormula };
}

/** Excel writes long ids as 1.2345678901E10 and whole numbers now and then as 12.0. */
function plainNumber(text: string): string {
  if (!/[eE.]/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

/** The place of a column named in a reference: A7 is 0, AB7 is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return column - 1;
}

/** Excel counts 1900 as a leap year, so its days before March 1900 are one off; none of those is a date in a return. */
const EPOCH_1900 = toEpochDay("1899-12-30");
const EPOCH_1904 = toEpochDay("1904-01-01");
const LAST_SERIAL = 73_415;

/** The day a number stands for in a column of dates, as YYYY-MM-DD; the number itself when it is no day of 1900 to 2100. */
export function serialDate(number: string, is1904: boolean): string {
  const serial = Math.floor(Number(number));
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return number;
  return fromEpochDay((is1904 ? EPOCH_1904 : EPOCH_1900) + serial + (!is1904 && serial < 60 ? 1 : 0));
}
