/** GET and POST /reports/drafts/:id/write: words at one place of a report; POST /reports/drafts/:id/flags gives a reason for a flag. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import { danglingMarks, referableOf } from "../../../domain/report/written-text.ts";
import { answerWriting } from "../../../services/report/claims.ts";
import { openDraftFor, takeOutFor, undoFor, type Writing, writeFor } from "../../../services/report/drafts.ts";
import type { DeskContext } from "../../context.ts";
import { readQuery } from "../../query.ts";
import { type Exchange, exchangeOf, idOf, readPlace, wordsField } from "./exchange.ts";
import { presentWrite } from "./present-write.ts";
import { WritePage } from "./write-view.tsx";

const AT = "/reports/drafts/:id/write";
const WRITES = { config: { needs: "write-comments" }, bodyLimit: 256 * 1024 } as const;
const FORM = z.object({
  seen: z.coerce.number().int().min(0).max(999_999_999).default(0),
  body: wordsField,
  step: z.enum(["save", "keep", "take-out", "undo"]).default("save"),
});
const FLAG = z.object({ place: z.string().max(400), flag: z.string().max(2000), reason: wordsField });

/** Adds the pages. */
export function registerWriting(app: FastifyInstance, context: DeskContext): void {
  app.get(AT, WRITES, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const model = await presentWrite(exchange, { id: idOf(request.params), ...readPlace(request.query) });
    return exchange.send(<WritePage site={exchange.site} model={model} />);
  });
  app.post(AT, WRITES, async (request, reply) => writeOne(context, request, reply));
  app.post("/reports/drafts/:id/flags", WRITES, async (request, reply) => {
    const { desk, who, go } = exchangeOf(context, request, reply);
    const id = idOf(request.params);
    const { place, flag, reason } = readQuery(FLAG, request.body);
    if (reason.trim() === "")
      throw new AppError("FORM_INVALID", "The reason is empty.", "Go back and say why the words may stand.");
    await answerWriting(desk, who, { open: await openDraftFor(desk, who, id), place, flag, reason });
    return go(`/reports/drafts/${id}?done=reasoned`);
  });
}

async function writeOne(context: DeskContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const exchange = exchangeOf(context, request, reply);
  const { step, body, seen } = readQuery(FORM, request.body);
  const writing = { id: idOf(request.params), ...readPlace(request.body), seen };
  const fault = step === "save" ? await faultIn(exchange, writing.id, body) : null;
  if (fault !== null) {
    const model = { ...(await presentWrite(exchange, writing)), body, fault };
    return exchange.send(<WritePage site={exchange.site} model={model} />, 422);
  }
  try {
    const done = await doStep(exchange, writing, { step, body });
    return exchange.go(`/reports/drafts/${writing.id}?done=${done}`);
  } catch (problem) {
    if (!(problem instanceof AppError && problem.code === "CHANGED_MEANWHILE")) throw problem;
    const now = await presentWrite(exchange, writing);
    const theirs = {
      who: now.standing ?? "somebody, who took the words out",
      body: now.isWritten ? now.body : (now.generated ?? ""),
    };
    return exchange.send(
      <WritePage site={exchange.site} model={{ ...now, theirs, body: step === "save" ? body : now.body }} />,
      409,
    );
  }
}

async function doStep(
  { desk, who }: Exchange,
  writing: Writing,
  { step, body }: Pick<z.output<typeof FORM>, "step" | "body">,
): Promise<string> {
  if (step === "take-out") {
    await takeOutFor(desk, who, writing);
    return "generated";
  }
  if (step === "undo") {
    await undoFor(desk, who, writing);
    return "undone";
  }
  if (step === "save") {
    await writeFor(desk, who, { ...writing, body: body.trim() });
    return "written";
  }
  // The same words, over what is generated now.
  const { passages } = await openDraftFor(desk, who, writing.id);
  const own = passages.find(({ block, kind }) => block === writing.block && kind === writing.kind);
  await writeFor(desk, who, { ...writing, body: own?.body ?? "" });
  return "kept";
}

async function faultIn({ desk, who }: Exchange, id: number, body: string): Promise<string | null> {
  if (body.trim() === "") return "Write something, or go back to what is generated";
  if (body.length > 20_000) return "Write 20,000 characters or fewer";
  const { made } = await openDraftFor(desk, who, id);
  const [wrong] = danglingMarks(body, referableOf(made.report));
  return wrong === undefined ? null : `${wrong} leads nowhere in this report: take it out, or write it as it was`;
}
