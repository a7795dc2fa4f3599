/** Every command, in the order help lists them; a new command is one file and one line here. */
import type { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { checkCommand } from "./check.ts";
import { compareCommand } from "./compare.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { figuresCommand } from "./figures.ts";
import { importScorecardCommand } from "./import-scorecard.ts";
import { listCommand } from "./list.ts";
import { loadCommand } from "./load.ts";
import { serveCommand } from "./serve.ts";
import { synthesiseCommand } from "./synthesise.ts";

export const COMMANDS: readonly ((context: CommandContext) => Command)[] = [
  loadCommand,
  importScorecardCommand,
  figuresCommand,
  listCommand,
  explainCommand,
  compareCommand,
  exportCommand,
  checkCommand,
  synthesiseCommand,
  serveCommand,
];
