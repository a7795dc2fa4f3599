/** Notes that a spreadsheet spread over several cells, put together again: "Process co | ommenced i | n quarter 2". */

/** Pieces of one note in order. A letter said twice at a break was cut through and is written once. */
export function joinPieces(pieces: readonly string[], direction: "across" | "down"): string {
  return pieces.reduce((text, piece) => {
    if (text === "") return piece;
    if (direction === "down") return `${text} ${piece}`;
    const isCutLetter = text.at(-1)?.toLowerCase() === piece[0]?.toLowerCase();
    if (isCutLetter) return text + piece.slice(1);
    return endsWord(text) && startsWord(piece) ? `${text} ${piece}` : text + piece;
  }, "");
}

/** Signs that letters were lost: none of the words of such a note can be trusted. */
export function isDamaged(text: string): boolean {
  return /[\u0137\u0131\uFFFD]/.test(text) || /\b(?!a|i\b)[b-hj-z]\b/i.test(text.replace(/'s\b|\d/g, ""));
}

const SMALL_WORDS = new Set(["a", "in", "of", "to", "the", "at", "for", "and", "on", "by", "is", "not"]);

/** Whole words stand at the break, rather than halves of one. */
function endsWord(text: string): boolean {
  const last = /([a-z]+)$/i.exec(text)?.[1] ?? "";
  return last === "" || SMALL_WORDS.has(last.toLowerCase()) || last.length > 4;
}

function startsWord(piece: string): boolean {
  return /^[A-Z0-9(]/.test(piece) || SMALL_WORDS.has(/^[a-z]+/i.exec(piece)?.[0]?.toLowerCase() ?? "");
}
