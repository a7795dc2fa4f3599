/** GET /definitions and /definitions/:kind/:subject, and the first steps of changing one. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { currentDefinition, type Subject } from "../../../services/definitions/current-definition.ts";
import {
  beginDraft,
  beginFromVersion,
  type DefinitionDraft,
  listDrafts,
} from "../../../services/definitions/drafts.ts";
import { type DefinitionVersion, historyOf } from "../../../services/definitions/history.ts";
import { isKind } from "../../../services/definitions/kinds.ts";
import { listDefinitions } from "../../../services/definitions/listing.ts";
import { layOutMissing, putInForce, wasChangedByHand } from "../../../services/definitions/put-in-force.ts";
import type { Store } from "../../../services/open-store.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may, viewerOf } from "../../viewer.ts";
import { namesOf } from "../challenge/names.ts";
import { BrowsePage } from "./browse-view.tsx";
import { DefinitionPage } from "./definition-view.tsx";
import { registerDraft } from "./draft-route.tsx";
import { formBody, numberOf } from "./form-body.ts";
import { registerNewMeasure } from "./new-measure-route.tsx";
import { presentBrowse } from "./present-browse.ts";
import { presentDefinition } from "./present-definition.ts";
import { approves, proposes } from "./reach.ts";
import { VersionPage } from "./version-view.tsx";
import { definitionHref, draftHref } from "./words.ts";

const BROWSE = z.object({ search: textField, kind: textField });
const DONE = z.object({ done: textField });
type At = { readonly Params: { readonly kind: string; readonly subject: string } };

/** Drafts nobody has decided on. */
const UNDECIDED = ["draft", "submitted", "returned"] as const;

/** Adds the pages of definitions. */
export function registerDefinitions(app: FastifyInstance, context: DeskContext): void {
  const { site, desk } = context;
  // A stop between approval and writing, or a store restored without its files, leaves none behind.
  app.addHook("onReady", async () => {
    if ((await layOutMissing(desk)).length > 0) desk.live.lookAgain();
  });
  app.get("/definitions", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { search = "", kind = "" } = readQuery(BROWSE, request.query);
    const listings = listDefinitions(desk.live.current().catalogue);
    const drafts = await withNames(desk.store, await listDrafts(desk.store, { states: UNDECIDED }));
    const asked = { search: search.trim(), kind: isKind(kind) ? kind : null };
    const view = presentBrowse(listings, maySeeDrafts(request) ? drafts : [], {
      ...asked,
      mayPropose: may(request.viewer, "propose-definitions"),
    });
    return sendPage(request, reply, renderPage(<BrowsePage site={siteFor(site, request)} view={view} />));
  });
  registerNewMeasure(app, context);
  registerDraft(app, context);
  registerDefinition(app, context);
  registerFirstSteps(app, context);
}

function registerDefinition(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<At>("/definitions/:kind/:subject", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { done } = readQuery(DONE, request.query);
    const subject = subjectOf(request.params);
    const current = await currentDefinition(desk, subject);
    if (current === null) throw unknown();
    const versions = await historyOf(desk.store, subject);
    const found = maySeeDrafts(request) ? await listDrafts(desk.store, { ...subject, states: UNDECIDED }) : [];
    const drafts = await withNames(desk.store, found);
    const [latest] = versions;
    const view = presentDefinition({
      subject,
      current,
      about: aboutOf(desk, subject),
      versions,
      drafts,
      done,
      changedByHand: latest !== undefined && wasChangedByHand(desk.data, latest),
      mayPropose: may(request.viewer, "propose-definitions"),
      mayApprove: may(request.viewer, "approve-definitions"),
    });
    return sendPage(request, reply, renderPage(<DefinitionPage site={siteFor(site, request)} view={view} />));
  });
  app.get<{ Params: At["Params"] & { readonly version: string } }>(
    "/definitions/:kind/:subject/versions/:version",
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const versions = await historyOf(desk.store, subjectOf(request.params));
      const version = versions.find((one) => one.version === numberOf(request.params.version));
      if (version === undefined) throw unknown();
      return sendPage(request, reply, renderPage(<VersionPage site={siteFor(site, request)} version={version} />));
    },
  );
}

/** Beginning a draft, going back to a version, putting the approved file back. */
function registerFirstSteps(app: FastifyInstance, { desk }: DeskContext): void {
  const begun = ({ id }: DefinitionDraft, done: string) => `${draftHref(id)}?done=${done}`;
  app.post<At>("/definitions/:kind/:subject/draft", proposes(desk), async (request, reply) => {
    const draft = await beginDraft(desk, byViewer(desk, viewerOf(request)), subjectOf(request.params));
    return reply.redirect(begun(draft, "begun"), 303);
  });
  app.post<At>("/definitions/:kind/:subject/restore", proposes(desk), async (request, reply) => {
    const version = numberOf(formBody(request.body).one("version"));
    const wanted = { ...subjectOf(request.params), version };
    const draft = await beginFromVersion(desk, byViewer(desk, viewerOf(request)), wanted);
    return reply.redirect(`${draftHref(draft.id, "submit")}?done=restored`, 303);
  });
  app.post<At>("/definitions/:kind/:subject/in-force", approves(desk), async (request, reply) => {
    const subject = subjectOf(request.params);
    const [latest] = await historyOf(desk.store, subject);
    if (latest === undefined) throw unknown();
    await putInForce(desk, byViewer(desk, viewerOf(request)), latest satisfies DefinitionVersion);
    return reply.redirect(`${definitionHref(subject.kind, subject.subject)}?done=in-force`, 303);
  });
}

function aboutOf({ live }: Pick<DeskContext["desk"], "live">, { kind, subject }: Subject): string | undefined {
  const listings = listDefinitions(live.current().catalogue);
  return listings.find((one) => one.kind === kind && one.subject === subject)?.about;
}

/** Drafts are for those who write, decide on or audit them. */
export function maySeeDrafts({ viewer }: Pick<FastifyRequest, "viewer">): boolean {
  return may(viewer, "propose-definitions") || may(viewer, "approve-definitions") || may(viewer, "see-changes");
}

function subjectOf({ kind, subject }: At["Params"]): Subject {
  if (!isKind(kind)) throw unknown();
  return { kind, subject };
}

function unknown(): AppError {
  return new AppError("TYPED_UNKNOWN", "There is no such definition.", "Search for it in the list of definitions.");
}

/** Drafts as lists show them: by people's names, not the addresses they sign in with. */
async function withNames(store: Store, drafts: readonly DefinitionDraft[]): Promise<readonly DefinitionDraft[]> {
  const nameOf = await namesOf(store);
  return drafts.map((draft) => ({ ...draft, authors: draft.authors.map(nameOf) }));
}
