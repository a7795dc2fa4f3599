/** GET /lists and what keeps, changes, takes away and puts back a list under a name. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  changeListFor,
  type Keeper,
  keepListFor,
  listsFor,
  ownList,
  putListBackFor,
  readTrackers,
  withdrawListFor,
} from "../../../services/cases/saved-lists.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { LIST_QUERY } from "../list/list-query.ts";
import { teamsOf } from "../team/team-access.ts";
import { type KeepForm, KeepPage } from "./keep-view.tsx";
import { presentLists } from "./present.ts";
import { SavedListsPage } from "./view.tsx";

type OfList = { Params: { list: string } };

const WORDS = z.object({
  name: z.string().trim().max(100).default(""),
  about: z.string().trim().max(300).default(""),
  share: z.string().trim().max(200).default(""),
  version: z.coerce.number().int().optional(),
});
const WANTED = LIST_QUERY.omit({ page: true, period: true }).extend({ measure: z.string().min(1).max(200) });

/** Adds the pages. */
export function registerSavedLists(app: FastifyInstance, context: DeskContext): void {
  const { desk, site } = context;
  app.get("/lists", { config: { needs: "see-cases" } }, async (request, reply) => {
    const { done, id } = readQuery(z.object({ done: textField, id: textField }), request.query);
    const workspace = desk.live.current();
    const keeper = await keeperOf(context, request);
    const lists = await listsFor(desk.store, keeper);
    const view = presentLists({
      trackers: readTrackers(workspace),
      lists,
      keeper,
      measures: workspace.catalogue.measures,
    });
    const page = <SavedListsPage site={siteFor(site, request)} view={view} done={done ?? null} id={id ?? null} />;
    return sendPage(request, reply, renderPage(page));
  });
  app.get("/lists/new", { config: { needs: "save-lists" } }, async (request, reply) =>
    showKeep(context, request, reply, { ...emptyForm(request.query), errors: {} }),
  );
  app.post("/lists", { config: { needs: "save-lists" } }, async (request, reply) => {
    const { share, ...words } = readQuery(WORDS, request.body);
    const question = readQuery(WANTED, request.body);
    if (words.name === "") {
      const form = { ...words, team: share, question, errors: { name: "Give the list a name" } };
      return showKeep(context, request, reply.code(422), form);
    }
    const keeper = await keeperOf(context, request);
    const wanted = { name: words.name, about: words.about, team: share === "" ? null : share, question };
    const id = await keepListFor(
      { store: desk.store, workspace: desk.live.current() },
      byViewer(desk, viewerOf(request)),
      keeper,
      wanted,
    );
    return reply.redirect(`/lists?done=kept&id=${id}`, 303);
  });
  registerChanges(app, context);
}

function registerChanges(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.get<OfList>("/lists/:list/change", { config: { needs: "save-lists" } }, async (request, reply) => {
    const list = await ownList(desk.store, await keeperOf(context, request), idOf(request));
    const { id, name, about, team, version, question } = list;
    return showKeep(context, request, reply, { id, name, about, team: team ?? "", version, question, errors: {} });
  });
  app.post<OfList>("/lists/:list/change", { config: { needs: "save-lists" } }, async (request, reply) => {
    const { version = 0, share, ...words } = readQuery(WORDS, request.body);
    const keeper = await keeperOf(context, request);
    const id = idOf(request);
    if (words.name === "") {
      const { question } = await ownList(desk.store, keeper, id);
      const form = { ...words, team: share, id, version, question, errors: { name: "Give the list a name" } };
      return showKeep(context, request, reply.code(422), form);
    }
    const change = { ...words, id, version, team: share === "" ? null : share };
    await changeListFor(desk.store, byViewer(desk, viewerOf(request)), keeper, change);
    return reply.redirect("/lists?done=changed", 303);
  });
  app.post<OfList>("/lists/:list/take-away", { config: { needs: "save-lists" } }, async (request, reply) => {
    const id = idOf(request);
    await withdrawListFor(desk.store, byViewer(desk, viewerOf(request)), await keeperOf(context, request), id);
    return reply.redirect(`/lists?done=taken-away&id=${id}`, 303);
  });
  app.post<OfList>("/lists/:list/put-back", { config: { needs: "save-lists" } }, async (request, reply) => {
    const id = idOf(request);
    await putListBackFor(desk.store, byViewer(desk, viewerOf(request)), await keeperOf(context, request), id);
    return reply.redirect(`/lists?done=put-back&id=${id}`, 303);
  });
}

function idOf({ params }: FastifyRequest<OfList>): number {
  return readQuery(z.object({ list: z.coerce.number().int().min(1) }), params).list;
}

/** Teams whose lists somebody shares: those they may look at. */
async function keeperOf({ desk }: DeskContext, request: FastifyRequest): Promise<Keeper> {
  const teams = await teamsOf(desk, request);
  return { id: viewerOf(request).id, teams: teams.map(({ name }) => name) };
}

function emptyForm(query: unknown): Pick<KeepForm, "name" | "about" | "team" | "question"> {
  return { name: "", about: "", team: "", question: readQuery(WANTED, query) };
}

async function showKeep(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  form: KeepForm,
): Promise<FastifyReply> {
  const { desk, site } = context;
  const measure = desk.live.current().catalogue.measures.get(form.question.measure);
  const { teams } = await keeperOf(context, request);
  const page = (
    <KeepPage site={siteFor(site, request)} {...{ form, teams }} measure={measure?.title ?? form.question.measure} />
  );
  return sendPage(request, reply, renderPage(page));
}
