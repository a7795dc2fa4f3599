/** What commands that write to the store share: who does it and when, and how the outcome is printed. */
import type { Command } from "commander";
import type { Store } from "../services/open-store.ts";
import { command, withFormats } from "./commands/options.ts";
import { type CommandContext, type SharedOptions, withStore } from "./context.ts";
import { formatOf, type Row, writeRows } from "./output.ts";

/** Who types, and when. */
export function byOf(context: CommandContext): { readonly actor: string; readonly at: string } {
  return { actor: context.user, at: context.clock().toISOString() };
}

/** A sub-command that lists typed rows as a table, CSV or JSON. */
export function listing(
  summary: string,
  context: CommandContext,
  rows: (store: Store, options: SharedOptions & Readonly<Record<string, unknown>>) => Promise<readonly Row[]>,
): Command {
  return withFormats(command("list", summary)).action(
    async (options: SharedOptions & Readonly<Record<string, unknown>>) => {
      const found = await withStore(options, context, (store) => rows(store, options));
      context.out(writeRows(found, formatOf(options)));
    },
  );
}

/** A sub-command that takes something typed back by its id. */
export function withdrawal(
  summary: string,
  context: CommandContext,
  withdraw: (store: Store, id: number) => Promise<void>,
): Command {
  return command("withdraw", summary)
    .argument("<id>", "its id, as listed")
    .action(async (id: string, options: SharedOptions) => {
      await withStore(options, context, (store) => withdraw(store, Number(id)));
      context.out(`Withdrawn: ${id}.\n`);
    });
}
