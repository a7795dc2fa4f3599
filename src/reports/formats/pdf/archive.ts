/**
 * A PDF/A-3a file that says it is PDF/UA-1 as well. Typst 0.14 keeps to one standard at a time; the report is typeset under
 * both, so that both sets of rules are checked, and the archive's file is given what only the other has.
 */
import type { PdfObjects } from "./pdf-objects.ts";

const UA = "http://www.aiim.org/pdfua/ns/id/";

/** PDF/A wants every property outside its own list described in the file (ISO 19005-3, 6.6.2.3). */
const DESCRIBED =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  `<pdfaSchema:namespaceURI>${UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  "<pdfaProperty:description>Part of PDF/UA that the file keeps to</pdfaProperty:description>" +
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>" +
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";

/** @param pdf made as PDF/A-3a of a report that Typst also accepted as PDF/UA-1 @throws Error where it is laid out otherwise */
export function withAccessibleMark(pdf: PdfObjects): PdfObjects {
  const objects = new Map(pdf.objects);
  for (const [number, text] of pdf.objects) {
    if (text.includes("/Type /Metadata\n")) objects.set(number, markedMetadata(text));
    if (text.includes("/Type /Catalog\n"))
      objects.set(number, put(text, "/ViewerPreferences <<\n", "    /DisplayDocTitle true\n"));
  }
  return { ...pdf, objects };
}

function markedMetadata(object: string): string {
  let marked = put(object, '<rdf:Description rdf:about=""', ` xmlns:pdfuaid="${UA}"`);
  marked = put(marked, "<pdfaExtension:schemas><rdf:Bag>", DESCRIBED);
  marked = put(marked, "</pdfaExtension:schemas>", "<pdfuaid:part>1</pdfuaid:part>");
  return marked.replace(/\/Length (\d+)/, (_, length) => `/Length ${Number(length) + marked.length - object.length}`);
}

function put(text: string, after: string, what: string): string {
  const [before, ...rest] = text.split(after);
  if (rest.length !== 1) throw new Error(`The PDF has no one place "${after}".`);
  return `${before}${after}${what}${rest[0]}`;
}
