/** `waymark settings`: what this installation has settled: the disclosure threshold, whose data it is, who must sign. */
import type { Command } from "commander";
import { type CommandContext, type SharedOptions, withStore } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { byOf } from "../typed.ts";
import { command, group, withExamples, withFormats } from "./options.ts";

/** The command and what it takes. */
export function settingsCommand(context: CommandContext): Command {
  const settings = group("settings", "List or change settings");
  settings.addCommand(
    withFormats(command("list", "List every setting with its value and what it is for")).action(
      async (options: SharedOptions) => listAll(options, context),
    ),
  );
  settings.addCommand(
    command("set", "Change a setting; the log keeps what it was")
      .argument("<name>", "its name, as listed")
      .argument("<value...>", "a number, a word, or for a list each of its values")
      .action(async (name: string, values: readonly string[], options: SharedOptions) => {
        const { setChecked } = await import("../../services/settings.ts");
        const shown = await withStore(options, context, (store) => setChecked(store, byOf(context), name, values));
        context.out(`${name}: ${shown}\n`);
      }),
  );
  settings.addCommand(
    command("reset", "Go back to the value Waymark ships")
      .argument("<name>", "its name, as listed")
      .action(async (name: string, options: SharedOptions) => {
        const { resetSetting } = await import("../../services/settings.ts");
        const shown = await withStore(options, context, (store) => resetSetting(store, byOf(context), name));
        context.out(`${name}: ${shown}\n`);
      }),
  );
  return withExamples(settings, [
    "waymark settings list",
    "waymark settings set disclosureThreshold 10",
    "waymark settings set signOffRoles director 'head of performance'",
    "waymark settings reset disclosureThreshold",
  ]);
}

async function listAll(options: SharedOptions, context: CommandContext): Promise<void> {
  const { listSettings } = await import("../../services/settings.ts");
  const rows = await withStore(options, context, listSettings);
  context.out(writeRows(rows, formatOf(options)));
}
