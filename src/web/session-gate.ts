/** The gate of a running installation: knows people by the session cookie, logs refusals, sends others to sign in. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { grantsOn } from "../domain/access/policy.ts";
import { AppError } from "../domain/errors.ts";
import { grantsOf, personWithId } from "../services/people/people.ts";
import { findSession } from "../services/people/sessions.ts";
import type { Desk } from "./desk.ts";
import type { Gate } from "./middleware/gate.ts";
import { cookieName } from "./session-cookie.ts";
import type { Viewer } from "./viewer.ts";

/** A gate on the sessions of a store. */
export function sessionGate({ store, clock }: Pick<Desk, "store" | "clock">): Gate {
  return {
    identify: async (request) => {
      // This hook runs before the cookie plugin's own.
      const secret = request.server.parseCookie(request.headers.cookie ?? "")[cookieName(request)];
      if (secret === undefined) return null;
      const session = await findSession(store, secret, clock());
      return session === null ? null : viewerOfSession({ store, clock }, session);
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
    askToSignIn: async (request, reply) => askToSignIn(request, reply),
  };
}

async function viewerOfSession(
  { store, clock }: Pick<Desk, "store" | "clock">,
  session: NonNullable<Awaited<ReturnType<typeof findSession>>>,
): Promise<Viewer | null> {
  const person = await personWithId(store, session.person);
  if (person.isClosed) return null;
  const { id, formToken, purpose, how } = session;
  const grants = grantsOn(await grantsOf(store, person.id), clock().toISOString().slice(0, 10));
  return { id: person.id, name: person.name, actor: person.email, grants, session: id, formToken, purpose, how };
}

/** A page leads to the sign-in page and back; a program is told. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.url.startsWith("/api/"))
    throw new AppError("SIGN_IN_NEEDED", "No valid token was sent.", "Send one made on your account page.");
  const back = request.method === "GET" ? request.url : "/";
  return reply.redirect(`/sign-in?next=${encodeURIComponent(back)}`, 303);
}
