/** Reads catalogue/comparators: every published indicator a measure may name, by id. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { AppError } from "../domain/errors.ts";
import type { PublishedIndicator, PublishedSource } from "../domain/published/indicator.ts";
import { type ComparatorsFile, comparatorsFileSchema } from "./comparators-schema.ts";

/** Indicators of catalogue folders; a later folder's stands in place of one of the same id. @throws AppError COMPARATORS_INVALID */
export function readPublishedIndicators(folders: readonly string[]): ReadonlyMap<string, PublishedIndicator> {
  const indicators = new Map<string, PublishedIndicator>();
  for (const folder of folders) {
    const root = join(folder, "comparators");
    if (!existsSync(root)) continue;
    for (const file of readdirSync(root)
      .filter((each) => each.endsWith(".yaml"))
      .sort())
      for (const indicator of readFile(join(root, file), `comparators/${file}`))
        indicators.set(indicator.id, indicator);
  }
  return indicators;
}

function readFile(path: string, file: string): readonly PublishedIndicator[] {
  const parsed = comparatorsFileSchema.safeParse(readYaml(path, file));
  if (parsed.success) return indicatorsOf(parsed.data);
  const [first] = parsed.error.issues;
  throw invalid(file, `${first?.path.map(String).join(".") ?? ""}: ${first?.message ?? "is not understood"}`);
}

function readYaml(path: string, file: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), cause);
  }
}

function indicatorsOf({ publication, publisher, indicators }: ComparatorsFile): readonly PublishedIndicator[] {
  return Object.entries(indicators).map(([id, written]) => {
    const { title, unit, decimals, covers, column = [], sum, over, where, lait } = written;
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
    return { id, title, unit, decimals, covers, publication, publisher, sources: [...own, ...tool] };
  });
}

function invalid(file: string, what: string, cause?: unknown): AppError {
  return new AppError(
    "COMPARATORS_INVALID",
    `catalogue/${file}: ${what.replace(/\.$/, "")}.`,
    "Mend the file; docs/how-to/compare-with-others.md has every key.",
    { cause },
  );
}
