/** The look of a report's body, all within `.app-report`, so that it stands in any page; no style attribute is needed. */
import { PRINTED_SIZES } from "./table-shape.ts";

const LETTERS = PRINTED_SIZES.map(
  (size) => `.app-report__table--${String(size).replace(".", "-")} { width: 100%; font-size: ${size}pt; }`,
).join("\n  ");

export const BODY_STYLE = `
.app-report { font-family: Arial, Helvetica, sans-serif; font-size: 1rem; line-height: 1.5; color: #0b0c0c; }
.app-report h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
.app-report h3 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; }
.app-report h4 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
.app-report p, .app-report li, .app-report dd { max-width: 46rem; }
.app-report p { margin: 0 0 1rem; }
.app-report p, .app-report li, .app-report dd, .app-report dt, .app-report h2, .app-report h3, .app-report h4 { overflow-wrap: anywhere; }
.app-report p, .app-report li, .app-report dd, .app-report td, .app-report tbody th { white-space: pre-line; }
.app-report__numbered { padding-inline-start: 3.75rem; text-indent: -3.75rem; }
.app-report__numbered > .app-report__paragraph-number { display: inline-block; min-width: 3.5rem; text-indent: 0; }
.app-report .app-report__numbered + ul, .app-report .app-report__numbered + ol { margin-inline-start: 3.75rem; }
.app-report ul, .app-report ol { margin: 0 0 1rem; padding-inline-start: 1.5rem; }
.app-report li { margin-bottom: .25rem; }
.app-report a { color: #1a65a6; }
.app-report a:focus, .app-report__scroll:focus { outline: 3px solid #0b0c0c; outline-offset: 0; }
.app-report a:focus { background: #ffdd00; color: #0b0c0c; }
.app-report__contents h2 { margin-top: 1.5rem; }
.app-report__contents h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
.app-report__contents ul { list-style: none; padding: 0; }
.app-report__contents li { padding: .125rem 0; }
.app-report__contents .app-report__entry--2 { padding-inline-start: 1.5rem; }
.app-report__facts { margin: 0 0 1.5rem; }
.app-report__facts > div { display: grid; grid-template-columns: minmax(3rem, 14rem) 1fr; gap: 0 1.5rem; padding: .375rem 0; border-bottom: 1px solid #b1b4b6; max-width: 60rem; }
.app-report__facts dt { font-weight: bold; }
.app-report__facts dd { margin: 0; }
.app-report__end .app-report__facts > div { grid-template-columns: 4rem 1fr; }
.app-report__gap { border: 2px solid #651b1b; border-inline-start-width: 8px; padding: .75rem 1rem; margin: 0 0 1rem; max-width: 46rem; }
.app-report__gap > p { margin: 0; }
.app-report__by, .app-report__source { font-size: .875rem; color: #484949; }
.app-report__block { margin: 1.5rem 0; }
.app-report__scroll { overflow-x: auto; }
.app-report__table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; margin: 0; }
.app-report__table caption { text-align: start; padding: 0 0 .5rem; }
.app-report__caption { display: block; font-size: 1rem; font-weight: bold; max-width: 46rem; margin-bottom: .25rem; }
.app-report__key { display: block; font-weight: normal; max-width: 46rem; color: #484949; }
.app-report__table th, .app-report__table td { border-bottom: 1px solid #b1b4b6; padding: .375rem .5rem; text-align: start; vertical-align: top; overflow-wrap: break-word; }
.app-report__table .app-report__long-word { overflow-wrap: anywhere; }
.app-report__table th:first-child { padding-inline-start: 0; }
.app-report__table--plain { min-width: min(100%, 28rem); }
.app-report__table thead th { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; overflow-wrap: normal; }
.app-report__table tbody th { font-weight: bold; min-width: 3rem; }
.app-report__table .app-report__number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
.app-report__table thead .app-report__number { white-space: normal; }
.app-report__table thead .app-report__one-line { white-space: nowrap; }
.app-report__unbroken { white-space: nowrap; }
.app-report__table abbr { text-decoration: none; }
.app-report__scroll .app-report__room--long { min-width: 18rem; }
.app-report__scroll .app-report__room--middling { min-width: 10rem; }
.app-report__scroll .app-report__room--short { min-width: 7.5rem; }
.app-report__rating { display: inline-block; white-space: nowrap; padding: 0 .375rem; border: 1px solid currentColor; }
.app-report__rating--red { color: #651b1b; background: #f4d7d7; }
.app-report__rating--amber { color: #7a3c1c; background: #fde4d7; }
.app-report__rating--green { color: #083d29; background: #cfe4dc; }
.app-report__rating--not-rated { color: #484949; background: #fff; border-style: dotted; font-weight: normal; }
.app-report__trend svg { display: block; max-width: none; }
.app-report figure { margin-inline: 0; }
.app-report__chart svg { display: block; width: 100%; max-width: 47.5rem; min-width: 34rem; height: auto; background: #fff; forced-color-adjust: none; }
.app-report__trend svg { background: #fff; forced-color-adjust: none; }
.app-report__spoken { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0; white-space: nowrap; }
.app-report__scroll, .app-report__table td, .app-report__table th { position: relative; }
@media screen and (min-width: 60em) {
  /* What a row is called, and the table, stay in sight while the rest is scrolled. */
  .app-report__scroll { scroll-padding-inline-start: 12rem; }
  .app-report__scroll th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; background: #fff; }
  .app-report__scroll caption > span { position: sticky; inset-inline-start: 0; }
}
@media screen and (max-width: 40em) {
  .app-report__facts > div { display: block; }
  .app-report__scroll .app-report__table, .app-report__scroll caption, .app-report__scroll tbody, .app-report__scroll tr, .app-report__scroll tbody th, .app-report__scroll td { display: block; }
  .app-report__scroll thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .app-report__scroll tr { border-top: 2px solid #0b0c0c; padding: .5rem 0; }
  .app-report__scroll tbody th, .app-report__scroll td { border: 0; padding: .125rem 0; }
  .app-report__scroll .app-report__table .app-report__number { text-align: start; white-space: normal; }
  .app-report__scroll [data-name]::before { content: attr(data-name) ": "; content: attr(data-name) ": " / ""; font-weight: bold; }
  .app-report__trend, .app-report__trend svg { display: inline-block; vertical-align: middle; }
}
@media print {
  .app-report { font-size: 10.5pt; }
  .app-report h2 { font-size: 15pt; }
  .app-report h3 { font-size: 12.5pt; }
  .app-report h4 { font-size: 11pt; }
  .app-report h2, .app-report h3, .app-report h4, .app-report caption, .app-report figcaption { break-after: avoid; }
  .app-report a { color: #0b0c0c; }
  .app-report__scroll { overflow: visible; }
  .app-report__table { font-size: 9pt; line-height: 1.3; }
  .app-report__table--plain { min-width: 50%; }
  ${LETTERS}
  .app-report__table thead { display: table-header-group; break-after: avoid; }
  .app-report__table th:first-child { padding-inline-start: 0; }
.app-report__table--plain { min-width: min(100%, 28rem); }
.app-report__table thead th, .app-report__table thead .app-report__one-line, .app-report__table .app-report__number { white-space: normal; overflow-wrap: anywhere; }
  .app-report__table th, .app-report__table td { min-width: 0; padding: 2pt 3pt; }
  .app-report__table th:first-child { padding-inline-start: 0; }
  .app-report__table .app-report__number + :is(td, th):not(.app-report__number) { padding-inline-start: 7pt; }
  /* Nothing is drawn: the box asks for room, so that a heading, a caption and a header do not stay behind their first rows. */
  .app-report__block::before, .app-report :is(h2, h3, h4)::after { content: ""; display: block; height: 45mm; margin-bottom: -45mm; break-inside: avoid; }
  .app-report :is(h2, h3, h4)::after { height: 25mm; margin-bottom: -25mm; }
  .app-report :is(h2, h3, h4):has(+ .app-report__block)::after { height: 65mm; margin-bottom: -65mm; }
  .app-report :is(h2, h3):has(+ :is(h3, h4))::after, .app-report :is(h2, h3, h4):has(+ p + .app-report__block)::after { height: 80mm; margin-bottom: -80mm; }
  .app-report :is(h2, h3, h4) { break-inside: avoid; }
  .app-report__table caption { break-inside: avoid; }
  .app-report__table tr, .app-report figure, .app-report__gap, .app-report__facts > div { break-inside: avoid; }
  .app-report p, .app-report li, .app-report td { orphans: 3; widows: 3; }
  .app-report__table tbody tr:first-child { break-before: avoid; break-after: avoid; }
  .app-report__table tbody tr:last-child { break-before: avoid; }
  .app-report__table .app-report__tall { break-before: auto; break-inside: auto; break-after: auto; }
  .app-report__table--cards, .app-report__table--cards caption, .app-report__table--cards tbody, .app-report__table--cards tr { display: block; }
  .app-report__table--cards thead, .app-report__table--cards colgroup { display: none; }
  .app-report__table--cards tr { border-top: 1.5pt solid #0b0c0c; padding: 3pt 0; }
  .app-report__table--cards tbody th, .app-report__table--cards td, .app-report__table--cards .app-report__number { display: inline-block; border: 0; padding: 1pt 12pt 1pt 0; text-align: start; }
  .app-report__table--cards [data-name]::before { content: attr(data-name) ": "; font-weight: bold; }
  .app-report__rating { padding: 0 2pt; print-color-adjust: exact; white-space: normal; }
  .app-report__trend svg { max-width: 100%; height: auto; }
  .app-report__chart svg { min-width: 0; max-width: 100%; }
  .app-report__source, .app-report__by { font-size: 8.5pt; margin-top: 3pt; }
  .app-report__back { display: none; }
}
`;
