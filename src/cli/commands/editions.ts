/** `waymark editions`: lists what was published, and writes an edition out as a folder. */
import type { Command } from "commander";
import { type CommandContext, type SharedOptions, withStore } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, group, withExamples, withFormats } from "./options.ts";

/** The command and what it takes. */
export function editionsCommand(context: CommandContext): Command {
  const editions = group("editions", "List published editions, or write one out");
  editions.addCommand(
    withFormats(command("list", "List editions, newest first"))
      .option("--scorecard <id>", "of one scorecard")
      .action(async (options: SharedOptions & { readonly scorecard?: string }) => printEditions(options, context)),
  );
  editions.addCommand(
    command("export", "Write an edition as one self-contained folder")
      .argument("<edition>", "its id")
      .requiredOption("--to <folder>", "a folder that does not exist or is empty")
      .option("--internal", "with the true numbers and everything it was made from: for auditors, never for the public")
      .action(async (id: string, options: SharedOptions & { readonly to: string; readonly internal?: boolean }) =>
        exportEdition(id, options, context),
      ),
  );
  return withExamples(editions, [
    "waymark editions list --scorecard vital-signs",
    "waymark editions export vital-signs-2026-03-1 --to published/vital-signs-2026-03",
    "waymark verify --folder published/vital-signs-2026-03",
  ]);
}

async function printEditions(
  options: SharedOptions & { readonly scorecard?: string },
  context: CommandContext,
): Promise<void> {
  const { listEditions } = await import("../../services/editions.ts");
  const editions = await withStore(options, context, (store) =>
    listEditions(store, options.scorecard === undefined ? {} : { scorecard: options.scorecard }),
  );
  const format = formatOf(options);
  context.out(
    format === "table"
      ? writeRows(
          editions.map(({ id, kind, publishedAt, publishedBy, checksum }) => ({
            id,
            kind,
            published: publishedAt.slice(0, 10),
            by: publishedBy,
            checksum: checksum.slice(0, 12),
          })),
          "table",
        )
      : writeRows(editions, format),
  );
}

async function exportEdition(
  id: string,
  options: SharedOptions & { readonly to: string; readonly internal?: boolean },
  context: CommandContext,
): Promise<void> {
  const { writeOutEdition } = await import("../../services/editions.ts");
  const files = await withStore(options, context, (store) =>
    writeOutEdition(store, id, { to: options.to, withInternal: options.internal === true }),
  );
  context.out(`${files.length} files written to ${options.to}: ${files.join(", ")}\n`);
}
