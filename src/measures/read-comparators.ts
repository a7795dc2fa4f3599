/** Reads a file of catalogue/comparators: published indicators a measure may name. */
import { parse } from "yaml";
import { AppError } from "../domain/errors.ts";
import type { Measure } from "../domain/measure.ts";
import type { PublishedIndicator, PublishedSource } from "../domain/published/indicator.ts";
import { type ComparatorsFile, comparatorsFileSchema } from "./comparators-schema.ts";
import { didYouMean } from "./suggest.ts";

/**
 * The indicators of one file.
 *
 * @param file its path from the catalogue folder, `comparators/<name>.yaml`
 * @throws AppError COMPARATORS_INVALID
 */
export function readPublishedIndicators(text: string, file: string): readonly PublishedIndicator[] {
  const parsed = comparatorsFileSchema.safeParse(readYaml(text, file));
  if (parsed.success) return indicatorsOf(parsed.data);
  const [first] = parsed.error.issues;
  throw invalid(file, `${first?.path.map(String).join(".") ?? ""}: ${first?.message ?? "is not understood"}`);
}

/** A measure names an indicator there is, in its own unit. @throws AppError COMPARATORS_INVALID */
export function checkPublished(
  { file, unit, published }: Pick<Measure, "file" | "unit" | "published">,
  indicators: ReadonlyMap<string, PublishedIndicator>,
): void {
  if (published === undefined) return;
  const indicator = indicators.get(published.indicator);
  if (indicator === undefined)
    throw invalid(
      file,
      `published: there is no published indicator "${published.indicator}".${didYouMean(published.indicator, indicators.keys())}`,
    );
  if (indicator.unit !== unit)
    throw invalid(file, `published: "${indicator.id}" is published as ${indicator.unit}, and the measure is ${unit}`);
}

function readYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), cause);
  }
}

function indicatorsOf({ publication, publisher, indicators }: ComparatorsFile): readonly PublishedIndicator[] {
  return Object.entries(indicators).map(([id, written]) => {
    const { title, unit, decimals, covers, column = [], sum, over, where, lait, except } = written;
    const own: readonly PublishedSource[] =
      column.length === 0 && sum === undefined
        ? []
        : [
            {
              publication: "Explore Education Statistics",
              columns: column,
              where,
              ...(sum === undefined || over === undefined ? {} : { quotient: { sum, over } }),
            },
          ];
    const tool: readonly PublishedSource[] =
      lait === undefined ? [] : [{ publication: "Local Authority Interactive Tool", columns: [lait], where: {} }];
    return { id, title, unit, decimals, covers, publication, publisher, except, sources: [...own, ...tool] };
  });
}

function invalid(file: string, what: string, cause?: unknown): AppError {
  return new AppError(
    "COMPARATORS_INVALID",
    `catalogue/${file}: ${what.replace(/\.$/, "")}${/[?]$/.test(what) ? "" : "."}`,
    "Mend the file; docs/how-to/compare-with-others.md has every key.",
    { cause },
  );
}
