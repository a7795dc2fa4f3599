/** The pages of one draft: its form, its written form, its differences, and what they are saved by. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { checkDefinition } from "../../../services/definitions/check-definition.ts";
import { type DefinitionDraft, draftedText, draftWithId, keepDraft } from "../../../services/definitions/drafts.ts";
import { lineDifferences, nearDifferences } from "../../../services/definitions/line-differences.ts";
import { keepRecalculations } from "../../../services/definitions/recalculations.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { type RenderedPage, renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { ConflictPage } from "./conflict-view.tsx";
import { registerDecisions } from "./decide-route.tsx";
import { Differences } from "./differences.tsx";
import { DraftFrame, isOpen } from "./draft-frame.tsx";
import { draftPage, editedText, type Sight, writtenPage } from "./draft-pages.tsx";
import { registerFigures } from "./figures-route.tsx";
import { type FormBody, formBody, numberOf } from "./form-body.ts";
import { proposes } from "./reach.ts";
import { maySeeDrafts } from "./route.tsx";
import { draftHref } from "./words.ts";

const DONE = z.object({ done: textField, window: textField });
export type AtDraft = { readonly Params: { readonly id: string } };

/** A table of neighbours may be long. */
const LONG_FORM = 1024 * 1024;

/** Adds the pages of drafts. */
export function registerDraft(app: FastifyInstance, context: DeskContext): void {
  const { site, desk } = context;
  const show = (path: string, page: (sight: Sight) => Promise<RenderedPage>) =>
    app.get<AtDraft>(path, { config: { needs: "see-figures" } }, async (request, reply) => {
      const { done } = readQuery(DONE, request.query);
      const draft = await draftFor(context, request);
      const sight = { site: siteFor(site, request), desk, draft, viewer: viewerOf(request), done, wasSaved: false };
      return sendPage(request, reply, await page(sight));
    });
  show("/definitions/drafts/:id", draftPage);
  show("/definitions/drafts/:id/written", (sight) => (isOpen(sight.draft) ? writtenPage(sight) : draftPage(sight)));
  show("/definitions/drafts/:id/differences", async ({ site: own, draft }) =>
    renderPage(
      <DraftFrame site={own} draft={draft} part="differences">
        <h2 class="govuk-heading-m">From the definition in force to the draft</h2>
        <Differences
          lines={nearDifferences(lineDifferences(draft.base ?? "", draft.content))}
          caption="From the definition in force to the draft"
        />
      </DraftFrame>,
    ),
  );
  const save = (path: string, text: (form: FormBody, draft: DefinitionDraft) => string, back: (id: number) => string) =>
    app.post<AtDraft>(path, { ...proposes(desk), bodyLimit: LONG_FORM }, async (request, reply) =>
      saveText(context, request, reply, { text, back }),
    );
  save("/definitions/drafts/:id/form", editedText, (id) => draftHref(id));
  save("/definitions/drafts/:id/outline", editedText, (id) => draftHref(id));
  save(
    "/definitions/drafts/:id/written",
    (form) => form.text("content"),
    (id) => draftHref(id, "written"),
  );
  const recalculations = keepRecalculations();
  registerFigures(app, context, recalculations);
  registerDecisions(app, context, recalculations);
}

/** The draft an address names, for those who may see drafts. @throws AppError NOT_ALLOWED or TYPED_UNKNOWN */
export async function draftFor(
  { desk }: Pick<DeskContext, "desk">,
  request: FastifyRequest<AtDraft>,
): Promise<DefinitionDraft> {
  if (!maySeeDrafts(request))
    throw new AppError(
      "NOT_ALLOWED",
      "Drafts are for those who write or approve definitions.",
      "The definition in force is open to you: look for it under Definitions.",
    );
  return draftWithId(desk.store, numberOf(request.params.id));
}

type Saving = {
  readonly text: (form: FormBody, draft: DefinitionDraft) => string;
  readonly back: (id: number) => string;
};

/** What was written is always kept, right or wrong; what is wrong is said on the page that follows. */
async function saveText(
  context: DeskContext,
  request: FastifyRequest<AtDraft>,
  reply: FastifyReply,
  { text, back }: Saving,
): Promise<FastifyReply> {
  const { desk } = context;
  const site = siteFor(context.site, request);
  const viewer = viewerOf(request);
  const form = formBody(request.body);
  const draft = await draftFor(context, request);
  const content = text(form, draft);
  const version = numberOf(form.one("version"));
  let saved: DefinitionDraft;
  try {
    saved = await keepDraft(desk, byViewer(desk, viewer), { id: draft.id, version, change: { content } });
  } catch (fault) {
    if (!(fault instanceof AppError && fault.code === "CHANGED_MEANWHILE")) throw fault;
    const now = await draftWithId(desk.store, draft.id);
    return sendPage(request, reply.code(409), renderPage(<ConflictPage site={site} draft={now} yours={content} />));
  }
  const sight = { site, desk, draft: saved, viewer, done: undefined, wasSaved: true };
  const isWritten = back(0).endsWith("written");
  if (await isFaulty(sight)) {
    const page = isWritten ? await writtenPage(sight) : await draftPage(sight);
    return sendPage(request, reply.code(422), page);
  }
  return reply.redirect(`${back(draft.id)}?done=saved${form.one("step") === "" ? "" : "#order"}`, 303);
}

async function isFaulty({ desk, draft }: Sight): Promise<boolean> {
  const { faults } = await checkDefinition(desk.live.current(), draftedText(draft));
  return faults.length > 0;
}
