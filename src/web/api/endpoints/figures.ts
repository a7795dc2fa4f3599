/** GET /api/v1/figures: internal figures, exact and as shown. */
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { parseWindow } from "../../../domain/period.ts";
import { periodsAsked, scoreFigures } from "../../../services/score-figures.ts";
import { endpoint } from "../endpoint.ts";

/** More figures than this are to be asked for in parts. */
const MOST_FIGURES = 50_000;
const MOST_PERIODS = 120;
const text = z.string().max(2000);

export const figuresEndpoint = endpoint({
  path: "/figures",
  summary: "Figures of measures or a scorecard, over a window and a span of periods",
  description:
    "Small numbers are shown: these figures are for use inside the service. Figures that may leave it are those of published editions.",
  needs: "see-figures",
  rows: "figures",
  columns: {
    authority: "whose figure it is",
    measure: "the measure’s id",
    window: "the window: in-month, quarter and so on",
    period: "the reporting period in its window: 2026-03, 2025-26-Q4, 2025-26",
    by: "what it is broken down by; empty for the whole authority",
    breakdown: "the group of that breakdown",
    numerator: "cases counted",
    denominator: "cases they are counted of",
    value: "exact, in the measure’s unit",
    shown: "as printed, with shorthand where there is no value",
    status: "value, zero-denominator, not-available and the like",
  },
  query: z.object({
    measure: text.optional().describe("measure ids, separated by commas"),
    scorecard: text.optional().describe("every measure of a scorecard instead"),
    window: text.default("in-month").describe("in-month, quarter, year-to-date, rolling-12-months …"),
    from: text.describe("first period: 2025-04, 2025-26-Q1, 2025-26"),
    to: text.optional().describe("last period; the first one when not given"),
    by: text.optional().describe("team, locality, age_group, sex, ethnicity or disability"),
    authority: text.optional().describe("one authority only"),
  }),
  answer: async ({ desk }, { query }) => {
    const { measure, scorecard, from, to = from, by, authority } = query;
    const window = parseWindow(query.window);
    const measures = measure === undefined ? [] : measure.split(",").map((id) => id.trim());
    if (measures.length === 0 && scorecard === undefined)
      throw new AppError("USAGE", "No measure and no scorecard was asked for.", "Add measure=… or scorecard=….");
    // A breakdown by worker is about people at work: their own managers see it on the pages of their team.
    if (by?.trim().toLowerCase() === "worker")
      throw new AppError(
        "BREAKDOWN_UNKNOWN",
        "Figures of single workers are not given to programs.",
        "Managers see them on the pages of their teams.",
      );
    if (periodsAsked({ window, from, to }).length > MOST_PERIODS)
      throw new AppError("USAGE", `That is more than ${MOST_PERIODS} periods.`, "Ask for a shorter span.");
    const figures = await scoreFigures(desk.live.current(), {
      measures,
      ...(scorecard === undefined ? {} : { scorecard }),
      window,
      from,
      to,
      ...(by === undefined ? {} : { by }),
      ...(authority === undefined ? {} : { authority }),
    });
    if (figures.length > MOST_FIGURES)
      throw new AppError("USAGE", `That is more than ${MOST_FIGURES} figures.`, "Ask for fewer measures or periods.");
    return figures;
  },
});
