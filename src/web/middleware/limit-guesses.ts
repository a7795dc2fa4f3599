/** Few requests a minute from one address, for the routes where secrets could be guessed. */
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../domain/errors.ts";

/** Far more than a person needs, an office behind one address included; far fewer than a guesser wants. */
const A_MINUTE = 60;

/** Adds routes of which one address may ask so many a minute, all of them together. */
export function withLimitedGuesses(app: FastifyInstance, addRoutes: (limited: FastifyInstance) => void): void {
  app.register(async (limited) => {
    await limited.register(rateLimit, {
      max: A_MINUTE,
      timeWindow: 60_000,
      // Fastify's own hook runs before ours, so the limit holds whoever is signed in.
      keyGenerator: ({ ip }) => ip,
      errorResponseBuilder: (_request, { after }) =>
        new AppError(
          "TOO_MANY_REQUESTS",
          "There have been too many requests from this address.",
          `Wait ${after}, then try again.`,
        ),
    });
    addRoutes(limited);
  });
}
