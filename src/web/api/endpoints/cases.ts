/** GET /api/v1/measures/{id}/list: the children behind a figure, within the person's scope, with a purpose, logged as a copy taken away. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { parseWindow } from "../../../domain/period.ts";
import { copyNumber, markWords } from "../../../services/cases/case-file.ts";
import { exportCases } from "../../../services/cases/cases-for-viewer.ts";
import { LIST_PARTS } from "../../../services/cases/list-question.ts";
import { endpoint } from "../endpoint.ts";

const PURPOSE = "x-waymark-purpose";
const text = z.string().max(200);

export const casesEndpoint = endpoint({
  path: "/measures/{id}/list",
  summary: "The cases behind a figure, within your scope",
  description: `Send why they are needed in the header ${PURPOSE}. Every answer is logged with the children it holds and marked with its number.`,
  needs: "export-cases",
  rows: "cases",
  columns: {
    person_id: "the child’s pseudonym",
    team: "team, where the case tells it",
    worker: "worker, where the case tells it",
    start: "first day of the case",
    end: "last day of the case",
    row: "every fact of the case, as JSON",
    marking: "who took this copy, when, why, under which number",
  },
  query: z.object({
    window: text.default("in-month").describe("the figure’s window"),
    period: text.describe("the figure’s period: 2026-03"),
    part: z.enum(LIST_PARTS).default("numerator").describe("numerator, denominator or missed"),
    by: text.optional().describe("one group of a breakdown: team:North"),
  }),
  answer: async ({ desk }, { viewer, id, query, headers }) => {
    const purpose = String(headers[PURPOSE] ?? "").trim();
    if (purpose === "")
      throw new AppError("USAGE", "No purpose was sent.", `Say why these records are needed in the header ${PURPOSE}.`);
    const at = desk.clock();
    const number = copyNumber(at, randomUUID);
    const { window, period, part, by } = query;
    const [kind = "", ...rest] = (by ?? "").split(":");
    const list = await exportCases(
      { workspace: desk.live.current(), store: desk.store, at },
      { ...viewer, purpose },
      {
        measure: id,
        window: parseWindow(window),
        period,
        part,
        ...(by === undefined ? {} : { group: { by: kind, value: rest.join(":") } }),
      },
      { number },
    );
    const names = new Set(["person_id", ...list.columns.map(({ name }) => name)]);
    const marking = markWords({ number, person: viewer.actor, at: at.toISOString(), purpose });
    return list.rows.map((row) => {
      // Columns that could name a child stay where they are, as on the page.
      const facts = Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
      const { person_id, team = null, worker = null, start = null, end = null } = facts;
      return { person_id, team, worker, start, end, row: facts, marking };
    });
  },
});
