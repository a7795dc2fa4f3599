/** Figures as an audience may see them: for publication, small numbers and what would tell them are hidden. */
import type { ShownFigure } from "../domain/disclosure/shown-figure.ts";
import { linearRelations } from "../domain/reconciliation/linear-relations.ts";
import type { Audience } from "../domain/scored-card.ts";
import { rulesTouching } from "./card-figures.ts";
import { forAudience } from "./for-audience.ts";
import type { JudgementSettings } from "./judgement-inputs.ts";
import { type FigureQuestion, scoreFigures } from "./score-figures.ts";
import type { Workspace } from "./workspace.ts";

/**
 * The figures asked for, in their order. A breakdown is judged together with the whole it adds up to, because whoever reads the one may know the other.
 */
export async function figuresForAudience(
  workspace: Workspace,
  question: FigureQuestion,
  {
    audience,
    threshold,
  }: { readonly audience: Audience; readonly threshold: JudgementSettings["disclosureThreshold"] },
): Promise<readonly ShownFigure[]> {
  const asked = await scoreFigures(workspace, question);
  const whole = question.by === undefined ? [] : await scoreFigures(workspace, withoutBreakdown(question));
  const together = [...asked, ...whole];
  const measures = new Set(together.map(({ measure }) => measure));
  const shown = forAudience(together, audience, {
    measures: workspace.catalogue.measures,
    relations: linearRelations(rulesTouching(workspace.catalogue.reconciliation.values(), measures)),
    threshold,
  });
  return shown.slice(0, asked.length);
}

function withoutBreakdown({ by: _, ...question }: FigureQuestion): FigureQuestion {
  return question;
}
