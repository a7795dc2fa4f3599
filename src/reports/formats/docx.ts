/** Reports as Word: heading styles with their own numbers, fields that hold their words, repeated header rows, pictures in words, a council's own document as base. */
import { Document, Packer, patchDocument } from "docx";
import { checkReport } from "../../domain/report/check-report.ts";
import { blocksOf, type Report } from "../../domain/report/document.ts";
import { arranged } from "./docx/base/arranged.ts";
import { grafted } from "./docx/base/graft.ts";
import { withLiftedControls } from "./docx/base/lifted-controls.ts";
import { openBase } from "./docx/base/open-base.ts";
import { sheetsOf } from "./docx/base/pages.ts";
import { spelledOut } from "./docx/fields.ts";
import { bodyOf, DOCUMENT, finished } from "./docx/finish.ts";
import { type Parts, partText, readParts, withText, writeParts } from "./docx/package.ts";
import { PAGES_OF_FINISHED, PAGES_OF_REPORT } from "./docx/page-numbers.ts";
import { type Place, placeOf } from "./docx/place.ts";
import { partIds, SECTION_MARK, TITLE } from "./docx/section-marks.ts";
import { wordSections } from "./docx/sections.ts";
import { numberingOf, STYLES } from "./docx/styles.ts";
import { sayable } from "./docx/words.ts";
import { isElement, parseXml, xmlText } from "./docx/xml.ts";
import { fileName } from "./file-name.ts";
import type { RenderOptions, ReportFormat } from "./format.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Verdana against the font columns are fitted for. */
const WIDEST_FONT = 1.15;

export const docxFormat: ReportFormat = {
  id: "docx",
  title: "Word",
  render: async (report, options = {}) => [
    { name: fileName(report, "docx"), type: TYPE, bytes: await wordBytes(report, options) },
  ],
};

async function wordBytes(report: Report, { wordBase }: RenderOptions): Promise<Uint8Array> {
  checkReport(report);
  if (wordBase === undefined) return writeParts(unmarked(await composed(await placeOf(report), hasContents(report))));
  const opened = openBase(wordBase);
  const base = {
    ...opened,
    document: withLiftedControls(
      opened.document,
      partIds(report).filter((id) => id !== TITLE),
    ),
  };
  const body = bodyOf(base.document);
  const placed = arranged(report, body);
  // The council's styles make other pages than ours: they are counted once the report is among them.
  return paged(
    grafted(base, await composed(await placeOf(placed, sheetsOf(body), WIDEST_FONT), false), placed),
    placed,
  );
}

/** The report as Word's parts, with marks between its sections. */
async function composed(place: Place, isPaged: boolean): Promise<Parts> {
  return finished(readParts(new Uint8Array(await Packer.toBuffer(wordOf(place, isPaged)))), place);
}

function wordOf(place: Place, isPaged: boolean): Document {
  const { title, subtitle, author, keywords, marking } = place.report;
  return new Document({
    title: sayable(title),
    subject: sayable(subtitle),
    creator: sayable(author),
    lastModifiedBy: sayable(author),
    keywords: sayable(keywords.join(", ")),
    description: sayable(marking),
    styles: STYLES,
    numbering: numberingOf(place.numbering.paragraphs.size > 0),
    ...(isPaged ? { pageNumbers: PAGES_OF_REPORT } : {}),
    sections: [...wordSections(place)],
  });
}

/** Pages of the contents, worked out in the finished document. */
async function paged(parts: Parts, report: Report): Promise<Uint8Array> {
  const bytes = writeParts(parts);
  if (!hasContents(report)) return bytes;
  const again = await patchDocument({
    outputType: "uint8array",
    data: bytes,
    patches: {},
    pageNumbers: PAGES_OF_FINISHED,
  });
  const { attributes } = parseXml(partText(parts, DOCUMENT));
  const document = { ...parseXml(partText(readParts(again), DOCUMENT)), attributes };
  return writeParts(withText(parts, { [DOCUMENT]: xmlText(document) }));
}

function hasContents(report: Report): boolean {
  return blocksOf(report).some(({ kind }) => kind === "contents");
}

function unmarked(parts: Parts): Parts {
  const document = parseXml(partText(parts, DOCUMENT));
  const body = bodyOf(document);
  const bare = { ...body, children: body.children.filter((node) => !isElement(node, SECTION_MARK)) };
  return withText(parts, { [DOCUMENT]: xmlText(spelledOut({ ...document, children: [bare] })) });
}
