/** Every format says everything the report says: headings, figures, rating and direction words, comments, notes and shorthand, as independent programs read them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Report } from "../src/domain/report/document.ts";
import type { FormatId } from "../src/reports/formats/format.ts";
import { REPORT_FORMATS } from "../src/reports/formats/index.ts";
import { numberedReport } from "../src/reports/formats/json-schema.ts";
import { AWKWARD } from "../src/reports/sample/awkward-text.ts";
import { sampleReport } from "../src/reports/sample/sample-report.ts";
import { assembleReport } from "../src/services/report/assemble-report.ts";
import { addComment, moveComment } from "../src/store/comment.ts";
import { officeSheets, officeTexts, pandocText, pdfText, type Sheets, skipWithout } from "./report-text/extract.ts";
import { even, missingFrom, type Passage, type Piece, passagesOf, rightToLeft } from "./report-text/pieces.ts";
import { type Council, NOW, openCouncil } from "./web/council.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-report-formats-"));
after(() => rmSync(root, { recursive: true, force: true }));

/** Reports by name: one of everything, one of 300 indicators, and real ones of a made-up council, an empty quarter among them. */
const ASSEMBLED = [
  ["committee-report-2018", "2025-26-Q4"],
  ["committee-report-2016", "2026-27-Q3"],
  ["annual-performance-report", "2025-26-Q4"],
  ["exceptions-report", "2025-26-Q4"],
  ["members-summary", "2025-26-Q4"],
  ["scorecard-appendix-quarterly-performance", "2025-26-Q4"],
] as const;
const NAMES = [
  "one of everything",
  "300 indicators",
  ...ASSEMBLED.map(([template, period]) => `${template} ${period}`),
];

const reports = new Map<string, Report>();
const rendered = new Map<string, string>();
const place = (name: string, format: FormatId): string => join(root, name.replaceAll(" ", "-"), `report.${format}`);
let words: ReadonlyMap<string, string> = new Map();
let sheets: ReadonlyMap<string, Sheets> = new Map();

before(async () => {
  reports.set("one of everything", sampleReport({ large: 2, withGap: true }));
  reports.set("300 indicators", sampleReport({ large: 297 }));
  const council = await openCouncil();
  try {
    await comment(council);
    for (const [template, period] of ASSEMBLED)
      reports.set(`${template} ${period}`, await assembled(council, template, period));
  } finally {
    await council.close();
  }
  for (const [name, report] of reports)
    for (const format of REPORT_FORMATS) {
      mkdirSync(join(root, name.replaceAll(" ", "-")), { recursive: true });
      const [file] = await format.render(report);
      writeFileSync(place(name, format.id), file?.bytes ?? "");
      rendered.set(`${name} ${format.id}`, place(name, format.id));
    }
  if (skipWithout("soffice")) return;
  // Each under a name of its own: LibreOffice writes them all into one folder.
  const named = (format: FormatId): readonly string[] =>
    NAMES.map((name, index) => {
      const path = join(root, `report-${index}.${format}`);
      execFileSync("cp", [place(name, format), path]);
      return path;
    });
  words = officeTexts(named("docx"), join(root, "office"));
  sheets = officeSheets(named("xlsx"), join(root, "office"));
});

/** What services say goes through every format whole, however long and odd it is. */
async function comment({ store }: Council): Promise<void> {
  const by = { actor: "A writer", at: NOW.toISOString() };
  const long = "Reviews were late because three workers left, and cover was found in March. ".repeat(24);
  const bodies = { "2.2": AWKWARD.join(" / "), "4.3": `${long}\n\n${long}`, "1.7": "=1+1, which is no formula." };
  for (const [reference, body] of Object.entries(bodies)) {
    const subject = { kind: "references", references: [reference] } as const;
    const place = { scorecard: "quarterly-performance", period: "2025-26-Q4", subject, body };
    const { id, version } = await addComment(store, by, place);
    const sent = await moveComment(store, by, { id, version, to: "submitted" });
    await moveComment(store, { ...by, actor: "A director" }, { id, version: sent.version, to: "approved" });
  }
}

function assembled({ desk, store }: Council, template: string, period: string): Promise<Report> {
  return assembleReport(
    { workspace: desk.live.current(), store },
    {
      template,
      scorecard: "quarterly-performance",
      period,
      answers: {},
      madeOn: "2026-04-10",
      author: "The performance team",
    },
  );
}

