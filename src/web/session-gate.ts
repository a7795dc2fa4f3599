/** The gate of a running installation: knows people by the session cookie, logs refusals, sends others to sign in. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { grantsOn } from "../domain/access/policy.ts";
import { AppError } from "../domain/errors.ts";
import { keepableFields, keepDraft } from "../services/people/drafts.ts";
import { grantsOf, personWithId } from "../services/people/people.ts";
import { findLapsedSession, findSession, type Session } from "../services/people/sessions.ts";
import type { Desk } from "./desk.ts";
import { formOf } from "./drafts.ts";
import type { Gate } from "./middleware/gate.ts";
import { cookieName } from "./session-cookie.ts";
import type { Viewer } from "./viewer.ts";

/** Says how long the session lasts. */
export const SESSION_PAGE = "/session";

type Place = Pick<Desk, "store" | "clock"> & Partial<Pick<Desk, "isTrial">>;

/** A gate on the sessions of a store. */
export function sessionGate({ store, clock, isTrial = false }: Place): Gate {
  return {
    identify: async (request) => {
      const secret = secretOf(request);
      if (secret === undefined) return null;
      // Asking how long a session lasts must not make it last longer.
      const session = await findSession(store, secret, clock(), { isPeek: request.url === SESSION_PAGE });
      // A persona's session ends with the trial, though the data folder may be served again without it.
      if (session === null || (session.how === "trial" && !isTrial)) return null;
      return viewerOfSession({ store, clock }, session);
    },
    refused: async (request, viewer, why) =>
      store.recordAccess({
        actor: viewer?.actor ?? "nobody",
        at: clock().toISOString(),
        what: "refused",
        // Without its query, which may name a person.
        subject: `${request.method} ${request.url.split("?")[0]}`,
        purpose: "",
        detail: { why },
      }),
    mayKeep: async (request) =>
      String(request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded") &&
      (await lapsedSession(store, request)) !== null,
    askToSignIn: async (request, reply) => askToSignIn({ store, clock }, request, reply),
  };
}

/** The cookie's secret; this hook runs before the cookie plugin's own. */
function secretOf(request: FastifyRequest): string | undefined {
  return request.server.parseCookie(request.headers.cookie ?? "")[cookieName(request)];
}

async function lapsedSession(store: Desk["store"], request: FastifyRequest): Promise<Session | null> {
  const secret = secretOf(request);
  return secret === undefined ? null : findLapsedSession(store, secret);
}

async function viewerOfSession({ store, clock }: Place, session: Session): Promise<Viewer | null> {
  const person = await personWithId(store, session.person);
  if (person.isClosed) return null;
  const { id, formToken, purpose, how } = session;
  const grants = grantsOn(await grantsOf(store, person.id), clock().toISOString().slice(0, 10));
  return { id: person.id, name: person.name, actor: person.email, grants, session: id, formToken, purpose, how };
}

/** A page leads to the sign-in page and back; a program is told. What a form held is kept for whoever wrote it. */
async function askToSignIn(place: Place, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (request.url.startsWith("/api/"))
    throw new AppError("SIGN_IN_NEEDED", "No valid token was sent.", "Send one made on your account page.");
  const lapsed = await lapsedSession(place.store, request);
  const back = request.method === "GET" ? request.url : formOf(request);
  const isKept = lapsed !== null && (await keepWhatWasWritten(place, request, lapsed));
  const why = isKept ? "&why=kept" : lapsed === null ? "" : "&why=ended";
  return reply.redirect(`/sign-in?next=${encodeURIComponent(back)}${why}`, 303);
}

/** Only with the token of the session that ended: another site's form must not put words into anybody's drafts. */
async function keepWhatWasWritten({ store, clock }: Place, request: FastifyRequest, lapsed: Session): Promise<boolean> {
  const { body } = request;
  if (typeof body !== "object" || body === null || !("_token" in body) || body._token !== lapsed.formToken)
    return false;
  const fields = keepableFields(body);
  if (fields === null) return false;
  await keepDraft(store, lapsed.person, { form: formOf(request), fields, at: clock().toISOString() });
  return true;
}
