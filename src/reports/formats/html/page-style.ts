/** The look of a report's own file: its head and foot, its marking on screen, and on every printed page. */
import type { Report } from "../../../domain/report/document.ts";
import { pageSize } from "../paper/page-size.ts";
import { BODY_STYLE } from "./body-style.ts";

/**
 * All the style of the file: the marking and the title are in it, because margins of printed pages are written there,
 * and the widths of the printed columns that occur in `body`.
 */
export function pageStyle(report: Report, body: string): string {
  return `${SCREEN}${BODY_STYLE}${printedPages(report)}${printedColumns(body)}`;
}

const SCREEN = `
:root { color-scheme: light; }
html { scroll-padding: 3rem 0; }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; margin: 0; }
.skip { position: absolute; inset-inline-start: -9999px; }
.skip:focus { position: static; display: block; padding: .5rem 1.5rem; background: #ffdd00; color: #0b0c0c; outline: 3px solid #0b0c0c; outline-offset: -3px; }
.marking { background: #0b0c0c; color: #fff; font-weight: bold; text-align: center; padding: .375rem 1rem; border: 1px solid transparent; overflow-wrap: anywhere; }
.marking p { margin: 0; }
header, main, footer { max-width: 90rem; margin: 0 auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
header .organisation { color: #484949; margin: 1.5rem 0 0; }
h1 { font-size: 2rem; line-height: 1.2; margin: .25rem 0 .5rem; max-width: 46rem; text-wrap: balance; }
header .subtitle { font-size: 1.1875rem; margin: 0 0 .5rem; max-width: 46rem; }
header .made, footer { color: #484949; }
main:focus { outline: none; }
.draft { border: 2px solid #651b1b; border-inline-start-width: 8px; padding: .75rem 1rem; margin: 1rem 0; max-width: 46rem; color: #0b0c0c; }
.draft p, .draft ul { margin: 0; }
.draft a { color: #1a65a6; }
.draft a:focus { outline: 3px solid #0b0c0c; background: #ffdd00; color: #0b0c0c; }
footer { border-top: 1px solid #b1b4b6; margin-top: 3rem; padding-top: 1rem; padding-bottom: 1.5rem; }
@media screen and (min-width: 60em) and (min-height: 40em) {
  .marking { position: sticky; top: 0; bottom: 0; z-index: 2; }
}
@media (max-width: 40em) {
  header, main, footer { padding-inline: 1rem; }
  h1 { font-size: 1.625rem; }
}
`;

/** Portrait pages, landscape appendices, and the marking with the page's number on each of them. */
function printedPages({ marking, organisation, title }: Report): string {
  const small = "font: 8pt Arial, Helvetica, sans-serif; color: #484949;";
  const marked = "font: bold 8pt Arial, Helvetica, sans-serif; color: #0b0c0c;";
  const isMarked = marking !== "";
  return `
@page {
  ${paperOf("portrait", "a4")}
  @top-center { ${marked} content: ${isMarked ? cssString(marking) : "none"}; }
  @bottom-left { ${isMarked ? marked : small} content: ${cssString(isMarked ? marking : `${organisation}: ${title}`)}; }
  @bottom-right { ${small} content: "Page " counter(page) " of " counter(pages); }
}
@page landscape-a4 { ${paperOf("landscape", "a4")} }
@page portrait-a3 { ${paperOf("portrait", "a3")} }
@page landscape-a3 { ${paperOf("landscape", "a3")} }
@media print {
  .app-report__section--landscape-a4 { page: landscape-a4; }
  .app-report__section--portrait-a3 { page: portrait-a3; }
  .app-report__section--landscape-a3 { page: landscape-a3; }
  body { font-size: 10.5pt; }
  .skip { display: none; }
  .marking { background: #fff; color: #0b0c0c; border-color: #0b0c0c; }
  main ~ .marking { display: none; }
  footer { border: 0; margin-top: 12pt; padding: 0; }
  header, main, footer { max-width: none; padding-inline: 0; }
  h1 { font-size: 20pt; }
}
`;
}

function paperOf(orientation: "portrait" | "landscape", size: "a4" | "a3"): string {
  const { x, top, bottom } = pageSize({ orientation, size }).margin;
  return `size: ${size.toUpperCase()} ${orientation}; margin: ${top}pt ${x}pt ${bottom}pt;`;
}

/** In a table as wide as its page, lengths this small are stretched in proportion: shares, without a style attribute. */
function printedColumns(body: string): string {
  const shares = new Set([...body.matchAll(/"app-report__share--(\d+)"/g)].map(([, share]) => Number(share)));
  const rules = [...shares]
    .sort((a, b) => a - b)
    .map((share) => `  .app-report__share--${share} { width: ${share / 10}px; }`);
  return `@media print {
  .app-report__scroll .app-report__table { table-layout: fixed; }
${rules.join("\n")}
}
`;
}

/** Words as a string of CSS, which neither a quotation mark, a line's end nor the end of the style element can break out of. */
function cssString(words: string): string {
  return `"${words.replace(/["\\<>\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
