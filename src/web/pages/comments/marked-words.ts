/** A comment's words cut where flags begin and end, so that what is at fault is marked in its place. */

import { mustBeAnswered } from "../../../domain/commentary/flag.ts";
import type { AnsweredFlag, CommentFlag } from "../../../domain/commentary.ts";

/** A stretch of words; `flags` are the numbers, from 1, of the flags it belongs to. `ends` are those that end here. */
export type MarkedRun = { readonly text: string; readonly flags: readonly number[]; readonly ends: readonly number[] };

/** Runs in the order of reading; joined they are the words again. */
export function markedWords(body: string, flags: readonly Pick<CommentFlag, "start" | "end">[]): readonly MarkedRun[] {
  const within = (place: number): number => Math.min(Math.max(place, 0), body.length);
  const spans = flags.map(({ start, end }) => ({ start: within(start), end: within(end) }));
  const cuts = [...new Set([0, ...spans.flatMap(({ start, end }) => [start, end]), body.length])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const over = spans.flatMap((span, place) => (span.start <= start && end <= span.end ? [place + 1] : []));
    return { text: body.slice(start, end), flags: over, ends: over.filter((place) => spans[place - 1]?.end === end) };
  });
}

export type FlagView = {
  readonly number: number;
  readonly id: string;
  readonly quote: string;
  readonly message: string;
  readonly remedy: string;
  /** "Differs from the data", "Could tell of a person" … */
  readonly kind: string;
  readonly isOpen: boolean;
  /** Whether it must be mended or answered at all. */
  readonly needsAnswer: boolean;
  readonly answer: AnsweredFlag["answer"];
};

const KIND_WORDS: Readonly<Record<CommentFlag["kind"], string>> = {
  fact: "Differs from the data, or words are missing",
  unchecked: "Nothing here can check it",
  person: "Could tell of a person",
  suppressed: "Tells a number hidden from the public",
};

/** Flags as the list under the words prints them. */
export function presentFlags(
  flags: readonly (CommentFlag & Partial<Pick<AnsweredFlag, "answer">>)[],
): readonly FlagView[] {
  return flags.map((flag, index) => {
    const { id, quote, message, remedy, kind, answer = null } = flag;
    const needsAnswer = mustBeAnswered(flag);
    return {
      number: index + 1,
      id,
      quote,
      message,
      remedy,
      kind: KIND_WORDS[kind],
      needsAnswer,
      isOpen: needsAnswer && answer === null,
      answer,
    };
  });
}

/** "2 flags must be mended or answered; 1 claim nothing here can check." */
export function flagsSentence(flags: readonly FlagView[]): string {
  const open = flags.filter(({ isOpen }) => isOpen).length;
  const answered = flags.filter(({ answer }) => answer !== null).length;
  const unchecked = flags.filter(({ needsAnswer }) => !needsAnswer).length;
  if (flags.length === 0) return "Nothing in these words disagrees with the data.";
  const parts = [
    open === 0
      ? "Nothing needs to be mended or answered"
      : `${open} ${open === 1 ? "flag" : "flags"} to mend or answer`,
    ...(answered === 0 ? [] : [`${answered} answered`]),
    ...(unchecked === 0 ? [] : [`${unchecked} ${unchecked === 1 ? "claim" : "claims"} nothing here can check`]),
  ];
  return `${parts.join("; ")}.`;
}
