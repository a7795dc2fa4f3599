/** GET /comments/:scorecard/:period, and GET and POST …/ask. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { permits } from "../../../domain/access/policy.ts";
import { addDays } from "../../../domain/dates.ts";
import { AppError } from "../../../domain/errors.ts";
import { requestComment } from "../../../services/commentary.ts";
import { grantsOf, listPeople } from "../../../services/people/people.ts";
import { todayOf } from "../../answers/months.ts";
import { isoDayOf, partsOfDay } from "../../components/date-input/date-input.tsx";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { type AskModel, AskPage } from "./ask.tsx";
import { cardCommentary } from "./card-model.ts";
import { CardCommentaryPage } from "./card-view.tsx";
import { commentsHref } from "./commentary-of.ts";
import { type Exchange, exchangeOn, type OnCard } from "./exchange.tsx";
import { read } from "./read-form.ts";
import { doneSentence } from "./words.ts";

const ASKED = z.object({
  owner: z.string().max(200).default(""),
  references: z.string().max(500).default(""),
  section: z.string().max(200).default(""),
  "due-day": z.string().max(20).default(""),
  "due-month": z.string().max(20).default(""),
  "due-year": z.string().max(20).default(""),
});

/** Days from today until a comment is due, unless another day is typed. */
const USUAL_DAYS = 7;

/** Adds the page of a card's commentary, and asking for one. */
export function registerCards(app: FastifyInstance, context: DeskContext): void {
  const { desk, site } = context;
  app.get<OnCard & { Querystring: { readonly done?: string } }>(
    "/comments/:scorecard/:period",
    { config: { needs: "see-figures" } },
    async (request, reply) => {
      const { parts } = await exchangeOn(context, { request, reply, place: request.params });
      const card = await cardCommentary(desk, parts.viewer, parts.commentary);
      const page = (
        <CardCommentaryPage site={siteFor(site, request)} card={card} done={doneSentence(request.query.done)} />
      );
      return sendPage(request, reply, renderPage(page));
    },
  );
  app.get<OnCard & { Querystring: { readonly on?: string } }>(
    "/comments/:scorecard/:period/ask",
    { config: { needs: "publish" } },
    async (request, reply) => {
      const exchange = await exchangeOn(context, { request, reply, place: request.params });
      const due = partsOfDay(addDays(todayOf(desk), USUAL_DAYS));
      return sendAsk(exchange, { owner: "", section: "", references: request.query.on ?? "", due }, []);
    },
  );
  app.post<OnCard>("/comments/:scorecard/:period/ask", { config: { needs: "publish" } }, async (request, reply) => {
    const exchange = await exchangeOn(context, { request, reply, place: request.params });
    return ask(exchange);
  });
}

async function ask(exchange: Exchange): Promise<FastifyReply> {
  const { desk, viewer, commentary } = exchange.parts;
  const form = read(ASKED, exchange.request.body);
  const due = { day: form["due-day"], month: form["due-month"], year: form["due-year"] };
  const typed = { owner: form.owner, references: form.references, section: form.section, due };
  const day = isoDayOf(due);
  const errors = [
    ...((await writers(desk)).some(({ email }) => email === form.owner)
      ? []
      : [{ text: "Choose who is to write it", href: "#owner" }]),
    ...(isDay(day) ? [] : [{ text: "Due by must be a day, such as 27 3 2026", href: "#due" }]),
  ];
  if (errors.length > 0) return sendAsk(exchange, typed, errors);
  try {
    const on = form.references.trim() === "" ? form.section : form.references;
    await requestComment(commentary, desk.store, byViewer(desk, viewer), { on, owner: form.owner, due: day });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "COMMENT_SUBJECT_UNKNOWN") throw error;
    return sendAsk(exchange, typed, [{ text: `${error.message} ${error.remedy}`, href: "#references" }]);
  }
  const href = commentsHref({ scorecard: commentary.scorecard, period: commentary.period.id });
  return exchange.reply.redirect(`${href}?done=asked`, 303);
}

async function sendAsk(
  { context, request, reply, parts: { desk, commentary } }: Exchange,
  typed: AskModel["typed"],
  errors: AskModel["errors"],
): Promise<FastifyReply> {
  const model: AskModel = {
    href: commentsHref({ scorecard: commentary.scorecard, period: commentary.period.id }),
    cardTitle: commentary.card.title,
    periodLabel: commentary.period.label,
    people: await writers(desk),
    sections: commentary.choices.sections,
    typed,
    errors,
  };
  const page = <AskPage site={siteFor(context.site, request)} ask={model} />;
  return sendPage(request, reply.code(errors.length > 0 ? 422 : 200), renderPage(page));
}

/** Everybody who may write comments today. */
async function writers({ store }: Desk): Promise<AskModel["people"]> {
  const people = (await listPeople(store)).filter(({ isClosed }) => !isClosed);
  const able = await Promise.all(people.map(async ({ id }) => permits(await grantsOf(store, id), "write-comments")));
  return people.filter((_, index) => able[index]).map(({ email, name }) => ({ email, name }));
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
