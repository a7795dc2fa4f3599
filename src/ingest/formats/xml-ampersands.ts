/** Bare ampersands: text typed by people ("Smith & Sons") that the writer forgot to escape, mended before the parser sees them. */

const BARE = /&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z_][\w.-]{0,30});)/g;
/** Longest reference `BARE` lets through, so how much of a piece's end must wait for the next piece. */
const LONGEST = 34;

export type AmpersandMender = {
  /** The piece with bare ampersands escaped; up to 34 characters at its end may wait for the next piece. */
  readonly mend: (piece: string) => string;
  /** What was still waiting when the file ended. */
  readonly rest: () => string;
  readonly count: () => number;
};

/** Escapes ampersands that start no reference, across pieces of a text. */
export function ampersandMender(): AmpersandMender {
  let waiting = "";
  let count = 0;
  const escaped = (text: string) =>
    text.replace(BARE, () => {
      count++;
      return "&amp;";
    });
  return {
    mend(piece) {
      const text = waiting === "" ? piece : waiting + piece;
      const last = text.indexOf("&") < 0 ? -1 : text.lastIndexOf("&");
      const cut = last >= 0 && last > text.length - LONGEST && text.indexOf(";", last) < 0 ? last : text.length;
      waiting = text.slice(cut);
      return last < 0 ? text : escaped(text.slice(0, cut));
    },
    rest() {
      const text = escaped(waiting);
      waiting = "";
      return text;
    },
    count: () => count,
  };
}
