/** GET /sign-off/:scorecard/:period and its forms: accept, sign, announce, publish, sign and publish at once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Permission } from "../../../domain/access/permissions.ts";
import { AppError } from "../../../domain/errors.ts";
import { logHead } from "../../../services/open-store.ts";
import { listPeople } from "../../../services/people/people.ts";
import { type ReleaseState, releaseState } from "../../../services/publishing/release-state.ts";
import { signOffCard } from "../../../services/sign-off.ts";
import { acceptFailure, announce, withdrawAcceptance, withdrawSignOff } from "../../../services/typed.ts";
import { todayOf } from "../../answers/months.ts";
import { isoDayOf } from "../../components/date-input/date-input.tsx";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { read } from "../comments/read-form.ts";
import { assertForAll } from "./for-all.ts";
import { presentDesk } from "./present.ts";
import { type CardPlace, startPublishing } from "./publish-job.ts";
import { type DeskTyped, ReleaseDeskPage } from "./view.tsx";

type OnCard = { readonly Params: CardPlace };
type OnTyped = { readonly Params: CardPlace & { readonly id: string } };

const DONE: Readonly<Record<string, string>> = {
  signed: "Signed off.",
  unsigned: "The signature is taken back.",
  accepted: "Accepted with your reason. Earlier signatures no longer cover the card.",
  "accepted-no-more": "No longer accepted.",
  announced: "The day is announced.",
};
const DESK = "/sign-off/:scorecard/:period";
const TEXT = z.string().max(10_000).default("");

/** The state of a card's release, worked out once for what is typed and loaded. */
export async function releaseOf(
  { store, keep }: Pick<Desk, "store" | "keep">,
  place: CardPlace,
): Promise<ReleaseState> {
  const { sequence } = await logHead(store);
  return keep(`release ${place.scorecard} ${place.period} ${sequence}`, (workspace) =>
    releaseState(workspace, store, { scorecard: place.scorecard, period: place.period }),
  );
}

/** Adds the release desk of a card's period. */
export function registerReleaseDesk(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.get<OnCard & { Querystring: { readonly done?: string } }>(
    DESK,
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const word = request.query.done ?? "";
      const done = Object.hasOwn(DONE, word) ? (DONE[word] ?? null) : null;
      return sendDesk(context, { request, reply }, { errors: [], done });
    },
  );
  registerSignatures(app, context);
  registerAcceptances(app, context);
  app.post<OnCard>(`${DESK}/announce`, needs(desk, "publish"), async (request, reply) => {
    const form = read(z.object({ "due-day": TEXT, "due-month": TEXT, "due-year": TEXT }), request.body);
    const due = { day: form["due-day"], month: form["due-month"], year: form["due-year"] };
    const publishOn = isoDayOf(due);
    if (!isDay(publishOn) || publishOn < todayOf(desk)) {
      const errors = [{ text: "Day of publication must be a day from today on, such as 27 4 2026", href: "#due" }];
      return sendDesk(context, { request, reply }, { errors, done: null, due });
    }
    const { card } = await releaseOf(desk, request.params);
    const place = { scorecard: card.scorecard, period: card.period.id };
    await announce(desk.store, byViewer(desk, viewerOf(request)), { ...place, publishOn });
    return back(reply, place, "announced");
  });
  app.post<OnCard>(`${DESK}/publish`, needs(desk, "publish"), async (request, reply) => {
    const { card } = await releaseOf(desk, request.params);
    const title = `${card.title} for ${card.period.label}`;
    const { id } = startPublishing(desk, request, { scorecard: card.scorecard, period: card.period.id, title });
    return reply.redirect(`/jobs/${id}`, 303);
  });
}

