/** GET and POST /reports/drafts/:id/answers: what only the writer knows. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import type { Ask } from "../../../domain/report/template.ts";
import { faultsInAnswers } from "../../../services/report/answers.ts";
import { checkWriting } from "../../../services/report/claims.ts";
import { answerFor, answersLastTime, draftFor, openDraftFor } from "../../../services/report/drafts.ts";
import { listedReport } from "../../../services/report/list-reports.ts";
import { isoDayOf } from "../../components/date-input/date-input.tsx";
import type { DeskContext } from "../../context.ts";
import { readQuery, textField } from "../../query.ts";
import { formBody } from "../definitions/form-body.ts";
import { type AnswersModel, AnswersPage } from "./answers-view.tsx";
import { type Exchange, exchangeOf, idOf } from "./exchange.ts";
import { doneSentence } from "./words.ts";

const QUERY = z.object({ done: textField, last: textField });
const AT = "/reports/drafts/:id/answers";
/** A dozen implications of some pages each. */
const LONG_FORM = 1024 * 1024;

/** Adds the form. */
export function registerAnswers(app: FastifyInstance, context: DeskContext): void {
  app.get(AT, { config: { needs: "write-comments" } }, async (request, reply) => {
    const { done, last } = readQuery(QUERY, request.query);
    const exchange = exchangeOf(context, request, reply);
    const model = await presentAnswers(exchange, idOf(request.params));
    const isFilled = last === "yes" && model.last !== null;
    const typed = isFilled ? { ...(await saidLastTime(exchange, model)), ...nonEmpty(model.typed) } : model.typed;
    return exchange.send(
      <AnswersPage site={exchange.site} model={{ ...model, typed, isFilled, done: doneSentence(done) }} />,
    );
  });
  app.post(AT, { config: { needs: "write-comments" }, bodyLimit: LONG_FORM }, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { desk, who, site } = exchange;
    const id = idOf(request.params);
    const model = await presentAnswers(exchange, id);
    const form = formBody(request.body);
    const typed = Object.fromEntries(model.asks.map((ask) => [ask.id, typedAnswer(form, ask)]));
    const faults = faultsInAnswers(model.asks, typed);
    if (Object.keys(faults).length > 0)
      return exchange.send(<AnswersPage site={site} model={{ ...model, typed, faults }} />, 422);
    try {
      await answerFor(desk, who, { id, version: Number(form.one("version")), answers: nonEmpty(typed) });
    } catch (fault) {
      if (!(fault instanceof AppError && fault.code === "CHANGED_MEANWHILE")) throw fault;
      return exchange.send(<AnswersPage site={site} model={{ ...model, typed, theirs: model.typed }} />, 409);
    }
    return exchange.go(`/reports/drafts/${id}?done=answered`);
  });
}

async function presentAnswers({ desk, who }: Exchange, id: number): Promise<AnswersModel> {
  const open = await openDraftFor(desk, who, id);
  const { draft, made } = open;
  const { asks } = listedReport(desk.live.current().catalogue, draft.template);
  const [last, checked] = await Promise.all([
    answersLastTime(desk, who, { template: draft.template, except: id }),
    checkWriting(desk, open),
  ]);
  return {
    ...{ id, asks, version: draft.version, title: made.report.title, typed: draft.answers },
    faults: {},
    last: last?.title ?? null,
    isFilled: false,
    theirs: null,
    checked: checked.filter(({ at }) => at.kind === "ask"),
    done: undefined,
  };
}

/** Lines and paragraphs are often the same again; a day never is. */
async function saidLastTime(
  { desk, who }: Exchange,
  { id, asks }: AnswersModel,
): Promise<Readonly<Record<string, string>>> {
  const { template } = await draftFor(desk, who, id);
  const last = await answersLastTime(desk, who, { template, except: id });
  return Object.fromEntries(
    asks.filter(({ kind }) => kind !== "day").map((ask) => [ask.id, last?.answers[ask.id] ?? ""]),
  );
}

function typedAnswer(form: ReturnType<typeof formBody>, { id, kind }: Ask): string {
  const name = `answer-${id}`;
  if (kind !== "day") return form.text(name).trim();
  return isoDayOf({ day: form.one(`${name}-day`), month: form.one(`${name}-month`), year: form.one(`${name}-year`) });
}

function nonEmpty(answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ""));
}
