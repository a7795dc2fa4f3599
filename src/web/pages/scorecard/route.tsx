/** GET /scorecards/:id, as an edition froze it, and what leads from a figure to the list behind it. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import { teamsWithin } from "../../../services/team-names.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { keepPages } from "../../kept-pages.ts";
import { given, readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import type { ScorecardFigures, WebServices } from "../../services.ts";
import { may, scopesOf, type Viewer, viewerOf } from "../../viewer.ts";
import { readersOnly } from "../editions/may-read.ts";
import { type Chosen, LIVE_QUERY, NOTHING_CHOSEN, PUBLISHED_QUERY, readingOf } from "./choices.ts";
import { leadOn } from "./lead-on.ts";
import { type CardAllowances, presentScorecard } from "./present.ts";
import { sectionId } from "./section-id.ts";
import { ScorecardPage } from "./view.tsx";

type Params = { readonly id: string };

/** Adds the pages of one scorecard. */
export function registerScorecard(app: FastifyInstance, { services, site, refused }: PageContext): void {
  const kept = keepPages();
  /** Nothing of a page depends on anything but figures, choices and viewer. */
  const page = (request: FastifyRequest, figures: ScorecardFigures, chosen: Chosen, allowed: CardAllowances) => {
    checkSection(figures, chosen);
    const { viewer } = request;
    const views = { live: may(viewer, "see-figures"), published: (allowed.editions ?? []).length > 0 };
    const scorecard = () => presentScorecard(figures, chosen, { ...allowed, opensMeasures: views.live });
    const variant = `${viewer?.id ?? "anyone"} ${viewer?.session ?? ""} ${JSON.stringify([chosen, allowed, views])}`;
    return kept(figures, variant, () =>
      renderPage(<ScorecardPage site={siteFor(site, request)} scorecard={scorecard()} views={views} />),
    );
  };

  app.get<{ Params: Params }>("/scorecards/:id", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { id } = request.params;
    const { list, write, judge, lastMonth, team = null, ...rest } = readQuery(LIVE_QUERY, request.query);
    const chosen = { ...rest, team, ...given({ lastMonth }) };
    const teams = await teamsOf(services, viewerOf(request));
    if (team !== null && !teams.includes(team)) {
      await refused(request, "a team outside their scope");
      throw noSuchTeam();
    }
    const figures = await services.scorecard(id, readingOf(chosen));
    if (figures === null) throw noSuchCard();
    // The page led to decides who may enter, and logs who did.
    const isLed = list !== null || write !== null || judge !== null;
    if (isLed) return reply.redirect(leadOn(figures, { list, write, judge }, team) ?? `/scorecards/${id}`, 303);
    const editions = await editionsOf(services, id);
    const allowed = { teams, editions, ...rowsLeadTo(viewerOf(request), chosen) };
    return sendPage(request, reply, page(request, figures, chosen, allowed));
  });

  app.get<{ Params: Params }>(
    "/scorecards/:id/published",
    { config: { needs: "anyone" }, preHandler: readersOnly(services) },
    async (request, reply) => {
      const { edition, ...rest } = readQuery(PUBLISHED_QUERY, request.query);
      const figures = await services.publishedScorecard(request.params.id, edition);
      if (figures === null) throw notPublished();
      const editions = await editionsOf(services, request.params.id);
      return sendPage(request, reply, page(request, figures, { ...NOTHING_CHOSEN, ...rest }, { editions }));
    },
  );
}

/** What is written and judged is of the card as placed, not of one team's or another window's figures. */
function rowsLeadTo(viewer: Viewer, { window, team }: Chosen): CardAllowances {
  const isAsPlaced = window === null && team === null;
  return {
    opensLists: may(viewer, "see-cases"),
    writes: isAsPlaced && may(viewer, "write-comments"),
    judges: isAsPlaced && may(viewer, "judge-figures"),
  };
}

async function teamsOf(services: WebServices, viewer: Viewer): Promise<readonly string[]> {
  const scopes = scopesOf(viewer, "see-teams");
  return scopes.length === 0 ? [] : teamsWithin(await services.teams(), scopes).map(({ name }) => name);
}

async function editionsOf(services: WebServices, id: string): Promise<NonNullable<CardAllowances["editions"]>> {
  return (await services.editions()).filter(({ scorecard }) => scorecard === id);
}

/** A team's card lacks the sections in which nothing can be counted for it. */
function checkSection({ sections }: ScorecardFigures, { section, team }: Chosen): void {
  if (section === null || team !== null || sections.some(({ title }) => sectionId(title) === section)) return;
  throw new AppError(
    "USAGE",
    "This scorecard has no section of that name.",
    "Choose a section from the scorecard's page.",
  );
}

function noSuchCard(): AppError {
  return new AppError("SCORECARD_UNKNOWN", "There is no scorecard at this address.", "Choose one from the first page.");
}

function noSuchTeam(): AppError {
  return new AppError(
    "NOT_ALLOWED",
    "There is no team of that name among those you may see.",
    "Choose one of your teams.",
  );
}

function notPublished(): AppError {
  return new AppError(
    "EDITION_UNKNOWN",
    "This scorecard has no such published edition.",
    "Look for it in the list of editions.",
  );
}
