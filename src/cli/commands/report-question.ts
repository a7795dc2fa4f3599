/** Which report a command line asks for: a template with its options, or a draft being written with its answers and words. */
import { readFileSync } from "node:fs";
import { AppError } from "../../domain/errors.ts";
import type { Passage } from "../../domain/report/draft.ts";
import type { Audience } from "../../domain/scored-card.ts";
import type { Store } from "../../services/open-store.ts";
import type { ReportQuestion } from "../../services/report/making.ts";
import type { Workspace } from "../../services/workspace.ts";
import type { CommandContext } from "../context.ts";
import { wholeNumber } from "./options.ts";

export type QuestionOptions = {
  readonly scorecard?: string;
  readonly period?: string;
  readonly authority?: string;
  readonly measure?: string;
  readonly team?: readonly string[];
  readonly edition?: string;
  readonly against?: string;
  readonly audience?: Audience;
  readonly answers?: string;
  readonly draft?: string;
};

export type AskedReport = {
  readonly question: ReportQuestion;
  readonly passages: readonly Passage[];
  /** Being written: a public one is marked as a draft until it is released. */
  readonly isDraft: boolean;
};

type Place = { readonly context: CommandContext; readonly workspace: Workspace; readonly store: Store };

/** @throws AppError USAGE, REPORT_UNKNOWN, FILE_MISSING */
export async function reportAsked(
  template: string | undefined,
  options: QuestionOptions,
  place: Place,
): Promise<AskedReport> {
  const { answers, draft, team: teams, ...named } = options;
  const madeOn = place.context.clock().toISOString().slice(0, 10);
  if (draft !== undefined) return draftAsked(template, draft, { store: place.store, madeOn });
  if (template === undefined)
    throw new AppError(
      "USAGE",
      "Which report?",
      "Name a template (waymark reports lists them), or a draft: --draft ID.",
    );
  const [{ listedReport }, { readAnswers }] = await Promise.all([
    import("../../services/report/list-reports.ts"),
    import("../../services/report/answers.ts"),
  ]);
  const { asks } = listedReport(place.workspace.catalogue, template);
  const { scorecard, period, authority, measure, edition, against, audience } = named;
  const question: ReportQuestion = {
    ...{ template, scorecard, period, authority, measure, edition, against, audience, teams },
    answers: answers === undefined ? {} : readAnswers(textOf(answers), { file: answers, asks }),
    ...{ madeOn, author: place.context.user },
  };
  return { question, passages: [], isDraft: false };
}

async function draftAsked(
  template: string | undefined,
  id: string,
  { store, madeOn }: { readonly store: Store; readonly madeOn: string },
): Promise<AskedReport> {
  if (template !== undefined)
    throw new AppError(
      "USAGE",
      "Both a template and a draft are named.",
      "Leave the template out: the draft knows it.",
    );
  const { draftForHolder } = await import("../../services/report/drafts.ts");
  const { draft, passages, author } = await draftForHolder({ store }, wholeNumber("draft")(id));
  return { question: { ...draft.question, answers: draft.answers, madeOn, author }, passages, isDraft: true };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError("FILE_MISSING", `${file} cannot be read.`, "Give the path of a YAML file of answers.", {
      cause,
    });
  }
}
