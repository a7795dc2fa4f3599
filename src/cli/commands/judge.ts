/** `waymark judge`: what people add to a card: their own rating, an accepted failure, a note on a series, a signature. */
import type { Command } from "commander";
import { RATING_WORDS, type RatingWord } from "../../domain/judgement/rating.ts";
import { SERIES_NOTE_KINDS, type SeriesNote } from "../../domain/judgement/series-note.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { byOf } from "../typed.ts";
import { choice, command, group, withExamples } from "./options.ts";

type Place = SharedOptions & { readonly scorecard: string; readonly period: string; readonly reason: string };

/** The command and what it takes. */
export function judgeCommand(context: CommandContext): Command {
  const judge = group("judge", "Rate by judgement, accept what does not add up, note a change in a series, sign off");
  judge.addCommand(
    onCard(command("rate", "Give a rating of your own; the rule's stays beside it"))
      .requiredOption("--reference <reference>", "the indicator's reference")
      .addOption(choice("--rating <word>", "the rating", RATING_WORDS).makeOptionMandatory())
      .requiredOption("--reason <words>", "why; printed with it")
      .action(async (options: Place & { readonly reference: string; readonly rating: RatingWord }) =>
        rateOne(options, context),
      ),
  );
  judge.addCommand(
    onCard(command("accept", "Accept a failed reconciliation, so that it no longer stops publishing"))
      .requiredOption("--rule <id>", "the rule, as the message names it")
      .requiredOption("--reason <words>", "why; printed with it")
      .action(async (options: Place & { readonly rule: string }) => acceptOne(options, context)),
  );
  judge.addCommand(
    command("note", "Record a step, a break or an event in a measure's series")
      .requiredOption("--measure <id>", "the measure")
      .requiredOption("--from <period>", "the first period of the new state: 2025-10, 2025-26-Q3 …")
      .addOption(
        choice(
          "--kind <kind>",
          "step-change starts new control limits; series-break stops comparison across it",
          SERIES_NOTE_KINDS,
        ).makeOptionMandatory(),
      )
      .option("--window <window>", "only in one window")
      .requiredOption("--reason <words>", "what happened; printed on charts")
      .action(async (options: NoteOptions) => noteOne(options, context)),
  );
  judge.addCommand(
    onCard(command("sign-off", "Sign a card's period off as it stands now"))
      .requiredOption("--role <role>", "director, analyst …")
      .requiredOption("--as <name>", "the person who signs")
      .action(async (options: Place & { readonly role: string; readonly as: string }) => signOne(options, context)),
  );
  return withExamples(judge, [
    "waymark judge rate --scorecard vital-signs --period 2026-03 --reference 13 --rating amber --reason 'Eleven discussions only'",
    "waymark judge accept --scorecard vital-signs --period 2026-03 --rule fostering-households --reason 'Two carers are of both kinds'",
    "waymark judge note --measure referrals --from 2025-10 --kind series-break --reason 'Front door reports rebuilt'",
    "waymark judge sign-off --scorecard vital-signs --period 2026-03 --role director --as 'A. Director'",
  ]);
}

function onCard(subCommand: Command): Command {
  return subCommand
    .requiredOption("--scorecard <id>", "the scorecard")
    .requiredOption("--period <period>", "the period: 2026-03, 2025-26-Q4 …");
}

async function rateOne(
  options: Place & { readonly reference: string; readonly rating: RatingWord },
  context: CommandContext,
): Promise<void> {
  const { cardPeriod, indicatorNamed, rateByPerson } = await import("../../services/typed.ts");
  const { catalogue } = await workspaceOf(options, context);
  indicatorNamed(catalogue, options);
  const { scorecard, reference, rating: word, reason } = options;
  const period = cardPeriod(catalogue, options);
  const rated = await withStore(options, context, (store) =>
    rateByPerson(store, byOf(context), { scorecard, reference, period, word, reason }),
  );
  context.out(`Rated ${scorecard} ${reference} for ${period}: ${rated.word}, by ${rated.author}.\n`);
}

async function acceptOne(options: Place & { readonly rule: string }, context: CommandContext): Promise<void> {
  const { acceptFailure, cardPeriod } = await import("../../services/typed.ts");
  const { catalogue } = await workspaceOf(options, context);
  const { scorecard, rule, reason } = options;
  const period = cardPeriod(catalogue, options);
  await withStore(options, context, (store) =>
    acceptFailure(store, byOf(context), { scorecard, period, rule, reason }),
  );
  context.out(`Accepted for ${scorecard} ${period}: ${rule}.\n`);
}

type NoteOptions = SharedOptions & {
  readonly measure: string;
  readonly from: string;
  readonly kind: SeriesNote["kind"];
  readonly window?: string;
  readonly reason: string;
};

async function noteOne(options: NoteOptions, context: CommandContext): Promise<void> {
  const [{ addSeriesNote, checkedNote }, { catalogue }] = await Promise.all([
    import("../../services/typed.ts"),
    workspaceOf(options, context),
  ]);
  const note = checkedNote(catalogue, {
    measure: options.measure,
    window: options.window ?? null,
    fromPeriod: options.from,
    kind: options.kind,
    reason: options.reason,
  });
  const { id } = await withStore(options, context, (store) => addSeriesNote(store, byOf(context), note));
  context.out(`Note ${id} recorded: ${note.kind} of ${note.measure} from ${note.fromPeriod}.\n`);
}

async function signOne(
  options: Place & { readonly role: string; readonly as: string },
  context: CommandContext,
): Promise<void> {
  const { signOffCard } = await import("../../services/sign-off.ts");
  const workspace = await workspaceOf(options, context);
  try {
    const signed = await withStore(options, context, (store) =>
      signOffCard(workspace, store, byOf(context), { ...options, person: options.as }),
    );
    context.progress.clear();
    context.out(`Signed off ${signed.scorecard} ${signed.period} as ${signed.role}: ${signed.person}.\n`);
  } finally {
    workspace.close();
  }
}