const of = (name: string): Report => {
  const report = reports.get(name);
  assert.ok(report, name);
  return report;
};

/** All passages, one after the other through the whole text; pictures' words are not text on a page. */
function assertSaysAll(
  report: Report,
  extracted: string,
  isLeftOut: (piece: Piece) => boolean,
  text = even(extracted),
): void {
  let at = 0;
  for (const { place: where, pieces } of passagesOf(report)) {
    const { missing, to } = missingFrom(
      text,
      pieces.filter((piece) => !isLeftOut(piece)),
      at,
    );
    assert.deepEqual(missing, [], `${where}, after “${text.slice(Math.max(0, at - 60), at)}”`);
    at = to;
  }
  assertWordsFromTheRight(report, extracted);
}

function assertPdfSaysAll(name: string): void {
  const extracted = pdfText(place(name, "pdf"));
  assertSaysAll(of(name), extracted, isOfPicture, withoutRepeatedHeaders(of(name), even(extracted)));
}

/** A row that runs on over a page has the table's header between its words: the first of each table's headers is left, the others are not. */
function withoutRepeatedHeaders(report: Report, text: string): string {
  const tables = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
  const headers = tables.map(({ columns }) => even(columns.map(({ header }) => header).join(" ")));
  let left = text;
  for (const header of new Set(headers.filter((one) => one.length > 20))) {
    const own = tables.filter((_, index) => headers[index] === header).map(({ caption }) => even(caption));
    // The header that follows a caption is the table's own.
    const kept = (before: string): boolean => own.some((caption) => before.endsWith(caption));
    left = left
      .split(header)
      .reduce((whole, part) =>
        whole === "" || kept(whole) ? `${whole}${whole === "" ? "" : header}${part}` : `${whole}${part}`,
      );
  }
  return left;
}

/** Programs disagree on the order of such words on a line, not on the words. */
function assertWordsFromTheRight(report: Report, extracted: string): void {
  const wanted = passagesOf(report).flatMap(({ pieces }) => pieces.flatMap(({ text }) => rightToLeft(text)));
  const found = rightToLeft(extracted);
  for (const word of new Set(wanted)) {
    const times = (list: readonly string[]) => list.filter((one) => one === word).length;
    assert.ok(times(found) >= times(wanted), word);
  }
}

const isOfPicture = ({ is }: Piece): boolean => is === "of-a-picture";

for (const name of NAMES) {
  test(`${name}: the PDF says all of it, as pdftotext reads it`, { skip: skipWithout("pdftotext") }, () =>
    assertPdfSaysAll(name),
  );

  test(`${name}: the HTML file says all of it, as pandoc reads it`, { skip: skipWithout("pandoc") }, () =>
    assertSaysAll(of(name), pandocText(place(name, "html"), "html"), isOfPicture),
  );

  test(
    `${name}: the Word file says all of it, numbers and references too, as LibreOffice reads it`,
    { skip: skipWithout("soffice") },
    () => assertSaysAll(of(name), words.get(join(root, `report-${NAMES.indexOf(name)}.docx`)) ?? "", isOfPicture),
  );

  test(
    `${name}: the Word file says all of it but what Word counts, as pandoc reads it, which reads no fields`,
    { skip: skipWithout("pandoc") },
    () => assertSaysAll(of(name), pandocText(place(name, "docx"), "docx"), (piece) => piece.is !== "words"),
  );

  test(
    `${name}: the workbook says all of it, each table on its sheet, as LibreOffice reads it`,
    { skip: skipWithout("soffice") },
    () => assertSheetsSayAll(of(name), sheets.get(join(root, `report-${NAMES.indexOf(name)}.xlsx`)) ?? new Map()),
  );

  test(`${name}: JSON says all of it`, async () => {
    const [file] = (await REPORT_FORMATS.find(({ id }) => id === "json")?.render(of(name))) ?? [];
    const { numbering, ...rest } = JSON.parse(Buffer.from(file?.bytes ?? []).toString("utf8"));
    numberedReport.parse({ numbering, ...rest });
    assert.deepEqual({ ...rest, $schema: "" }, { ...JSON.parse(JSON.stringify(of(name))), $schema: "" });
    assert.ok(numbering);
  });

  test(`${name}: CSV holds every row of the data, as pandoc reads it`, { skip: skipWithout("pandoc") }, async () => {
    const files = (await REPORT_FORMATS.find(({ id }) => id === "csv")?.render(of(name))) ?? [];
    for (const { name: data, columns, rows } of of(name).data) {
      const file = files.find((one) => one.name.includes(`-${data}-`));
      assert.ok(file, data);
      const path = join(root, file.name);
      writeFileSync(path, file.bytes);
      const text = even(pandocText(path, "csv"));
      const cells = rows.flatMap((row) => columns.map((column) => String(row[column.name] ?? "")));
      const pieces = cells.map((cell): Piece => ({ text: cell, is: "words" }));
      assert.deepEqual(missingFrom(text, pieces, 0).missing.slice(0, 3), [], data);
    }
  });
}

