/** `waymark synthesise`: writes the returns of made-up authorities. */
import { Command, Option } from "commander";
import type { CommandContext } from "../context.ts";
import { wholeNumber, withExamples } from "./options.ts";

type Options = {
  readonly authorities: number;
  readonly children: number;
  readonly months: number;
  readonly seed: number;
  readonly out: string;
  readonly format: "ssd" | "returns" | "parquet";
  readonly endsOn?: string;
  readonly dirty?: string;
  readonly json?: boolean;
};

/** The command and what it takes. */
export function synthesiseCommand(context: CommandContext): Command {
  const synthesise = new Command("synthesise")
    .summary("Write the returns of made-up authorities")
    .description("Write the returns of made-up authorities: coherent lives, no real child, the same for the same seed")
    .option("--authorities <n>", "how many authorities", wholeNumber("authorities"), 1)
    .option("--children <n>", "children ever known, all authorities together", wholeNumber("children"), 3000)
    .option("--months <n>", "months of history", wholeNumber("months"), 60)
    .option("--seed <n>", "another seed, other lives", wholeNumber("seed"), 1)
    .requiredOption("--out <folder>", "where to write")
    .addOption(new Option("--format <format>", "what to write").choices(["ssd", "returns", "parquet"]).default("ssd"))
    .option("--ends-on <day>", "last day of the data")
    .option("--dirty <share>", "share of rows with a fault, 0 to 1")
    .option("--json", "print JSON")
    .action(async (options: Options) => runSynthesise(options, context));
  return withExamples(synthesise, [
    "waymark synthesise --children 3000 --months 60 --seed 7 --out made-up",
    "waymark synthesise --format returns --out made-up",
  ]);
}

async function runSynthesise(options: Options, context: CommandContext): Promise<void> {
  const { synthesiseAuthorities } = await import("../../services/synthesise-authorities.ts");
  const summary = await synthesiseAuthorities(
    {
      authorities: options.authorities,
      children: options.children,
      months: options.months,
      seed: options.seed,
      out: options.out,
      format: options.format,
      ...(options.endsOn === undefined ? {} : { endsOn: options.endsOn }),
      ...(options.dirty === undefined ? {} : { dirtyShare: Number(options.dirty) }),
    },
    context.progress.report,
  );
  context.progress.clear();
  context.out(options.json === true ? `${JSON.stringify(summary, null, 2)}\n` : `Written to ${options.out}.\n`);
}
