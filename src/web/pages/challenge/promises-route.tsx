/** GET and POST /challenge/promises, POST /challenge/promises/:id/withdraw: promises found in comments, decided on and followed. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { PROMISE_LABELS } from "../../../domain/commentary/judge-promise.ts";
import {
  allPromises,
  expectationWords,
  type PromiseWithJudgement,
} from "../../../services/challenge/judged-promises.ts";
import {
  decidePromise,
  type FoundPromise,
  findPromises,
  type StoredPromise,
  undecidePromise,
} from "../../../services/challenge/promises.ts";
import type { DeskContext } from "../../context.ts";
import { longDate, periodNamed } from "../../words.ts";
import { exchangeOf, idOf, readForm, text } from "./exchange.ts";
import { type NameOf, namesOf } from "./names.ts";
import { withoutLabel } from "./present.ts";
import { type FoundView, PromisesPage, type PromiseView } from "./promises-view.tsx";
import { doneSentence, PROMISE_TAGS } from "./words.ts";

const DECISION = z.object({
  comment: z.string().max(20),
  start: z.coerce.number().int().min(0).max(20_000),
  reference: text,
  state: z.enum(["confirmed", "set-aside"]),
});
const RUNS = { config: { needs: "run-challenge" } } as const;
type Done = { readonly Querystring: { readonly done?: string } };

/** Adds the page of promises and its steps. */
export function registerPromises(app: FastifyInstance, context: DeskContext): void {
  app.get<Done>("/challenge/promises", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { desk, site, send } = exchangeOf(context, request, reply);
    const { catalogue } = desk.live.current();
    const [found, { confirmed, setAside }, nameOf] = await Promise.all([
      findPromises(desk.store, catalogue),
      allPromises(desk),
      namesOf(desk.store),
    ]);
    const cardOf = (id: string): string => catalogue.scorecards.get(id)?.title ?? id;
    const promises = {
      found: found.map((one) => presentFound(one, nameOf)),
      confirmed: confirmed.map((promise) => presentPromise(promise, cardOf)),
      setAside: setAside.map((promise) => ({ id: promise.id, quote: promise.quote, where: whereOf(promise, cardOf) })),
      done: doneSentence(request.query.done),
    };
    return send(<PromisesPage site={site} promises={promises} />);
  });
  app.post("/challenge/promises", RUNS, async (request, reply) => {
    const { desk, who, go } = exchangeOf(context, request, reply);
    const { state } = await decidePromise(desk, who, readForm(DECISION, request.body));
    return go(`/challenge/promises?done=${state}`);
  });
  app.post("/challenge/promises/:id/withdraw", RUNS, async (request, reply) => {
    const { desk, who, go } = exchangeOf(context, request, reply);
    await undecidePromise(desk, who, idOf(request.params));
    return go("/challenge/promises?done=undecided");
  });
}

function presentFound({ comment, card, claim, indicators }: FoundPromise, nameOf: NameOf): FoundView {
  return {
    key: `${comment.id}-${claim.start}`,
    comment: comment.id,
    start: claim.start,
    quote: claim.quote,
    where: `${card}, ${periodNamed(comment.period)}, by ${nameOf(comment.author)}`,
    reading: `Read as: ${expectationWords(claim.expects, true)}, ${claim.words} (to ${longDate(claim.to)}).`,
    indicators: indicators.map(({ reference, title }) => ({ value: reference, text: `${reference} ${title}` })),
  };
}

function presentPromise(promise: PromiseWithJudgement, cardOf: (id: string) => string): PromiseView {
  const { id, title, quote, when, judged } = promise;
  return {
    ...{ id, title, quote },
    where: whereOf(promise, cardOf),
    due: when.charAt(0).toUpperCase() + when.slice(1),
    word: PROMISE_LABELS[judged.word],
    wordClass: PROMISE_TAGS[judged.word],
    sentence: withoutLabel(judged.sentence),
  };
}

function whereOf({ scorecard, period }: StoredPromise, cardOf: (id: string) => string): string {
  return `${cardOf(scorecard)}, ${periodNamed(period)}`;
}
