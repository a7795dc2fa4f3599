/** A Word file opened to be proved: its parts as trees, and the numbers Word will show. */
import { type Parts, partText, readParts } from "../formats/docx/package.ts";
import { wordNumbers } from "../formats/docx/word-numbers.ts";
import { childrenOf, type Element, element, parseXml } from "../formats/docx/xml.ts";

export type OpenedWord = {
  readonly parts: Parts;
  readonly document: Element;
  readonly styles: Element;
  readonly numbering: Element;
  /** The number or bullet Word shows before a paragraph. */
  readonly numbers: ReadonlyMap<Element, string>;
  readonly text: (part: string) => string;
  readonly style: (id: string) => Element | undefined;
  /** The header or footer a section names. */
  readonly part: (section: Element, reference: "w:headerReference" | "w:footerReference", kind?: string) => Element;
};

export function openedWord(bytes: Uint8Array): OpenedWord {
  const parts = readParts(bytes);
  const text = (part: string) => partText(parts, part);
  const [document, styles, numbering] = ["document", "styles", "numbering"].map((name) =>
    parseXml(text(`word/${name}.xml`)),
  );
  if (document === undefined || styles === undefined || numbering === undefined) throw new Error("not a Word file");
  const relations = childrenOf(parseXml(text("word/_rels/document.xml.rels")), "Relationship");
  return {
    parts,
    document,
    styles,
    numbering,
    numbers: wordNumbers(document, styles, numbering),
    text,
    style: (id) => childrenOf(styles, "w:style").find(({ attributes }) => attributes["w:styleId"] === id),
    part: (section, reference, kind = "default") => {
      const named = childrenOf(section, reference).find(({ attributes }) => attributes["w:type"] === kind);
      const target = relations.find(({ attributes }) => attributes.Id === named?.attributes["r:id"])?.attributes.Target;
      return target === undefined ? element("none") : parseXml(text(`word/${target}`));
    },
  };
}
