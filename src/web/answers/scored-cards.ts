/** Judged cards, each worked out once for a state of data, catalogue and what people typed. */
import type { WindowId } from "../../domain/period.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import { logHead } from "../../services/open-store.ts";
import { readJudgementInputs } from "../../services/read-judgement-inputs.ts";
import { scoreScorecard } from "../../services/score-scorecard.ts";
import { columnsEnding } from "../../services/scorecard-figures.ts";
import type { Workspace } from "../../services/workspace.ts";
import type { Desk } from "../desk.ts";

export type CardAsked = { readonly id: string; readonly last: string };

/** The card as people with a need see it. What people typed changes it as much as a load does. */
export async function scoredCard(
  { store, keep }: Pick<Desk, "store" | "keep">,
  { id, last }: CardAsked,
): Promise<ScoredCard> {
  const { sequence: typed } = await logHead(store);
  return keep(`card ${id} ${last} ${typed}`, async (workspace) => {
    const question = { scorecard: id, period: columnsEnding(windowOf(workspace, id), last, 1)[0]?.id ?? last };
    const inputs = await readJudgementInputs(store, workspace.catalogue, question);
    return scoreScorecard(workspace, inputs, { ...question, audience: "internal" });
  });
}

function windowOf({ catalogue }: Workspace, id: string): WindowId {
  const period = catalogue.scorecards.get(id)?.period ?? "month";
  return period === "month" ? "in-month" : period;
}
