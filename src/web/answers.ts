/** Answers the pages' questions from a live workspace, keeping each answer until data, catalogue or what was typed change. */

import type { ScoredCard } from "../domain/scored-card.ts";
import { standingOut } from "../services/challenge/pack.ts";
import { changesSince } from "../services/changes-since.ts";
import { listEditions } from "../services/editions.ts";
import { cardsHolding } from "../services/measure/typed-on-measure.ts";
import { logHead } from "../services/open-store.ts";
import { teamNames } from "../services/team-names.ts";
import { waitingFor } from "../services/waiting.ts";
import { loadRecords, loadSummary } from "./answers/loads.ts";
import { lastMonthOf, todayOf } from "./answers/months.ts";
import { publishedCards } from "./answers/published-card.ts";
import { scorecardAnswer } from "./answers/scorecard-answer.ts";
import { scoredCard } from "./answers/scored-cards.ts";
import type { Desk } from "./desk.ts";
import { editionAnswers } from "./edition-answers.ts";
import type { ScorecardFigures, WebServices } from "./services.ts";

/** Answers over a desk. One file a part: `answers/`. */
export function webServicesOf(desk: Pick<Desk, "live" | "store" | "clock" | "keep">): WebServices {
  const { live, store, keep } = desk;
  const answerOf = keepingAnswers();
  return {
    ...editionAnswers(store, (id) => live.current().catalogue.scorecards.get(id)?.title ?? id),
    editionChanges: async (id) => {
      if (!(await listEditions(store)).some((edition) => edition.id === id)) return null;
      const { sequence: typed } = await logHead(store);
      const { changes } = await keep(`changes ${id} ${typed}`, (workspace) => changesSince(workspace, store, id));
      return changes;
    },
    scorecards: async () =>
      [...live.current().catalogue.scorecards.values()].map(
        ({ id, title, audience, description, sections, judgement }) => ({
          id,
          title,
          audience,
          judgement,
          description: description ?? "",
          sections: sections.length,
          indicators: sections.reduce((sum, section) => sum + section.indicators.length, 0),
        }),
      ),
    scorecard: async (id, { lastMonth, ...reading }) => {
      if (!live.current().catalogue.scorecards.has(id)) return null;
      const { last, choices } = await lastMonthOf(desk, lastMonth);
      return answerOf(await scoredCard(desk, { id, last, ...reading }), choices);
    },
    publishedScorecard: publishedCards(store),
    teams: () => keep("names of teams", teamNames),
    standingOut: (teams) => standingOut(desk, teams),
    waiting: (who) => waitingFor({ store, workspace: live.current(), today: todayOf(desk) }, who),
    measures: async () => {
      const { catalogue } = live.current();
      return [...catalogue.measures.values()].map(({ id, title, area, definition, unit }) => {
        const scorecards = cardsHolding(catalogue, id).map((card) => card.id);
        return { id, title, area, definition, unit, scorecards };
      });
    },
    loads: async () => (await loadRecords(desk)).map(loadSummary),
  };
}

/** The same answer for the same card, so that pages made of it are kept. */
function keepingAnswers(): (card: ScoredCard, choices: readonly string[]) => ScorecardFigures {
  const kept = new WeakMap<ScoredCard, ScorecardFigures>();
  return (card, choices) => {
    const answer = kept.get(card) ?? scorecardAnswer(card, choices);
    kept.set(card, answer);
    return answer;
  };
}
