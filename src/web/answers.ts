/** Answers the pages' questions from a live workspace, keeping each answer until data, catalogue or what was typed change. */
import { changesSince } from "../services/changes-since.ts";
import { listEditions } from "../services/editions.ts";
import { logHead } from "../services/open-store.ts";
import { loadRecords, loadSummary } from "./answers/loads.ts";
import { measureAnswer } from "./answers/measure-answer.ts";
import { lastMonthOf } from "./answers/months.ts";
import { scorecardAnswer } from "./answers/scorecard-answer.ts";
import { scoredCard } from "./answers/scored-cards.ts";
import type { Desk } from "./desk.ts";
import { editionAnswers } from "./edition-answers.ts";
import type { WebServices } from "./services.ts";

/** Answers over a desk. One file a part: `answers/`. */
export function webServicesOf(desk: Pick<Desk, "live" | "store" | "clock" | "keep">): WebServices {
  const { live, store, keep } = desk;
  return {
    ...editionAnswers(store, (id) => live.current().catalogue.scorecards.get(id)?.title ?? id),
    editionChanges: async (id) => {
      if (!(await listEditions(store)).some((edition) => edition.id === id)) return null;
      const { sequence: typed } = await logHead(store);
      const { changes } = await keep(`changes ${id} ${typed}`, (workspace) => changesSince(workspace, store, id));
      return changes;
    },
    scorecards: async () =>
      [...live.current().catalogue.scorecards.values()].map(({ id, title, audience, description, sections }) => ({
        id,
        title,
        audience,
        description: description ?? "",
        sections: sections.length,
        indicators: sections.reduce((sum, section) => sum + section.indicators.length, 0),
      })),
    scorecard: async (id, { lastMonth }) => {
      if (!live.current().catalogue.scorecards.has(id)) return null;
      const { last, choices } = await lastMonthOf(desk, lastMonth);
      const card = await scoredCard(desk, { id, last });
      const { sequence: typed } = await logHead(store);
      return keep(`scorecard ${id} ${last} ${typed}`, async () => scorecardAnswer(card, choices));
    },
    measures: async () =>
      [...live.current().catalogue.measures.values()].map(({ id, title, area, definition, unit }) => ({
        id,
        title,
        area,
        definition,
        unit,
      })),
    measure: (id, asked) => measureAnswer(desk, id, asked),
    loads: async () => (await loadRecords(desk)).map(loadSummary),
  };
}
