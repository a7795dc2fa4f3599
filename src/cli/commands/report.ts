/** `waymark report` writes a report's files, and `waymark reports` lists what can be made. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { AppError } from "../../domain/errors.ts";
import type { Report } from "../../domain/report/document.ts";
import { AUDIENCES } from "../../domain/scored-card.ts";
import type { Store } from "../../services/open-store.ts";
import type { FormatId, MadeReport, RenderedFile } from "../../services/report/make-report.ts";
import type { Workspace } from "../../services/workspace.ts";
import { type CommandContext, type SharedOptions, withStore, workspaceOf } from "../context.ts";
import { choice, command, withExamples } from "./options.ts";
import { formatsIn } from "./report-options.ts";
import { type AskedReport, type QuestionOptions, reportAsked } from "./report-question.ts";

export type ReportOptions = SharedOptions &
  QuestionOptions & {
    readonly to: string;
    readonly out: string;
    readonly wordBase?: string;
    readonly archive?: boolean;
    readonly allowGaps?: boolean;
  };

/** The command and what it takes. */
export function reportCommand(context: CommandContext): Command {
  const report = command("report", "Write a report: Word, PDF, Excel, HTML, CSV, JSON, all saying the same")
    .argument("[template]", "what to write; waymark reports lists them")
    .option("--scorecard <id>", "the scorecard it is about")
    .option("--period <period>", "the period: 2026-03, 2025-26-Q4 … (default: the latest the data speak for)")
    .option("--authority <name>", "the authority, where there are several")
    .option("--measure <id>", "the measure, for reports about one")
    .option("--team <name...>", "the teams, for challenge packs")
    .option("--edition <id>", "a published edition, whose frozen figures it is of")
    .option("--against <id>", "the earlier edition it is compared with (default: the one before)")
    .addOption(
      choice(
        "--audience <audience>",
        "internal shows true numbers; published hides what could tell of a person",
        AUDIENCES,
      ),
    )
    .option("--answers <file>", "what only the writer knows, as YAML: meeting: 2026-06-12")
    .option("--draft <id>", "what is being written under Reports, with its answers and words, in place of a template")
    .option("--to <formats>", "docx, pdf, xlsx, html, csv, json; several with commas", "docx,pdf")
    .option("--out <folder>", "where the files go", ".")
    .option("--word-base <file>", "a .docx or .dotx whose styles Word takes (default: the one kept under Reports)")
    .option("--archive", "make the PDF fit for archives too (PDF/A-3a)")
    .option("--allow-gaps", "end with 0 although something has still to be written")
    .action(async (template: string | undefined, options: ReportOptions) => runReport(template, options, context));
  return withExamples(report, [
    "waymark report committee-report-2018 --scorecard quarterly-performance --period 2025-26-Q4 --answers answers.yaml --to docx,pdf",
    "waymark report committee-report-2018 --scorecard vital-signs --period 2026-03 --audience internal --to html --out reports",
  ]);
}

async function runReport(template: string | undefined, options: ReportOptions, context: CommandContext): Promise<void> {
  const formats = formatsIn(options.to);
  const workspace = await workspaceOf(options, context);
  try {
    await withStore(options, context, async (store) => {
      const place = { context, workspace, store };
      const { report, made, asked } = await makeAsked(template, options, place);
      const files = await render(report, formats, options, context);
      if (report.audience === "internal")
        // Logged before anything is given: internal figures leave Waymark here.
        await store.recordAccess({
          actor: context.user,
          at: context.clock().toISOString(),
          what: "download report",
          subject: `${report.template} ${report.period.id}`,
          purpose: "",
          detail: { formats, title: report.title, subtitle: report.subtitle },
        });
      write(files, options, context);
      await pointOut(report, asked, place);
      endWith(made, options, context);
    });
  } finally {
    workspace.close();
  }
}

type Place = { readonly context: CommandContext; readonly workspace: Workspace; readonly store: Store };

