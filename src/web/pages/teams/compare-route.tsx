/** GET /teams/compare?measure&window&period&as: every team on one measure, beside each other and through time, internal or as published. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ShownFigure } from "../../../domain/disclosure/shown-figure.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Measure } from "../../../domain/measure.ts";
import type { ReportingPeriod, WindowId } from "../../../domain/period.ts";
import type { Audience } from "../../../domain/scored-card.ts";
import { settingsOf } from "../../../services/judgement-inputs.ts";
import { columnsEnding } from "../../../services/scorecard-figures.ts";
import { compareTeams } from "../../../services/teams/compare-teams.ts";
import { measuresBy } from "../../../services/teams/group-figures.ts";
import { readSettings } from "../../../services/typed.ts";
import { lastMonthOf } from "../../answers/months.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { lastMonthField, readQuery, textField, windowField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { allTeams, teamsOf } from "../team/team-access.ts";
import { presentCompare } from "./compare-present.ts";
import { ComparePage } from "./compare-view.tsx";

const QUERY = z.object({
  measure: textField,
  window: windowField,
  lastMonth: lastMonthField,
  as: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["internal", "published"]).default("internal"),
  ),
});

/** Periods of the table. */
const PERIODS = 6;

/** Adds the page. Every team's figure is an internal figure; only profiles are narrowed to one's own teams. */
export function registerCompare(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/teams/compare", { config: { needs: "see-figures" } }, async (request, reply) => {
    const query = readQuery(QUERY, request.query);
    const measures = measuresBy(desk.live.current(), "team");
    const measure = chosen(measures, query.measure);
    const window =
      query.window !== undefined && measure.timeBasis.includes(query.window) ? query.window : firstWindow(measure);
    const { last, choices } = await lastMonthOf(desk, query.lastMonth);
    const periods = columnsEnding(window, last, PERIODS);
    const figures = await teamFigures(desk, { measure, window, periods, audience: query.as });
    const view = presentCompare({
      measures,
      measure,
      window,
      periods,
      figures,
      audience: query.as,
      last,
      choices,
      teams: await allTeams(desk),
      own: await teamsOf(desk, request),
    });
    return sendPage(request, reply, renderPage(<ComparePage site={siteFor(site, request)} view={view} />));
  });
}

function chosen(measures: readonly Measure[], id: string | undefined): Measure {
  const measure =
    id === undefined
      ? (measures.find((one) => one.id === FIRST) ?? measures[0])
      : measures.find((one) => one.id === id);
  if (measure === undefined)
    throw new AppError(
      "MEASURE_UNKNOWN",
      "There is no measure of that id that can be told by team.",
      "Choose one on the page.",
    );
  return measure;
}

const FIRST = "assessments-within-45-working-days";

function firstWindow({ timeBasis }: Measure): WindowId {
  return timeBasis.includes("rolling-12-months") ? "rolling-12-months" : (timeBasis[0] ?? "in-month");
}

type Asked = {
  readonly measure: Measure;
  readonly window: WindowId;
  readonly periods: readonly ReportingPeriod[];
  readonly audience: Audience;
};

async function teamFigures(desk: Desk, { measure, window, periods, audience }: Asked): Promise<readonly ShownFigure[]> {
  const { disclosureThreshold: threshold } = settingsOf(await readSettings(desk.store));
  const key = `compare ${measure.id} ${window} ${periods.at(-1)?.id} ${audience} ${threshold}`;
  return desk.keep(key, (workspace) =>
    compareTeams(workspace, { measure: measure.id, window, periods, audience, threshold }),
  );
}
