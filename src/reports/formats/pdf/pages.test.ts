/** Pages as they are seen: rows whole and in company, headers on each page, nothing over anything else, the longest real comments to their last word. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Report, ReportCell, ReportColumn, ReportSection, TableBlock } from "../../../domain/report/document.ts";
import { sampleReport } from "../../sample/sample-report.ts";
import { pdfFormat } from "../pdf.ts";

const skip = spawnSync("pdftotext", ["-v"]).error === undefined ? false : "not installed: pdftotext";
const folder = mkdtempSync(join(tmpdir(), "waymark-pages-"));
after(() => rmSync(folder, { recursive: true, force: true }));

type Word = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
type PrintedPage = { readonly width: number; readonly height: number; readonly words: readonly Word[] };

const text = (words: string): ReportCell => ({ kind: "text", text: [words] });

function tableOf(id: string, headers: readonly string[], rows: readonly (readonly ReportCell[])[]): TableBlock {
  const columns = headers.map(
    (header, at): ReportColumn => ({
      id: `c${at}`,
      header,
      weight: /^(Measure|Comm)/.test(header) ? 4 : 1,
      align: "start",
      words: `${header}.`,
    }),
  );
  return { kind: "table", id, caption: `Caption of ${id}`, columns, rows: rows.map((cells) => ({ cells })) };
}

function reportOf(blocks: ReportSection["blocks"], page: Pick<ReportSection, "orientation" | "size">): Report {
  return { ...sampleReport(), sections: [{ id: "only", ...page, blocks }], notes: [], shorthand: [], marking: "" };
}

async function printed(report: Report): Promise<readonly PrintedPage[]> {
  const [pdf] = await pdfFormat.render(report);
  const file = join(folder, "pages.pdf");
  writeFileSync(file, pdf?.bytes ?? "");
  const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
  return boxes
    .split("<page ")
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const words = [
        ...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, word = ""]) => ({
        text: word,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }));
      return { width: Number(width), height: Number(height), words };
    });
}

/** Words that stand over one another, or beyond the paper's edges. */
function clashes(pages: readonly PrintedPage[]): readonly string[] {
  return pages.flatMap(({ width, height, words }, index) =>
    words.flatMap((one, at) => {
      const isOutside = one.left < 20 || one.right > width - 20 || one.top < 10 || one.bottom > height - 10;
      const over = words.slice(at + 1).find((two) => overlap(one, two));
      const where = `page ${index + 1}: ${one.text}`;
      return [
        ...(isOutside ? [`${where} is outside`] : []),
        ...(over === undefined ? [] : [`${where} over ${over.text}`]),
      ];
    }),
  );
}

/** By more than a sliver both ways: boxes of lines touch, and italics lean. */
function overlap(one: Word, two: Word): boolean {
  const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
  const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
  return across > 1 && down > (one.bottom - one.top) * 0.5;
}

const pageOf = (pages: readonly PrintedPage[], word: string) =>
  pages.findIndex(({ words }) => words.some((one) => one.text === word));

test("a row is on one page, its header above it, and no row begins or ends a table alone", { skip }, async () => {
  const cases = [0, 9, 17, 23, 26, 29, 31].flatMap((before) => [[before, 23] as const, [before, 90] as const]);
  for (const [before, most] of cases) {
    const lines = Array.from({ length: before }, (_, at) => ({
      kind: "paragraph" as const,
      text: [`Paragraph ${at}.`],
    }));
    const rows = Array.from({ length: 26 }, (_, at) => [
      text(`begin${at}`),
      text(`${"said of it ".repeat(1 + ((at * 7) % most))} end${at}`),
    ]);
    const table = tableOf("t", ["Reference", "Telling"], rows);
    const pages = await printed(reportOf([...lines, table], { orientation: "portrait", size: "a4" }));
    assert.ok(pages.length >= 2);
    const places = rows.map((_, at) => pageOf(pages, `begin${at}`));
    rows.forEach((_, at) => {
      assert.equal(pageOf(pages, `end${at}`), places[at], `row ${at} after ${before} paragraphs`);
    });
    for (const page of new Set(places)) {
      assert.ok(
        pages[page]?.words.some((word) => word.text === "Telling"),
        `no header on page ${page + 1}`,
      );
      assert.ok(places.filter((one) => one === page).length >= 2, `one row alone after ${before} paragraphs`);
    }
    assert.equal(pageOf(pages, "Caption"), places[0]);
    assert.deepEqual(clashes(pages), []);
  }
});

test("a short table is not cut", { skip }, async () => {
  for (const before of [22, 25, 27, 29]) {
    const lines = Array.from({ length: before }, (_, at) => ({
      kind: "paragraph" as const,
      text: [`Paragraph ${at}.`],
    }));
    const rows = Array.from({ length: 5 }, (_, at) => [text(`row${at}`), text("–")]);
    const pages = await printed(
      reportOf([...lines, tableOf("t", ["Name", "Figure"], rows)], { orientation: "portrait", size: "a4" }),
    );
    assert.deepEqual([...new Set(["Caption", "row0", "row4"].map((word) => pageOf(pages, word)))].length, 1);
  }
});

