/** GET /judge/:scorecard/:period/:reference and its forms: rate by a person, note on the series, each taken back again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { SERIES_NOTE_KINDS } from "../../../domain/judgement/series-note.ts";
import {
  addSeriesNote,
  checkedNote,
  rateByPerson,
  withdrawRating,
  withdrawSeriesNote,
} from "../../../services/typed.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { read } from "../comments/read-form.ts";
import { assertForAll } from "../sign-off/for-all.ts";
import { type JudgePlace, type JudgeTyped, judgeModel } from "./model.ts";
import { JudgePage } from "./view.tsx";

type OnIndicator = { readonly Params: JudgePlace };
type OnTyped = { readonly Params: JudgePlace & { readonly id: string } };
const PAGE = "/judge/:scorecard/:period/:reference";
const TEXT = z.string().max(10_000).default("");
const DONE: Readonly<Record<string, string>> = {
  rated: "Rated. The rule’s own answer stays beside it.",
  "rated-no-more": "Your rating is taken back: what the rule says stands again.",
  noted: "Noted.",
  "noted-no-more": "The note is taken back.",
};

/** Adds the judgement page. */
export function registerJudge(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  const { store } = desk;
  const judges = {
    config: { needs: "judge-figures" },
    preHandler: async (request: FastifyRequest) => assertForAll(desk, request, "judge-figures"),
  } as const;
  app.get<OnIndicator & { Querystring: { readonly done?: string } }>(PAGE, judges, async (request, reply) => {
    const word = request.query.done ?? "";
    const done = Object.hasOwn(DONE, word) ? (DONE[word] ?? null) : null;
    return send(context, { request, reply }, { errors: [], done });
  });
  app.post<OnIndicator>(`${PAGE}/rating`, judges, async (request, reply) => {
    const { word: asked, reason } = read(z.object({ word: TEXT, reason: TEXT }), request.body);
    const word = RATING_WORDS.find((one) => one === asked);
    const errors = [
      ...(word === undefined ? [{ text: "Choose a rating", href: "#word" }] : []),
      ...(reason.trim() === "" ? [{ text: "Say why you rate it so", href: "#rating-reason" }] : []),
    ];
    if (word === undefined || errors.length > 0)
      return send(context, { request, reply }, { word: asked, ratingReason: reason, errors, done: null });
    const { scorecard, period, reference } = await judgeModel(desk, request.params, NOTHING);
    const rating = { scorecard, period, reference, word, reason: reason.trim() };
    await rateByPerson(store, byViewer(desk, viewerOf(request)), rating);
    return back(reply, request.params, "rated");
  });
  app.post<OnTyped>(`${PAGE}/rating/:id/withdraw`, judges, async (request, reply) => {
    const { judged } = await judgeModel(desk, request.params, NOTHING);
    if (judged === null || String(judged.id) !== request.params.id) throw notThere("rating");
    await withdrawRating(store, byViewer(desk, viewerOf(request)), judged.id);
    return back(reply, request.params, "rated-no-more");
  });
  registerNotes(app, context, judges);
}

function registerNotes(
  app: FastifyInstance,
  context: DeskContext,
  judges: { config: { needs: "judge-figures" } },
): void {
  const { desk } = context;
  const { store } = desk;
  app.post<OnIndicator>(`${PAGE}/note`, judges, async (request, reply) => {
    const fields = z.object({ kind: TEXT, fromPeriod: TEXT, reason: TEXT });
    const { kind: asked, fromPeriod, reason } = read(fields, request.body);
    const kind = SERIES_NOTE_KINDS.find((one) => one === asked);
    const { scored, periods } = await judgeModel(desk, request.params, NOTHING);
    const errors = [
      ...(kind === undefined ? [{ text: "Choose what is to be noted", href: "#kind" }] : []),
      ...(periods.some(({ id }) => id === fromPeriod)
        ? []
        : [{ text: "Choose the period it begins with", href: "#fromPeriod" }]),
      ...(reason.trim() === "" ? [{ text: "Say what happened", href: "#note-reason" }] : []),
    ];
    if (kind === undefined || errors.length > 0) {
      const typed = { kind: asked, fromPeriod, noteReason: reason, errors, done: null };
      return send(context, { request, reply }, typed);
    }
    const note = checkedNote(desk.live.current().catalogue, {
      measure: scored.measure.id,
      window: scored.indicator.window,
      fromPeriod,
      kind,
      reason: reason.trim(),
    });
    await addSeriesNote(store, byViewer(desk, viewerOf(request)), note);
    return back(reply, request.params, "noted");
  });
  app.post<OnTyped>(`${PAGE}/note/:id/withdraw`, judges, async (request, reply) => {
    const { notes } = await judgeModel(desk, request.params, NOTHING);
    const note = notes.find(({ id }) => String(id) === request.params.id);
    if (note === undefined) throw notThere("note");
    await withdrawSeriesNote(store, byViewer(desk, viewerOf(request)), note.id);
    return back(reply, request.params, "noted-no-more");
  });
}

const NOTHING: JudgeTyped = { errors: [], done: null };

async function send(
  { desk, site }: DeskContext,
  { request, reply }: { readonly request: FastifyRequest<OnIndicator>; readonly reply: FastifyReply },
  typed: JudgeTyped,
): Promise<FastifyReply> {
  const judge = await judgeModel(desk, request.params, typed);
  const page = <JudgePage site={siteFor(site, request)} judge={judge} />;
  return sendPage(request, reply.code(typed.errors.length > 0 ? 422 : 200), renderPage(page));
}

function back(reply: FastifyReply, { scorecard, period, reference }: JudgePlace, done: string): FastifyReply {
  return reply.redirect(`/judge/${scorecard}/${period}/${encodeURIComponent(reference)}?done=${done}`, 303);
}

function notThere(what: string): AppError {
  return new AppError("TYPED_UNKNOWN", `There is no such ${what} here, or it was withdrawn.`, "Open the page again.");
}
