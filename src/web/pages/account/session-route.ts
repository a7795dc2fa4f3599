/** GET /session and GET /session/stay: how long the session lasts, for the warning before it ends; and making it last. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { timeLeft } from "../../../services/people/sessions.ts";
import type { DeskContext } from "../../context.ts";
import { SESSION_PAGE } from "../../session-gate.ts";
import { viewerOf } from "../../viewer.ts";

const NEEDS = { config: { needs: "signed-in" } } as const;

/** Adds both. To stay is to have asked: every request but the peek makes a session last. */
export function registerSession(app: FastifyInstance, { desk }: DeskContext): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header("cache-control", "private, no-store")
      .send(await timeLeft(desk.store, viewerOf(request).session, desk.clock()));
  app.get(SESSION_PAGE, NEEDS, answer);
  app.get(`${SESSION_PAGE}/stay`, NEEDS, answer);
}
