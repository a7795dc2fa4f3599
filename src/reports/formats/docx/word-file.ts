/** A report written as a Word file, or moved into a council's own. */
import { Document, Packer, patchDocument } from "docx";
import { blocksOf, type Report } from "../../../domain/report/document.ts";
import { arranged } from "./base/arranged.ts";
import { grafted } from "./base/graft.ts";
import { withLiftedControls } from "./base/lifted-controls.ts";
import { openBase } from "./base/open-base.ts";
import { sheetsOf } from "./base/pages.ts";
import { spelledOut } from "./fields.ts";
import { bodyOf, DOCUMENT, finished } from "./finish.ts";
import { type Parts, partText, readParts, withText, writeParts } from "./package.ts";
import { PAGES_OF_FINISHED, PAGES_OF_REPORT } from "./page-numbers.ts";
import { type Place, placeOf } from "./place.ts";
import { partIds, SECTION_MARK, TITLE } from "./section-marks.ts";
import { wordSections } from "./sections.ts";
import { numberingOf, STYLES } from "./styles.ts";
import { sayable } from "./words.ts";
import { isElement, parseXml, xmlText } from "./xml.ts";

export type WordRequest = { readonly report: Report; readonly wordBase?: Uint8Array };

/** Verdana against the font columns are fitted for. */
const WIDEST_FONT = 1.15;

/** The report as a Word file. @param wordBase a council's own document @throws AppError WORD_BASE_UNUSABLE */
export async function wordBytes(report: Report, wordBase?: Uint8Array): Promise<Uint8Array> {
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
