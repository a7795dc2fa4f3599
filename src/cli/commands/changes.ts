/** `waymark changes`: everything that would differ today from a published edition, and why. */
import type { Command } from "commander";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & { readonly since: string };

/** The command and what it takes. */
export function changesCommand(context: CommandContext): Command {
  const changes = withFormats(command("changes", "List what differs today from an edition, and why"))
    .requiredOption("--since <edition>", "the edition's id")
    .action(async (options: Options) => printChanges(options, context));
  return withExamples(changes, [
    "waymark changes --since vital-signs-2026-03-1",
    "waymark changes --since vital-signs-2026-03-1 --json",
  ]);
}

async function printChanges(options: Options, context: CommandContext): Promise<void> {
  const { changesSince } = await import("../../services/changes-since.ts");
  const workspace = await workspaceOf(options, context);
  try {
    const { edition, changes } = await withStore(options, context, (store) =>
      changesSince(workspace, store, options.since),
    );
    context.progress.clear();
    const format = formatOf(options);
    if (format !== "table") context.out(writeRows(changes, format));
    else if (changes.length === 0) context.out(`Nothing would differ today from ${edition.id}.\n`);
    else
      context.out(
        writeRows(
          changes.map(({ reference: ref, what, period, before, after, sentence: why }) => ({
            ref,
            what,
            period,
            before,
            after,
            why,
          })),
          "table",
        ),
      );
  } finally {
    workspace.close();
  }
}
