/** Commentary: what is owed, a card's comments, writing, checking, handing in, approving. */
import type { FastifyInstance } from "fastify";
import type { DeskContext } from "../../context.ts";
import { registerCards } from "./card-route.tsx";
import { registerQueue } from "./queue-route.tsx";
import { registerSteps } from "./steps-route.tsx";
import { registerWriting } from "./write-route.tsx";

/** Adds every page of commentary. */
export function registerComments(app: FastifyInstance, context: DeskContext): void {
  registerQueue(app, context);
  registerCards(app, context);
  registerWriting(app, context);
  registerSteps(app, context);
}
