/** GET /api/v1/editions, /editions/{id}/indicators and /editions/{id}/figures: what was published, as it was frozen. */
import { z } from "zod";
import {
  editionFigures,
  editionIndicators,
  FIGURE_COLUMNS,
  INDICATOR_COLUMNS,
} from "../../../services/edition-rows.ts";
import { endpoint } from "../endpoint.ts";

export const editionsEndpoint = endpoint({
  path: "/editions",
  summary: "Published editions, newest first",
  needs: "read-editions",
  rows: "editions",
  columns: {
    id: "the edition’s id",
    scorecard: "the scorecard published",
    title: "its name",
    period: "the period it is about",
    kind: "first, scheduled-revision or unscheduled-revision",
    publishedAt: "when it was published",
    publishedBy: "who published it",
    checksum: "SHA-256 of the list of its files’ checksums",
  },
  query: z.object({ scorecard: z.string().max(100).optional().describe("one scorecard only") }),
  answer: async ({ services }, { query }) =>
    (await services.editions()).filter(
      ({ scorecard }) => query.scorecard === undefined || scorecard === query.scorecard,
    ),
});

export const editionIndicatorsEndpoint = endpoint({
  path: "/editions/{id}/indicators",
  summary: "Every indicator of an edition: value, target, rating, direction, comparators",
  needs: "read-editions",
  rows: "indicators",
  columns: named(INDICATOR_COLUMNS),
  query: z.object({}),
  answer: async ({ desk }, { id }) => editionIndicators(desk.store, id),
});

export const editionFiguresEndpoint = endpoint({
  path: "/editions/{id}/figures",
  summary: "Every figure of an edition, with its history",
  needs: "read-editions",
  rows: "figures",
  columns: named(FIGURE_COLUMNS),
  query: z.object({}),
  answer: async ({ desk }, { id }) => editionFigures(desk.store, id),
});

/** The published files’ own columns; what they hold is said in the files’ notes. */
function named(columns: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column) => [column, column.replaceAll("_", " ")]));
}
