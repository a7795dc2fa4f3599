/** How wide words will be, near enough to keep them apart: Arial's widths by kind of letter, never too small. */
import { FONT_SIZE } from "./axes.ts";

/** Widths of letters in hundredths of the size. */
const NARROW = /[iljtfrI.,:;'’|()[\]!/ -]/;
const WIDE = /[mwMW%@—]/;

/** Width in pixels of a line of words at the charts' size; bold is a little wider. */
export function textWidth(text: string, isBold = false): number {
  const hundredths = [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
  return Math.ceil((hundredths * FONT_SIZE * (isBold ? 1.08 : 1)) / 100);
}

function widthOf(letter: string): number {
  if (NARROW.test(letter)) return 36;
  if (WIDE.test(letter)) return 92;
  return /[A-Z]/.test(letter) ? 74 : 57;
}

/** Words in one or two lines, broken at a space so that neither line is wider than it need be. */
export function inTwoLines(text: string, widest: number): readonly string[] {
  if (textWidth(text) <= widest || !text.includes(" ")) return [text];
  const words = text.split(" ");
  const breaks = words.slice(1).map((_, place) => {
    const lines = [words.slice(0, place + 1).join(" "), words.slice(place + 1).join(" ")];
    return { lines, width: Math.max(...lines.map((line) => textWidth(line))) };
  });
  return breaks.reduce((best, one) => (one.width < best.width ? one : best)).lines;
}
