/** Lets programs in by token, to the API and nowhere else, with the roles their maker holds today. */
import { grantsOn } from "../../domain/access/policy.ts";
import { grantsOf, personWithId } from "../../services/people/people.ts";
import { findToken } from "../../services/people/tokens.ts";
import type { Desk } from "../desk.ts";
import type { Gate } from "../middleware/gate.ts";
import { may, type Viewer } from "../viewer.ts";

/** The gate, with tokens honoured under /api/. A browser's session is honoured there too: every endpoint only reads. */
export function withTokens(gate: Gate, desk: Pick<Desk, "store" | "clock">): Gate {
  return {
    ...gate,
    identify: async (request) => {
      const [scheme, secret] = String(request.headers.authorization ?? "").split(" ");
      if (!request.url.startsWith("/api/") || scheme?.toLowerCase() !== "bearer") return gate.identify(request);
      return secret === undefined ? null : holderOf(secret, desk);
    },
  };
}

async function holderOf(secret: string, { store, clock }: Pick<Desk, "store" | "clock">): Promise<Viewer | null> {
  const today = clock().toISOString().slice(0, 10);
  const token = await findToken(store, secret, today);
  if (token === null) return null;
  const person = await personWithId(store, token.person);
  if (person.isClosed) return null;
  const viewer: Viewer = {
    id: person.id,
    name: person.name,
    actor: `${person.email} (token ${token.id}: ${token.name})`,
    grants: grantsOn(await grantsOf(store, person.id), today),
    session: `token ${token.id}`,
    formToken: "",
    purpose: null,
    how: "token",
  };
  return may(viewer, "use-api") ? viewer : null;
}
