/** Begins a session for somebody who has proved who they are: the old session ends, the new secret goes to the browser, the sign-in to the log. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Person } from "../../../services/people/people.ts";
import { beginSession, endSession, type SignInWay } from "../../../services/people/sessions.ts";
import type { Desk } from "../../desk.ts";
import { setSessionCookie } from "../../session-cookie.ts";

/** Signs a person in on this browser. */
export async function startSession(
  { store, clock }: Pick<Desk, "store" | "clock">,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { person, how }: { readonly person: Person; readonly how: SignInWay },
): Promise<void> {
  // A new secret at every sign-in, so that one planted in the browser before is worth nothing after.
  if (request.viewer !== null) await endSession(store, request.viewer.session, clock());
  const { secret } = await beginSession(store, { person: person.id, how, at: clock() });
  setSessionCookie(request, reply, secret);
  if (how === "break-glass") request.log.warn({ person: person.id }, "A break-glass account signed in.");
  await store.recordAccess({
    actor: person.email,
    at: clock().toISOString(),
    what: "sign-in",
    subject: `person ${person.id}`,
    purpose: "",
    detail: { how },
  });
}
