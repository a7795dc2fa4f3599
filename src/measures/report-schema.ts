/** What a report's template and a layout may hold as written: every part named, nothing else allowed. */
import { z } from "zod";
import { LAYOUT_COLUMNS, REPORT_SUBJECTS } from "../domain/report/template.ts";
import { AUDIENCES } from "../domain/scored-card.ts";

const sentence = z.string().trim().min(1);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, digits and single hyphens");
const orientation = z.enum(["portrait", "landscape"]).default("portrait");
const size = z.enum(["a4", "a3"]).default("a4");

const content = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), id: name, text: sentence }),
  z.strictObject({ kind: z.literal("ask"), ask: name }),
  z.strictObject({
    kind: z.literal("cover"),
    fields: z.array(z.strictObject({ name: sentence, text: sentence })).min(1),
  }),
  z.strictObject({ kind: z.literal("contents") }),
  z.strictObject({ kind: z.literal("counts"), of: z.enum(["ratings", "directions"]) }),
  z.strictObject({ kind: z.literal("reds") }),
  z.strictObject({ kind: z.literal("exceptions") }),
  z.strictObject({ kind: z.literal("indicators"), layout: name }),
  z.strictObject({ kind: z.literal("comments") }),
  z.strictObject({ kind: z.literal("neighbours") }),
  z.strictObject({ kind: z.literal("columns"), layout: name }),
  z.strictObject({ kind: z.literal("definitions") }),
  z.strictObject({ kind: z.literal("changes") }),
  z.strictObject({ kind: z.literal("charts"), which: z.union([z.enum(["all", "red"]), z.array(sentence).min(1)]) }),
  z.strictObject({ kind: z.literal("measure") }),
  z.strictObject({ kind: z.literal("years"), years: z.int().min(1).max(10) }),
  z.strictObject({ kind: z.literal("challenge") }),
  z.strictObject({
    kind: z.literal("plain-english"),
    reader: z.enum(["members", "young-people"]).default("members"),
    tell: z.array(z.strictObject({ measure: name, name: sentence, says: sentence })).default([]),
  }),
  z.strictObject({ kind: z.literal("notes") }),
  z.strictObject({ kind: z.literal("sources") }),
]);

export const reportSchema = z.strictObject({
  id: name,
  title: sentence,
  description: sentence,
  reportTitle: sentence,
  subject: z.enum(REPORT_SUBJECTS),
  scorecards: z.array(name).min(1).optional(),
  audience: z.enum(AUDIENCES),
  numberParagraphs: z.boolean().default(false),
  asks: z
    .array(
      z.strictObject({
        id: name,
        label: sentence,
        hint: sentence.optional(),
        kind: z.enum(["day", "line", "text"]),
        isRequired: z.boolean().default(false),
        standard: sentence.optional(),
      }),
    )
    .default([]),
  sections: z
    .array(
      z.strictObject({
        id: name,
        heading: z.string().trim().default(""),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
        isNumbered: z.boolean().default(true),
        numberParagraphs: z.boolean().optional(),
        orientation,
        size,
        content: z.array(content).default([]),
      }),
    )
    .min(1),
});

export const layoutSchema = z.strictObject({
  id: name,
  title: sentence,
  orientation: z.enum(["portrait", "landscape"]).default("landscape"),
  size,
  periods: z.int().min(1).max(24).default(4),
  columns: z
    .array(
      z.strictObject({
        column: z.enum(LAYOUT_COLUMNS),
        header: sentence.optional(),
        weight: z.number().positive().optional(),
      }),
    )
    .min(2),
});
