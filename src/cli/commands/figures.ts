/** `waymark figures`: figures of measures or a scorecard. */
import type { Command } from "commander";
import { AUDIENCES, type Audience } from "../../domain/scored-card.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { formatOf, writeRows } from "../output.ts";
import { choice, command, lastPeriod, withExamples, withFormats } from "./options.ts";

type Options = SharedOptions & {
  readonly measure?: readonly string[];
  readonly scorecard?: string;
  readonly window: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly authority?: string;
  readonly asKnownOn?: string;
  readonly audience: Audience;
};

const COLUMNS = [
  "authority",
  "measure",
  "window",
  "period",
  "by",
  "breakdown",
  "numerator",
  "denominator",
  "value",
  "shown",
  "status",
];

/** The command and what it takes. */
export function figuresCommand(context: CommandContext): Command {
  const figures = withFormats(command("figures", "Print figures, exact and as shown"))
    .option("--measure <id...>", "measures (default: all)")
    .option("--scorecard <id>", "every measure of a scorecard")
    .option(
      "--window <window>",
      "month, quarter, year-to-date, rolling-3-months, rolling-12-months, financial-year, academic-year, calendar-year, term or fortnight",
      "in-month",
    )
    .option("--from <period>", "first period: 2025-04, 2025-26-Q1, 2025-26 …")
    .option("--to <period>", "last period (default: the latest that has ended)")
    .option("--by <breakdown>", "team, worker, locality, age_group, sex, ethnicity or disability")
    .option("--authority <name>", "one authority only")
    .option("--as-known-on <day>", "with the loads accepted by that day")
    .addOption(
      choice(
        "--audience <audience>",
        "internal shows true numbers; published hides what could tell of a person",
        AUDIENCES,
        "internal",
      ),
    )
    .action(async (options: Options) => printFigures(options, context));
  return withExamples(figures, [
    "waymark figures --measure children-looked-after --window month --from 2025-04 --to 2026-03",
    "waymark figures --scorecard vital-signs --from 2026-03 --to 2026-03 --json",
    "waymark figures --measure referrals --window quarter --from 2025-26-Q1 --to 2025-26-Q4 --by team --csv",
    "waymark figures --measure referrals --window quarter --from 2025-26-Q1 --to 2025-26-Q4 --by team --audience published",
  ]);
}

async function printFigures(options: Options, context: CommandContext): Promise<void> {
  const [{ scoreFigures }, { figuresForAudience }, { parseWindow }] = await Promise.all([
    import("../../services/score-figures.ts"),
    import("../../services/figures-for-audience.ts"),
    import("../../domain/period.ts"),
  ]);
  const window = parseWindow(options.window);
  const to = options.to ?? lastPeriod(window, context.clock);
  const workspace = await workspaceOf(options, context, options.asKnownOn);
  try {
    const question = {
      measures: options.measure ?? [],
      ...(options.scorecard === undefined ? {} : { scorecard: options.scorecard }),
      window,
      from: options.from ?? to,
      to,
      ...(options.by === undefined ? {} : { by: options.by }),
      ...(options.authority === undefined ? {} : { authority: options.authority }),
    };
    const { audience } = options;
    const figures =
      audience === "internal"
        ? await scoreFigures(workspace, question)
        : await figuresForAudience(workspace, question, { audience, threshold: await thresholdOf(options, context) });
    context.progress.clear();
    const format = formatOf(options);
    const shownColumns =
      format === "table"
        ? ["measure", "period", ...(options.by === undefined ? [] : ["breakdown"]), "numerator", "denominator", "shown"]
        : COLUMNS;
    context.out(
      writeRows(
        figures,
        format,
        workspace.manifests.length > 0 &&
          format === "table" &&
          new Set(figures.map((figure) => figure.authority)).size > 1
          ? ["authority", ...shownColumns]
          : shownColumns,
      ),
    );
  } finally {
    workspace.close();
  }
}

async function thresholdOf(options: Options, context: CommandContext): Promise<number> {
  const [{ settingsOf }, { readSettings }] = await Promise.all([
    import("../../services/judgement-inputs.ts"),
    import("../../services/typed.ts"),
  ]);
  return withStore(options, context, async (store) => settingsOf(await readSettings(store)).disclosureThreshold);
}
