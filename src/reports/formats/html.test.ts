/** The HTML file stands alone, runs nothing, leads nowhere but where it says, and names every part for those who hear it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { render } from "preact-render-to-string";
import { runChart } from "../../charts/run-chart.ts";
import type { Block, Report } from "../../domain/report/document.ts";
import { AWKWARD } from "../sample/awkward-text.ts";
import { sampleReport } from "../sample/sample-report.ts";
import { wideReport } from "../sample/wide-report.ts";
import { htmlFormat, reportBody } from "./html.ts";

const pageOf = async (report: Report): Promise<string> => {
  const [file] = await htmlFormat.render(report);
  return Buffer.from(file?.bytes ?? []).toString("utf8");
};
const all = (page: string, pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, found]) => found!);
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
/** The sample with more blocks at the end of its first section. */
const withBlocks = (...blocks: readonly Block[]): Report => {
  const report = sampleReport();
  const [front, ...others] = report.sections;
  return { ...report, sections: [{ ...front!, blocks: [...front!.blocks, ...blocks] }, ...others] };
};

const report = sampleReport({ withGap: true });
const page = await pageOf(report);

test("the file is one, named after template and period, and the same report gives the same bytes", async () => {
  const files = await htmlFormat.render(report);
  assert.deepEqual(
    files.map(({ name, type }) => [name, type]),
    [["sample-2025-26-Q4.html", "text/html; charset=utf-8"]],
  );
  assert.equal(await pageOf(report), page);
});

