/** GET /comments, POST /comments/approve and POST /comments/asked/:id/withdraw. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type Approvals, approveClean } from "../../../services/comments/approve-clean.ts";
import { withdrawCommentDue } from "../../../services/comments/typed-comments.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { assertForAll } from "../sign-off/for-all.ts";
import { commentaryOf } from "./commentary-of.ts";
import { queueModel } from "./queue-model.ts";
import { QueuePage } from "./queue-view.tsx";
import { read } from "./read-form.ts";
import { doneSentence } from "./words.ts";

/** "vital-signs 2026-03 12 3": a comment as its reader saw it in the list. */
const SEEN = /^([a-z0-9-]+) (\S+) (\d+) (\d+)$/;
const APPROVED = z.object({
  seen: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().regex(SEEN)).max(1000)),
});

/** Adds the first commentary page and what is done from it. */
export function registerQueue(app: FastifyInstance, { site, desk }: DeskContext): void {
  app.get<{ Querystring: { readonly done?: string; readonly approved?: string; readonly left?: string } }>(
    "/comments",
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const queue = await queueModel(desk, viewerOf(request));
      const { done, approved, left } = request.query;
      const sentence = doneSentence(done) ?? approvedSentence(approved, left);
      return sendPage(
        request,
        reply,
        renderPage(<QueuePage site={siteFor(site, request)} queue={queue} done={sentence} />),
      );
    },
  );
  app.post("/comments/approve", { config: { needs: "approve-comments" } }, async (request, reply) => {
    const viewer = viewerOf(request);
    await assertForAll(desk, request, "approve-comments");
    const { seen } = read(APPROVED, request.body);
    const places = Map.groupBy(seen.map(parseSeen), ({ scorecard, period }) => `${scorecard} ${period}`);
    const all: Approvals[] = [];
    for (const comments of places.values()) {
      const [place] = comments;
      if (place === undefined) continue;
      all.push(await approveClean(await commentaryOf(desk, place), desk.store, byViewer(desk, viewer), comments));
    }
    const count = (of: keyof Approvals): number => all.reduce((sum, one) => sum + one[of].length, 0);
    return reply.redirect(`/comments?approved=${count("approved")}&left=${count("left")}`, 303);
  });
  app.post<{ Params: { readonly id: string } }>(
    "/comments/asked/:id/withdraw",
    { config: { needs: "publish" } },
    async (request, reply) => {
      const id = /^\d{1,9}$/.test(request.params.id) ? Number(request.params.id) : -1;
      await withdrawCommentDue(desk.store, byViewer(desk, viewerOf(request)), id);
      return reply.redirect("/comments?done=asked-no-more", 303);
    },
  );
}

function parseSeen(text: string) {
  const [, scorecard = "", period = "", id = "", version = "0"] = SEEN.exec(text) ?? [];
  return { scorecard, period, id, version: Number(version) };
}

/** Counts come from the address as numbers and nothing else. */
function approvedSentence(approved: string | undefined, left: string | undefined): string | null {
  if (approved === undefined || !/^\d{1,4}$/.test(approved)) return null;
  const words = `${approved} ${approved === "1" ? "comment" : "comments"} approved.`;
  return left === undefined || !/^[1-9]\d{0,3}$/.test(left)
    ? words
    : `${words} ${left} could not be: they changed meanwhile, or have open flags.`;
}
