/** What a new password must be, after the NCSC's advice: long, and not one that guessers try first; any signs, spaces and pasting allowed. */
import { COMMON_WORDS, plainLetters, RUNS, SMALL_WORDS } from "./common-passwords.ts";

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What is wrong with a new password, in a sentence to put beside it; `null` when nothing is. */
export function faultOfPassword(
  password: string,
  owner: { readonly name: string; readonly email: string },
): string | null {
  const characters = [...password.normalize("NFC")];
  if (characters.length === 0) return "Enter a password";
  if (characters.length < SHORTEST_PASSWORD)
    return `Password must be at least ${SHORTEST_PASSWORD} characters; three words that have nothing to do with each other make a good one`;
  if (characters.length > LONGEST_PASSWORD) return `Password must be at most ${LONGEST_PASSWORD} characters`;
  if (isRun(password) || isOfCommonWords(password, owner))
    return "This password is one of the first somebody would guess; choose three words that have nothing to do with each other";
  return null;
}

/** The same again and again, few different signs, or a row of keys. */
function isRun(password: string): boolean {
  const text = password.toLowerCase();
  if (new Set(text).size < 5) return true;
  if (/^(.{1,6}?)\1+.{0,5}$/su.test(text) && new Set(text).size < 8) return true;
  const left = RUNS.flatMap((run) => [run, [...run].reverse().join("")]).reduce(
    (rest, run) => longestPieces(run).reduce((text, piece) => text.replaceAll(piece, ""), rest),
    text,
  );
  return left.length <= 3;
}

/** Pieces of a row, longest first, down to four keys. */
function longestPieces(run: string): readonly string[] {
  const lengths = Array.from({ length: run.length - 3 }, (_, index) => run.length - index);
  return lengths.flatMap((length) =>
    Array.from({ length: run.length - length + 1 }, (_, start) => run.slice(start, start + length)),
  );
}

/** At most two common words, small words, the owner's own names, digits and signs. */
function isOfCommonWords(password: string, owner: { readonly name: string; readonly email: string }): boolean {
  const own = new Set([owner.name, owner.email].flatMap((text) => plainLetters(text).split(/[^\p{L}]+/u)));
  own.delete("");
  const outside = password.toLowerCase().replace(/^\P{L}+|\P{L}+$/gu, "");
  const withoutDigits = password.toLowerCase().replace(/[^\p{L}]/gu, "");
  return [lettersOnly(password), lettersOnly(outside), withoutDigits].some(
    (letters) => letters !== "" && fewestWords(letters, own) <= 2,
  );
}

function lettersOnly(text: string): string {
  return plainLetters(text).replace(/[^\p{L}]/gu, "");
}

/** Fewest common words the letters can be cut into, small and own words free; infinite when they cannot. */
function fewestWords(letters: string, own: ReadonlySet<string>): number {
  const fewest = [0];
  for (let end = 1; end <= letters.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - 20); start < end; start++) {
      const word = letters.slice(start, end);
      const cost = SMALL_WORDS.has(word) || own.has(word) ? 0 : COMMON_WORDS.has(word) ? 1 : Number.POSITIVE_INFINITY;
      best = Math.min(best, (fewest[start] ?? Number.POSITIVE_INFINITY) + cost);
    }
    fewest[end] = best;
  }
  return fewest[letters.length] ?? 0;
}
