/** The XML inside a workbook as events, in bounded memory: no entities of its own, no endless text. */
import { SaxesParser } from "saxes";
import { WorkbookFault } from "./xlsx-zip.ts";

type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix: some writers put one before every element. */
export type PartHandlers = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Text that may pass without any element starting or ending; a cell holds at most 32,767 characters. */
const LONGEST_QUIET = 2_000_000;

/**
 * Feeds a part to the handlers; yields after each piece, so that whoever asked can take what has come of it.
 *
 * @throws WorkbookFault when the XML is broken, declares entities or holds a text without end
 */
export async function* partEvents(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  handlers: PartHandlers,
): AsyncGenerator<void> {
  const broken = (what: string, cause?: unknown) =>
    new WorkbookFault("WORKBOOK_BROKEN", { what: `${name} ${what}` }, { cause });
  const parser = new SaxesParser({ xmlns: false });
  let quiet = 0;
  const local = (tag: string) => (tag.includes(":") ? tag.slice(tag.indexOf(":") + 1) : tag);
  parser.on("opentag", (tag) => {
    quiet = 0;
    handlers.open(local(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    quiet = 0;
    handlers.close?.(local(tag.name));
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("doctype", () => {
    throw broken("declares entities of its own, which Excel never does");
  });
  parser.on("error", (fault) => {
    throw broken("is not XML", fault);
  });
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    const text = decoder.decode(piece, { stream: true });
    quiet += text.length;
    parser.write(text);
    if (quiet > LONGEST_QUIET) throw broken("holds a text longer than any cell");
    yield;
  }
  parser.write(decoder?.decode() ?? "");
  parser.close();
}

/** Reads a small part whole, for its events only. */
export async function readPartEvents(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  handlers: PartHandlers,
): Promise<void> {
  for await (const _ of partEvents(pieces, name, handlers));
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  return piece[0] === 0xfe && piece[1] === 0xff ? "utf-16be" : "utf-8";
}
