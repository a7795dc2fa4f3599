/** From a template and a question to a finished report: every section's content made, notes and shorthand collected, checked. */
import { dayInWords } from "../../domain/period.ts";
import { checkReport } from "../../domain/report/check-report.ts";
import type { Block, Report, ReportSection } from "../../domain/report/document.ts";
import { notesInOrder } from "../../domain/report/notes-in-order.ts";
import { fillWords } from "../../domain/report/placeholders.ts";
import { collectShorthand } from "../../domain/report/shorthand.ts";
import { numbersParagraphs, type TemplateSection } from "../../domain/report/template.ts";
import type { Audience } from "../../domain/scored-card.ts";
import { reportNamed } from "../../measures/catalogue.ts";
import { makeContent } from "./content/index.ts";
import { fillingOf, periodOfSubject } from "./filling.ts";
import { type Making, openNoteBook, type ReportContext, type ReportQuestion, type Subject } from "./making.ts";
import { reportData } from "./report-data.ts";
import { readSubject } from "./report-subject.ts";

const MARKING = "OFFICIAL-SENSITIVE: internal, not for publication";

/** The same data, words and question give the same report. @throws AppError USAGE, REPORT_UNKNOWN, REPORT_INVALID */
export async function assembleReport(context: ReportContext, question: ReportQuestion): Promise<Report> {
  const template = reportNamed(context.workspace.catalogue, question.template);
  const audience = question.audience ?? template.audience;
  const subject = await readSubject(context, { template, question, audience });
  const filling = fillingOf(subject, template, question);
  const period = periodOfSubject(subject);
  const notes = openNoteBook();
  const making = { ...subject, context, question, template, audience, filling, notes };
  const made: Awaited<ReturnType<typeof makeSection>>[] = [];
  // One after another: notes are numbered in the order they are first referred to.
  for (const section of template.sections) made.push(await makeSection(section, making));
  const sections = withFirst(subject.withheld, onPages(made.map(({ section }) => section)));
  const further = made.flatMap(({ data }) => data);
  const title = fillWords(template.reportTitle, filling);
  const report: Report = {
    template: template.id,
    title,
    subtitle: subtitleOf(subject, { title, audience, madeOn: question.madeOn }),
    organisation: filling.values.organisation,
    audience,
    marking: audience === "internal" ? MARKING : "",
    period: { id: period?.id ?? "", label: period?.label ?? "" },
    madeOn: question.madeOn,
    author: question.author,
    keywords: ["children’s services", "performance", ...(subject.card === null ? [] : [subject.card.title])],
    sections,
    notes: notesInOrder(notes.all(), sections),
    shorthand: collectShorthand(sections),
    data: [...dataOfCard(subject), ...further],
  };
  checkReport(report);
  return report;
}

/** Of the whole card, or of the one indicator the report is about. */
function dataOfCard({ card, indicator, inputs, definitions }: Subject): Report["data"] {
  if (card === null) return [];
  const scorecard = definitions.scorecards.get(card.scorecard) ?? { judgement: {} };
  const sections = card.sections.map((section) => ({
    ...section,
    indicators: section.indicators.filter((one) => indicator === null || one === indicator),
  }));
  return reportData({ ...card, sections }, scorecard, inputs);
}

type Begun = Omit<Making, "section">;

async function makeSection(section: TemplateSection, begun: Begun) {
  const making: Making = { ...begun, section };
  const { id, level, isNumbered, orientation, size } = section;
  const text = fillWords(section.heading, begun.filling);
  const heading: readonly Block[] = text === "" ? [] : [{ kind: "heading", id, level, text, isNumbered }];
  const blocks: Block[] = [...heading];
  const isCounted = numbersParagraphs(section, begun.template);
  const data: Report["data"][number][] = [];
  for (const content of section.content) {
    const made = await makeContent(content, making);
    // Names with their answers are no paragraphs, nor is an answer that is missing among them.
    blocks.push(...(isCounted && content.kind !== "cover" ? made.blocks.map(counted) : made.blocks));
    data.push(...(made.data ?? []));
  }
  return { section: { id, orientation, size, blocks } satisfies ReportSection, data };
}

/** A part of a section whose every paragraph has a number: headings within it have one, and what is still to be written. */
function counted(block: Block): Block {
  const isCounted = block.kind === "heading" || block.kind === "paragraph" || block.kind === "gap";
  return isCounted ? { ...block, isNumbered: true } : block;
}

/** Neighbouring sections on the same sheet run on: a new page begins only where the sheet turns. */
function onPages(sections: readonly ReportSection[]): readonly ReportSection[] {
  const pages: ReportSection[] = [];
  for (const section of sections) {
    const last = pages.at(-1);
    if (last !== undefined && last.orientation === section.orientation && last.size === section.size)
      pages[pages.length - 1] = { ...last, blocks: [...last.blocks, ...section.blocks] };
    else pages.push(section);
  }
  return pages;
}

/** What must be mended before the report may go out stands at its head. */
function withFirst(blocks: readonly Block[], [first, ...rest]: readonly ReportSection[]): readonly ReportSection[] {
  return first === undefined ? [] : [{ ...first, blocks: [...blocks, ...first.blocks] }, ...rest];
}

/** What the title leaves open: of which card and period, and how firm the figures are. */
function subtitleOf(
  { card, edition, packs }: Subject,
  { title, audience, madeOn }: { readonly title: string; readonly audience: Audience; readonly madeOn: string },
): string {
  if (card === null)
    return `${packs.map(({ team }) => team).join(", ")}: as at ${dayInWords(packs[0]?.asAt ?? madeOn)}`;
  const state =
    edition !== null
      ? `edition ${edition.number}, published ${dayInWords(edition.publishedAt)}`
      : audience === "published"
        ? "not yet published"
        : `made ${dayInWords(madeOn)} from live data`;
  const unsaid = [card.title, card.period.label].filter((words) => !title.includes(words));
  return unsaid.length === 0 ? state.replace(/^./, (first) => first.toUpperCase()) : `${unsaid.join(": ")}, ${state}`;
}
