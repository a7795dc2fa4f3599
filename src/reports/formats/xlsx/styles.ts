/** How cells of a workbook look: few styles, no fills, and named ones where a screen reader or a menu of styles looks for them. */
import type { NumberFormat } from "../../../domain/report/document.ts";
import { XML_HEAD } from "./xml.ts";

/** Places in the list of cell formats; numbers with formats of their own come after. */
export const STYLES = {
  plain: 0,
  title: 1,
  header: 2,
  headerEnd: 3,
  text: 4,
  link: 5,
  exact: 6,
  quoted: 7,
  textEnd: 8,
} as const;

const BUILT_IN = 9;
/** Longer text in the format of text is shown as ##### by older Excel. */
const LONGEST_TEXT = 255;
/** Shorthand in place of a number stands where the number would. */
const SHORTHAND = 5;
/** Numbers of formats below this are Excel's own. */
const FIRST_FORMAT = 164;

/** Number formats met so far, each with its place. */
export type NumberStyles = {
  readonly placeOf: (format: NumberFormat) => number;
  readonly codes: () => readonly string[];
};

export function numberStyles(): NumberStyles {
  const codes: string[] = [];
  return {
    placeOf: (format) => {
      const code = formatCode(format);
      const known = codes.indexOf(code);
      return BUILT_IN + (known < 0 ? codes.push(code) - 1 : known);
    },
    codes: () => codes,
  };
}

/**
 * The format of a text: text, so that "1.10" stays itself when somebody edits the cell; with Excel's own apostrophe where it
 * begins like a formula, so that editing does not make it one.
 */
export function textStyle(text: string, align: "start" | "end"): number {
  if (align === "end" && text.length <= SHORTHAND) return STYLES.textEnd;
  if (/^[=+\-@\t\r]/.test(text)) return STYLES.quoted;
  return text.length > LONGEST_TEXT ? STYLES.exact : STYLES.text;
}

/** "#,##0" or "0.0%": a percentage is held as a fraction, as everywhere in Excel. */
export function formatCode({ decimals, sign }: NumberFormat): string {
  return `#,##0${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}${sign}`;
}

/** The part that holds them. */
export function stylesXml(codes: readonly string[]): string {
  const wrapped = `<alignment vertical="top" wrapText="1"/>`;
  const toTheRight = `<alignment horizontal="right" vertical="top" wrapText="1" indent="1"/>`;
  const formats = codes.map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`);
  const numbers = codes.map(
    (_, index) =>
      `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>`,
  );
  const cells = [
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="1"/>`,
    `<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${toTheRight}</xf>`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="2" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">${wrapped}</xf>`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${toTheRight}</xf>`,
    ...numbers,
  ];
  const font = (inside: string): string => `<font>${inside}<name val="Arial"/><family val="2"/></font>`;
  return [
    `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
    `<fonts count="4">${font(`<sz val="12"/>`)}${font(`<b/><sz val="15"/>`)}${font(`<b/><sz val="12"/>`)}${font(`<u/><sz val="12"/><color rgb="FF12436D"/>`)}</fonts>`,
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`,
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`,
    `<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0"/></cellStyleXfs>`,
    `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs>`,
    `<cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Hyperlink" xfId="2" builtinId="8"/></cellStyles>`,
    `<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`,
  ].join("");
}
