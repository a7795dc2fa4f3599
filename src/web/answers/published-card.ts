/** A card as an edition froze it. */
import type { EditionDocument } from "../../domain/edition.ts";
import { listEditions, readEditionFile } from "../../services/editions.ts";
import type { Store } from "../../services/open-store.ts";
import type { ScorecardFigures } from "../services.ts";
import { scorecardAnswer } from "./scorecard-answer.ts";

/** Editions whose cards stay read: an edition never changes. */
const MOST_KEPT = 60;

/** Answers for published cards, each edition read once. */
export function publishedCards(
  store: Store,
): (scorecard: string, edition?: string) => Promise<ScorecardFigures | null> {
  const kept = new Map<string, Promise<ScorecardFigures>>();
  return async (scorecard, asked) => {
    const found = (await listEditions(store, { scorecard })).find(({ id }) => asked === undefined || id === asked);
    if (found === undefined) return null;
    const known = kept.get(found.id) ?? readCard(store, found.id);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(found.id, known);
    known.catch(() => kept.delete(found.id));
    return known;
  };
}

async function readCard(store: Store, id: string): Promise<ScorecardFigures> {
  const bytes = await readEditionFile(store, id, "public/edition.json");
  const { card, facts } = JSON.parse(Buffer.from(bytes).toString("utf8")) as EditionDocument;
  return {
    ...scorecardAnswer(card, []),
    edition: { id, kind: facts.kind, period: card.period.label, publishedAt: facts.publishedAt },
  };
}
