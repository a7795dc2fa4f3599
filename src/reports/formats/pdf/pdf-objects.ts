/** A PDF as Typst writes it, taken apart into its numbered objects and put together again with a true table of where each lies. */

/** Text is a byte a letter (latin1), so that lengths are bytes and nothing of a picture or font is changed. */
export type PdfObjects = {
  /** Everything before the first object. */
  readonly head: string;
  /** "25 0 obj … endobj", in the file's order. */
  readonly objects: ReadonlyMap<number, string>;
  /** "trailer << … >>". */
  readonly trailer: string;
};

const XREF_LINE = 20;

/** @throws Error where the file is not of the plain kind Typst writes: one table of objects, nothing packed */
export function readObjects(pdf: Uint8Array): PdfObjects {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const [heading, size] = /^xref\n0 (\d+)\n/.exec(text.slice(table, table + 32)) ?? [];
  if (heading === undefined || size === undefined) throw new Error("The PDF has no table of its objects.");
  const lines = table + heading.length;
  const places = Array.from({ length: Number(size) }, (_, number) => ({
    number,
    line: text.slice(lines + number * XREF_LINE, lines + (number + 1) * XREF_LINE),
  }))
    .filter(({ line }) => line[17] === "n")
    .map(({ number, line }) => ({ number, at: Number(line.slice(0, 10)) }))
    .sort((one, two) => one.at - two.at);
  return {
    head: text.slice(0, places[0]?.at ?? table),
    objects: new Map(places.map(({ number, at }, index) => [number, text.slice(at, places[index + 1]?.at ?? table)])),
    trailer: text.slice(text.indexOf("trailer", table), text.lastIndexOf("startxref")),
  };
}

/** The file again; the same objects give the same bytes. */
export function writeObjects({ head, objects, trailer }: PdfObjects): Uint8Array {
  const lines = new Map<number, string>();
  const parts = [head];
  let at = head.length;
  for (const [number, text] of objects) {
    lines.set(number, `${String(at).padStart(10, "0")} 00000 n\r\n`);
    parts.push(text);
    at += text.length;
  }
  const size = Math.max(0, ...objects.keys()) + 1;
  parts.push(`xref\n0 ${size}\n0000000000 65535 f\r\n`);
  for (let number = 1; number < size; number++) parts.push(lines.get(number) ?? "0000000000 65535 f\r\n");
  parts.push(`${trailer}startxref\n${at}\n%%EOF`);
  return Buffer.from(parts.join(""), "latin1");
}

/** Numbers of the objects a dictionary's list names: /K [25 0 R 26 0 R]. */
export function references(text: string, name: string): readonly number[] {
  const [, list = ""] = new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(text) ?? [];
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}
