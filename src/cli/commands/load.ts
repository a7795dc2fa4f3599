/** `waymark load`: loads returns into a data folder. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { AppError, ERRORS } from "../../domain/errors.ts";
import { type CommandContext, catalogueFolders, type SharedOptions } from "../context.ts";
import { loadText } from "../load-text.ts";
import { writeRows } from "../output.ts";
import { command, wholeNumber, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly authority: string;
  readonly return?: string;
  readonly year?: number;
  readonly asAt?: string;
  readonly kind?: string;
  readonly strict?: boolean;
};

/** The command and what it takes. */
export function loadCommand(context: CommandContext): Command {
  const load = withFormats(command("load", "Load returns: files or folders, of any kind Waymark knows"))
    .argument("<path...>", "files or folders")
    .requiredOption("--authority <name>", "the authority the return is of")
    .option("--return <kind>", "the kind of return, when it should not be recognised from the files")
    .option("--year <year>", "the collection year, the year it ends in: 2025 for 2024-25", wholeNumber("year"))
    .option("--as-at <day>", "the last day the data speaks for")
    .option("--kind <kind>", "what the rows of a local file are: supervision, audit, complaint …")
    .option("--strict", "refuse the load when any row cannot be kept")
    .action(async (paths: readonly string[], options: Options) => runLoad(paths, options, context));
  return withExamples(load, [
    "waymark load ssda903/2025-26/*.csv --authority Wexcombe",
    "waymark load cin-census-2026.xml --authority Wexcombe --json",
    "waymark load supervision.csv --kind supervision --authority Wexcombe",
  ]);
}

async function runLoad(paths: readonly string[], options: Options, context: CommandContext): Promise<void> {
  const { loadReturn } = await import("../../services/load-return.ts");
  const outcome = await loadReturn({
    paths: paths.map((path) => resolve(path)),
    authority: options.authority,
    data: resolve(options.data),
    catalogue: catalogueFolders(options),
    ...(options.return === undefined ? {} : { return: options.return }),
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.asAt === undefined ? {} : { asAt: options.asAt }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    strict: options.strict === true,
    by: context.user,
    at: context.clock(),
    report: context.progress.report,
  });
  context.progress.clear();
  if (options.json === true) context.out(`${JSON.stringify(outcome, null, 2)}\n`);
  else if (options.csv === true)
    context.out(
      writeRows(outcome.issues, "csv", [
        "severity",
        "code",
        "file",
        "sheet",
        "row",
        "column",
        "count",
        "message",
        "remedy",
      ]),
    );
  else context.out(loadText(outcome));
  if (outcome.status === "refused")
    throw new AppError("LOAD_REFUSED", ERRORS.LOAD_REFUSED.words, "Mend what the issues name, then load again.");
}
