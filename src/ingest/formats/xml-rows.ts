/** Builds the rows of an XML return's records from its elements as they open and close; whole outermost records leave together. */
import type { StageWriter } from "../contract.ts";
import type { XmlRecord, XmlShape } from "./xml-shape.ts";

/** A record as prepared for reading: where its rows go and where each value stands in them. */
export type XmlKind = {
  readonly record: XmlRecord;
  readonly writer: StageWriter;
  readonly columns: ReadonlyMap<string, number>;
};

type Row = {
  readonly kind: XmlKind;
  readonly no: number;
  readonly parent: Row | undefined;
  readonly values: (string | undefined)[];
  /** Unknown elements that were open around it. */
  readonly unknownAround: number;
};

/** Something the shape does not foresee, counted by where it stands; `column` is an element's name, never a value. */
export type XmlOddity = {
  readonly code: "COLUMN_NOT_USED" | "ELEMENT_TWICE" | "TEXT_STRAY";
  readonly column: string;
  readonly table: string;
  /** Ordinal of the first record it was seen in. */
  readonly row: number | undefined;
  count: number;
};

export type XmlRows = {
  readonly file: string;
  readonly kinds: ReadonlyMap<string, XmlKind>;
  readonly root: string;
  readonly groups: ReadonlySet<string>;
  readonly headerNames: ReadonlySet<string>;
  readonly header: Map<string, string>;
  readonly odd: Map<string, XmlOddity>;
  readonly counters: Map<string, number>;
  /** Rows of the outermost record being read. */
  pending: Row[];
  current: Row | undefined;
  /** How many unknown elements are open: what stands in them is not a value of the record around them. */
  unknown: number;
  /** Outermost records handed on. */
  records: number;
};

/** Rows held back before those already complete are let go: only a broken or hostile file has so many in one record. */
const MOST_PENDING = 20_000;
/** Names of unknown elements told apart in the issues of one file. */
const MOST_NAMES = 200;

/** The state of reading one file, before its first element. */
export function startXmlRows(shape: XmlShape, kinds: ReadonlyMap<string, XmlKind>, file: string): XmlRows {
  return {
    file,
    kinds,
    root: shape.root,
    groups: new Set([shape.root, ...shape.groups]),
    headerNames: new Set(shape.header),
    header: new Map(),
    odd: new Map(),
    counters: new Map(),
    pending: [],
    current: undefined,
    unknown: 0,
    records: 0,
  };
}

/** Takes note of an element that opens. */
export function openElement(rows: XmlRows, name: string): void {
  const kind = rows.kinds.get(name);
  if (kind === undefined) {
    if (!rows.groups.has(name) && !isValue(rows, name)) rows.unknown++;
    return;
  }
  const no = (rows.counters.get(name) ?? 0) + 1;
  rows.counters.set(name, no);
  if (rows.pending.length >= MOST_PENDING) letCompleteRowsGo(rows);
  rows.current = { kind, no, parent: rows.current, values: [], unknownAround: rows.unknown };
  rows.unknown = 0;
  rows.pending.push(rows.current);
}

/** Takes the text of an element that closes, and hands a finished outermost record on. */
export function closeElement(rows: XmlRows, name: string, text: string, leaf: boolean): void {
  const { current } = rows;
  if (current !== undefined && current.kind.record.element === name) {
    if (current.kind.columns.has(name)) take(rows, name, text);
    else if (text !== "") note(rows, "TEXT_STRAY", name);
    closeRecord(rows, current);
  } else if (rows.groups.has(name)) {
    if (text !== "") note(rows, "TEXT_STRAY", name);
  } else if (isValue(rows, name)) take(rows, name, text);
  else {
    rows.unknown--;
    if (leaf && !rows.kinds.has(name)) note(rows, "COLUMN_NOT_USED", name);
  }
}

/** The outermost record begun and not finished, if any: what a file cut short loses. */
export function unfinishedRecord({ pending }: XmlRows): { readonly element: string; readonly no: number } | undefined {
  const first = pending[0];
  return first && { element: first.kind.record.element, no: first.no };
}

function closeRecord(rows: XmlRows, row: Row): void {
  rows.current = row.parent;
  rows.unknown = row.unknownAround;
  if (row.parent !== undefined) return;
  for (const pending of rows.pending) write(rows, pending);
  rows.pending = [];
  rows.records++;
}

function letCompleteRowsGo(rows: XmlRows): void {
  const open = new Set<Row>();
  for (let row = rows.current; row !== undefined; row = row.parent) open.add(row);
  for (const row of rows.pending) if (!open.has(row)) write(rows, row);
  rows.pending = rows.pending.filter((row) => open.has(row));
}

function isValue({ unknown, current, headerNames }: XmlRows, name: string): boolean {
  return unknown === 0 && (current === undefined ? headerNames.has(name) : current.kind.columns.has(name));
}

function take(rows: XmlRows, name: string, text: string): void {
  if (text === "") return;
  const { current, header } = rows;
  if (current === undefined) {
    if (!header.has(name)) header.set(name, text);
    return;
  }
  const at = current.kind.columns.get(name) ?? 0;
  if (current.values[at] === undefined) current.values[at] = text;
  else note(rows, "ELEMENT_TWICE", name);
}

function note(rows: XmlRows, code: XmlOddity["code"], name: string): void {
  const table = rows.current?.kind.record.element ?? rows.root;
  const key = `${code} ${table} ${name}`;
  const known = rows.odd.get(key);
  if (known) known.count++;
  else if (rows.odd.size < MOST_NAMES)
    rows.odd.set(key, { code, column: name.slice(0, 60), table, row: rows.current?.no, count: 1 });
}

function write({ file }: XmlRows, row: Row): void {
  const { element, within = [], inherits = [], columns } = row.kind.record;
  const cells: (string | null)[] = [String(row.no)];
  for (const name of within) cells.push(ancestorNo(row, name));
  for (const name of inherits) cells.push(inherited(row, name));
  for (let i = 0; i < columns.length; i++) cells.push(row.values[i] ?? null);
  row.kind.writer.add({ file, sheet: element, row: row.no }, cells);
}

function ancestorNo(row: Row, element: string): string | null {
  for (let at = row.parent; at !== undefined; at = at.parent)
    if (at.kind.record.element === element) return String(at.no);
  return null;
}

function inherited(row: Row, column: string): string | null {
  for (let at = row.parent; at !== undefined; at = at.parent) {
    const index = at.kind.columns.get(column);
    if (index !== undefined) return at.values[index] ?? null;
  }
  return null;
}
