/** GET and POST /drafts: what a page's script keeps while somebody writes; and drafts forgotten once their form was taken. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { keepableFields, keepDraft } from "../../../services/people/drafts.ts";
import type { DeskContext } from "../../context.ts";
import { dropDraft, formOf, readDraft } from "../../drafts.ts";
import { readQuery } from "../../query.ts";
import { viewerOf } from "../../viewer.ts";

const NEEDS = { config: { needs: "signed-in" } } as const;
const address = z
  .string()
  .max(2000)
  .regex(/^\/(?!\/)/);
const KEEP = z.object({ form: address, fields: z.record(z.string().max(200), z.unknown()) });
const FIND = z.object({ form: address });

/** Adds both, and the forgetting. */
export function registerDrafts(app: FastifyInstance, { desk }: DeskContext): void {
  app.get("/drafts", NEEDS, async (request, reply) => {
    const draft = await readDraft(desk, viewerOf(request), readQuery(FIND, request.query).form);
    return reply.header("cache-control", "private, no-store").send(JSON.stringify(draft));
  });
  app.post("/drafts", NEEDS, async (request, reply) => {
    const { form, fields } = readQuery(KEEP, request.body);
    const kept = keepableFields(fields);
    if (kept !== null)
      await keepDraft(desk.store, viewerOf(request).id, { form, fields: kept, at: desk.clock().toISOString() });
    return reply.code(204).send();
  });
  forgetSentDrafts(app, desk);
}

/** A form answered with "see other" was taken: its draft has done its work. */
function forgetSentDrafts(app: FastifyInstance, desk: DeskContext["desk"]): void {
  // Before the answer leaves: the page it leads to must not offer the draft again.
  app.addHook("onSend", async (request, reply) => {
    if (request.method !== "POST" || reply.statusCode !== 303 || request.viewer === null) return;
    await dropDraft(desk, request.viewer, formOf(request));
  });
}
