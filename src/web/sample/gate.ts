/** A gate for pages over literal data: everybody is one made-up person who holds every role. For tests only; `serve` never uses it. */
import { ROLE_IDS } from "../../domain/access/roles.ts";
import type { Gate } from "../middleware/gate.ts";
import type { Viewer } from "../viewer.ts";

export const SAMPLE_VIEWER: Viewer = {
  id: "sample",
  name: "A sample viewer",
  actor: "sample@wexcombe.example",
  grants: ROLE_IDS.map((role) => ({ role, scope: { kind: "authority" }, from: "2020-01-01", to: null })),
  session: "sample",
  formToken: "sample-token",
  purpose: null,
  how: "local",
};

/** Lets everybody in as one viewer. */
export function openGate(viewer: Viewer = SAMPLE_VIEWER): Gate {
  return {
    identify: async () => viewer,
    refused: async () => undefined,
    askToSignIn: async (_request, reply) => reply.code(401).send(),
  };
}
