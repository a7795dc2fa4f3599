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
    const { method, viewer, body, url } = request;
    if (method !== "POST" || reply.statusCode !== 303 || viewer === null) return;
    const page = formOf(request);
    await dropDraft(desk, viewer, `${page}#${url.split("?")[0]}`);
    // Under the page alone stands its first form, which may be another than the one sent.
    const draft = await readDraft(desk, viewer, page);
    if (draft !== null && Object.keys(draft.fields).every((name) => isFieldOf(body, name)))
      await dropDraft(desk, viewer, page);
  });
}

/** A form sent in parts is read by its route; of that one nothing is known here, and nothing else is on such a page. */
function isFieldOf(body: unknown, name: string): boolean {
  return typeof body !== "object" || body === null || name in body;
}
