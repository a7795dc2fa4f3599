/** Which encoding an XML file is in: byte order mark, then the pattern of NULs, then what its declaration says, then whether the bytes are UTF-8. */
import { detectEncoding } from "../encoding.ts";

export type XmlEncoding = {
  /** A label `TextDecoder` knows. */
  readonly label: string;
  /** The name the declaration gives, when it is one nobody knows. */
  readonly unknown?: string;
};

const DECLARED = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']/;

/** Judges from the first bytes of the file. ASCII and ISO 8859-1 are read as Windows-1252, which holds both. */
export function xmlEncoding(head: Uint8Array): XmlEncoding {
  const { encoding, markBytes } = detectEncoding(head);
  if (markBytes > 0 || encoding.startsWith("utf-16")) return { label: encoding };
  const declared = DECLARED.exec(new TextDecoder("latin1").decode(head.subarray(0, 400)))?.[1]?.toLowerCase();
  // A declaration that can be read byte by byte is not UTF-16, whatever it says (writers to memory often leave it in).
  if (declared === undefined || declared.startsWith("utf-16") || declared === "utf-8") return { label: encoding };
  if (declared === "us-ascii" || declared === "ascii") return { label: encoding };
  try {
    return { label: new TextDecoder(declared).encoding };
  } catch {
    return { label: encoding, unknown: declared };
  }
}

/** The text of a file's first bytes, for telling what it is. */
export function xmlHeadText(head: Uint8Array): string {
  return new TextDecoder(xmlEncoding(head).label).decode(head, { stream: true });
}
