/** `waymark comment`: writes, checks, answers, submits, returns, approves and lists comments on a scorecard. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { AppError } from "../../domain/errors.ts";
import type { CheckedComment } from "../../domain/scored-card.ts";
import type { Commentary } from "../../services/open-commentary.ts";
import type { Store } from "../../services/open-store.ts";
import { commentRows, commentText, flagsText, owedText } from "../comment-text.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { command, withExamples, withFormats } from "./options.ts";

type Place = SharedOptions & { readonly scorecard: string; readonly period: string; readonly authority?: string };
type Words = { readonly text?: string; readonly file?: string };
type Services = typeof import("../../services/commentary.ts");
/** Everything a step needs: the card as its comments see it, the store, who and when. */
type Step = {
  readonly commentary: Commentary;
  readonly store: Store;
  readonly by: { readonly actor: string; readonly at: string };
  readonly services: Services;
};

/** The command and its steps. */
export function commentCommand(context: CommandContext): Command {
  const comment = new Command("comment")
    .summary("Write, check and approve comments on a scorecard")
    .description("Write, check and approve comments on a scorecard. Every claim is compared with the data.");
  for (const step of [add, check, answer, submit, giveBack, approve, list, ask]) comment.addCommand(step(context));
  return withExamples(comment, [
    'waymark comment check --scorecard vital-signs --period 2026-03 --on "29 & 30" --text "Up 12% since last month."',
    "waymark comment add --scorecard vital-signs --period 2026-03 --on 19a --file comment.txt",
    "waymark comment list --scorecard vital-signs --period 2026-03 --owed",
  ]);
}

function add(context: CommandContext): Command {
  const add = onCard("add", "Keep a draft, or with --id a new version of one")
    .option("--on <subject>", 'references ("29 & 30", "69-72"), a section, or nothing for the whole card', "")
    .option("--text <words>", "the comment")
    .option("--file <path>", "a file with the comment; - reads what is piped in")
    .option("--id <id>", "write this comment anew")
    .option("--version <number>", "the version that was read: refused if somebody changed it since", Number)
    .option("--due <day>", "when it is due: 2026-04-10", dayOf)
    .action(async (options: Place & Words & { on: string; id?: string; version?: number; due?: string }) => {
      const body = wordsOf(options);
      await runStep(options, context, ({ commentary, store, by, services }) =>
        options.id === undefined
          ? services.writeComment(commentary, store, by, { on: options.on, body, due: options.due ?? null })
          : services.rewriteComment(commentary, store, by, { id: options.id, body, version: options.version }),
      );
    });
  return withExamples(add, [
    'waymark comment add --scorecard vital-signs --period 2026-03 --on 19a --text "Now 83.1%."',
    "waymark comment add --scorecard vital-signs --period 2026-03 --id 4 --file comment.txt",
  ]);
}

function check(context: CommandContext): Command {
  const check = onCard("check", "Compare words, or every comment kept, with the data")
    .option("--on <subject>", "what the words are on", "")
    .option("--text <words>", "words to check; kept nowhere")
    .option("--file <path>", "a file with the words; - reads what is piped in")
    .action(async (options: Place & Words & { on: string }) =>
      withStep(options, context, async ({ commentary, store, services }) => {
        if (options.text === undefined && options.file === undefined) {
          const comments = await services.listCommentary(commentary, store);
          return printed(context, options, comments, () => comments.map(commentText).join("\n") || "No comments.\n");
        }
        const flags = services.checkWords(commentary, { on: options.on, body: wordsOf(options) });
        printed(context, options, flags, () => flagsText(flags));
      }),
    );
  return withExamples(check, [
    "waymark comment check --scorecard vital-signs --period 2026-03",
    "waymark comment check --scorecard vital-signs --period 2026-03 --on 19a --file comment.txt --json",
  ]);
}

function answer(context: CommandContext): Command {
  const answer = onCard("answer", "Answer a flag with a reason")
    .argument("<id>", "the comment")
    .requiredOption("--flag <flag>", "the flag's number in `comment check`, or its id")
    .requiredOption("--reason <words>", "why the words may stand")
    .action(async (id: string, options: Place & { flag: string; reason: string }) =>
      runStep(options, context, ({ commentary, store, by, services }) =>
        services.answerCommentFlag(commentary, store, by, { id, flag: options.flag, reason: options.reason }),
      ),
    );
  return withExamples(answer, [
    'waymark comment answer 4 --scorecard vital-signs --period 2026-03 --flag 1 --reason "The 38 staff are of the whole council."',
  ]);
}

function submit(context: CommandContext): Command {
  const submit = onCard("submit", "Hand a comment in; refused while flags are open")
    .argument("<id>", "the comment")
    .action(async (id: string, options: Place) =>
      runStep(options, context, ({ commentary, store, by, services }) =>
        services.submitComment(commentary, store, by, id),
      ),
    );
  return withExamples(submit, ["waymark comment submit 4 --scorecard vital-signs --period 2026-03"]);
}