function registerSignatures(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  const sign = async (request: FastifyRequest<OnCard>): Promise<ReleaseState> => {
    const viewer = viewerOf(request);
    const { role, seen } = read(z.object({ role: z.string().max(100), seen: z.string().max(100) }), request.body);
    const state = await releaseOf(desk, request.params);
    if (!state.roles.includes(role))
      throw new AppError("USAGE", `No signature as "${role}" is asked for.`, `Roles: ${state.roles.join(", ")}.`);
    const question = { scorecard: state.card.scorecard, period: state.card.period.id };
    const signature = { ...question, role, person: viewer.name, seen };
    await signOffCard(desk.live.current(), desk.store, byViewer(desk, viewer), signature);
    return state;
  };
  /** What changed meanwhile is shown on the desk itself, to be read before it is signed. */
  const orChanged = async (exchange: Exchange, work: () => Promise<FastifyReply>): Promise<FastifyReply> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "CHANGED_MEANWHILE") throw error;
      return sendDesk(context, exchange, { errors: [{ text: error.message, href: "#sign" }], done: null }, 409);
    }
  };
  app.post<OnCard>(`${DESK}/sign`, needs(desk, "sign-off"), async (request, reply) =>
    orChanged({ request, reply }, async () => {
      const { card } = await sign(request);
      return back(reply, { scorecard: card.scorecard, period: card.period.id }, "signed");
    }),
  );
  app.post<OnCard>(`${DESK}/release`, needs(desk, "sign-off"), async (request, reply) => {
    await assertForAll(desk, request, "publish");
    return orChanged({ request, reply }, async () => {
      const { card } = await sign(request);
      const title = `${card.title} for ${card.period.label}`;
      const { id } = startPublishing(desk, request, { scorecard: card.scorecard, period: card.period.id, title });
      return reply.redirect(`/jobs/${id}`, 303);
    });
  });
  app.post<OnTyped>(`${DESK}/sign/:id/withdraw`, needs(desk, "sign-off"), async (request, reply) => {
    const { signed } = await releaseOf(desk, request.params);
    const one = signed.find(({ id }) => String(id) === request.params.id);
    if (one === undefined) throw notThere("signature");
    await withdrawSignOff(desk.store, byViewer(desk, viewerOf(request)), one.id);
    return back(reply, request.params, "unsigned");
  });
}

function registerAcceptances(app: FastifyInstance, context: DeskContext): void {
  const { desk } = context;
  app.post<OnCard>(`${DESK}/accept`, needs(desk, "judge-figures"), async (request, reply) => {
    const { rule, reason } = read(z.object({ rule: z.string().max(200), reason: TEXT }), request.body);
    const { card } = await releaseOf(desk, request.params);
    if (!card.reconciliation.some((finding) => finding.rule === rule)) throw notThere("fault of reconciliation");
    if (reason.trim() === "") {
      const errors = [{ text: "Say why it may be published as it is", href: `#reason-${rule}` }];
      return sendDesk(context, { request, reply }, { errors, done: null, reason });
    }
    const place = { scorecard: card.scorecard, period: card.period.id };
    const by = byViewer(desk, viewerOf(request));
    await acceptFailure(desk.store, by, { ...place, rule, reason: reason.trim() });
    return back(reply, place, "accepted");
  });
  app.post<OnTyped>(`${DESK}/accept/:id/withdraw`, needs(desk, "judge-figures"), async (request, reply) => {
    const { acceptances } = await releaseOf(desk, request.params);
    const one = acceptances.find(({ id }) => String(id) === request.params.id);
    if (one === undefined) throw notThere("acceptance");
    await withdrawAcceptance(desk.store, byViewer(desk, viewerOf(request)), one.id);
    return back(reply, request.params, "accepted-no-more");
  });
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** A form of the desk: for those only whose role reaches the whole authority. */
function needs(desk: Desk, permission: Permission) {
  return {
    config: { needs: permission },
    preHandler: async (request: FastifyRequest) => assertForAll(desk, request, permission),
  };
}

async function sendDesk(
  { desk, site }: DeskContext,
  { request, reply }: Exchange,
  typed: DeskTyped,
  status = typed.errors.length > 0 ? 422 : 200,
): Promise<FastifyReply> {
  const names = new Map((await listPeople(desk.store)).map(({ email, name }) => [email, name]));
  const state = await releaseOf(desk, request.params as CardPlace);
  const view = presentDesk(state, viewerOf(request), (actor) => names.get(actor) ?? actor);
  const page = <ReleaseDeskPage site={siteFor(site, request)} desk={view} typed={typed} />;
  return sendPage(request, reply.code(status), renderPage(page));
}

function back(reply: FastifyReply, { scorecard, period }: CardPlace, done: string): FastifyReply {
  return reply.redirect(`/sign-off/${scorecard}/${period}?done=${done}`, 303);
}

function notThere(what: string): AppError {
  return new AppError("TYPED_UNKNOWN", `There is no such ${what} here, or it was withdrawn.`, "Open the page again.");
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
