/** A measure among its statistical neighbours as an audience may see it; nothing where nobody publishes such a figure. */
import type { ShownFigure } from "../../domain/disclosure/shown-figure.ts";
import { AppError } from "../../domain/errors.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import { compareMeasure, type MeasureComparison } from "../compare-measure.ts";
import type { JudgementSettings } from "../judgement-inputs.ts";
import type { Workspace } from "../workspace.ts";

export type NeighbourQuestion = {
  readonly measure: string;
  readonly period: ReportingPeriod;
  readonly settings: Pick<JudgementSettings, "laCode" | "neighbourMethod" | "neighbourEdition">;
  readonly authority: string;
  /** Our own figure as the audience sees it. */
  readonly own: ShownFigure | undefined;
};

/** Our own unpublished figure gives no rank away where the audience may not see it. */
export async function compareWithNeighbours(
  workspace: Workspace,
  { measure, period, settings, authority, own }: NeighbourQuestion,
): Promise<MeasureComparison | null> {
  try {
    const compared = await compareMeasure(workspace, {
      measure,
      window: period.window,
      period: period.id,
      authority,
      method: settings.neighbourMethod,
      neighbourEdition: settings.neighbourEdition,
      laCode: settings.laCode,
    });
    return own === undefined || own.status !== "suppressed" ? compared : withoutOwn(compared, own);
  } catch (error) {
    if (error instanceof AppError && error.code === "NO_COMPARATOR") return null;
    throw error;
  }
}

function withoutOwn(compared: MeasureComparison, { period, shown }: ShownFigure): MeasureComparison {
  const hidden: MeasureComparison = { ...compared, own: { period, value: null, shown, status: "suppressed" } };
  if (compared.ranked !== "own") return hidden;
  return {
    ...hidden,
    ranked: null,
    rankAmongNeighbours: null,
    quarterOfAll: null,
    neighbours: compared.neighbours.map((neighbour) => ({ ...neighbour, rank: null })),
  };
}
