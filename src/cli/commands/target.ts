/** `waymark target`: sets, lists and withdraws targets and bands of a scorecard's indicators. */
import type { Command } from "commander";
import { TARGET_BASES, TARGET_ORIGINS, type TargetInForce } from "../../domain/judgement/target.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { byOf, withdrawal } from "../typed.ts";
import { choice, command, group, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly scorecard: string;
  readonly reference: string;
  readonly target?: string;
  readonly origin: TargetInForce["origin"];
  readonly basis: TargetInForce["basis"];
  readonly from?: string;
  readonly to?: string;
  readonly underReview?: boolean;
  readonly reviewBy?: string;
  readonly reason?: string;
  readonly requiresImprovement?: string;
  readonly good?: string;
  readonly outstanding?: string;
};

/** The command and what it takes. */
export function targetCommand(context: CommandContext): Command {
  const target = group("target", "Set, list or withdraw targets");
  target.addCommand(
    command("set", "Set a target; the one in force ends the day before it begins")
      .requiredOption("--scorecard <id>", "the scorecard")
      .requiredOption("--reference <reference>", "the indicator's reference on it")
      .option(
        "--target <words>",
        "90%, <20%, below 8%, 80%+, 90-95%, 6 per month, 5% reduction, below regional average, Monitor …",
      )
      .addOption(choice("--origin <origin>", "who set it", TARGET_ORIGINS, "local"))
      .addOption(choice("--basis <basis>", "what it is for", TARGET_BASES, "each-period"))
      .option("--from <day>", "first day it holds")
      .option("--to <day>", "last day it holds")
      .option("--under-review", "print that it is under review")
      .option("--review-by <day>", "when it is looked at again")
      .option("--reason <words>", "why it is what it is")
      .option("--requires-improvement <band>", "bands: 75-84")
      .option("--good <band>", "85-93")
      .option("--outstanding <band>", "94-100")
      .action(async (options: Options) => setOne(options, context)),
  );
  target.addCommand(
    withFormats(command("list", "List targets set in place of a scorecard's own"))
      .requiredOption("--scorecard <id>", "the scorecard")
      .action(async (options: Options) => listAll(options, context)),
  );
  target.addCommand(
    withdrawal("Take a target back; the one before it holds again", context, async (store, id) => {
      const { withdrawTarget } = await import("../../services/typed.ts");
      await withdrawTarget(store, byOf(context), id);
    }),
  );
  return withExamples(target, [
    "waymark target set --scorecard vital-signs --reference 7 --target '92%' --from 2026-04-01 --reason 'Agreed by the board'",
    "waymark target list --scorecard vital-signs",
    "waymark target withdraw 3",
  ]);
}

async function setOne(options: Options, context: CommandContext): Promise<void> {
  const { setCheckedTarget } = await import("../../services/typed.ts");
  const workspace = await workspaceOf(options, context);
  const { requiresImprovement, good, outstanding, target: text } = options;
  const bands = {
    ...(requiresImprovement === undefined ? {} : { "requires-improvement": requiresImprovement }),
    ...(good === undefined ? {} : { good }),
    ...(outstanding === undefined ? {} : { outstanding }),
  };
  const set = await withStore(options, context, (store) =>
    setCheckedTarget(store, workspace.catalogue, byOf(context), {
      scorecard: options.scorecard,
      reference: options.reference,
      target:
        text === undefined
          ? null
          : {
              text,
              origin: options.origin,
              basis: options.basis,
              validFrom: options.from ?? null,
              validTo: options.to ?? null,
              isUnderReview: options.underReview === true,
              ...(options.reviewBy === undefined ? {} : { reviewBy: options.reviewBy }),
              ...(options.reason === undefined ? {} : { reason: options.reason }),
            },
      bands: Object.keys(bands).length === 0 ? null : bands,
    }),
  );
  workspace.close();
  context.out(
    `Target ${set.id} set: ${set.scorecard} ${set.reference}, ${set.shown === "" ? "no target" : set.shown}.\n`,
  );
}

async function listAll(options: Options, context: CommandContext): Promise<void> {
  const { listTargets } = await import("../../services/typed.ts");
  const targets = await withStore(options, context, (store) => listTargets(store, options.scorecard));
  context.out(
    writeRows(
      targets.map(({ id, reference, target, bands, author, at }) => ({
        id,
        reference,
        target: target?.text ?? "",
        from: target?.validFrom ?? "",
        to: target?.validTo ?? "",
        origin: target?.origin ?? "",
        bands:
          bands === null
            ? ""
            : Object.entries(bands)
                .map(([name, cell]) => `${name} ${cell}`)
                .join(", "),
        by: author,
        on: at.slice(0, 10),
      })),
      formatOf(options),
    ),
  );
}