function giveBack(context: CommandContext): Command {
  const giveBack = onCard("return", "Send a comment back to its author")
    .argument("<id>", "the comment")
    .requiredOption("--reason <words>", "what is to be changed")
    .action(async (id: string, options: Place & { reason: string }) =>
      runStep(options, context, ({ commentary, store, by, services }) =>
        services.returnComment(commentary, store, by, { id, reason: options.reason }),
      ),
    );
  return withExamples(giveBack, [
    'waymark comment return 4 --scorecard vital-signs --period 2026-03 --reason "Say what is being done."',
  ]);
}

function approve(context: CommandContext): Command {
  const approve = onCard("approve", "Approve a comment somebody else wrote")
    .argument("<id>", "the comment")
    .action(async (id: string, options: Place) =>
      runStep(options, context, ({ commentary, store, by, services }) =>
        services.approveComment(commentary, store, by, id),
      ),
    );
  return withExamples(approve, ["waymark comment approve 4 --scorecard vital-signs --period 2026-03"]);
}

function list(context: CommandContext): Command {
  const list = withFormats(onCard("list", "List comments, or with --owed who owes which by when", false))
    .option("--owed", "what has been asked for and by when")
    .action(async (options: Place & { owed?: boolean }) =>
      withStep(options, context, async ({ commentary, store, by, services }) => {
        const format = formatOf(options) === "csv" ? "csv" : "table";
        if (options.owed === true) {
          const place = { scorecard: commentary.scorecard, period: commentary.period.id };
          const owed = await services.listOwed(store, place, by.at.slice(0, 10));
          return printed(context, options, owed, () => owedText(owed, format));
        }
        const comments = await services.listCommentary(commentary, store);
        printed(context, options, comments, () => writeRows(commentRows(comments), format));
      }),
    );
  return withExamples(list, ["waymark comment list --scorecard vital-signs --period 2026-03 --owed --json"]);
}

function ask(context: CommandContext): Command {
  const ask = onCard("ask", "Ask somebody for a comment by a day")
    .requiredOption("--on <subject>", "references, or a section")
    .requiredOption("--owner <name>", "who is to write it")
    .requiredOption("--due <day>", "by when: 2026-04-10", dayOf)
    .action(async (options: Place & { on: string; owner: string; due: string }) =>
      withStep(options, context, async ({ commentary, store, by, services }) => {
        const owed = await services.requestComment(commentary, store, by, options);
        printed(context, options, owed, () => owedText([owed]));
      }),
    );
  return withExamples(ask, [
    'waymark comment ask --scorecard vital-signs --period 2026-03 --on "29 & 30" --owner "Placements manager" --due 2026-04-10',
  ]);
}

/** A step on one card and period. */
function onCard(name: string, summary: string, withJson = true): Command {
  const step = command(name, summary)
    .requiredOption("--scorecard <id>", "the scorecard")
    .requiredOption("--period <period>", "the period: 2026-03, 2025-26-Q4 …")
    .option("--authority <name>", "the authority, where there are several");
  return withJson ? step.option("--json", "print JSON") : step;
}

/** Does a step that ends in a comment and prints it with its flags. */
async function runStep(
  options: Place,
  context: CommandContext,
  work: (step: Step) => Promise<CheckedComment>,
): Promise<void> {
  await withStep(options, context, async (step) => {
    const comment = await work(step);
    printed(context, options, comment, () => commentText(comment));
  });
}

async function withStep(options: Place, context: CommandContext, work: (step: Step) => Promise<void>): Promise<void> {
  const [services, { openCommentary }] = await Promise.all([
    import("../../services/commentary.ts"),
    import("../../services/open-commentary.ts"),
  ]);
  const workspace = await workspaceOf(options, context);
  try {
    await withStore(options, context, async (store) => {
      const { scorecard, period, authority } = options;
      const commentary = await openCommentary(workspace, store, { scorecard, period, authority });
      context.progress.clear();
      await work({ commentary, store, by: { actor: context.user, at: context.clock().toISOString() }, services });
    });
  } finally {
    workspace.close();
  }
}

function printed(context: CommandContext, { json }: SharedOptions, value: unknown, text: () => string): void {
  context.out(json === true ? `${JSON.stringify(value, null, 2)}\n` : text());
}

/** The words given, in the command or in a file. @throws AppError USAGE, FILE_MISSING */
function wordsOf({ text, file }: Words): string {
  if (text !== undefined && file === undefined) return text;
  if (file === undefined || text !== undefined)
    throw new AppError("USAGE", "A comment needs words.", "Give --text or --file, and only one of them.");
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8").trim();
  } catch (cause) {
    throw new AppError("FILE_MISSING", `${file} could not be read.`, "Name a text file.", { cause });
  }
}

function dayOf(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new AppError("USAGE", `"${text}" is not a day.`, "Write it as 2026-04-10.");
}
