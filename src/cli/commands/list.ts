/** `waymark list`: the cases behind a figure. */
import { type Command, Option } from "commander";
import { type CommandContext, type SharedOptions, workspaceOf } from "../context.ts";
import { NO_PURPOSE, recordLook } from "../look.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly purpose: string;
  readonly measure: string;
  readonly window: string;
  readonly period: string;
  readonly part: "numerator" | "denominator" | "missed";
  readonly authority?: string;
  readonly by?: string;
  readonly group?: string;
};

/** The command and what it takes. */
export function listCommand(context: CommandContext): Command {
  const list = withFormats(command("list", "List the cases behind a figure"))
    .requiredOption("--measure <id>", "the measure")
    .option("--window <window>", "the window of the figure", "in-month")
    .requiredOption("--period <period>", "the period of the figure")
    .addOption(
      new Option("--part <part>", "which cases").choices(["numerator", "denominator", "missed"]).default("numerator"),
    )
    .option("--authority <name>", "one authority only")
    .option("--by <breakdown>", "with --group: the breakdown the group is of")
    .option("--group <name>", "one group only, for example one team")
    .option("--purpose <words>", "why it is needed; kept in the access log", NO_PURPOSE)
    .action(async (options: Options) => printList(options, context));
  return withExamples(list, [
    "waymark list --measure assessments-within-45-working-days --period 2026-03 --part missed",
    "waymark list --measure children-looked-after --period 2026-03 --by team --group 'Harbour team' --csv",
  ]);
}

async function printList(options: Options, context: CommandContext): Promise<void> {
  const [{ listCases }, { parseWindow }] = await Promise.all([
    import("../../services/list-cases.ts"),
    import("../../domain/period.ts"),
  ]);
  const workspace = await workspaceOf(options, context);
  try {
    const cases = await listCases(workspace, {
      measure: options.measure,
      window: parseWindow(options.window),
      period: options.period,
      part: options.part,
      ...(options.authority === undefined ? {} : { authority: options.authority }),
      ...(options.by === undefined || options.group === undefined
        ? {}
        : { group: { by: options.by, value: options.group } }),
    });
    // Logged before anything is shown: there is no look without a record of it.
    await recordLook(options, context, {
      what: "list",
      subject: [options.measure, options.window, options.period, options.part].join(" "),
      detail: { rows: cases.length, authority: options.authority ?? null, group: options.group ?? null },
    });
    context.progress.clear();
    const format = formatOf(options);
    const columns =
      format === "table"
        ? Object.keys(cases[0] ?? {}).filter((name) => cases.some((row) => row[name] !== null))
        : undefined;
    context.out(writeRows(cases, format, columns));
  } finally {
    workspace.close();
  }
}
