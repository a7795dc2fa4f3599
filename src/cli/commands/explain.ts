/** `waymark explain`: how a measure is worked out. */
import { type Command, Option } from "commander";
import { type CommandContext, catalogueFolders, type SharedOptions } from "../context.ts";
import { command, lastPeriod, withExamples } from "./options.ts";

type Options = SharedOptions & {
  readonly measure: string;
  readonly dialect: string;
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly by?: string;
  readonly sqlOnly?: boolean;
};

/** The command and what it takes. */
export function explainCommand(context: CommandContext): Command {
  const explain = command("explain", "Show a measure's definition, worked examples and SQL")
    .requiredOption("--measure <id>", "the measure")
    .addOption(
      new Option("--dialect <name>", "the SQL to write")
        .choices(["duckdb", "postgresql", "trino", "tsql", "spark", "snowflake"])
        .default("duckdb"),
    )
    .option("--from <month>", "first month of the SQL")
    .option("--to <month>", "last month of the SQL")
    .option("--period <month>", "one month: the same as --from and --to")
    .option("--by <breakdown>", "break the SQL down")
    .option("--sql-only", "print nothing but the SQL")
    .option("--json", "print JSON")
    .action(async (options: Options) => printExplanation(options, context));
  return withExamples(explain, [
    "waymark explain --measure re-referrals-within-12-months",
    "waymark explain --measure referrals --dialect trino --sql-only",
  ]);
}

async function printExplanation(options: Options, context: CommandContext): Promise<void> {
  const [{ explainMeasure }, { readBreakdown }, { openCatalogue }, { explanationText }] = await Promise.all([
    import("../../services/explain-measure.ts"),
    import("../../services/score-figures.ts"),
    import("../../services/open-catalogue.ts"),
    import("../explanation-text.ts"),
  ]);
  const to = options.to ?? options.period ?? lastPeriod("in-month", context.clock);
  const explanation = await explainMeasure(openCatalogue(catalogueFolders(options)), {
    measure: options.measure,
    dialect: options.dialect as "duckdb",
    from: options.from ?? options.period ?? to,
    to,
    ...(options.by === undefined ? {} : { by: readBreakdown(options.by) }),
  });
  if (options.json === true) context.out(`${JSON.stringify(explanation, null, 2)}\n`);
  else context.out(options.sqlOnly === true ? `${explanation.sql}\n` : explanationText(explanation));
}
