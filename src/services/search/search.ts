/** Finds entries by their words, the best first within their group, only those the person may open. */
import type { Permission } from "../../domain/access/permissions.ts";
import { SEARCH_GROUPS, type SearchEntry, type SearchGroup } from "./search-entries.ts";

/** A stretch of text; found ones hold a word searched for. */
export type TextPart = { readonly text: string; readonly isFound: boolean };

export type SearchHit = {
  readonly href: string;
  readonly title: readonly TextPart[];
  /** Some words around the first found; empty when only the title matches. */
  readonly excerpt: readonly TextPart[];
};

export type FoundGroup = {
  readonly group: SearchGroup;
  readonly title: string;
  readonly count: number;
  readonly hits: readonly SearchHit[];
};

export type Searcher = {
  readonly actor: string;
  readonly may: (permission: Permission) => boolean;
};

/** Hits shown of each group. */
const MOST = 10;

/** Every word must occur in title or text. Groups stand by their best hit. */
export function search(entries: readonly SearchEntry[], question: string, who: Searcher): readonly FoundGroup[] {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  const ranked = entries
    .filter((entry) => mayFind(entry, who))
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.entry.title.localeCompare(b.entry.title, "en-GB", { numeric: true }));
  const groups = Map.groupBy(ranked, ({ entry }) => entry.group);
  const order = Object.keys(SEARCH_GROUPS) as SearchGroup[];
  return [...groups]
    .toSorted(
      ([a, one], [b, other]) => (other[0]?.rank ?? 0) - (one[0]?.rank ?? 0) || order.indexOf(a) - order.indexOf(b),
    )
    .map(([group, found]) => ({
      group,
      title: SEARCH_GROUPS[group],
      count: found.length,
      hits: found.slice(0, MOST).map(({ entry }) => hitOf(entry, words)),
    }));
}

/** The words of a question, in small letters, each once. */
export function wordsOf(question: string): readonly string[] {
  return [
    ...new Set(
      question
        .toLowerCase()
        .split(/[^\p{L}\p{N}.%’'-]+/u)
        .filter(Boolean),
    ),
  ].slice(0, 8);
}

function mayFind({ needs, onlyFor }: SearchEntry, { actor, may }: Searcher): boolean {
  if (onlyFor !== undefined && onlyFor !== actor) return false;
  return needs === "signed-in" || may(needs);
}

/** A title that is the question ranks above one that begins with it, that above one that has its words, that above mere text. */
function rankOf({ title, text, also = "" }: SearchEntry, words: readonly string[]): number {
  const [own, more] = [title.toLowerCase(), `${text} ${also}`.toLowerCase()];
  if (!words.every((word) => own.includes(word) || more.includes(word))) return 0;
  const whole = words.join(" ");
  if (own === whole) return 1000;
  const inTitle = words.filter((word) => own.includes(word)).length;
  const begins = own.startsWith(whole) ? 200 : 0;
  // Among titles alike the shorter says less else.
  return begins + inTitle * 50 + (inTitle === words.length ? 100 : 0) + 40 / (1 + own.length / 40);
}

function hitOf({ href, title, text }: SearchEntry, words: readonly string[]): SearchHit {
  return { href, title: marked(title, words), excerpt: marked(around(text, words), words) };
}

/** Up to some forty words around the first found. */
function around(text: string, words: readonly string[]): string {
  const tidy = text.trim().replace(/\s+/g, " ");
  const places = words.map((word) => tidy.toLowerCase().indexOf(word)).filter((at) => at >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first < 80 ? 0 : tidy.indexOf(" ", first - 80) + 1;
  const to = tidy.length - from <= 220 ? tidy.length : tidy.lastIndexOf(" ", from + 220);
  return `${from > 0 ? "… " : ""}${tidy.slice(from, to)}${to < tidy.length ? " …" : ""}`;
}

/** The text cut where a word searched for begins and ends. */
function marked(text: string, words: readonly string[]): readonly TextPart[] {
  const small = text.toLowerCase();
  const isFound = new Uint8Array(text.length);
  // A letter may change its length when made small; then nothing is marked rather than the wrong part.
  if (small.length === text.length)
    for (const word of words)
      for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + word.length))
        isFound.fill(1, at, at + word.length);
  const parts: TextPart[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++)
    if (at === text.length || isFound[at] !== isFound[start]) {
      parts.push({ text: text.slice(start, at), isFound: isFound[start] === 1 });
      start = at;
    }
  return parts;
}
