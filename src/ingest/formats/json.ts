/** Streams the outermost objects of a JSON file (an array, several arrays, or one object a line) one at a time, within limits. */
import type { SourceFile } from "../contract.ts";
import { decodedText, detectEncoding } from "../encoding.ts";
import { LIMITS, type Limits } from "../limits.ts";

export type JsonObject = { readonly [key: string]: unknown };

export type JsonHandlers = {
  /** An object and its ordinal in the file. */
  readonly object: (value: JsonObject, no: number) => void;
  /** Awaited between pieces of the file. */
  readonly rest: (doneCharacters: number) => Promise<void>;
};

export type JsonFault = {
  readonly code:
    | "JSON_RECORD_BROKEN"
    | "JSON_CUT_SHORT"
    | "JSON_STRAY"
    | "JSON_TOO_DEEP"
    | "JSON_RECORD_TOO_LONG"
    | "JSON_TOO_LARGE";
  /** Ordinal of the object it is about. */
  readonly no?: number;
  readonly count?: number;
};

/** Reads every object whole; one that is not JSON is a fault and the next is read. */
export async function readJsonObjects(
  file: Pick<SourceFile, "path" | "bytes" | "head">,
  handlers: JsonHandlers,
  limits: Limits = LIMITS,
): Promise<readonly JsonFault[]> {
  if (file.bytes > limits.partBytes) return [{ code: "JSON_TOO_LARGE" }];
  const faults: JsonFault[] = [];
  let no = 0;
  const splitter = objectSplitter(limits, (text) => {
    no++;
    const value = parsed(text);
    if (value === undefined) faults.push({ code: "JSON_RECORD_BROKEN", no });
    else handlers.object(value, no);
  });
  let done = 0;
  for await (const piece of decodedText(file.path, detectEncoding(file.head).encoding)) {
    const stop = splitter.feed(piece);
    if (stop !== undefined) return [...faults, { code: stop, no: no + 1 }];
    done += piece.length;
    await handlers.rest(done);
  }
  if (!splitter.isWhole()) faults.push({ code: "JSON_CUT_SHORT", no: no + 1 });
  if (splitter.stray() > 0) faults.push({ code: "JSON_STRAY", count: splitter.stray() });
  return faults;
}

/** The object a text is, or nothing. What the parser has to say is left out: it quotes the text, which may be personal. */
function parsed(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}

const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

type Splitter = {
  readonly feed: (piece: string) => "JSON_TOO_DEEP" | "JSON_RECORD_TOO_LONG" | undefined;
  /** Whether no object or list is open. */
  readonly isWhole: () => boolean;
  /** Pieces of text outside objects that belong to no list. */
  readonly stray: () => number;
};

/** Finds where objects begin and end by counting brackets outside quotes; nothing else of JSON matters until one is whole. */
function objectSplitter(limits: Limits, take: (text: string) => void): Splitter {
  const longest = limits.cellCharacters * 4;
  let before = "";
  let depth = 0;
  let lists = 0;
  let inText = false;
  let stray = 0;
  let isStray = false;
  const outside = (code: number) => {
    if (code === OPEN_LIST) lists++;
    else if (code === CLOSE_LIST) lists--;
    else if (code > 32 && code !== COMMA && code !== 0xfeff) {
      if (!isStray) stray++;
      isStray = true;
      return;
    }
    if (code !== 32) isStray = false;
  };
  return {
    feed(piece) {
      let start = depth > 0 ? 0 : -1;
      let at = 0;
      // A backslash at the very end of the last piece has its character at the start of this one.
      if (inText && endsInEscape(before)) at = 1;
      for (; at < piece.length; at++) {
        const code = piece.charCodeAt(at);
        if (inText) {
          if (code === BACKSLASH) at++;
          else if (code === QUOTE) inText = false;
        } else if (code === QUOTE && depth > 0) inText = true;
        else if (code === OPEN_OBJECT || (code === OPEN_LIST && depth > 0)) {
          if (depth++ === 0) start = at;
          if (depth > limits.depth) return "JSON_TOO_DEEP";
        } else if (depth > 0 && (code === CLOSE_OBJECT || code === CLOSE_LIST)) {
          if (--depth === 0) {
            take(before + piece.slice(start, at + 1));
            before = "";
            start = -1;
          }
        } else if (depth === 0) outside(code);
      }
      if (start >= 0) before += piece.slice(start);
      return before.length > longest ? "JSON_RECORD_TOO_LONG" : undefined;
    },
    isWhole: () => depth === 0 && lists <= 0,
    stray: () => stray,
  };
}

/** Whether a text inside quotes ends with a backslash that escapes the next character. */
function endsInEscape(text: string): boolean {
  let count = 0;
  for (let at = text.length - 1; at >= 0 && text.charCodeAt(at) === BACKSLASH; at--) count++;
  return count % 2 === 1;
}
