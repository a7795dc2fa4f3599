/** A text's words apart, for reckoning how much room they need. */
import type { Text } from "../../../domain/report/document.ts";

/** Words that stay on one line, as they are read. */
export function plainWords(text: Text): readonly string[] {
  const plain = text.map((part) => {
    if (typeof part === "string") return part;
    return part.kind === "strong" || part.kind === "link" ? part.text : "";
  });
  return plain.join("").split(/\s+|(?<=[-/])/);
}
