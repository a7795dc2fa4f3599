/** Changes single keys and items of a YAML file as text, so that everything else in it, comments and spacing too, stays as it was written. */
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, stringify, visit } from "yaml";

/** The key's value anew; `undefined` takes the key away. Lists and maps named in `flow` are written on one line. */
export type KeyChange = { readonly key: string; readonly value: unknown; readonly flow?: boolean };

/**
 * Sets one top-level key.
 *
 * @param order the keys in the order files have them, for where a new one goes
 */
export function setKey(text: string, { key, value, flow = false }: KeyChange, order: readonly string[]): string {
  const written = value === undefined ? "" : yamlOf({ [key]: value }, flow);
  const places = keyPlaces(text);
  const place = places.find((one) => one.key === key);
  if (place !== undefined) return text.slice(0, place.start) + written + text.slice(place.end);
  const rank = order.indexOf(key);
  const next = places.find((one) => order.indexOf(one.key) > rank);
  const at = next?.start ?? text.length;
  const gap = at === text.length && text !== "" && !text.endsWith("\n") ? "\n" : "";
  return text.slice(0, at) + gap + written + text.slice(at);
}

/** One value as YAML lines; long texts are folded. */
export function yamlOf(value: unknown, flow = false): string {
  if (!flow) return stringify(value, { lineWidth: 150, collectionStyle: "any" });
  const document = parseDocument(stringify(value, { lineWidth: 0 }));
  visit(document, {
    Collection: (_, node) => {
      if (node !== document.contents) node.flow = true;
    },
  });
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  // Lists of plain words stand close between their brackets, as all files have them.
  return written.replace(/\[ ([\w ,.-]*) \]/g, "[$1]");
}

type Place = { readonly key: string; readonly start: number; readonly end: number };

/** Where each top-level key's lines begin and end; the end is the start of the line after. */
function keyPlaces(text: string): readonly Place[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }): readonly Place[] => {
    if (!isScalar(key) || key.range == null) return [];
    const last = isNode(value) && value.range != null ? value.range[1] : key.range[1];
    return [{ key: String(key.value), start: lineStart(text, key.range[0]), end: lineEnd(text, last) }];
  });
}

/** Text of each item of a list at a path: `sections.0.indicators`. */
export function itemsAt(text: string, path: readonly (string | number)[]): readonly string[] {
  return itemPlaces(text, path).map(({ start, end }) => text.slice(start, end));
}

/** Puts other items in place of those of a list; each is its whole lines, dash and indentation included. */
export function replaceItems(text: string, path: readonly (string | number)[], items: readonly string[]): string {
  const places = itemPlaces(text, path);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return text;
  return text.slice(0, first.start) + items.join("") + text.slice(last.end);
}

/** Items with the comments above them: each begins where the one before ends. */
function itemPlaces(text: string, path: readonly (string | number)[]): readonly Omit<Place, "key">[] {
  const node = parseDocument(text).getIn(path, true) as Node | undefined;
  if (!isSeq(node) || node.flow === true || node.range == null) return [];
  const ends = node.items.map((item) => (isNode(item) && item.range != null ? lineEnd(text, item.range[1]) : 0));
  const starts = node.items.map((item, index) => {
    const own = isNode(item) && item.range != null ? lineStart(text, item.range[0]) : 0;
    return index === 0 ? own : (ends[index - 1] ?? own);
  });
  return starts.map((start, index) => ({ start, end: ends[index] ?? start }));
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  // A block of text ends after its own line break.
  if (at > 0 && text[at - 1] === "\n") return at;
  const next = text.indexOf("\n", at);
  return next < 0 ? text.length : next + 1;
}
