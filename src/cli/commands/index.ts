/** Every command, in the order help lists them; a new command is one file and one line here. */
import type { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { changesCommand } from "./changes.ts";
import { checkCommand } from "./check.ts";
import { commentCommand } from "./comment.ts";
import { compareCommand } from "./compare.ts";
import { editionsCommand } from "./editions.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { figuresCommand } from "./figures.ts";
import { importScorecardCommand } from "./import-scorecard.ts";
import { judgeCommand } from "./judge.ts";
import { listCommand } from "./list.ts";
import { loadCommand } from "./load.ts";
import { peopleCommand } from "./people.ts";
import { publishCommand } from "./publish.ts";
import { reportCommand } from "./report.ts";
import { reportsCommand } from "./reports.ts";
import { scoreCommand } from "./score.ts";
import { serveCommand } from "./serve.ts";
import { settingsCommand } from "./settings.ts";
import { signInCommand } from "./sign-in.ts";
import { synthesiseCommand } from "./synthesise.ts";
import { targetCommand } from "./target.ts";
import { verifyCommand } from "./verify.ts";

export const COMMANDS: readonly ((context: CommandContext) => Command)[] = [
  loadCommand,
  importScorecardCommand,
  figuresCommand,
  scoreCommand,
  targetCommand,
  judgeCommand,
  commentCommand,
  publishCommand,
  changesCommand,
  editionsCommand,
  verifyCommand,
  listCommand,
  explainCommand,
  compareCommand,
  exportCommand,
  reportCommand,
  reportsCommand,
  peopleCommand,
  signInCommand,
  settingsCommand,
  checkCommand,
  synthesiseCommand,
  serveCommand,
];