async function makeAsked(template: string | undefined, options: ReportOptions, place: Place) {
  const [{ draftCopy, makeReport }, { packsOfAll }, { copyOf }] = await Promise.all([
    import("../../services/report/make-report.ts"),
    import("../../services/report/all-packs.ts"),
    import("../../services/report/report-files.ts"),
  ]);
  const { context, workspace, store } = place;
  context.progress.report(0, 1, "Assembling the report");
  const asked = await reportAsked(template, options, place);
  const { question, passages, isDraft } = asked;
  const packs = packsOfAll({ workspace, store, clock: context.clock });
  const made = await makeReport({ workspace, store, packs }, question, passages);
  if (isDraft) return { made, asked, report: copyOf(made, { isFinal: false }) };
  const isUnfinished = made.gaps.length + made.conflicts.length > 0;
  return { made, asked, report: isUnfinished ? draftCopy(made.report) : made.report };
}

/** Words given for a public report that could tell of a person, or of a number the public may not see: said, and left to the writer. */
async function pointOut(
  report: Report,
  { question, passages }: AskedReport,
  { context, ...place }: Place,
): Promise<void> {
  const { scorecard, edition } = question;
  if (report.audience !== "published" || scorecard === undefined) return;
  const [{ listedReport }, { wordsIn }, { tellingWords }] = await Promise.all([
    import("../../services/report/list-reports.ts"),
    import("../../services/report/claims.ts"),
    import("../../services/report/facts-of-report.ts"),
  ]);
  const { asks } = listedReport(place.workspace.catalogue, question.template);
  const bodies = wordsIn(asks, { answers: question.answers, passages }).map(({ body }) => body);
  for (const { message, remedy } of await tellingWords(place, { scorecard, period: report.period.id, edition }, bodies))
    context.err(`Look again: ${message} ${remedy}\n`);
}

async function render(
  report: Report,
  formats: readonly FormatId[],
  { wordBase: file, data, archive }: ReportOptions,
  { progress }: CommandContext,
): Promise<readonly RenderedFile[]> {
  const [{ renderReport }, { readWordBase, wordBaseFrom }] = await Promise.all([
    import("../../services/report/make-report.ts"),
    import("../../services/report/word-base.ts"),
  ]);
  const wordBase = file === undefined ? readWordBase(resolve(data)) : wordBaseFrom(file);
  const options = { ...(wordBase === undefined ? {} : { wordBase }), isArchive: archive === true };
  const files: RenderedFile[] = [];
  for (const [index, format] of formats.entries()) {
    progress.report(index, formats.length, `Writing ${format}`);
    files.push(...(await renderReport(report, [format], options)));
  }
  return files;
}

function write(files: readonly RenderedFile[], { out }: ReportOptions, context: CommandContext): void {
  mkdirSync(out, { recursive: true });
  context.progress.clear();
  for (const { name, bytes } of files) {
    writeFileSync(join(out, name), bytes);
    context.out(`${join(out, name)}\n`);
  }
}

/** The files are there to be looked at, marked as drafts; a script must not take them for finished. @throws AppError REPORT_HAS_GAPS */
function endWith({ gaps, conflicts }: MadeReport, { allowGaps }: ReportOptions, context: CommandContext): void {
  const lines = [
    ...gaps.map(({ id, words, remedy }) => `  ${id}: ${words}. ${remedy}`),
    ...conflicts.map(
      ({ passage }) => `  ${passage.block}: what was written there no longer matches the data. Decide under Reports.`,
    ),
  ];
  if (lines.length === 0) return;
  const said = `Still to be written: ${lines.length} ${lines.length === 1 ? "place" : "places"}; the files are marked DRAFT.`;
  if (allowGaps === true) context.err(`${said}\n${lines.join("\n")}\n`);
  else
    throw new AppError(
      "REPORT_HAS_GAPS",
      `${said}\n${lines.join("\n")}`,
      "Write what is missing: comments on the scorecard, answers in --answers FILE; or accept a draft with --allow-gaps.",
    );
}
