/** Streams an XML file as elements opened and closed with their text, within limits: no entity is expanded, no depth or text is without bound. */
import { createReadStream } from "node:fs";
import type { SourceFile } from "../contract.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { ampersandMender } from "./xml-ampersands.ts";
import { elementReader, type XmlHandlers, type XmlStopCode, XmlStopped } from "./xml-elements.ts";
import { xmlEncoding } from "./xml-encoding.ts";

export type XmlFileHandlers = XmlHandlers & {
  /** Awaited between pieces of the file, so that what was read can be handed on; `done` in bytes. */
  readonly rest: (done: number) => Promise<void>;
};

/** Something wrong with the file as XML. `stopped` faults end the reading; what was read before them stands. */
export type XmlFault = {
  readonly code: XmlStopCode | "XML_TOO_LARGE" | "XML_MENDED" | "XML_ENCODING_UNKNOWN" | "XML_CHARACTERS_LOST";
  readonly stopped: boolean;
  readonly line?: number;
  readonly count?: number;
};

const PIECE_BYTES = 1 << 18;

/** Reads the file to its end, or to the first fault that cannot be read past, and says what was wrong. */
export async function readXml(
  file: Pick<SourceFile, "path" | "bytes" | "head">,
  handlers: XmlFileHandlers,
  limits: Limits = LIMITS,
): Promise<readonly XmlFault[]> {
  if (file.bytes > limits.partBytes) return [{ code: "XML_TOO_LARGE", stopped: true }];
  const encoding = xmlEncoding(file.head);
  const faults: XmlFault[] = encoding.unknown ? [{ code: "XML_ENCODING_UNKNOWN", stopped: false }] : [];
  const elements = elementReader(handlers, limits);
  const mender = ampersandMender();
  const decoder = new TextDecoder(encoding.label);
  let lost = 0;
  const feed = (text: string) => {
    lost += lostCharacters(text);
    elements.write(mender.mend(text));
  };
  try {
    let done = 0;
    for await (const bytes of createReadStream(file.path, { highWaterMark: PIECE_BYTES })) {
      feed(decoder.decode(bytes as Uint8Array, { stream: true }));
      done += (bytes as Uint8Array).length;
      await handlers.rest(done);
    }
    feed(decoder.decode());
    elements.write(mender.rest());
    elements.end();
  } catch (error) {
    if (!(error instanceof XmlStopped)) throw error;
    faults.push({ code: error.code, stopped: true, line: elements.line() });
  }
  const mended = elements.mended() + mender.count();
  if (mended > 0) faults.push({ code: "XML_MENDED", stopped: false, count: mended });
  if (lost > 0) faults.push({ code: "XML_CHARACTERS_LOST", stopped: false, count: lost });
  return faults;
}

function lostCharacters(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}
