/** Judged cards, each worked out once for a state of data, catalogue and what people typed that bears on it. */
import { createHash } from "node:crypto";
import { countDirections, countRatings } from "../../domain/judgement/count-table.ts";
import type { WindowId } from "../../domain/period.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import { type CardFigures, cardFigures } from "../../services/card-figures.ts";
import { type CardReading, inputsReading, workspaceReading } from "../../services/card-reading.ts";
import type { JudgementInputs } from "../../services/judgement-inputs.ts";
import { logHead } from "../../services/open-store.ts";
import { readJudgementInputs } from "../../services/read-judgement-inputs.ts";
import { scoreScorecard } from "../../services/score-scorecard.ts";
import { columnsEnding } from "../../services/scorecard-figures.ts";
import type { Workspace } from "../../services/workspace.ts";
import type { Desk } from "../desk.ts";

export type CardAsked = CardReading & { readonly id: string; readonly last: string };
type Keeping = Pick<Desk, "store" | "keep">;

/**
 * The card as people with a need see it. Counting cases is kept apart from judging them, so that a comment typed costs a judgement and
 * not a count; what is typed about other cards costs neither.
 */
export async function scoredCard(desk: Keeping, { id, last, ...reading }: CardAsked): Promise<ScoredCard> {
  const { compare, ...counted } = reading;
  const own = await inputsOf(desk, { id, last });
  const isAsPlaced = Object.values(reading).every((choice) => choice === undefined);
  const asked = `${id} ${last} ${JSON.stringify(counted)}`;
  return desk.keep(`card ${asked} ${compare} ${own.digest}`, async (workspace) => {
    const { scorecards, measures } = workspace.catalogue;
    const scorecard = scorecards.get(id);
    const inputs =
      isAsPlaced || scorecard === undefined ? own.inputs : inputsReading(own.inputs, scorecard, measures, reading);
    const read = isAsPlaced ? workspace : workspaceReading(workspace, id, reading);
    const question = { scorecard: id, period: periodOf(read, id, last), team: reading.team };
    const figures = desk.keep(`card figures ${asked}`, (): Promise<CardFigures> => cardFigures(read, question));
    // The kept figures carry the card they were counted for; rules of judgement are this reading's.
    const exact = figures.then((kept) => ({ ...kept, ...placedAs(kept, read, id) }));
    const card = await scoreScorecard(read, inputs, { ...question, audience: "internal" }, exact);
    return reading.team === undefined ? card : withFiguresOnly(card);
  });
}

/** Much of a card has no meaning for one team: those rows, and sections of nothing else, are left out of it. */
function withFiguresOnly(card: ScoredCard): ScoredCard {
  const sections = card.sections
    .map((section) => ({
      ...section,
      indicators: section.indicators.filter(({ history }) => history.some(({ status }) => status === "value")),
    }))
    .filter(({ indicators }) => indicators.length > 0);
  const left = sections.flatMap(({ indicators }) => indicators);
  return {
    ...card,
    sections,
    ratings: countRatings(left.map(({ rating }) => rating.word)),
    directions: countDirections(left.map(({ direction }) => direction.meaning)),
  };
}

type Known = { readonly inputs: JudgementInputs; readonly digest: string };

/** What people typed about the card, and a name for it that changes when it does. */
async function inputsOf({ store, keep }: Keeping, { id, last }: CardAsked): Promise<Known> {
  const { sequence: typed } = await logHead(store);
  return keep(`inputs ${id} ${last} ${typed}`, async (workspace) => {
    const question = { scorecard: id, period: periodOf(workspace, id, last) };
    const inputs = await readJudgementInputs(store, workspace.catalogue, question);
    return { inputs, digest: createHash("sha256").update(JSON.stringify(inputs)).digest("base64url") };
  });
}

/** The same figures under the indicators of another comparison: sections and rows are in the same order. */
function placedAs(kept: CardFigures, { catalogue }: Workspace, id: string): Partial<CardFigures> {
  const scorecard = catalogue.scorecards.get(id);
  if (scorecard === undefined) return {};
  const sections = kept.sections.map((section, place) => ({
    ...section,
    indicators: section.indicators.map((row, index) => ({
      ...row,
      indicator: scorecard.sections[place]?.indicators[index] ?? row.indicator,
    })),
  }));
  return { scorecard, sections };
}

function periodOf(workspace: Workspace, id: string, last: string): string {
  return columnsEnding(windowOf(workspace, id), last, 1)[0]?.id ?? last;
}

function windowOf({ catalogue }: Workspace, id: string): WindowId {
  const period = catalogue.scorecards.get(id)?.period ?? "month";
  return period === "month" ? "in-month" : period;
}
