/** GET and POST /challenge/said/:id, and POST …/withdraw and …/restore: what was recorded, worded anew, taken away, brought back. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Challenge } from "../../../domain/challenge/session.ts";
import { AppError } from "../../../domain/errors.ts";
import { challengeFor, rewordFor, withdrawChallengeFor } from "../../../services/challenge/record.ts";
import type { DeskContext } from "../../context.ts";
import { exchangeOf, idOf, readForm, text, version } from "./exchange.ts";
import { namesOf } from "./names.ts";
import { type SaidModel, SaidPage } from "./said-view.tsx";

const WORDS = z.object({ version, question: text, answer: text });
const RUNS = { config: { needs: "run-challenge" } } as const;

/** Adds the steps on one challenge. */
export function registerSaid(app: FastifyInstance, context: DeskContext): void {
  app.get("/challenge/said/:id", RUNS, async (request, reply) => {
    const { desk, who, site, send } = exchangeOf(context, request, reply);
    const challenge = await challengeFor(desk, who, idOf(request.params));
    return send(<SaidPage site={site} said={{ ...challenge, faults: {}, back: backOf(challenge), theirs: null }} />);
  });
  app.post("/challenge/said/:id", RUNS, async (request, reply) => {
    const { desk, who, site, send, go } = exchangeOf(context, request, reply);
    const written = { id: idOf(request.params), ...readForm(WORDS, request.body) };
    const before = await challengeFor(desk, who, written.id);
    const again = (more: Pick<SaidModel, "faults" | "theirs"> & { readonly version: number }, status: number) =>
      send(<SaidPage site={site} said={{ ...written, back: backOf(before), ...more }} />, status);
    if (written.question.trim() === "")
      return again(
        { faults: { question: "Enter the challenge that was put" }, theirs: null, version: written.version },
        422,
      );
    try {
      const words = { question: written.question.trim(), answer: written.answer.trim() };
      return go(`${hrefOf(await rewordFor(desk, who, { ...written, ...words }))}?done=reworded#said`);
    } catch (fault) {
      if (!(fault instanceof AppError && fault.code === "CHANGED_MEANWHILE")) throw fault;
      const theirs = {
        question: before.question,
        answer: before.answer,
        by: (await namesOf(desk.store))(before.author),
      };
      return again({ faults: {}, theirs, version: before.version }, 409);
    }
  });
  for (const isBack of [false, true])
    app.post(`/challenge/said/:id/${isBack ? "restore" : "withdraw"}`, RUNS, async (request, reply) => {
      const { desk, who, go } = exchangeOf(context, request, reply);
      const place = { id: idOf(request.params), ...readForm(z.object({ version }), request.body) };
      const challenge = await withdrawChallengeFor(desk, who, { ...place, isBack });
      return go(`${hrefOf(challenge)}?done=challenge-${isBack ? "restored#said" : `withdrawn&undo=${challenge.id}`}`);
    });
}

function hrefOf({ session, team }: Challenge): string {
  return `/challenge/${session}/teams/${encodeURIComponent(team)}`;
}

function backOf(challenge: Challenge) {
  return { text: challenge.team, href: hrefOf(challenge) };
}
