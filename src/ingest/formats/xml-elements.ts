/** Turns the XML parser's events into elements with their text, and judges which of its complaints can be read past. */
import { SaxesParser } from "saxes";
import type { Limits } from "../limits.ts";

export type XmlHandlers = {
  readonly open: (name: string) => void;
  /** `text` is what stands directly in the element, trimmed; `leaf` is false when it held other elements too. */
  readonly close: (name: string, text: string, leaf: boolean) => void;
};

export type XmlStopCode =
  | "XML_BROKEN"
  | "XML_CUT_SHORT"
  | "XML_ENTITIES_REFUSED"
  | "XML_TOO_DEEP"
  | "XML_TEXT_TOO_LONG";

/** Thrown to end the reading. */
export class XmlStopped extends Error {
  readonly code: XmlStopCode;
  constructor(code: XmlStopCode) {
    super(code);
    this.code = code;
  }
}

export type ElementReader = {
  readonly write: (text: string) => void;
  readonly end: () => void;
  readonly line: () => number;
  /** Complaints of the parser that were read past. */
  readonly mended: () => number;
};

/** Complaints the parser can read past without mistaking one element for another. */
const MENDED =
  /entity|disallowed character\.|"\]\]>"|text data outside|XML declaration|declaration must|encoding value|standalone|version number|value (required|must be quoted)|whitespace required|attribute/;

/** Text of one piece of the file; the parser's own waiting text is checked no oftener than this. */
const PIECE = 1 << 18;

type State = {
  readonly handlers: XmlHandlers;
  readonly limits: Limits;
  /** Own text of each open element, and whether it is still without others inside. */
  readonly texts: string[];
  readonly leaves: boolean[];
  /**
   * A close not yet handed on: the parser closes an element before it says that the closing tag was the wrong one, so each waits for
   * the next event.
   */
  held: { readonly name: string; readonly text: string; readonly leaf: boolean } | undefined;
  mended: number;
  isEnding: boolean;
  sinceElement: number;
};

/** A reader of elements; what it throws is an `XmlStopped`. */
export function elementReader(handlers: XmlHandlers, limits: Limits): ElementReader {
  const parser = new SaxesParser({ xmlns: false });
  const state: State = {
    handlers,
    limits,
    texts: [],
    leaves: [],
    held: undefined,
    mended: 0,
    isEnding: false,
    sinceElement: 0,
  };
  parser.on("opentag", ({ name }) => openTag(state, localName(name)));
  parser.on("closetag", ({ name }) => closeTag(state, localName(name)));
  parser.on("text", (text) => takeText(state, text));
  parser.on("cdata", (text) => takeText(state, text));
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) throw new XmlStopped("XML_ENTITIES_REFUSED");
  });
  parser.on("error", ({ message }) => judge(state, message));
  return {
    write(text) {
      state.sinceElement += text.length;
      parser.write(text);
      // Text, comments and tags not finished are kept by the parser, so their length is bounded here.
      if (state.sinceElement > limits.cellCharacters + 2 * PIECE) throw new XmlStopped("XML_TEXT_TOO_LONG");
    },
    end() {
      release(state);
      state.isEnding = true;
      parser.close();
    },
    line: () => parser.line,
    mended: () => state.mended,
  };
}

function openTag(state: State, name: string): void {
  release(state);
  state.sinceElement = 0;
  const { texts, leaves, limits, handlers } = state;
  if (texts.length >= limits.depth) throw new XmlStopped("XML_TOO_DEEP");
  if (leaves.length > 0) leaves[leaves.length - 1] = false;
  texts.push("");
  leaves.push(true);
  handlers.open(name);
}

function closeTag(state: State, name: string): void {
  release(state);
  state.sinceElement = 0;
  state.held = { name, text: (state.texts.pop() ?? "").trim(), leaf: state.leaves.pop() ?? true };
}

function release(state: State): void {
  const { held, handlers } = state;
  state.held = undefined;
  if (held !== undefined) handlers.close(held.name, held.text, held.leaf);
}

function takeText({ texts, leaves, limits }: State, text: string): void {
  const last = texts.length - 1;
  // Blanks between elements, and whatever follows once an element is known to hold both text and elements, would only pile up.
  if (last < 0 || !/\S/.test(text) || (leaves[last] === false && texts[last] !== "")) return;
  const whole = (texts[last] ?? "") + text;
  if (whole.length > limits.cellCharacters) throw new XmlStopped("XML_TEXT_TOO_LONG");
  texts[last] = whole;
}

function judge(state: State, complaint: string): void {
  if (MENDED.test(complaint)) state.mended++;
  else if (state.isEnding) throw new XmlStopped("XML_CUT_SHORT");
  else {
    if (!complaint.includes("unexpected close tag")) release(state);
    throw new XmlStopped("XML_BROKEN");
  }
}

/** A name without its namespace prefix. */
function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
