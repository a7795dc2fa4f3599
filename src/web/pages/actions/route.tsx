/** GET /actions and /actions/:id, and the steps of an action: reported on, done, opened again, changed, taken away, brought back. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import {
  actionFor,
  actionsFor,
  changeActionFor,
  reportFor,
  type SeenAction,
  settleFor,
  withdrawActionFor,
} from "../../../services/challenge/actions.ts";
import { faultsInAction } from "../../../services/challenge/record.ts";
import { listPeople } from "../../../services/people/people.ts";
import { isoDayOf, partsOfDay } from "../../components/date-input/date-input.tsx";
import type { DeskContext } from "../../context.ts";
import { textField } from "../../query.ts";
import { type Exchange, exchangeOf, idOf, readForm, text, version } from "../challenge/exchange.ts";
import { namesOf } from "../challenge/names.ts";
import { doneSentence } from "../challenge/words.ts";
import { type ActionModel, ActionPage } from "./action-view.tsx";
import { type ChangeModel, ChangePage } from "./change-view.tsx";
import { ActionsPage } from "./list-view.tsx";
import { presentActions, presentHistory } from "./present.ts";

const READS = { config: { needs: "see-actions" } } as const;
const RUNS = { config: { needs: "run-challenge" } } as const;
const CHOICES = z.object({ whose: textField, state: textField, team: textField, done: textField });
const NOTE = z.object({ version, text });
const CHANGE = z.object({
  ...{ version, action: text, owner: text, ownerName: text },
  ...{ "due-day": text, "due-month": text, "due-year": text },
});

/** Adds the pages of actions. */
export function registerActions(app: FastifyInstance, context: DeskContext): void {
  app.get("/actions", READS, async (request, reply) => {
    const { desk, who, site, send } = exchangeOf(context, request, reply);
    const { done, ...choice } = readForm(CHOICES, request.query);
    const model = presentActions(await actionsFor(desk, who), choice);
    return send(<ActionsPage site={site} actions={{ ...model, done: doneSentence(done) }} />);
  });
  app.get<{ Querystring: { done?: string } }>("/actions/:id", READS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const seen = await actionFor(exchange.desk, exchange.who, idOf(request.params));
    return sendAction(exchange, seen, { done: doneSentence(request.query.done) });
  });
  registerReports(app, context);
  registerChanging(app, context);
}

function registerReports(app: FastifyInstance, context: DeskContext): void {
  app.post("/actions/:id/progress", READS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { desk, who, go } = exchange;
    const id = idOf(request.params);
    const written = readForm(z.object({ text }), request.body).text.trim();
    const seen = await actionFor(desk, who, id);
    if (written === "" || written.length > 3000)
      return sendAction(exchange, seen, {
        typed: written,
        faults: { text: written === "" ? "Enter how it goes" : "Keep the note to 3,000 characters" },
      });
    await reportFor(desk, who, { id, text: written });
    return go(`/actions/${id}?done=reported`);
  });
  for (const [step, to] of [
    ["done", "done"],
    ["reopen", "open"],
  ] as const)
    app.post(`/actions/:id/${step}`, RUNS, async (request, reply) => {
      const { desk, who, go } = exchangeOf(context, request, reply);
      const id = idOf(request.params);
      const note = readForm(NOTE, request.body);
      await settleFor(desk, who, { id, to, version: note.version, text: note.text.trim() });
      return go(`/actions/${id}?done=${to === "done" ? "done" : "reopened"}`);
    });
  for (const isBack of [false, true])
    app.post(`/actions/:id/${isBack ? "restore" : "withdraw"}`, RUNS, async (request, reply) => {
      const { desk, who, go } = exchangeOf(context, request, reply);
      const id = idOf(request.params);
      const note = readForm(NOTE, request.body);
      await withdrawActionFor(desk, who, { id, version: note.version, text: note.text.trim(), isBack });
      return go(`/actions/${id}?done=action-${isBack ? "restored" : "withdrawn"}`);
    });
}

function registerChanging(app: FastifyInstance, context: DeskContext): void {
  app.get("/actions/:id/edit", RUNS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { action, isRunner } = await actionFor(exchange.desk, exchange.who, idOf(request.params));
    if (!isRunner) throw new AppError("NOT_ALLOWED", "Only who runs challenge may change it.", "Report on it instead.");
    const fields = { action: action.text, owner: action.owner ?? "", ownerName: nameOf(action), faults: {} };
    const due = partsOfDay(action.due);
    return sendChange(exchange, { ...fields, due, id: action.id, version: action.version, theirs: null }, 200);
  });
  app.post("/actions/:id/edit", RUNS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { desk, who, go } = exchange;
    const id = idOf(request.params);
    const form = readForm(CHANGE, request.body);
    const due = { day: form["due-day"], month: form["due-month"], year: form["due-year"] };
    const { action, owner, ownerName } = form;
    const written = { action, owner, ownerName, due: isoDayOf(due) };
    const again = { action, owner, ownerName, due, id, theirs: null };
    const faults = faultsInAction(written);
    if (Object.keys(faults).length > 0) return sendChange(exchange, { ...again, faults, version: form.version }, 422);
    const before = await actionFor(desk, who, id);
    try {
      await changeActionFor(desk, who, { id, version: form.version, written });
      return go(`/actions/${id}?done=action-changed`);
    } catch (fault) {
      if (!(fault instanceof AppError && fault.code === "CHANGED_MEANWHILE")) throw fault;
      const theirs = { text: before.action.text, owner: before.action.ownerName, due: before.action.due };
      return sendChange(exchange, { ...again, faults: {}, version: before.action.version, theirs }, 409);
    }
  });
}

async function sendAction(
  { desk, site, send }: Exchange,
  seen: SeenAction,
  more: Partial<Pick<ActionModel, "done" | "typed" | "faults">>,
) {
  const { faults = {}, typed = "", done = null } = more;
  const model = { ...presentHistory(seen, await namesOf(desk.store)), faults, typed, done };
  return send(<ActionPage site={site} action={model} />, Object.keys(faults).length > 0 ? 422 : 200);
}

async function sendChange({ desk, site, send }: Exchange, model: Omit<ChangeModel, "people">, status: number) {
  const people = (await listPeople(desk.store)).filter(({ isClosed }) => !isClosed);
  const choices = people.map(({ id, name }) => ({ value: id, text: name }));
  return send(<ChangePage site={site} change={{ ...model, people: choices }} />, status);
}

/** The name typed, where the owner is nobody of Waymark. */
function nameOf({ owner, ownerName }: SeenAction["action"]): string {
  return owner === null ? ownerName : "";
}
