/** `waymark compare`: a measure beside what others publish. */
import type { Command } from "commander";
import { comparisonRows, comparisonText } from "../comparison-text.ts";
import { type CommandContext, type SharedOptions, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { choice, command, lastPeriod, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly measure: string;
  readonly window: string;
  readonly period?: string;
  readonly method: "mean" | "median";
  readonly neighbours?: string;
  readonly laCode?: string;
  readonly authority?: string;
  readonly publishedBy?: string;
};

/** The command and what it takes. */
export function compareCommand(context: CommandContext): Command {
  const compare = withFormats(
    command("compare", "Compare a measure with statistical neighbours, the region and England"),
  )
    .requiredOption("--measure <id>", "the measure")
    .option("--window <window>", "as for figures", "in-month")
    .option("--period <period>", "the period (default: the latest that has ended)")
    .addOption(choice("--method <method>", "how neighbours' figures become one", ["mean", "median"], "mean"))
    .option("--neighbours <edition>", "edition of the neighbour model: 2021-04 (default: the newest loaded)")
    .option("--la-code <code>", "the authority's three-digit code, when it is published under another name")
    .option("--authority <name>", "the authority, where several are loaded")
    .option("--published-by <day>", "only with what had been published by that day")
    .action(async (options: Options) => printComparison(options, context));
  return withExamples(compare, [
    "waymark compare --measure re-referrals-within-12-months --window rolling-12-months",
    "waymark compare --measure children-looked-after-rate --period 2026-03 --method median",
    "waymark compare --measure child-protection-plans-rate --neighbours 2021-04 --json",
  ]);
}

async function printComparison(options: Options, context: CommandContext): Promise<void> {
  const [{ compareMeasure }, { parseWindow }] = await Promise.all([
    import("../../services/compare-measure.ts"),
    import("../../domain/period.ts"),
  ]);
  const window = parseWindow(options.window);
  const workspace = await workspaceOf(options, context);
  try {
    const comparison = await compareMeasure(workspace, {
      measure: options.measure,
      window,
      period: options.period ?? lastPeriod(window, context.clock),
      method: options.method,
      neighbourEdition: options.neighbours ?? null,
      laCode: options.laCode ?? null,
      ...(options.authority === undefined ? {} : { authority: options.authority }),
      ...(options.publishedBy === undefined ? {} : { publishedBy: options.publishedBy }),
    });
    context.progress.clear();
    const format = formatOf(options);
    if (format === "json") context.out(`${JSON.stringify(comparison, null, 2)}\n`);
    else if (format === "csv") context.out(writeRows(comparisonRows(comparison), "csv"));
    else context.out(comparisonText(comparison));
  } finally {
    workspace.close();
  }
}
