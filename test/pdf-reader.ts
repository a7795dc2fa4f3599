/** Reads a PDF's objects for tests, by its own table of places: dictionaries, names, strings, and streams unpacked. Written apart from the code that makes PDFs. */
import { inflateSync } from "node:zlib";

export type PdfRef = { readonly ref: number };
export type PdfDict = { readonly [key: string]: PdfValue };
/** Names keep their slash, so that they are not taken for strings. */
export type PdfValue = number | boolean | null | string | PdfRef | readonly PdfValue[] | PdfDict | PdfOperator;
export type PdfOperator = { readonly operator: string };
export type PdfStream = { readonly dict: PdfDict; readonly data: string };

export type Pdf = {
  readonly trailer: PdfDict;
  /** The object behind a reference, or the value itself. */
  readonly get: (value: PdfValue | undefined) => PdfValue;
  readonly dict: (value: PdfValue | undefined) => PdfDict;
  readonly list: (value: PdfValue | undefined) => readonly PdfValue[];
  readonly stream: (value: PdfValue | undefined) => PdfStream;
};

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** @throws Error where the table of objects does not lead to them */
export function readPdf(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes).toString("latin1");
  const at = Number(/startxref\s+(\d+)/.exec(text.slice(-100))?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(at, at + 40));
  if (table === null) throw new Error("no table of objects");
  const places = Array.from({ length: Number(table[1]) }, (_, number) =>
    Number(text.slice(at + table[0].length + number * 20, at + table[0].length + number * 20 + 10)),
  );
  const bodyOf = (number: number): { readonly value: PdfValue; readonly end: number } => {
    const start = places[number] ?? 0;
    const head = `${number} 0 obj`;
    if (!text.startsWith(head, start)) throw new Error(`object ${number} is not where the table says`);
    const lexer = readerOf(text, start + head.length);
    return { value: lexer.value(), end: lexer.at() };
  };
  const kept = new Map<number, PdfValue>();
  const get = (value: PdfValue | undefined): PdfValue => {
    if (!isRef(value)) return value ?? null;
    if (!kept.has(value.ref)) kept.set(value.ref, bodyOf(value.ref).value);
    return kept.get(value.ref) ?? null;
  };
  const dict = (value: PdfValue | undefined): PdfDict => {
    const found = get(value);
    return isDict(found) ? found : {};
  };
  return {
    trailer: readerOf(text, text.indexOf("trailer", at) + 7).value() as PdfDict,
    get,
    dict,
    list: (value) => {
      const found = get(value);
      return Array.isArray(found) ? found : found === null ? [] : [found];
    },
    stream: (value) => {
      if (!isRef(value)) return { dict: {}, data: "" };
      const { end } = bodyOf(value.ref);
      const start = /^\s*stream\r?\n/.exec(text.slice(end, end + 20));
      const own = dict(value);
      if (start === null) return { dict: own, data: "" };
      const from = end + start[0].length;
      const raw = text.slice(from, from + Number(get(own["/Length"])));
      const isPacked = JSON.stringify(own["/Filter"] ?? "").includes("FlateDecode");
      return { dict: own, data: isPacked ? inflateSync(Buffer.from(raw, "latin1")).toString("latin1") : raw };
    },
  };
}

/** Every value and operator of a page's content, in order. */
export function contentOf(data: string): readonly PdfValue[] {
  const reader = readerOf(data, 0);
  const found: PdfValue[] = [];
  while (reader.more()) found.push(reader.value());
  return found;
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === "object" && value !== null && "ref" in value;
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !("ref" in value) && !("operator" in value)
  );
}

type Reader = { readonly value: () => PdfValue; readonly at: () => number; readonly more: () => boolean };

function readerOf(text: string, start: number): Reader {
  let at = start;
  const skip = (): void => {
    while (at < text.length && SPACE.test(text[at] ?? "")) at++;
    if (text[at] === "%") {
      while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
      skip();
    }
  };
  const word = (): string => {
    const from = at++;
    while (at < text.length && !DELIMITER.test(text[at] ?? "")) at++;
    return text.slice(from, at);
  };
  const until = (end: string): PdfValue[] => {
    const found: PdfValue[] = [];
    for (skip(); !text.startsWith(end, at); skip()) found.push(value());
    at += end.length;
    return found;
  };
  const hex = (): string => {
    const end = text.indexOf(">", at);
    const digits = text.slice(at + 1, end).replace(/\s/g, "");
    at = end + 1;
    return Buffer.from(digits.padEnd(digits.length + (digits.length % 2), "0"), "hex").toString("latin1");
  };
  const literal = (): string => {
    const from = ++at;
    for (let depth = 1; depth > 0; at++) {
      if (text[at] === "\\") at++;
      else if (text[at] === "(") depth++;
      else if (text[at] === ")") depth--;
    }
    return text.slice(from, at - 1).replace(/\\(\d{1,3}|\r?\n|.)/gs, (_, code: string) => escaped(code));
  };
  const value = (): PdfValue => {
    skip();
    if (text.startsWith("<<", at)) {
      at += 2;
      const parts = until(">>");
      return Object.fromEntries(parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1] ?? null]])));
    }
    if (text[at] === "<") return hex();
    if (text[at] === "(") return literal();
    if (text[at] === "/") return word();
    if (text[at] === "[") {
      at++;
      return until("]");
    }
    const reference = /^(\d+) \d+ R(?![A-Za-z])/.exec(text.slice(at, at + 24));
    if (reference !== null) {
      at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    return plain(word());
  };
  return {
    value,
    at: () => at,
    more: () => {
      skip();
      return at < text.length;
    },
  };
}

function plain(word: string): PdfValue {
  if (word === "true" || word === "false") return word === "true";
  if (word === "null") return null;
  return /^[+-]?[\d.]+$/.test(word) ? Number(word) : { operator: word };
}

function escaped(code: string): string {
  if (/^\d/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
  return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r\n": "" }[code] ?? code;
}
