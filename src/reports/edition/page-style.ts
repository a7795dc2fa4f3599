/** The look of an edition's page: no outside font, readable in print and greyscale, cards instead of columns on a narrow screen. */
export const PAGE_STYLE = `
:root { color-scheme: light; }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; margin: 0 auto; max-width: 90rem; padding: 1rem 1.5rem 3rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 .25rem; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.125rem; margin: 1.5rem 0 .25rem; }
p, li, dd { max-width: 46rem; }
p, li, dd, h1, h2, h3, .revisions td, .revisions th { overflow-wrap: anywhere; }
.lead { font-size: 1.125rem; color: #484949; margin-top: 0; }
a { color: #1a65a6; }
a:focus { outline: 3px solid #0b0c0c; background: #ffdd00; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0 1rem; font-size: .875rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border-bottom: 1px solid #b1b4b6; padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #0b0c0c; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.latest { font-weight: bold; }
.rating { display: inline-block; white-space: nowrap; padding: 0 .5rem; border: 2px solid currentColor; font-weight: bold; }
.rating--red { color: #651b1b; background: #f4d7d7; }
.rating--amber { color: #7a3c1c; background: #fde4d7; }
.rating--green { color: #083d29; background: #cfe4dc; }
.rating--not-rated { color: #484949; background: #fff; border-style: dotted; }
.reason { display: block; font-weight: normal; color: #484949; font-size: .8125rem; max-width: 22rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dl.facts dt { font-weight: bold; }
dl.facts dd { margin: 0; }
@media (max-width: 40em) {
  body { padding: .75rem; }
  dl.facts { display: block; }
  .revisions thead { display: none; }
  .revisions, .revisions tbody, .revisions tr, .revisions td, .revisions th { display: block; border: 0; padding: .1rem 0; }
  .revisions tr { border-bottom: 2px solid #0b0c0c; padding: .5rem 0; }
  .revisions td::before { content: attr(data-name) ": "; font-weight: bold; }
  dl.facts dd { margin-bottom: .5rem; }
  .indicators thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .indicators, .indicators tbody, .indicators tr, .indicators td, .indicators th { display: block; }
  .indicators tr { border-bottom: 2px solid #0b0c0c; padding: .5rem 0; }
  .indicators td, .indicators tbody th { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  .indicators td::before { content: attr(data-name) ": "; font-weight: bold; }
  .indicators .earlier, .indicators .empty { display: none; }
  .indicators caption { display: block; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  .reason { font-size: 7.5pt; }
  th, td { padding-right: .3rem; }
  thead th { white-space: normal; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
