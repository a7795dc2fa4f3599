/** GET / : what each viewer sees first. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { teamsWithin } from "../../../services/team-names.ts";
import { type PageContext, siteFor } from "../../context.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import type { ScorecardFigures, WebServices } from "../../services.ts";
import { may, scopesOf, type Viewer, viewerOf } from "../../viewer.ts";
import { ATTENTION_KINDS } from "./attention.ts";
import { type HomeKind, presentHome } from "./present.ts";
import { HomePage } from "./view.tsx";

const QUERY = z.object({ show: z.enum(ATTENTION_KINDS).optional() });

/** Adds the home page. */
export function registerHome(app: FastifyInstance, { services, site, clock }: PageContext): void {
  app.get("/", { config: { needs: "signed-in" } }, async (request, reply) => {
    const { show = null } = readQuery(QUERY, request.query);
    const viewer = viewerOf(request);
    const kind = kindFor(viewer);
    const [scorecards, loads, editions, waiting] = await Promise.all([
      services.scorecards(),
      kind === "internal" ? services.loads() : [],
      services.editions(),
      services.waiting({ person: viewer.id, actor: viewer.actor, grants: viewer.grants }),
    ]);
    const hasData = kind === "published" || loads.length > 0;
    const cards = kind === "administration" || !hasData ? new Map() : await cardsFor(services, kind, scorecards);
    const own = hasData && kind === "internal" ? await ownTeams(services, viewer) : [];
    const teams = await services.standingOut(own);
    const facts = {
      kind,
      scorecards,
      cards,
      editions,
      loads,
      waiting,
      teams,
      maySeeCases: may(viewer, "see-cases"),
      show,
      now: clock(),
    };
    return sendPage(request, reply, renderPage(<HomePage site={siteFor(site, request)} home={presentHome(facts)} />));
  });
}

/** Whoever may see live figures sees those; whoever runs the installation, none; others what is published. */
function kindFor(viewer: Viewer): HomeKind {
  if (may(viewer, "see-figures")) return "internal";
  return may(viewer, "manage-settings") || !may(viewer, "read-editions") ? "administration" : "published";
}

/** One card that cannot be made must not take the first page with it; its own page says why. */
async function cardsFor(
  services: WebServices,
  kind: HomeKind,
  scorecards: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, ScorecardFigures>> {
  const cards = new Map<string, ScorecardFigures>();
  for (const { id } of scorecards) {
    const asked = kind === "published" ? services.publishedScorecard(id) : services.scorecard(id, {});
    const card = await asked.catch(() => null);
    if (card !== null) cards.set(id, card);
  }
  return cards;
}

/** The teams somebody answers for; whoever sees every team has a page of teams instead. */
async function ownTeams(services: WebServices, viewer: Viewer): Promise<readonly string[]> {
  const scopes = scopesOf(viewer, "see-teams");
  if (scopes.length === 0 || isAuthorityWide(scopes)) return [];
  return teamsWithin(await services.teams(), scopes).map(({ name }) => name);
}
