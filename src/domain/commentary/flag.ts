/** A flag on words of a comment: one place makes them, so that ids stay the same for the same claim. */
import type { CommentFlag } from "../commentary.ts";
import type { Span } from "./sentences.ts";

/** What a check found, before it has an id. */
export type Finding = Span & Pick<CommentFlag, "code" | "kind" | "message" | "remedy">;

/** Flags that must be mended or answered before a comment moves on; a claim nothing can check is for the author to weigh. */
export function mustBeAnswered({ kind }: Pick<CommentFlag, "kind">): boolean {
  return kind !== "unchecked";
}

/**
 * Findings as flags in the order of the text; of several on the very same words, each code stands once.
 *
 * @param subject references the comment is on: part of the id, so that an answer on one measure is none on another
 */
export function flagsOf(
  body: string,
  subject: readonly string[],
  findings: readonly Finding[],
): readonly CommentFlag[] {
  const on = subject.length > 4 ? `${subject[0]}..${subject.at(-1)}` : subject.join("+");
  const seen = new Map<string, number>();
  const places = new Set<string>();
  return findings
    .toSorted((one, other) => one.start - other.start || one.end - other.end || compare(one.code, other.code))
    .flatMap((finding) => {
      const place = `${finding.code} ${finding.start} ${finding.end}`;
      if (places.has(place)) return [];
      places.add(place);
      const quote = body.slice(finding.start, finding.end);
      const name = `${finding.code}@${on}:${quote.toLowerCase().replace(/\s+/g, " ").trim()}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return [{ ...finding, id: times === 1 ? name : `${name}:${times}`, quote }];
    });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
