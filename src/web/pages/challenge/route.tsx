/** GET /challenge and /challenge/:id with its printed pack; POST /challenge/:id/hold, withdraw and restore. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { TeamPack } from "../../../domain/challenge/team-pack.ts";
import { actionsAgreedIn, actionsFor, type SeenAction } from "../../../services/challenge/actions.ts";
import { judgePromises } from "../../../services/challenge/judged-promises.ts";
import { findPromises, promisesDueOnAllCards } from "../../../services/challenge/promises.ts";
import {
  holdFor,
  packsFor,
  recordedIn,
  type SeenSession,
  sessionFor,
  sessionsFor,
  withdrawFor,
} from "../../../services/challenge/sessions.ts";
import type { DeskContext } from "../../context.ts";
import { countOf, longDate } from "../../words.ts";
import { registerActions } from "../actions/route.tsx";
import { type Exchange, exchangeOf, idOf, readForm, version } from "./exchange.ts";
import { namesOf } from "./names.ts";
import { registerPlanning } from "./plan-route.tsx";
import { aboutPack, presentPack, summariseTeam } from "./present.ts";
import { PrintPage } from "./print-view.tsx";
import { registerPromises } from "./promises-route.tsx";
import { rightsOver } from "./rights.ts";
import { presentSaid } from "./said.ts";
import { registerSaid } from "./said-route.tsx";
import { type SessionModel, SessionPage } from "./session-view.tsx";
import { type SessionRow, SessionsPage } from "./sessions-view.tsx";
import { registerTeam } from "./team-route.tsx";
import { doneSentence } from "./words.ts";

const READS = { config: { needs: "see-actions" } } as const;
const RUNS = { config: { needs: "run-challenge" } } as const;
type Done = { readonly Querystring: { readonly done?: string } };

/** Adds the pages of challenge: sessions, teams, what was said, promises and actions. */
export function registerChallenge(app: FastifyInstance, context: DeskContext): void {
  registerPlanning(app, context);
  registerPromises(app, context);
  registerSaid(app, context);
  registerTeam(app, context);
  registerActions(app, context);
  app.get<Done>("/challenge", READS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { desk, who } = exchange;
    const [sessions, actions, found] = await Promise.all([
      sessionsFor(desk, who),
      actionsFor(desk, who),
      findPromises(desk.store, desk.live.current().catalogue),
    ]);
    const rows = (state: "planned" | "held") =>
      sessions.filter(({ session }) => session.state === state).map((seen) => presentRow(seen, actions));
    const model = { planned: rows("planned").toReversed(), held: rows("held"), promises: found.length };
    const done = doneSentence(request.query.done);
    return exchange.send(<SessionsPage site={exchange.site} sessions={{ ...model, done }} />);
  });
  app.get<Done>("/challenge/:id", READS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const seen = await sessionFor(exchange.desk, exchange.who, idOf(request.params));
    const session = await presentSession(exchange, seen);
    const done = doneSentence(request.query.done);
    return exchange.send(<SessionPage site={exchange.site} session={{ ...session, done }} />);
  });
  app.get("/challenge/:id/print", READS, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const seen = await sessionFor(exchange.desk, exchange.who, idOf(request.params));
    return exchange.send(<PrintPage site={exchange.site} print={await presentPrint(exchange, seen)} />);
  });
  registerSteps(app, context);
}

function registerSteps(app: FastifyInstance, context: DeskContext): void {
  const at = z.object({ version });
  app.post("/challenge/:id/hold", RUNS, async (request, reply) => {
    const { desk, who, go } = exchangeOf(context, request, reply);
    const { id } = await holdFor(desk, who, { id: idOf(request.params), ...readForm(at, request.body) });
    return go(`/challenge/${id}?done=held`);
  });
  for (const isBack of [false, true])
    app.post(`/challenge/:id/${isBack ? "restore" : "withdraw"}`, RUNS, async (request, reply) => {
      const { desk, who, go } = exchangeOf(context, request, reply);
      const place = { id: idOf(request.params), ...readForm(at, request.body) };
      const { id } = await withdrawFor(desk, who, { ...place, isBack });
      return go(`/challenge/${id}?done=${isBack ? "restored" : "withdrawn"}`);
    });
}

function presentRow({ session, teams }: SeenSession, actions: readonly SeenAction[]): SessionRow {
  const open = actions.filter(({ action }) => action.session === session.id && action.state === "open");
  const overdue = open.filter(({ isOverdue }) => isOverdue).length;
  return {
    href: `/challenge/${session.id}`,
    title: session.title,
    day: longDate(session.heldOn),
    teams: teams.length > 4 ? countOf(teams.length, "team") : teams.join(", "),
    openActions: `${open.length}${overdue > 0 ? ` (${overdue} overdue)` : ""}`,
  };
}

async function presentSession(exchange: Exchange, seen: SeenSession): Promise<Omit<SessionModel, "done">> {
  const { desk, who } = exchange;
  const { session, teams, isRunner } = seen;
  const [packs, said, agreed, promises] = await Promise.all([
    packsFor(desk, seen, teams),
    recordedIn(desk, session.id, teams),
    actionsAgreedIn(desk, who, { session: session.id, teams }),
    promisesDueOnAllCards(desk).then((due) => judgePromises(desk, due)),
  ]);
  return {
    ...{ id: session.id, version: session.version, title: session.title, isRunner },
    day: longDate(session.heldOn),
    isHeld: session.state === "held",
    isWithdrawn: session.isWithdrawn,
    about: aboutPack(session, packs),
    teams: packs.map((pack) => {
      const own = agreed.filter(({ action }) => action.team === pack.team && action.state === "open").length;
      return summariseTeam(pack, {
        href: teamHref(session.id, pack),
        openActions: own + pack.actions.filter(({ state }) => state === "open").length,
        recorded: said.filter(({ team }) => team === pack.team).length,
      });
    }),
    promises: promises.map(({ title, quote, judged }) => `${title}: “${quote}” ${judged.sentence}`),
  };
}

async function presentPrint(exchange: Exchange, seen: SeenSession) {
  const { desk, who } = exchange;
  const { session, teams } = seen;
  const [packs, said, agreed, nameOf] = await Promise.all([
    packsFor(desk, seen, teams),
    recordedIn(desk, session.id, teams),
    actionsAgreedIn(desk, who, { session: session.id, teams }),
    namesOf(desk.store),
  ]);
  const printed = packs.map(async (pack) => ({
    pack: presentPack(pack, await rightsOver(exchange, pack.team)),
    said: presentSaid(
      said.filter(({ team }) => team === pack.team),
      { agreed, nameOf },
    ).said,
  }));
  return {
    session: { id: session.id, title: session.title, day: longDate(session.heldOn) },
    about: aboutPack(session, packs),
    teams: await Promise.all(printed),
  };
}

function teamHref(session: number, { team }: Pick<TeamPack, "team">): string {
  return `/challenge/${session}/teams/${encodeURIComponent(team)}`;
}
