/** Reports as Word: heading styles with their own numbers, fields that hold their words, repeated header rows, pictures in words, a council's own document as base. */
import { Document, Packer } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { checkReport } from "../../domain/report/check-report.ts";
import type { Report } from "../../domain/report/document.ts";
import { bodyOf, DOCUMENT, finished } from "./docx/finish.ts";
import { type Parts, partText, readParts, withText, writeParts } from "./docx/package.ts";
import { type Place, placeOf } from "./docx/place.ts";
import { SECTION_MARK } from "./docx/section-marks.ts";
import { wordSections } from "./docx/sections.ts";
import { NUMBERING, STYLES } from "./docx/styles.ts";
import { sayable } from "./docx/words.ts";
import { isElement, parseXml, xmlText } from "./docx/xml.ts";
import { fileName } from "./file-name.ts";
import type { RenderOptions, ReportFormat } from "./format.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const docxFormat: ReportFormat = {
  id: "docx",
  title: "Word",
  render: async (report, options = {}) => [
    { name: fileName(report, "docx"), type: TYPE, bytes: await wordBytes(report, options) },
  ],
};

async function wordBytes(report: Report, _options: RenderOptions): Promise<Uint8Array> {
  checkReport(report);
  const place = placeOf(report);
  return writeParts(unmarked(await composed(place)));
}

/** The report as Word's parts, with marks between its sections. */
async function composed(place: Place): Promise<Parts> {
  return finished(readParts(new Uint8Array(await Packer.toBuffer(wordOf(place)))), place);
}

function wordOf(place: Place): Document {
  const { title, subtitle, author, keywords, marking } = place.report;
  return new Document({
    title: sayable(title),
    subject: sayable(subtitle),
    creator: sayable(author),
    lastModifiedBy: sayable(author),
    keywords: sayable(keywords.join(", ")),
    description: sayable(marking),
    styles: STYLES,
    numbering: NUMBERING,
    // Contents have their pages before anybody updates a field; Word's own count may differ by one in a long paper.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [...wordSections(place)],
  });
}

function unmarked(parts: Parts): Parts {
  const document = parseXml(partText(parts, DOCUMENT));
  const body = bodyOf(document);
  const bare = { ...body, children: body.children.filter((node) => !isElement(node, SECTION_MARK)) };
  return withText(parts, { [DOCUMENT]: xmlText({ ...document, children: [bare] }) });
}