test("a row longer than a page is cut rather than lost", { skip }, async () => {
  const rows = [
    [text("first"), text("–")],
    [text("long"), text(`${"a long account of it ".repeat(700)}finished`)],
    [text("last"), text("–")],
  ];
  const pages = await printed(
    reportOf([tableOf("t", ["Name", "Telling"], rows)], { orientation: "landscape", size: "a4" }),
  );
  assert.ok(pageOf(pages, "finished") > pageOf(pages, "long"));
  assert.deepEqual(clashes(pages), []);
});

test("twenty-five columns fit across A3, long words and figures inside their own", { skip }, async () => {
  const headers = [
    "Reference",
    "Measure",
    ...Array.from({ length: 13 }, (_, at) => `Q${(at % 4) + 1} 20${10 + at}-${11 + at}`),
  ];
  const more = [
    "Target",
    "Rating",
    "Direction",
    "Statistical neighbours",
    "Numerator",
    "Denominator",
    "Recommendation",
  ];
  const all = [...headers, ...more, "Commentary", "Responsibility", "Accommodation"];
  const rating: ReportCell = { kind: "rating", word: "amber", label: "▲ Amber", sentence: "" };
  const direction: ReportCell = {
    kind: "direction",
    arrow: "↓",
    label: "↓ Getting worse",
    meaning: "worse",
    sentence: "",
  };
  const rows = Array.from({ length: 30 }, (_, at) =>
    all.map((header): ReportCell => {
      if (/^Q\d|ator$/.test(header))
        return {
          kind: "number",
          shown: "12,345.6%",
          value: 12345.6,
          format: { decimals: 1, sign: "%" },
          marks: ["[p]"],
        };
      if (header === "Rating") return rating;
      if (header === "Direction") return direction;
      if (header === "Commentary")
        return text("Unaccompanied asylum-seeking children’s accommodation straightforwardly reconsidered.");
      return text(header === "Measure" ? `Percentage of reassessments number ${at}` : "–");
    }),
  );
  const pages = await printed(reportOf([tableOf("wide", all, rows)], { orientation: "landscape", size: "a3" }));
  assert.equal(all.length, 25);
  assert.deepEqual(clashes(pages), []);
  assert.ok(pages.length <= 4, `${pages.length} pages`);
});

test("more columns than the paper has room for are small rather than over one another", { skip }, async () => {
  const headers = Array.from({ length: 30 }, (_, at) => `Header ${at}`);
  const rows = Array.from({ length: 12 }, () => headers.map(() => text("Something said here")));
  const pages = await printed(reportOf([tableOf("many", headers, rows)], { orientation: "portrait", size: "a4" }));
  assert.deepEqual(clashes(pages), []);
});

test("the sample's awkward texts stay in their cells, and a public report says nothing of writers", {
  skip,
}, async () => {
  const pages = await printed(sampleReport({ large: 40, withGap: true }));
  assert.deepEqual(clashes(pages), []);
  const by = { kind: "paragraph" as const, text: ["Said."], by: { person: "Ada Archer", on: "2026-04-02" } };
  const section = { orientation: "portrait", size: "a4" } as const;
  const inside = await printed(reportOf([by], section));
  const outside = await printed({ ...reportOf([by], section), audience: "published" });
  assert.deepEqual([pageOf(inside, "Archer,"), pageOf(outside, "Archer,")], [0, -1]);
});

const published = join(import.meta.dirname, "../../../../../shared/published");
const none = existsSync(published) ? skip : "the published documents are not here";

for (const name of [
  "cheshire-east-annual-2015-16",
  "cheshire-east-improvement-2015-16-q4",
  "cheshire-east-performance-2015-16-q4",
  "cheshire-east-vital-signs-2025-02",
  "sefton-cyipg-2016-17",
])
  test(`every word of ${name} is on paper, in its own column`, { skip: none }, async () => {
    const [headers = [], ...rows] = readFileSync(join(published, `${name}.tsv`), "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split("\t"));
    const cells = rows.map((row) => headers.map((_, at) => text(row[at]?.trim() || "–")));
    const named = headers.map((header, at) => (headers.indexOf(header) === at ? header : `${header} ${at}`));
    const pages = await printed(
      reportOf([tableOf("published", named, cells)], { orientation: "landscape", size: "a3" }),
    );
    assert.deepEqual(clashes(pages), []);
    const folded = (words: string) => words.replace(/[\s\u00ad-]+/g, "");
    const seen = folded(execFileSync("pdftotext", ["-raw", join(folder, "pages.pdf"), "-"], { encoding: "utf8" }));
    const words = rows
      .flat()
      .join(" ")
      .split(/\s+/)
      .filter((word) => /^[A-Za-z]{4,}$/.test(word));
    assert.ok(words.length > 100);
    assert.deepEqual([...new Set(words.filter((word) => !seen.includes(folded(word))))], []);
  });
