/** `waymark score`: a scorecard judged for one period: values, targets, ratings, directions, signals, comparators, what does not add up. */
import type { Command } from "commander";
import { ARROW_SYMBOLS } from "../../domain/judgement/direction.ts";
import { RATING_FACTS, RATING_WORDS } from "../../domain/judgement/rating.ts";
import { AUDIENCES, type Audience, indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { choice, command, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly scorecard: string;
  readonly period?: string;
  readonly authority?: string;
  readonly audience: Audience;
};

/** The command and what it takes. */
export function scoreCommand(context: CommandContext): Command {
  const score = withFormats(command("score", "Judge a scorecard: every indicator with its rating and why"))
    .requiredOption("--scorecard <id>", "the scorecard")
    .option("--period <period>", "the period it is for: 2026-03, 2025-26-Q4 … (default: the latest the data speak for)")
    .option("--authority <name>", "the authority, where there are several")
    .addOption(
      choice(
        "--audience <audience>",
        "internal shows true numbers; published hides what could tell of a person",
        AUDIENCES,
        "internal",
      ),
    )
    .action(async (options: Options) => printScore(options, context));
  return withExamples(score, [
    "waymark score --scorecard vital-signs --period 2026-03",
    "waymark score --scorecard vital-signs --period 2026-03 --json",
    "waymark score --scorecard quarterly-performance --period 2025-26-Q4 --audience published --csv",
  ]);
}

async function printScore(options: Options, context: CommandContext): Promise<void> {
  const [{ latestPeriod, scoreScorecard }, { readJudgementInputs }] = await Promise.all([
    import("../../services/score-scorecard.ts"),
    import("../../services/read-judgement-inputs.ts"),
  ]);
  const workspace = await workspaceOf(options, context);
  try {
    const period = options.period ?? (await latestPeriod(workspace, options.scorecard, context.clock()));
    const question = {
      scorecard: options.scorecard,
      period,
      ...(options.authority === undefined ? {} : { authority: options.authority }),
    };
    const inputs = await withStore(options, context, (store) =>
      readJudgementInputs(store, workspace.catalogue, question),
    );
    const card = await scoreScorecard(workspace, inputs, { ...question, audience: options.audience });
    context.progress.clear();
    context.out(written(card, formatOf(options)));
  } finally {
    workspace.close();
  }
}

function written(card: ScoredCard, format: "table" | "csv" | "json"): string {
  if (format === "json") return `${JSON.stringify(card, null, 2)}\n`;
  const rows = indicatorsOf(card).map((scored) => ({
    ref: scored.reference,
    measure: scored.title,
    value: scored.shown,
    target: scored.target.shown,
    rating: `${RATING_FACTS[scored.rating.word].symbol} ${RATING_FACTS[scored.rating.word].label}`,
    direction: `${ARROW_SYMBOLS[scored.direction.arrow]} ${scored.direction.meaning}`,
    why: scored.rating.sentence,
    travel: scored.direction.sentence,
  }));
  if (format === "csv") return writeRows(rows, "csv");
  const short = rows.map(({ measure, ...row }) => ({
    ref: row.ref,
    measure: shortened(measure),
    value: row.value,
    target: row.target,
    rating: row.rating,
    direction: row.direction,
  }));
  const counts = RATING_WORDS.map((word) => `${RATING_FACTS[word].label} ${card.ratings[word]}`).join(", ");
  const failures = card.reconciliation.filter(({ accepted }) => accepted === null);
  return [
    `${card.title}: ${card.period.label}, ${card.authority}\n`,
    writeRows(short, "table"),
    `${counts}; total ${card.ratings.total}.\n`,
    ...failures.map(({ sentence }) => `Does not add up: ${sentence}\n`),
  ].join("");
}

const LONGEST_TITLE = 60;

function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1)}…`;
}
