/** Reads templates of reports and layouts of tables, and finds what is wrong with them before anybody asks for a report. */
import { basename } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { bracesIn, isPlaceholder, PLACEHOLDERS } from "../domain/report/placeholders.ts";
import type { Layout, ReportTemplate, TemplateSection } from "../domain/report/template.ts";
import { layoutSchema, reportSchema } from "./report-schema.ts";
import { didYouMean } from "./suggest.ts";

/** @throws AppError REPORT_INVALID naming the file, the place and what to do */
export function readLayout(text: string, file: string): Layout {
  const layout: Layout = checked(layoutSchema, text, file);
  const repeated = layout.columns.find(
    ({ column, header }, index) =>
      layout.columns.findIndex((other) => other.column === column && other.header === header) !== index,
  );
  if (repeated !== undefined) throw invalid(file, `the column "${repeated.column}" stands twice`);
  return Object.freeze(layout);
}

/** @param layouts every layout of the catalogue, by id @throws AppError REPORT_INVALID naming the file, the place and what to do */
export function readReportTemplate(text: string, file: string, layouts: ReadonlyMap<string, Layout>): ReportTemplate {
  const template: ReportTemplate = { ...checked(reportSchema, text, file), file };
  const [fault] = [...nameFaults(template), ...contentFaults(template, layouts)];
  if (fault !== undefined) throw invalid(file, fault);
  return Object.freeze(template);
}

function nameFaults({ asks, sections }: ReportTemplate): readonly string[] {
  const names = [
    ...asks.map(({ id }) => `ask ${id}`),
    ...sections.map(({ id }) => `section ${id}`),
    ...sections.flatMap(({ content }) => content.flatMap((one) => (one.kind === "text" ? [`text ${one.id}`] : []))),
  ];
  const levels = sections.filter(({ heading }) => heading !== "").map(({ level }) => level);
  return [
    ...names.filter((one, index) => names.indexOf(one) !== index).map((one) => `${one} stands twice`),
    ...levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 0) + 1
        ? [`a heading of level ${level} follows one of level ${levels[index - 1] ?? 0}`]
        : [],
    ),
  ];
}

function contentFaults(
  { reportTitle, asks, sections }: ReportTemplate,
  layouts: ReadonlyMap<string, Layout>,
): readonly string[] {
  const known = { asks: asks.map(({ id }) => id), sections: sections.map(({ id }) => id) };
  return [
    ...textFaults(reportTitle, "the report’s title", known),
    ...sections.flatMap((section) => [
      ...textFaults(section.heading, `the heading of ${section.id}`, known),
      ...section.content.flatMap((content) => {
        const place = `section ${section.id}`;
        if (content.kind === "text") return textFaults(content.text, place, known);
        if (content.kind === "cover")
          return content.fields.flatMap(({ name, text }) => textFaults(text, `${place}, ${name}`, known));
        if (content.kind === "ask" && !known.asks.includes(content.ask))
          return [`${place}: nothing asks for "${content.ask}".${didYouMean(content.ask, known.asks)}`];
        if ((content.kind === "indicators" || content.kind === "columns") && !layouts.has(content.layout))
          return [`${place}: there is no layout "${content.layout}".${didYouMean(content.layout, layouts.keys())}`];
        return [];
      }),
      ...orientationFaults(section, layouts),
    ]),
  ];
}

/** A wide table on an upright page would be cut. */
function orientationFaults(section: TemplateSection, layouts: ReadonlyMap<string, Layout>): readonly string[] {
  return section.content.flatMap((content) => {
    const layout = content.kind === "indicators" ? layouts.get(content.layout) : undefined;
    return layout?.orientation === "landscape" && section.orientation === "portrait"
      ? [
          `section ${section.id}: the layout ${layout.id} is landscape, the section is not; add "orientation: landscape"`,
        ]
      : [];
  });
}

type Known = { readonly asks: readonly string[]; readonly sections: readonly string[] };

function textFaults(text: string, place: string, { asks, sections }: Known): readonly string[] {
  return bracesIn(text).flatMap(({ kind, name }) => {
    if (kind === "see" && !sections.includes(name))
      return [`${place}: {see:${name}} names no section.${didYouMean(name, sections)}`];
    if (kind === "answer" && !asks.includes(name))
      return [`${place}: {answer:${name}} names nothing that is asked for.${didYouMean(name, asks)}`];
    if (kind === "value" && !isPlaceholder(name))
      return [`${place}: nothing fills {${name}}.${didYouMean(name, Object.keys(PLACEHOLDERS))}`];
    return [];
  });
}

function checked<T extends { readonly id: string }>(schema: z.ZodType<T>, text: string, file: string): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax !== undefined)
    throw invalid(file, `line ${lines.linePos(syntax.pos[0]).line}: ${syntax.message.split("\n")[0]}`);
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const node = document.getIn(issue?.path ?? [], true) as { readonly range?: readonly number[] } | undefined;
    const at = node?.range?.[0];
    const line = at === undefined ? "" : `line ${lines.linePos(at).line}: `;
    throw invalid(file, `${line}${z.prettifyError(parsed.error).replace(/\s+/g, " ")}`);
  }
  if (`${parsed.data.id}.yaml` !== basename(file)) throw invalid(file, `id "${parsed.data.id}" is not the file's name`);
  return parsed.data;
}

function invalid(file: string, what: string): AppError {
  return new AppError(
    "REPORT_INVALID",
    `catalogue/${file}: ${what}.`,
    "Mend the file; docs/how-to/make-reports-ours.md shows what it may hold.",
  );
}