test("its policy allows its own style and nothing else, and there is nothing else", () => {
  const [style] = all(page, /<style>([\s\S]*?)<\/style>/g);
  const hash = createHash("sha256").update(style!).digest("base64");
  assert.ok(
    page.includes(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`),
  );
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|\sstyle="|\son[a-z]+="|\ssrc="|@import|url\(http/);
});

test("it says its language and title, has one h1, and its headings go down one level at a time with counted numbers", () => {
  assert.match(page, /^<!DOCTYPE html>\n<html lang="en-GB">/);
  assert.deepEqual(all(page, /<title>([^<]*)<\/title>/g).length, 1);
  const levels = all(page, /<h([1-6])\b/g).map(Number);
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((above, level) => {
    assert.ok(level <= above + 1, `h${level} after h${above}`);
    return level;
  });
  assert.match(page, /<h3 id="part-reds"[^>]*>1\.1 What is red<\/h3>/);
  assert.match(page, /<h2 id="part-appendix-heading"[^>]*>Appendix: the scorecard<\/h2>/);
});

test("every id stands once, and every link within the file leads to one of them", () => {
  const ids = all(page, /\sid="([^"]*)"/g);
  assert.deepEqual([...new Set(ids)], ids);
  const known = new Set(ids);
  const within = all(page, /\shref="#([^"]*)"/g);
  assert.ok(within.length > 10);
  for (const target of within) assert.ok(known.has(target), target);
  for (const named of all(page, /\saria-(?:labelledby|describedby)="([^"]*)"/g)) assert.ok(known.has(named), named);
});

test("every table has a caption, a scope for each header, and a name for each row", () => {
  const tables = all(page, /(<table\b[\s\S]*?<\/table>)/g);
  assert.equal(tables.length, 3);
  for (const table of tables) {
    assert.match(table, /<caption><span[^>]*>Table \d: /);
    const [head] = all(table, /<thead[^>]*>([\s\S]*?)<\/thead>/g);
    assert.doesNotMatch(head!, /<th(?![^>]*scope="col")[ >]|<td/);
    for (const row of all(table.replace(/<thead[\s\S]*<\/thead>/, ""), /<tr[^>]*>([\s\S]*?)<\/tr>/g)) {
      assert.match(row, /^<th scope="row"/);
      assert.equal(all(row, /<(th)\b/g).length, 1);
    }
  }
});

test("numbers stand at the right, ratings and directions are words with a shape, and sentences can be heard", () => {
  assert.match(page, /<td[^>]*class="app-report__number"[^>]*>71\.4% \[p\]<\/td>/);
  assert.match(page, /app-report__rating--red"><span aria-hidden="true">■<\/span> Red<\/strong>/);
  assert.match(page, /<span aria-hidden="true">↑<\/span> Improving/);
  assert.ok(page.includes("Red: 71.4% is below the target of 90%."));
  assert.ok(page.includes("Up 3.2 percentage points since Q3 2025-26. Improving."));
});

test("shorthand is explained above the figures that use it, where it stands, and at the end", () => {
  const [key] = all(page, /<span class="app-report__key"[^>]*>([^<]*)</g);
  assert.equal(key, "[c] Hidden because it could tell of a person. [p] Provisional.");
  assert.match(page, /<abbr title="Hidden because it could tell of a person\.">\[c\]<\/abbr>/);
  assert.match(page, /<dt>\[p\]<\/dt><dd dir="auto">Provisional\.<\/dd>/);
});

test("a note leads to its text and back, and a second reference to it has no second way back", async () => {
  const again = withBlocks({ kind: "paragraph", text: ["Again", { kind: "note", note: "recording" }] });
  const twice = await pageOf(again);
  assert.equal(all(twice, /href="#(note-recording)"/g).length, 2);
  assert.equal(all(twice, /\sid="(from-note-recording)"/g).length, 1);
  assert.match(twice, /id="note-recording"[^>]*>\[note 1\] Recording is late[^<]*<a href="#from-note-recording"/);
});

test("a chart is a picture with its name and its sentences, and leads to its table", () => {
  const [figure] = all(page, /(<figure\b[\s\S]*?<\/figure>)/g);
  assert.match(figure!, /<svg[^>]* role="img" aria-labelledby="([^"]*)"[^>]*><title id="\1">Figure 1: Assessments/);
  assert.match(figure!, /<desc[^>]*>Assessments in time rose from 64% in the first quarter/);
  assert.match(figure!, /The same figures are in <a href="#part-assessments-table">Table 2<\/a>/);
  assert.match(page, /<svg[^>]* role="img" aria-label="Over the last 4 quarters: 64, 66\.1, 68\.2, 71\.4\."/);
});

test("the same chart may stand twice without an id standing twice", async () => {
  const svg = runChart([{ label: "Q1", value: 1, shown: "1" }], { id: "same", title: "One", unit: "number" });
  const figure = { kind: "figure", caption: "One", svg, alt: "One.", table: "ratings" } as const;
  const twice = await pageOf(withBlocks({ ...figure, id: "one" }, { ...figure, id: "two" }));
  const ids = all(twice, /\sid="([^"]*)"/g);
  assert.deepEqual([...new Set(ids)], ids);
});

test("text of every awkward kind is shown as it is and is never markup", async () => {
  const awkward = withBlocks(
    ...AWKWARD.map((text): Block => ({ kind: "paragraph", text: [text, { kind: "strong", text }] })),
    { kind: "facts", rows: [{ name: "<b>Name</b>", text: AWKWARD }] },
    { kind: "heading", id: 'a "b" <c> é', level: 1, text: "<i>Heading</i>", isNumbered: true },
    { kind: "paragraph", text: [{ kind: "reference", to: 'a "b" <c> é' }] },
  );
  const shown = await pageOf({ ...awkward, title: "<script>alert(1)</script>", organisation: '"&</title>' });
  assert.doesNotMatch(shown, /<script|<i>|<b>/);
  for (const text of AWKWARD) assert.equal(words(shown).split(text).length - 1 >= 4, true, text);
  const ids = all(shown, /\sid="([^"]*)"/g);
  assert.ok(ids.every((id) => /^\S+$/.test(id)));
});

test("a lettered list is lettered", async () => {
  const list = { kind: "list", isOrdered: true, items: [["Note the report."]] } as const;
  assert.match(await pageOf(withBlocks({ ...list, isLettered: true })), /<ol type="a"><li dir="auto">Note the report/);
  assert.match(await pageOf(withBlocks(list)), /<ol><li dir="auto">Note the report/);
});

test("only web and mail addresses are links; a script in an address is words", async () => {
  const link = (href: string): Block => ({ kind: "paragraph", text: [{ kind: "link", text: `to ${href}`, href }] });
  const good = ["https://wexcombe.example/a?b=1", "mailto:team@wexcombe.example", "#reds"];
  const bad = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    " javascript:alert(1)",
    "//other.example",
  ];
  const shown = await pageOf(withBlocks(...[...good, ...bad].map(link)));
  for (const href of [
    'href="https://wexcombe.example/a?b=1"',
    'href="mailto:team@wexcombe.example"',
    'href="#part-reds"',
  ])
    assert.ok(shown.includes(href), href);
  assert.doesNotMatch(shown, /href="(?!https:|mailto:|#)/);
  for (const href of bad) assert.ok(shown.includes(`<bdi>to ${href}</bdi>`), href);
});

test("an internal report is marked at its head, at its end and on every printed page; a public one not at all", async () => {
  assert.equal(all(page, /<aside class="(marking)\b/g).length, 2);
  assert.match(page, /@top-center \{[^}]*content: "OFFICIAL-SENSITIVE: internal, not for publication"/);
  assert.match(page, /@bottom-left \{[^}]*content: "OFFICIAL-SENSITIVE: internal, not for publication"/);
  const open = await pageOf({ ...sampleReport(), audience: "published", marking: "" });
  assert.doesNotMatch(open, /OFFICIAL|<aside/);
});

test("no marking can break out of the printed page's style", async () => {
  const shown = await pageOf({ ...report, marking: 'x"; } </style><script>alert(1)</script>\\\n{' });
  assert.equal(all(shown, /(<\/style>)/g).length, 1);
  assert.doesNotMatch(shown, /<script/);
});

test("what is still to be written is said at the top and marked where it belongs", () => {
  assert.match(page, /Draft: 1 part is still to be written/);
  assert.match(page, /<a href="#part-why-1\.1"[^>]*>Why 1\.1 is red, and what is being done<\/a>/);
  assert.match(
    page,
    /id="part-why-1\.1" data-block="why-1\.1"><p[^>]*><strong>Still to be written:<\/strong> Why 1\.1/,
  );
});

test("who wrote a paragraph stands beside it in internal reports only", async () => {
  const by = { person: "A. Writer", on: "2026-04-09" };
  const written = withBlocks({ kind: "paragraph", id: "written", text: ["Said."], by });
  assert.match(await pageOf(written), /Written by A\. Writer, 9 April 2026/);
  assert.doesNotMatch(await pageOf({ ...written, audience: "published" }), /A\. Writer/);
});

test("a page around the report may add to each paragraph that can be replaced and to each gap", () => {
  const asked: string[] = [];
  const body = reportBody(report, {
    beside: (block) => {
      asked.push(block.id ?? "");
      return `[edit ${block.id}]`;
    },
  });
  const html = render(body);
  assert.deepEqual(asked, ["summary-text", "why-1.1"]);
  assert.match(html, /<\/p>\[edit summary-text\]/);
  assert.doesNotMatch(html, /<main|<h1|<style/);
  assert.equal(render(body).includes('id="from-note-recording"'), true, "written again, it has its anchors again");
});

test("a hundred indicators with a chart each are written in under two seconds", async () => {
  const large = sampleReport({ large: 100 });
  const chart = large.sections[0]!.blocks.find((block) => block.kind === "figure")!;
  const charts = Array.from({ length: 100 }, (_, index): Block => ({ ...chart, id: `chart-${index}` }) as Block);
  const heavy = { ...large, sections: [...large.sections, { ...large.sections[0]!, id: "charts", blocks: charts }] };
  const begun = performance.now();
  const size = (await pageOf(heavy)).length;
  assert.ok(performance.now() - begun < 2000);
  assert.ok(size < 1_000_000, `${size} signs`);
});

test("a table with more columns than paper holds beside its long comments is printed as cards", async () => {
  const wide = await pageOf(wideReport());
  assert.match(
    wide,
    /id="part-everything" [\s\S]*?<table role="table" class="app-report__table app-report__table--cards"/,
  );
  const [sheet] = all(wide.split('id="part-everything-larger"')[1]!, /app-report__table--([\w-]+)"/g);
  assert.equal(sheet, "8-5", "an A3 sheet has room for them");
});
