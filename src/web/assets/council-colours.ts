/** The council's own colour as a stylesheet: the policy of pages forbids styles within them. */
import type { FastifyInstance } from "fastify";
import { readColour, SHIPPED_COLOUR } from "../../services/council-colour.ts";
import type { DeskContext } from "../context.ts";

/** Adds the stylesheet; browsers ask for it again after a few minutes. */
export function registerCouncilColours(app: FastifyInstance, { desk }: DeskContext): void {
  app.get("/council.css", { config: { needs: "anyone" } }, async (_request, reply) => {
    // A page must not lose its looks over a setting somebody spoilt by hand.
    const colour = await readColour(desk.store).catch(() => SHIPPED_COLOUR);
    return reply
      .header("cache-control", "public, max-age=300")
      .type("text/css; charset=utf-8")
      .send(`:root { --app-colour: ${colour}; }\n`);
  });
}