/** The words in order on their sheet; each table in order on the sheet that bears its name. */
function assertSheetsSayAll(report: Report, extracted: Sheets): void {
  const texts = new Map([...extracted].map(([name, text]) => [name, even(text)]));
  const passages = passagesOf(report).map((passage) =>
    passage.table === null ? { ...passage, pieces: passage.pieces.flatMap(sentences) } : passage,
  );
  const ends = new Map<string, number>();
  for (const { place: where, table, pieces } of passages) {
    const sheet = table === null ? null : sheetOf(table, texts);
    const [text, wanted] =
      sheet === null ? [[...texts.values()].join("\n"), pieces] : [texts.get(sheet) ?? "", pieces.slice(2)];
    const { missing, to } = missingFrom(text, wanted, sheet === null ? 0 : (ends.get(sheet) ?? 0));
    // Tables joined on one sheet have one header row.
    const lost =
      sheet !== null && ends.has(sheet)
        ? missingFrom(text, rowsOnly(report, table, wanted), ends.get(sheet) ?? 0)
        : { missing, to };
    assert.deepEqual(lost.missing, [], where);
    if (sheet !== null) ends.set(sheet, lost.to);
  }
  assertWordsFromTheRight(report, [...extracted.values()].join("\n"));
}

/** A paragraph too long for a row goes on in the next, beside its heading again. */
function sentences(piece: Piece): readonly Piece[] {
  return piece.text.split(/(?<=\. )|\n/).map((text) => ({ ...piece, text }));
}

function rowsOnly(report: Report, table: string | null, pieces: readonly Piece[]): readonly Piece[] {
  const passage = passagesOf(report).find((one) => one.table === table) as Passage;
  const columns = report.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "table")
    .find(({ caption }) => passage.place.endsWith(`, ${caption}`))?.columns.length;
  return pieces.slice(columns ?? 0);
}

/** The sheet the workbook's own text says the table is on. */
function sheetOf(table: string, texts: ReadonlyMap<string, string>): string {
  const start = `${even(`${table}:`)}`;
  const [, name] = new RegExp(`${start}.*?Itisonthesheet“(.*?)”`).exec(texts.get("Text") ?? "") ?? [];
  const found = [...texts.keys()].find((one) => even(one) === name);
  assert.ok(found !== undefined, `no sheet of ${table}`);
  return found;
}

test("what services say of figures is in the reports proved here", () => {
  const committee = passagesOf(of("committee-report-2018 2025-26-Q4")).flatMap(({ pieces }) => pieces);
  for (const words of ["trailing space", "three workers left", "=1+1, which is no formula."])
    assert.ok(
      committee.some(({ text }) => text.includes(words)),
      words,
    );
});

test("every format there is is proved here", () =>
  assert.deepEqual(REPORT_FORMATS.map(({ id }) => id).sort(), ["csv", "docx", "html", "json", "pdf", "xlsx"]));

test("a word lost from a table is noticed, even where it stands elsewhere too", () => {
  const report = sampleReport();
  const passages = passagesOf(report);
  const whole = even(passages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("\n"));
  const pieces = passages.flatMap((passage) => passage.pieces);
  assert.deepEqual(missingFrom(whole, pieces, 0).missing, []);
  for (const lost of ["↑ Improving", "92% by September", "– Not rated", "[c]", "1,127", "help ✅", "note 1"]) {
    const at = whole.lastIndexOf(even(lost));
    assert.ok(at > 0, lost);
    assert.notDeepEqual(
      missingFrom(whole.slice(0, at) + whole.slice(at + even(lost).length), pieces, 0).missing,
      [],
      lost,
    );
  }
});
