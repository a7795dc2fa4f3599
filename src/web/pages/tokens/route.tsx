/** GET and POST /account/tokens: tokens for programs, made, shown once and withdrawn by the person themselves. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { addDays } from "../../../domain/dates.ts";
import { AppError } from "../../../domain/errors.ts";
import { LONGEST_DAYS, makeToken, tokensOf, withdrawToken } from "../../../services/people/tokens.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { readQuery, textField } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { TokensPage } from "./view.tsx";

const NEEDS = { config: { needs: "use-api" } } as const;
const QUERY = z.object({ done: textField });
const written = z.string().max(200).default("");
const FORM = z.object({
  deed: z.enum(["make", "withdraw"]),
  name: written,
  lastDay: written,
  id: z.coerce.number().int().default(0),
});

/** Adds the page of tokens. */
export function registerTokens(app: FastifyInstance, { site, desk }: DeskContext): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<Parameters<typeof TokensPage>[0]>,
  ) => {
    const today = desk.clock().toISOString().slice(0, 10);
    const tokens = await tokensOf(desk.store, viewerOf(request).id);
    const view = { tokens, name: "", lastDay: addDays(today, LONGEST_DAYS - 1), ...more };
    // A page that shows a token is kept by no browser.
    reply.header("cache-control", "private, no-store");
    return sendPage(request, reply, renderPage(<TokensPage site={siteFor(site, request)} {...view} />));
  };
  app.get("/account/tokens", NEEDS, async (request, reply) =>
    show(request, reply, { isWithdrawn: readQuery(QUERY, request.query).done === "withdrawn" }),
  );
  app.post("/account/tokens", NEEDS, async (request, reply) => {
    const { deed, name, lastDay, id } = readQuery(FORM, request.body);
    const viewer = viewerOf(request);
    const by = byViewer(desk, viewer);
    if (deed === "withdraw") {
      await withdrawToken(desk.store, by, { id, person: viewer.id });
      return reply.redirect("/account/tokens?done=withdrawn", 303);
    }
    try {
      const { secret } = await makeToken(desk.store, by, { person: viewer.id, name, lastDay });
      return show(request, reply, { secret });
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== "FORM_INVALID") throw fault;
      return show(request, reply.code(422), { name, lastDay, fault: `${fault.message} ${fault.remedy}` });
    }
  });
}
