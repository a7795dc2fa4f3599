/** Text in the XML of a workbook, as Excel writes it. */

export const XML_HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Markup escaped, signs XML cannot hold as Excel's _x0007_, and text that looks like such a sign kept as it is. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\n\t])[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => `_x${hexadecimal(sign)}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function hexadecimal(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** In an attribute line feeds and tabs would become blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll("\n", "_x000a_").replaceAll("\t", "_x0009_");
}

/** A list of relationships, each with its type and target. */
export function relationsXml(relations: readonly { readonly type: string; readonly target: string }[]): string {
  const rows = relations.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}">${rows.join("")}</Relationships>`;
}

/** "A", "Z", "AA": the column at a place counted from 0. */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return `${rest < 0 ? "" : columnLetters(rest)}${String.fromCharCode(65 + (place % 26))}`;
}
