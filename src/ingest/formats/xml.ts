/** Streams an XML file as elements opened and closed with their text, within limits: no entity is expanded, no depth or text is without bound. */
import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";
import type { SourceFile } from "../contract.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { ampersandMender } from "./xml-ampersands.ts";
import { xmlEncoding } from "./xml-encoding.ts";

export type XmlHandlers = {
  readonly open: (name: string) => void;
  /** `text` is what stands directly in the element, trimmed; `leaf` is false when it held other elements too. */
  readonly close: (name: string, text: string, leaf: boolean) => void;
  /** Awaited between pieces of the file, so that what was read can be handed on; `done` in bytes. */
  readonly rest: (done: number) => Promise<void>;
};

export type XmlFaultCode =
  | "XML_BROKEN"
  | "XML_CUT_SHORT"
  | "XML_ENTITIES_REFUSED"
  | "XML_TOO_DEEP"
  | "XML_TEXT_TOO_LONG"
  | "XML_TOO_LARGE"
  | "XML_MENDED"
  | "XML_ENCODING_UNKNOWN"
  | "XML_CHARACTERS_LOST";

/** Something wrong with the file as XML. `stopped` faults end the reading; what was read before them stands. */
export type XmlFault = {
  readonly code: XmlFaultCode;
  readonly stopped: boolean;
  readonly line?: number;
  readonly count?: number;
};

/** Faults the parser can read past without mistaking one element for another. */
const MENDED =
  /entity|disallowed character\.|"\]\]>"|text data outside|XML declaration|declaration must|encoding value|standalone|version number|value (required|must be quoted)|whitespace required|attribute/;

const PIECE_BYTES = 1 << 18;

class XmlStopped extends Error {
  readonly code: XmlFaultCode;
  constructor(code: XmlFaultCode) {
    super(code);
    this.code = code;
  }
}

/** Reads the file to its end, or to the first fault that cannot be read past, and says what was wrong. */
export async function readXml(
  file: Pick<SourceFile, "path" | "bytes" | "head">,
  handlers: XmlHandlers,
  limits: Limits = LIMITS,
): Promise<readonly XmlFault[]> {
  if (file.bytes > limits.partBytes) return [{ code: "XML_TOO_LARGE", stopped: true }];
  const encoding = xmlEncoding(file.head);
  const faults: XmlFault[] = encoding.unknown ? [{ code: "XML_ENCODING_UNKNOWN", stopped: false }] : [];
  const reading = elementReader(handlers, limits);
  const mender = ampersandMender();
  const decoder = new TextDecoder(encoding.label);
  let lost = 0;
  const feed = (text: string) => {
    lost += lostCharacters(text);
    reading.write(mender.mend(text));
  };
  try {
    let done = 0;
    for await (const bytes of createReadStream(file.path, { highWaterMark: PIECE_BYTES })) {
      feed(decoder.decode(bytes as Uint8Array, { stream: true }));
      done += (bytes as Uint8Array).length;
      await handlers.rest(done);
    }
    feed(decoder.decode());
    reading.write(mender.rest());
    reading.end();
  } catch (error) {
    if (!(error instanceof XmlStopped)) throw error;
    faults.push({ code: error.code, stopped: true, line: reading.line() });
  }
  const mended = reading.mended() + mender.count();
  if (mended > 0) faults.push({ code: "XML_MENDED", stopped: false, count: mended });
  if (lost > 0) faults.push({ code: "XML_CHARACTERS_LOST", stopped: false, count: lost });
  return faults;
}

type ElementReader = {
  readonly write: (text: string) => void;
  readonly end: () => void;
  readonly line: () => number;
  readonly mended: () => number;
};

/**
 * Turns parser events into elements. A close is held back until the next event, because the parser closes an element before it says that
 * the closing tag was the wrong one.
 */
function elementReader(handlers: XmlHandlers, limits: Limits): ElementReader {
  const parser = new SaxesParser({ xmlns: false });
  const texts: string[] = [];
  const leaves: boolean[] = [];
  let held: { name: string; text: string; leaf: boolean } | undefined;
  let mended = 0;
  let ending = false;
  let sinceElement = 0;
  const stop = (code: XmlFaultCode): never => {
    throw new XmlStopped(code);
  };
  const release = () => {
    const closed = held;
    held = undefined;
    if (closed !== undefined) handlers.close(closed.name, closed.text, closed.leaf);
  };
  const takeText = (text: string) => {
    const last = texts.length - 1;
    // Blanks between elements, and whatever follows once an element is known to hold both text and elements, would only pile up.
    if (last < 0 || !/\S/.test(text) || (leaves[last] === false && texts[last] !== "")) return;
    const whole = (texts[last] ?? "") + text;
    if (whole.length > limits.cellCharacters) stop("XML_TEXT_TOO_LONG");
    texts[last] = whole;
  };
  parser.on("opentag", (tag) => {
    release();
    sinceElement = 0;
    if (texts.length >= limits.depth) stop("XML_TOO_DEEP");
    if (leaves.length > 0) leaves[leaves.length - 1] = false;
    texts.push("");
    leaves.push(true);
    handlers.open(localName(tag.name));
  });
  parser.on("closetag", (tag) => {
    release();
    sinceElement = 0;
    held = { name: localName(tag.name), text: (texts.pop() ?? "").trim(), leaf: leaves.pop() ?? true };
  });
  parser.on("text", takeText);
  parser.on("cdata", takeText);
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) stop("XML_ENTITIES_REFUSED");
  });
  parser.on("error", (error) => {
    if (MENDED.test(error.message)) mended++;
    else if (ending) stop("XML_CUT_SHORT");
    else {
      if (!error.message.includes("unexpected close tag")) release();
      stop("XML_BROKEN");
    }
  });
  return {
    write(text) {
      sinceElement += text.length;
      parser.write(text);
      // Text, comments and tags the parser has not finished are kept by it, so their length is bounded here.
      if (sinceElement > limits.cellCharacters + 2 * PIECE_BYTES) stop("XML_TEXT_TOO_LONG");
    },
    end() {
      release();
      ending = true;
      parser.close();
    },
    line: () => parser.line,
    mended: () => mended,
  };
}

/** A name without its namespace prefix. */
function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function lostCharacters(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}
