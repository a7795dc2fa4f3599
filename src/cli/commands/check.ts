/** `waymark check`: reads the whole catalogue and says what is in it, or what is wrong. */
import type { Command } from "commander";
import { type CommandContext, catalogueFolders, type SharedOptions } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

/** The command and what it takes. */
export function checkCommand(context: CommandContext): Command {
  const check = withFormats(command("check", "Check the catalogue and list its measures")).action(
    async (options: SharedOptions) => printCheck(options, context),
  );
  return withExamples(check, ["waymark check", "waymark check --catalogue ./our-catalogue --json"]);
}

async function printCheck(options: SharedOptions, context: CommandContext): Promise<void> {
  const { openCatalogue } = await import("../../services/open-catalogue.ts");
  const { measures, scorecards, reconciliation, views } = openCatalogue(catalogueFolders(options));
  const rows = [...measures.values()].map(({ id, area, title, unit, shape, timeBasis, examples }) => ({
    id,
    area,
    title,
    unit,
    shape: shape.kind,
    windows: timeBasis.join(" "),
    examples: examples.length,
  }));
  const format = formatOf(options);
  context.out(writeRows(rows, format, format === "table" ? ["id", "area", "unit", "shape", "examples"] : undefined));
  if (format === "table")
    context.err(
      `${measures.size} measures, ${scorecards.size} scorecards, ${reconciliation.size} rules between measures and ${views.length} model views; nothing wrong.\n`,
    );
}
