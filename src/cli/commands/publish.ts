/** `waymark publish`: freezes a scorecard's period as an edition nobody can change. */
import type { Command } from "commander";
import { AppError } from "../../domain/errors.ts";
import type { PublishRequest } from "../../services/publish-edition.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { choice, command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly scorecard: string;
  readonly period: string;
  readonly authority?: string;
  readonly revision?: "scheduled" | "unscheduled";
  readonly reason?: string;
};

/** The command and what it takes. */
export function publishCommand(context: CommandContext): Command {
  const publish = withFormats(command("publish", "Publish an edition: frozen, checksummed, never changed"))
    .requiredOption("--scorecard <id>", "the scorecard")
    .requiredOption("--period <period>", "the period: 2026-03, 2025-26-Q4 …")
    .option("--authority <name>", "the authority, where there are several")
    .addOption(choice("--revision <kind>", "the edition corrects the one before it", ["scheduled", "unscheduled"]))
    .option("--reason <words>", "why it is corrected; printed in the edition")
    .action(async (options: Options) => runPublish(options, context));
  return withExamples(publish, [
    "waymark publish --scorecard vital-signs --period 2026-03",
    'waymark publish --scorecard vital-signs --period 2026-03 --revision unscheduled --reason "Late recording of visits."',
  ]);
}

async function runPublish(options: Options, context: CommandContext): Promise<void> {
  const revision = revisionOf(options);
  const [{ publishEdition }, { VERSION }] = await Promise.all([
    import("../../services/publish-edition.ts"),
    import("../version.ts"),
  ]);
  const workspace = await workspaceOf(options, context);
  try {
    const { edition, checksum, warnings } = await withStore(options, context, (store) =>
      publishEdition(workspace, store, {
        scorecard: options.scorecard,
        period: options.period,
        authority: options.authority,
        revision,
        by: context.user,
        at: context.clock(),
        waymark: VERSION,
      }),
    );
    context.progress.clear();
    if (options.json === true) context.out(`${JSON.stringify({ edition, checksum, warnings }, null, 2)}\n`);
    else {
      context.out(`Published ${edition.id}\nChecksum  ${checksum}\n`);
      for (const warning of warnings) context.out(`Note: ${warning}\n`);
      context.out(`Give it away: waymark editions export ${edition.id} --to FOLDER\n`);
    }
  } finally {
    workspace.close();
  }
}

function revisionOf({ revision, reason }: Options): PublishRequest["revision"] {
  if (revision === undefined) return undefined;
  if (reason === undefined || reason.trim() === "")
    throw new AppError(
      "USAGE",
      "A revision needs --reason.",
      'Say what was wrong or has changed, for whoever reads it: --reason "…".',
    );
  return { kind: `${revision}-revision`, reason };
}
