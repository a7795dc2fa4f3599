/** Reads one scorecard file and checks that every indicator names a measure, in a window it is meaningful in. */
import { basename } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { COMPARATOR_GROUPS } from "../domain/comparator.ts";
import { AppError } from "../domain/errors.ts";
import type { Measure } from "../domain/measure.ts";
import { WINDOWS } from "../domain/period.ts";
import { LINK_KINDS, type Scorecard } from "../domain/scorecard.ts";
import { VALUE_STATES } from "../domain/value-state.ts";
import { bandsSchema, judgementFields, targetSchema } from "./judgement-schema.ts";
import { didYouMean } from "./suggest.ts";

const sentence = z.string().trim().min(1);

const printedComparator = z.strictObject({
  group: z.enum(COMPARATOR_GROUPS),
  label: sentence,
  shown: sentence,
  value: z.number().optional(),
  state: z.enum(VALUE_STATES),
  period: sentence,
  edition: sentence,
});

const scorecardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: sentence,
  audience: sentence,
  period: z.enum(["month", "quarter", "financial-year"]).default("month"),
  description: sentence.optional(),
  judgement: z.strictObject(judgementFields).default({}),
  sections: z
    .array(
      z.strictObject({
        title: sentence,
        scope: sentence.optional(),
        indicators: z.array(
          z.strictObject({
            reference: sentence,
            measure: sentence,
            window: z.enum(WINDOWS),
            title: sentence.optional(),
            note: sentence.optional(),
            links: z.partialRecord(z.enum(LINK_KINDS), sentence).optional(),
            target: targetSchema.optional(),
            bands: bandsSchema.optional(),
            comparators: z.array(z.enum(COMPARATOR_GROUPS)).optional(),
            printedComparators: z.array(printedComparator).optional(),
            baseline: z.number().optional(),
            ...judgementFields,
          }),
        ),
      }),
    )
    .min(1),
});

/** @throws AppError SCORECARD_INVALID naming the file, the indicator and what to do */
export function readScorecard(text: string, file: string, measures: ReadonlyMap<string, Measure>): Scorecard {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax !== undefined)
    throw invalid(file, `line ${lines.linePos(syntax.pos[0]).line}: ${syntax.message.split("\n")[0]}`);
  const parsed = scorecardSchema.safeParse(document.toJS());
  if (!parsed.success) throw invalid(file, z.prettifyError(parsed.error).replace(/\s+/g, " "));
  if (`${parsed.data.id}.yaml` !== basename(file)) throw invalid(file, `id "${parsed.data.id}" is not the file's name`);
  const scorecard: Scorecard = parsed.data;
  const seen = new Set<string>();
  for (const { reference, measure: id, window } of scorecard.sections.flatMap((section) => section.indicators)) {
    const measure = measures.get(id);
    if (measure === undefined)
      throw invalid(file, `indicator ${reference}: there is no measure "${id}".${didYouMean(id, measures.keys())}`);
    if (!measure.timeBasis.includes(window))
      throw invalid(
        file,
        `indicator ${reference}: ${id} has no meaning in the window ${window}; it has ${measure.timeBasis.join(", ")}`,
      );
    if (seen.has(reference)) throw invalid(file, `reference "${reference}" stands twice`);
    seen.add(reference);
  }
  return Object.freeze(scorecard);
}

function invalid(file: string, what: string): AppError {
  return new AppError(
    "SCORECARD_INVALID",
    `catalogue/${file}: ${what}`,
    "Mend the file; docs/how-to/add-a-measure.md shows one.",
  );
}
