/** `waymark reports`: every report that can be made, and what its writer is asked. */
import type { Command } from "commander";
import type { Ask } from "../../domain/report/template.ts";
import { type CommandContext, catalogueFolders, type SharedOptions } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

/** The command and what it takes. */
export function reportsCommand(context: CommandContext): Command {
  const reports = withFormats(
    command("reports", "List the reports that can be made, and what each asks its writer"),
  ).action(async (options: SharedOptions) => printReports(options, context));
  return withExamples(reports, ["waymark reports", "waymark reports --json"]);
}

async function printReports(options: SharedOptions, context: CommandContext): Promise<void> {
  const [{ listReports, SUBJECT_WORDS }, { openCatalogue }] = await Promise.all([
    import("../../services/report/list-reports.ts"),
    import("../../services/open-catalogue.ts"),
  ]);
  const reports = listReports(openCatalogue(catalogueFolders(options)));
  const format = formatOf(options);
  if (format === "json") context.out(`${JSON.stringify(reports, null, 2)}\n`);
  else if (format === "csv")
    context.out(
      writeRows(
        reports.map(({ asks, ...rest }) => ({ ...rest, asks: asks.map(({ id }) => id).join(" ") })),
        "csv",
      ),
    );
  else
    for (const [subject, own] of Map.groupBy(reports, (one) => one.subject)) {
      context.out(`About: ${SUBJECT_WORDS[subject].toLowerCase()}\n`);
      for (const { id, title, description, audience, asks } of own)
        context.out(`  ${id}  (${audience})\n    ${title}. ${description}\n${asks.map(askLine).join("")}`);
    }
}

function askLine({ id, label, kind, isRequired }: Ask): string {
  const shape = { day: "a day", line: "a line", text: "paragraphs" }[kind];
  return `    asks ${id}: ${label} (${shape}${isRequired ? "" : ", may be left out"})\n`;
}
