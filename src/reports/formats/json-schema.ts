/** The shape of a report as JSON, for programs that read one: made into a JSON Schema (draft 2020-12), held to the report's type by the compiler. */
import { z } from "zod";
import { DIRECTION_MEANINGS } from "../../domain/judgement/direction.ts";
import { RATING_WORDS } from "../../domain/judgement/rating.ts";
import type { Block, Report, ReportCell, Text } from "../../domain/report/document.ts";
import { AUDIENCES } from "../../domain/scored-card.ts";

/** A report with the numbers its headings, paragraphs, tables, figures and notes have. */
export type NumberedReport = Report & {
  readonly $schema: string;
  readonly numbering: {
    readonly headings: Readonly<Record<string, string>>;
    readonly paragraphs: readonly { readonly number: string; readonly id?: string }[];
    readonly labels: Readonly<Record<string, string>>;
    readonly notes: Readonly<Record<string, number>>;
  };
};

const kind = <const Kind extends string>(name: Kind) => z.literal(name);
const text = z.string();

const inline = z.union([
  text,
  z.strictObject({ kind: kind("strong"), text }),
  z.strictObject({ kind: kind("link"), text, href: text }),
  z.strictObject({
    kind: kind("reference"),
    to: text.describe("Id of a heading, numbered paragraph, table or figure of this report."),
  }),
  z.strictObject({ kind: kind("note"), note: text.describe("Id of one of the report’s notes.") }),
]);
const words = z.array(inline) satisfies z.ZodType<Text>;

const format = z.strictObject({ decimals: z.number().int().min(0), sign: z.enum(["", "%"]) });
const cell = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kind("text"), text: words }),
  z.strictObject({
    kind: kind("number"),
    shown: text.describe("As every format prints it."),
    value: z.number().describe("Exact, in the unit of what is shown: 71.428571 for 71.4%."),
    format,
    marks: z.array(text).readonly().exactOptional(),
  }),
  z.strictObject({ kind: kind("state"), shorthand: text, words: text }),
  z.strictObject({ kind: kind("rating"), word: z.enum(RATING_WORDS), label: text, sentence: text }),
  z.strictObject({
    kind: kind("direction"),
    arrow: text,
    label: text,
    meaning: z.enum(DIRECTION_MEANINGS),
    sentence: text,
  }),
  z.strictObject({ kind: kind("trend"), svg: text, alt: text }),
]) satisfies z.ZodType<ReportCell>;

const column = z.strictObject({
  id: text,
  header: text,
  weight: z.number(),
  align: z.enum(["start", "end"]),
  words: text,
});
const block = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: kind("heading"),
    id: text,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text,
    isNumbered: z.boolean(),
  }),
  z.strictObject({
    kind: kind("paragraph"),
    id: text.exactOptional(),
    text: words,
    isNumbered: z.boolean().exactOptional(),
    by: z.strictObject({ person: text, on: text }).exactOptional(),
  }),
  z.strictObject({
    kind: kind("list"),
    id: text.exactOptional(),
    isOrdered: z.boolean(),
    isLettered: z.boolean().exactOptional(),
    items: z.array(words),
  }),
  z.strictObject({ kind: kind("facts"), rows: z.array(z.strictObject({ name: text, text: words })) }),
  z.strictObject({
    kind: kind("gap"),
    id: text,
    words: text,
    remedy: text,
    isNumbered: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: kind("table"),
    id: text,
    caption: text,
    columns: z.array(column),
    rows: z.array(z.strictObject({ cells: z.array(cell) })),
    source: text.exactOptional(),
    sheet: z.strictObject({ name: text, partColumn: text, part: text }).exactOptional(),
  }),
  z.strictObject({ kind: kind("figure"), id: text, caption: text, svg: text, alt: text, table: text }),
  z.strictObject({ kind: kind("contents") }),
]) satisfies z.ZodType<Block>;

const section = z.strictObject({
  id: text,
  orientation: z.enum(["portrait", "landscape"]),
  size: z.enum(["a4", "a3"]),
  blocks: z.array(block),
});
const data = z.strictObject({
  name: text,
  title: text,
  columns: z.array(z.strictObject({ name: text, words: text, type: z.enum(["string", "number", "date"]) })),
  rows: z.array(z.record(text, z.union([text, z.number(), z.null()]))),
});

export const numberedReport = z
  .strictObject({
    $schema: text,
    template: text.describe("Id of the template it was made from."),
    title: text,
    subtitle: text,
    organisation: text,
    audience: z.enum(AUDIENCES),
    marking: text.describe("Stands on every page; empty for public reports."),
    period: z.strictObject({ id: text, label: text }),
    madeOn: text.describe("ISO day."),
    author: text,
    keywords: z.array(text),
    sections: z.array(section),
    notes: z.array(z.strictObject({ id: text, text })),
    shorthand: z.array(z.strictObject({ shorthand: text, words: text })),
    data: z.array(data).describe("Tidy rows behind the report."),
    numbering: z
      .strictObject({
        headings: z.record(text, text),
        paragraphs: z
          .array(z.strictObject({ number: text, id: text.exactOptional() }))
          .describe("Numbers of the numbered paragraphs, and of gaps that stand for one, in reading order."),
        labels: z.record(text, text),
        notes: z.record(text, z.number().int()),
      })
      .describe("What the headings, tables, figures and notes are numbered, by their ids."),
  })
  .describe("A report made by Waymark.") satisfies z.ZodType<NumberedReport>;

/** As text, to be kept beside the reports it describes. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(numberedReport, { target: "draft-2020-12" });
  return `${JSON.stringify({ ...schema, title: "Waymark report" }, null, 2)}\n`;
}
