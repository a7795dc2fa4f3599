/** XML elements from layouts: an empty cell is no element. */
import type { Layout } from "./layout.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The elements of a row, one for each filled column, in the layout's order. */
export function elements({ columns }: Layout, row: readonly string[]): string {
  return columns.map((name, place) => element(name, row[place] ?? "")).join("");
}

/** One element with text; nothing when the text is empty. */
export function element(name: string, text: string): string {
  return text === "" ? "" : `<${name}>${escaped(text)}</${name}>`;
}

/** An element around others; nothing when there are none. */
export function group(name: string, inside: string): string {
  return inside === "" ? "" : `<${name}>${inside}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
