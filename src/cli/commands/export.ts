/** `waymark export`: the canonical rows now current. */
import type { Command } from "commander";
import { csvText } from "../../domain/csv-text.ts";
import { type CommandContext, type SharedOptions, workspaceOf } from "../context.ts";
import { NO_PURPOSE, recordLook } from "../look.ts";
import { command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly purpose: string;
  readonly table: string;
  readonly authority?: string;
  readonly asKnownOn?: string;
};

/** The command and what it takes. */
export function exportCommand(context: CommandContext): Command {
  const exported = withFormats(command("export", "Print the canonical rows of a table (CSV unless --json)"))
    .requiredOption("--table <name>", "a canonical table or a view of the model")
    .option("--authority <name>", "one authority only")
    .option("--as-known-on <day>", "with the loads accepted by that day")
    .option("--purpose <words>", "why it is needed; kept in the access log", NO_PURPOSE)
    .action(async (options: Options) => printTable(options, context));
  return withExamples(exported, [
    "waymark export --table care_episode --csv > care_episode.csv",
    "waymark export --table period_of_care --json",
  ]);
}

async function printTable(options: Options, context: CommandContext): Promise<void> {
  const { exportTable } = await import("../../services/export-table.ts");
  const workspace = await workspaceOf(options, context, options.asKnownOn);
  try {
    await recordLook(options, context, {
      what: "export",
      subject: `table ${options.table}`,
      detail: { authority: options.authority ?? null, asKnownOn: options.asKnownOn ?? null },
    });
    let isFirst = true;
    for await (const { columns, rows } of exportTable(workspace, options.table, options.authority)) {
      context.progress.clear();
      if (options.json === true)
        context.out(
          `${isFirst ? "[" : ""}${rows.map((row, index) => `${isFirst && index === 0 ? "" : ","}\n${JSON.stringify(row)}`).join("")}`,
        );
      else context.out(csvText(rows, columns, isFirst));
      isFirst = false;
    }
    if (options.json === true) context.out("\n]\n");
  } finally {
    workspace.close();
  }
}
