/** How the objects of a JSON return become rows of staged tables: a declaration, and the walk that follows it. */
import type { ReadContext, StageWriter } from "../contract.ts";
import type { JsonObject } from "./json.ts";

/** One kind of object. */
export type JsonRecord = {
  readonly table: string;
  /** Keys that hold one value each. */
  readonly columns: readonly string[];
  /** Objects folded into this one's row; their keys get the prefix. */
  readonly folded?: readonly { readonly key: string; readonly prefix: string; readonly columns: readonly string[] }[];
  /** Keys (of this object or of one folded into it) that hold a list of plain values, one row each. */
  readonly lists?: readonly { readonly key: string; readonly table: string }[];
  /** Keys that hold an object or a list of objects. */
  readonly parts?: readonly { readonly key: string; readonly record: JsonRecord }[];
  /** Columns repeated in the rows of everything inside. */
  readonly handsDown?: readonly string[];
};

/** Something the shape does not foresee: a key never seen, or a value of the wrong kind. */
export type JsonOddity = {
  readonly code: "COLUMN_NOT_USED" | "JSON_VALUE_ODD";
  readonly table: string;
  readonly column: string;
  readonly no: number;
  count: number;
};

type Kind = {
  readonly record: JsonRecord;
  readonly writer: StageWriter;
  readonly lists: ReadonlyMap<string, { readonly table: string; readonly writer: StageWriter }>;
  readonly parts: ReadonlyMap<string, Kind>;
  readonly columns: ReadonlySet<string>;
};

export type JsonStaging = {
  /** Stages one outermost object. */
  readonly add: (file: string, value: JsonObject, no: number) => void;
  readonly full: () => Promise<void>;
  readonly tables: readonly string[];
  /** What was odd since the last call. */
  readonly oddities: () => readonly JsonOddity[];
};

/** Name of the column with the ordinal of the outermost object, counted over all files of a load. */
export const OBJECT_NO = "_object";
const MOST_NAMES = 200;

type Walk = { readonly file: string; readonly no: number; readonly object: string };

/** Opens the staged tables of a shape. */
export async function openJsonStaging(shape: JsonRecord, { staging }: ReadContext): Promise<JsonStaging> {
  const writers = new Map<string, StageWriter>();
  const root = await openKind(shape, [], async (table, columns) => {
    const writer = await staging.writer(table, columns);
    writers.set(table, writer);
    return writer;
  });
  const odd = new Map<string, JsonOddity>();
  let objects = 0;
  return {
    add(file, value, no) {
      stage(root, value, [], { file, no, object: String(++objects) }, odd);
    },
    async full() {
      for (const writer of writers.values()) await writer.full();
    },
    tables: [...writers.keys()],
    oddities() {
      const seen = [...odd.values()];
      odd.clear();
      return seen;
    },
  };
}

type Open = (table: string, columns: readonly string[]) => Promise<StageWriter>;

async function openKind(record: JsonRecord, around: readonly string[], open: Open): Promise<Kind> {
  const { table, columns, folded = [], lists = [], parts = [], handsDown = [] } = record;
  const own = [...columns, ...folded.flatMap(({ prefix, columns: inner }) => inner.map((column) => prefix + column))];
  const writer = await open(table, [OBJECT_NO, ...around, ...own]);
  const inside = [...around, ...handsDown];
  const listed = new Map<string, { table: string; writer: StageWriter }>();
  for (const list of lists)
    listed.set(list.key, { table: list.table, writer: await open(list.table, [OBJECT_NO, ...inside, list.key]) });
  const kinds = new Map<string, Kind>();
  for (const part of parts) kinds.set(part.key, await openKind(part.record, inside, open));
  return { record, writer, lists: listed, parts: kinds, columns: new Set(columns) };
}

function stage(
  kind: Kind,
  value: JsonObject,
  around: readonly (string | null)[],
  walk: Walk,
  odd: Map<string, JsonOddity>,
): void {
  const { record, writer, lists, parts } = kind;
  const { table, columns, folded = [], handsDown = [] } = record;
  const note = (code: JsonOddity["code"], column: string) => noteOddity(odd, { code, table, column, no: walk.no });
  const source = { file: walk.file, sheet: table, row: walk.no };
  const plain = (holder: JsonObject, key: string) => plainText(holder[key], () => note("JSON_VALUE_ODD", key));
  const cells = columns.map((column) => plain(value, column));
  const holders: JsonObject[] = [value];
  const known = new Set<string>(columns);
  for (const { key, columns: inner } of folded) {
    const object = objectOf(value[key], () => note("JSON_VALUE_ODD", key));
    for (const column of inner) cells.push(plain(object, column));
    for (const other of Object.keys(object))
      if (!inner.includes(other) && !lists.has(other) && !parts.has(other)) note("COLUMN_NOT_USED", `${key}.${other}`);
    holders.push(object);
    known.add(key);
  }
  writer.add(source, [walk.object, ...around, ...cells]);
  const inside = [...around, ...handsDown.map((column) => cells[columns.indexOf(column)] ?? null)];
  for (const [key, list] of lists)
    for (const holder of holders)
      for (const item of listOf(holder[key])) {
        const text = plainText(item, () => note("JSON_VALUE_ODD", key));
        if (text !== null) list.writer.add({ ...source, sheet: list.table }, [walk.object, ...inside, text]);
      }
  for (const [key, part] of parts)
    for (const holder of holders)
      for (const item of listOf(holder[key])) {
        if (isObject(item)) stage(part, item, inside, walk, odd);
        else if (item !== null) note("JSON_VALUE_ODD", key);
      }
  for (const key of Object.keys(value))
    if (!known.has(key) && !lists.has(key) && !parts.has(key)) note("COLUMN_NOT_USED", key);
}

function noteOddity(odd: Map<string, JsonOddity>, { code, table, column, no }: Omit<JsonOddity, "count">): void {
  const key = `${code} ${table} ${column}`;
  const known = odd.get(key);
  if (known) known.count++;
  else if (odd.size < MOST_NAMES) odd.set(key, { code, table, column: column.slice(0, 80), no, count: 1 });
}

function plainText(value: unknown, odd: () => void): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "object") {
    odd();
    return null;
  }
  return String(value);
}

function objectOf(value: unknown, odd: () => void): JsonObject {
  if (isObject(value)) return value;
  if (value !== null && value !== undefined) odd();
  return {};
}

/** A list, one value as a list of one, nothing as none: suppliers differ. */
function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
