#!/usr/bin/env node
/** The command line: reads the arguments and the environment, runs one command, and ends with its exit code. */
import { Command, CommanderError } from "commander";
import { AppError } from "../domain/errors.ts";
import { COMMANDS } from "./commands/index.ts";
import { type CommandContext, terminalContext } from "./context.ts";

/** The whole command line as commander knows it; each command's code is loaded only when it runs. */
export function program(context: CommandContext): Command {
  const root = new Command("waymark")
    .description(
      "From the returns a children's services department already exports to figures it can trace to children.",
    )
    .version("0.1.0")
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .showHelpAfterError("(waymark COMMAND --help shows what a command takes)")
    .exitOverride();
  for (const define of COMMANDS) root.addCommand(onTerminal(define(context), context));
  return root;
}

/** Commands within commands too end by throwing and print where the context says. */
function onTerminal(command: Command, context: CommandContext): Command {
  for (const inner of command.commands) onTerminal(inner, context);
  return command.exitOverride().configureOutput({ writeOut: context.out, writeErr: context.err });
}

/** Runs one command line. @returns the exit code */
export async function run(argv: readonly string[], context: CommandContext): Promise<number> {
  try {
    await program(context).parseAsync([...argv], { from: "user" });
    return 0;
  } catch (fault) {
    context.progress.clear();
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
    if (fault instanceof AppError) {
      context.err(`${fault.code}: ${fault.message}\n${fault.remedy}\n`);
      return fault.exitCode;
    }
    context.err(
      `INTERNAL: a fault in Waymark itself: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\nPlease report it with the line above.\n`,
    );
    return 70;
  }
}

if (process.argv[1] !== undefined && /(?:main\.ts|waymark(?:\.js)?)$/.test(process.argv[1])) {
  // A reader that has seen enough (| head) closes the pipe; that is no fault.
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => process.exit(fault.code === "EPIPE" ? 0 : 1));
  process.exitCode = await run(process.argv.slice(2), terminalContext(process.env));
}
