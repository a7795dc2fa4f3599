/** Sections of a Word report: text upright, appendix on its side; the marking and the page's number on every page. */
import {
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SimpleField,
  TextRun,
} from "docx";
import type { Report, ReportSection } from "../../../domain/report/document.ts";
import { wordBlock } from "./blocks.ts";
import { noteId, type Place, type Sheet } from "./place.ts";
import { sectionMark } from "./section-marks.ts";
import { OWN_STYLES, unnumberedHeading } from "./styles.ts";
import { linesOf, marked, sayable } from "./words.ts";

type Part = Pick<ReportSection, "orientation" | "size"> & { readonly children: readonly FileChild[] };

/** Sections of one kind of sheet follow each other without a new page, as a paper is written. */
export function wordSections(place: Place): readonly ISectionOptions[] {
  let lists = 0;
  const nextList = () => ++lists;
  const parts = place.report.sections.map((section, index): Part => {
    const sheet = place.sheetOf(section);
    const blocks = section.blocks.flatMap((block) => wordBlock(block, place, sheet, nextList));
    const title = index === 0 ? [sectionMark(), ...titleOf(place.report)] : [];
    return { ...section, children: [...title, sectionMark(), ...blocks] };
  });
  return joined([...parts, ...endOf(place)]).map((part) => ({
    properties: { page: pageOf(place.sheetOf(part)) },
    ...runningLines(place.report),
    children: part.children,
  }));
}

function joined(parts: readonly Part[]): readonly Part[] {
  const sheets: Part[] = [];
  for (const part of parts) {
    const last = sheets.at(-1);
    if (last === undefined || last.orientation !== part.orientation || last.size !== part.size) sheets.push(part);
    else sheets.splice(-1, 1, { ...last, children: [...last.children, ...part.children] });
  }
  return sheets;
}

function pageOf({ width, height, top, right, bottom, left }: Sheet) {
  const isWide = width > height;
  return {
    // The library turns the sheet itself: it is given upright.
    size: {
      width: Math.min(width, height),
      height: Math.max(width, height),
      orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top, right, bottom, left, header: Math.min(567, top), footer: Math.min(567, bottom) },
  };
}

function titleOf({ organisation, title, subtitle }: Report): readonly Paragraph[] {
  return [
    new Paragraph({ style: OWN_STYLES.organisation, children: linesOf(organisation) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: linesOf(title) }),
    new Paragraph({ style: "Subtitle", children: linesOf(subtitle) }),
  ];
}

function runningLines({ marking, organisation, title }: Report): Pick<ISectionOptions, "headers" | "footers"> {
  const header = new Header({ children: [new Paragraph({ style: "Header", children: linesOf(marking) })] });
  const children = [
    new TextRun(sayable(`${organisation}: ${title}. Page `)),
    new TextRun({ children: [PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
  ];
  return {
    ...(marking === "" ? {} : { headers: { default: header } }),
    footers: { default: new Footer({ children: [new Paragraph({ style: "Footer", children })] }) },
  };
}

/** Notes and shorthand, at the end as in every format. */
function endOf(place: Place): readonly Part[] {
  const { notes, shorthand } = place.report;
  if (notes.length + shorthand.length === 0) return [];
  const heading = (text: string) => new Paragraph({ style: unnumberedHeading(1), children: [new TextRun(text)] });
  const noted = notes.map(({ id, text }, index) => {
    const label = [new TextRun("[note "), new SimpleField("SEQ note \\* ARABIC", `${index + 1}`), new TextRun("]")];
    return new Paragraph({ children: [marked(noteId(id), label, place), ...linesOf(` ${text}`)] });
  });
  const explained = shorthand.map(
    ({ shorthand: mark, words }) => new Paragraph({ children: linesOf(`${mark} ${words}`) }),
  );
  return [
    {
      orientation: "portrait",
      size: "a4",
      children: [
        ...(noted.length === 0 ? [] : [sectionMark(), heading("Notes"), ...noted]),
        ...(explained.length === 0 ? [] : [sectionMark(), heading("Shorthand"), ...explained]),
      ],
    },
  ];
}
