/** GET /search?q=visits: one box across everything the person may open. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { listsFor, readTrackers } from "../../../services/cases/saved-lists.ts";
import { logHead } from "../../../services/open-store.ts";
import { search } from "../../../services/search/search.ts";
import { type SearchEntry, searchEntries, teamEntries } from "../../../services/search/search-entries.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, scopesOf, viewerOf } from "../../viewer.ts";
import { listAddress } from "../saved-lists/present.ts";
import { teamsOf } from "../team/team-access.ts";
import { SearchPage } from "./view.tsx";

const QUERY = z.object({ q: textField });

/** Adds the page. */
export function registerSearch(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get("/search", { config: { needs: "signed-in" } }, async (request, reply) => {
    const { q = "" } = readQuery(QUERY, request.query);
    const question = q.trim();
    const viewer = viewerOf(request);
    const { sequence } = await logHead(desk.store);
    const everything = await desk.keep(`search ${sequence}`, (workspace) => searchEntries(workspace, desk.store));
    const teams = await desk.keep(`search teams ${viewer.id} ${JSON.stringify(viewer.grants)}`, (workspace) =>
      teamEntries(workspace, scopesOf(viewer, "see-teams")),
    );
    const lists = may(viewer, "see-cases") ? await listEntries(desk, request) : [];
    const groups = search([...everything, ...teams, ...lists], question, {
      actor: viewer.actor,
      may: (permission) => may(viewer, permission),
    });
    const isChild =
      may(viewer, "see-cases") && looksLikeChild(question) && app.hasRoute({ method: "GET", url: "/children/:child" });
    return sendPage(
      request,
      reply,
      renderPage(
        <SearchPage
          site={siteFor(site, request)}
          question={question}
          groups={groups}
          childHref={isChild ? `/children/${encodeURIComponent(question)}` : null}
        />,
      ),
    );
  });
}

/** Trackers, and the lists somebody keeps or a team of theirs shares. */
async function listEntries(desk: Desk, request: FastifyRequest): Promise<readonly SearchEntry[]> {
  const teams = (await teamsOf(desk, request)).map(({ name }) => name);
  const kept = await listsFor(desk.store, { id: viewerOf(request).id, teams });
  const trackers = readTrackers(desk.live.current()).map(({ title, about, question }) => ({ title, about, question }));
  return [...trackers, ...kept.map(({ name, about, question }) => ({ title: name, about, question }))].map(
    ({ title, about, question }) => ({
      group: "list",
      title,
      text: about,
      href: listAddress(question),
      needs: "see-cases",
    }),
  );
}

/** Pseudonyms are one word with a digit in it. */
function looksLikeChild(question: string): boolean {
  return /^(?=.*\d)[\w-]{4,64}$/.test(question);
}
