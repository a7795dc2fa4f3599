/** `waymark import-scorecard`: brings a scorecard a council already has, with its history, and tells row by row what was found. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { type CommandContext, catalogueFolders, type SharedOptions } from "../context.ts";
import { importText } from "../import-text.ts";
import { writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly authority: string;
  readonly map?: string;
  readonly id?: string;
  readonly mendBands?: boolean;
  readonly dryRun?: boolean;
};

/** The command and what it takes. */
export function importScorecardCommand(context: CommandContext): Command {
  const summary = "Bring a scorecard you already have, with its history, and see what is wrong in it";
  const target = withFormats(command("import-scorecard", summary))
    .argument("<file...>", "the scorecard (TSV, CSV or Excel), and files that comment on its references")
    .requiredOption("--authority <name>", "the authority the figures are of")
    .option("--map <file>", "YAML that says what the file does not: year, columns, polarity, rules")
    .option("--id <id>", "id of the scorecard (default: the file's name); the same id again replaces it")
    .option("--mend-bands", "close gaps and overlaps between bands as proposed, with a note of what the file had")
    .option("--dry-run", "only read and report; change nothing")
    .action(async (paths: readonly string[], options: Options) => runImport(paths, options, context));
  return withExamples(target, [
    "waymark import-scorecard scorecard-2024-25-q4.xlsx --authority Wexcombe --dry-run",
    "waymark import-scorecard scorecard.csv narrative.csv --authority Wexcombe --id monthly-card --map scorecard-map.yaml",
    "waymark import-scorecard scorecard.tsv --authority Wexcombe --json",
  ]);
}

async function runImport(paths: readonly string[], options: Options, context: CommandContext): Promise<void> {
  const { importScorecard } = await import("../../services/import-scorecard.ts");
  const outcome = await importScorecard({
    paths: paths.map((path) => resolve(path)),
    ...(options.map === undefined ? {} : { map: resolve(options.map) }),
    ...(options.id === undefined ? {} : { id: options.id }),
    authority: options.authority,
    isMending: options.mendBands === true,
    isDryRun: options.dryRun === true,
    storeUrl: context.storeUrl,
    data: resolve(options.data),
    catalogue: catalogueFolders(options),
    by: context.user,
    at: context.clock(),
    report: context.progress.report,
  });
  context.progress.clear();
  if (options.json === true) context.out(`${JSON.stringify(outcome, null, 2)}\n`);
  else if (options.csv === true) context.out(writeRows(outcome.card.findings, "csv"));
  else context.out(importText(outcome));
}
