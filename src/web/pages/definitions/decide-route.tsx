/** Submitting a draft, deciding on it, withdrawing it and bringing it up to date. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { addMonths } from "../../../domain/dates.ts";
import { AppError } from "../../../domain/errors.ts";
import { currentDefinition } from "../../../services/definitions/current-definition.ts";
import {
  approveDefinition,
  type DefinitionDraft,
  draftWithId,
  isOutdated,
  keepDraft,
  listDrafts,
  obstaclesOf,
  putDraftBack,
  returnDraft,
  subjectOf,
  submitDraft,
  withdrawDraft,
} from "../../../services/definitions/drafts.ts";
import { draftedMeasures, type KeptRecalculations } from "../../../services/definitions/recalculations.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { isOpen } from "./draft-frame.tsx";
import { decidePage, draftPage, type Sight } from "./draft-pages.tsx";
import { type AtDraft, draftFor } from "./draft-route.tsx";
import { lastMonthOf } from "./figures-route.tsx";
import { type FormBody, formBody, numberOf } from "./form-body.ts";
import { approves, proposes } from "./reach.ts";
import { SubmitPage } from "./submit-view.tsx";
import { definitionHref, draftHref } from "./words.ts";

const DONE = z.object({ done: textField });

/** Adds them. */
export function registerDecisions(
  app: FastifyInstance,
  context: DeskContext,
  recalculations: KeptRecalculations,
): void {
  registerSubmission(app, context, changesOf(context, recalculations));
  registerDecision(app, context);
  registerSteps(app, context);
}

function registerSubmission(app: FastifyInstance, context: DeskContext, changes: ChangesOf): void {
  const { desk } = context;
  const path = "/definitions/drafts/:id/submit";
  app.get<AtDraft>(path, proposes(desk), async (request, reply) => {
    const { done } = readQuery(DONE, request.query);
    const draft = await draftFor(context, request);
    const sight = sightOf(context, request, draft, done);
    if (!isOpen(draft)) return sendPage(request, reply, await draftPage(sight));
    return sendPage(request, reply, await submitPage(context, sight, await changes(draft)));
  });
  app.post<AtDraft>(path, proposes(desk), async (request, reply) => {
    const by = byViewer(desk, viewerOf(request));
    const form = formBody(request.body);
    const before = await draftFor(context, request);
    const change = { reason: form.one("reason"), breaksFrom: breaksOf(form) };
    const version = numberOf(form.one("version"));
    const draft = await keepDraft(desk, by, { id: before.id, version, change });
    if (form.one("act") !== "submit") return reply.redirect(`${draftHref(draft.id, "submit")}?done=saved`, 303);
    const figures = await changes(draft);
    const { changesFigures } = figures;
    const obstacles = await obstaclesOf(desk, draft, changesFigures);
    if (obstacles.length > 0) {
      const sight = { ...sightOf(context, request, draft, undefined), wasSaved: true };
      return sendPage(request, reply.code(422), await submitPage(context, sight, figures));
    }
    await submitDraft(desk, by, { id: draft.id, version: draft.version, changesFigures });
    return reply.redirect(`${draftHref(draft.id)}?done=submitted`, 303);
  });
}

function breaksOf(form: FormBody): string | null {
  const said = form.one("breaks");
  if (said === "no") return "no";
  return said === "yes" ? form.one("breaksFrom") : null;
}

type ChangesOf = (draft: DefinitionDraft) => Promise<Changes>;
type Changes = { readonly changesFigures: boolean; readonly figures: string | null };

/** Whether a draft changes figures, as its first window shows. */
function changesOf({ desk }: DeskContext, recalculations: KeptRecalculations): ChangesOf {
  return async (draft) => {
    const drafted = draftedMeasures(desk, draft);
    if (drafted === null || drafted.before === null) return { changesFigures: false, figures: null };
    const window = drafted.after.timeBasis[0] ?? "in-month";
    const lastMonth = await lastMonthOf(desk);
    const { differing, periods } = await recalculations(desk.live.current(), { ...drafted, window, lastMonth }).answer;
    return {
      changesFigures: differing > 0,
      figures:
        differing === 0
          ? `The figures of the last ${periods.length} periods stay the same.`
          : `${differing} of the last ${periods.length} periods would have another figure.`,
    };
  };
}

async function submitPage(
  { desk }: DeskContext,
  { site, draft, done, wasSaved }: Sight,
  { changesFigures, figures }: Changes,
) {
  const others = await listDrafts(desk.store, { ...subjectOf(draft), states: ["draft", "submitted", "returned"] });
  const obstacles = await obstaclesOf(desk, draft, changesFigures);
  return renderPage(
    <SubmitPage
      site={site}
      draft={draft}
      obstacles={obstacles}
      figures={figures}
      nextMonth={addMonths(`${await lastMonthOf(desk)}-01`, 1).slice(0, 7)}
      others={others
        .filter(({ id }) => id !== draft.id)
        .map(({ id, authors }) => ({ href: draftHref(id), text: `the draft of ${authors.join(", ")}` }))}
      isOutdated={await isOutdated(desk, draft)}
      wasSent={wasSaved}
      done={done}
    />,
  );
}

function registerDecision(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.post<AtDraft>("/definitions/drafts/:id/decide", approves(desk), async (request, reply) => {
    const form = formBody(request.body);
    const by = byViewer(desk, viewerOf(request));
    const draft = await draftFor(context, request);
    const decision = form.one("decision");
    const decided = { id: draft.id, version: numberOf(form.one("version")), decision };
    if (form.one("act") === "approve") {
      const { kind, subject } = await approveDefinition(desk, by, decided);
      return reply.redirect(`${definitionHref(kind, subject)}?done=approved`, 303);
    }
    if (decision === "") {
      const fault = { text: "Say what has to be mended, so that the author knows.", href: "#decision" };
      const page = await decidePage(sightOf(context, request, draft, undefined), {
        faults: [fault],
        typed: decision,
      });
      return sendPage(request, reply.code(422), page);
    }
    await returnDraft(desk, by, decided);
    return reply.redirect(`${draftHref(draft.id)}?done=returned`, 303);
  });
}

function registerSteps(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  const step = (
    name: string,
    done: string,
    work: (at: { readonly id: number; readonly version: number }, request: FastifyRequest<AtDraft>) => Promise<unknown>,
  ) =>
    app.post<AtDraft>(`/definitions/drafts/:id/${name}`, proposes(desk), async (request, reply) => {
      const { id } = await draftFor(context, request);
      await work({ id, version: numberOf(formBody(request.body).one("version")) }, request);
      return reply.redirect(`${draftHref(id)}?done=${done}`, 303);
    });
  const by = (request: FastifyRequest) => byViewer(desk, viewerOf(request));
  step("withdraw", "withdrawn", (at, request) => withdrawDraft(desk, by(request), at));
  step("put-back", "put-back", (at, request) => putDraftBack(desk, by(request), at));
  step("up-to-date", "up-to-date", async (at, request) => {
    const draft = await draftWithId(desk.store, at.id);
    const current = await currentDefinition(desk, subjectOf(draft));
    if (current === null)
      throw new AppError("TYPED_UNKNOWN", "The definition is no longer there.", "Withdraw the draft.");
    return keepDraft(desk, by(request), { ...at, change: { base: current.text } });
  });
}

function sightOf(
  { site, desk }: DeskContext,
  request: FastifyRequest,
  draft: DefinitionDraft,
  done: string | undefined,
): Sight {
  return { site: siteFor(site, request), desk, draft, viewer: viewerOf(request), done, wasSaved: false };
}
