/** Where a council's document counts headings its own way, what references and contents say is made to agree with what Word will show. */

import { wordNumbers } from "../word-numbers.ts";
import { changed, descendants, type Element, element, isElement, textOf } from "../xml.ts";

const NUMBER_OF = /^\s*REF (\S+) .*\\r/;

/** The document with the numbers of headings as its own lists count them. */
export function agreed(document: Element, styles: Element, numbering: Element): Element {
  const numbers = numbersByBookmark(document, styles, numbering);
  return changed(document, (one) => {
    if (one.name === "w:hyperlink") return withNumber(one, numbers.get(one.attributes["w:anchor"] ?? ""));
    if (one.name !== "w:fldSimple") return one;
    const [, bookmark = ""] = NUMBER_OF.exec(one.attributes["w:instr"] ?? "") ?? [];
    const number = numbers.get(bookmark);
    return number === undefined ? one : { ...one, children: [element("w:r", {}, [wordsOf(number)])] };
  });
}

function numbersByBookmark(document: Element, styles: Element, numbering: Element): ReadonlyMap<string, string> {
  const labels = wordNumbers(document, styles, numbering);
  return new Map(
    [...labels].flatMap(([paragraph, label]) =>
      // Word leaves out the full stop of "1." where it refers to it.
      descendants(paragraph, "w:bookmarkStart").map(
        ({ attributes }) => [attributes["w:name"] ?? "", label.replace(/\.$/, "")] as const,
      ),
    ),
  );
}

/** An entry of the contents begins with its heading's number, in words of its own. */
function withNumber(entry: Element, number: string | undefined): Element {
  if (number === undefined || !entry.attributes["w:anchor"]?.startsWith("_Toc")) return entry;
  const [first, ...rest] = entry.children;
  const isNumber = first !== undefined && isElement(first) && /^[\d.]+ $/.test(textOf(first));
  return { ...entry, children: [element("w:r", {}, [wordsOf(`${number} `)]), ...(isNumber ? rest : entry.children)] };
}

function wordsOf(text: string): Element {
  return element("w:t", { "xml:space": "preserve" }, [text]);
}
