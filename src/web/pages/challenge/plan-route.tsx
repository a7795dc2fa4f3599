/** GET and POST /challenge/new and /challenge/:id/edit: which teams are challenged on which day. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ChallengeSession } from "../../../domain/challenge/session.ts";
import { AppError } from "../../../domain/errors.ts";
import { teamsFor, todayOf } from "../../../services/challenge/context.ts";
import { assertRunner, changeFor, faultsInSession, planFor } from "../../../services/challenge/sessions.ts";
import { isoDayOf, partsOfDay } from "../../components/date-input/date-input.tsx";
import type { DeskContext } from "../../context.ts";
import { longDate } from "../../words.ts";
import { exchangeOf, idOf, readForm, text, version } from "./exchange.ts";
import { packOrJob, warmFigures } from "./pack-or-job.ts";
import { type PlanModel, PlanPage } from "./plan-form.tsx";
import { serviceWords } from "./words.ts";

/** More teams than this are chosen one by one. */
const CHOSEN_BEFOREHAND = 15;

const PLAN = z.object({
  title: text,
  teams: z.preprocess((value) => [value ?? []].flat(), z.array(z.string().max(200)).max(500)),
  "heldOn-day": text,
  "heldOn-month": text,
  "heldOn-year": text,
});
const RUNS = { config: { needs: "run-challenge" } } as const;

/** Adds the forms. */
export function registerPlanning(app: FastifyInstance, context: DeskContext): void {
  app.get<{ Querystring: { service?: string } }>("/challenge/new", RUNS, async (request, reply) => {
    const { desk, who, site, send } = exchangeOf(context, request, reply);
    warmFigures(context.desk);
    const teams = await teamsFor(desk, who, "run-challenge");
    const { service } = request.query;
    const ofService = teams.filter((team) => service !== undefined && team.service === service);
    const chosen = ofService.length > 0 ? ofService : teams.length <= CHOSEN_BEFOREHAND ? teams : [];
    const named = ofService.length > 0 && service !== undefined ? `: ${serviceWords(service)}` : "";
    const plan: PlanModel = {
      title: `Challenge session, ${longDate(todayOf(desk))}${named}`,
      day: partsOfDay(todayOf(desk)),
      chosen: chosen.map(({ name }) => name),
      ...{ teams, faults: {}, changing: null, theirs: null },
    };
    return send(<PlanPage site={site} plan={plan} />);
  });
  app.post("/challenge/new", RUNS, async (request, reply) => {
    const { desk, who, site, send, go } = exchangeOf(context, request, reply);
    const { wanted, ...written } = read(request.body);
    const faults = await faultsInSession(desk, who, wanted);
    if (Object.keys(faults).length === 0) {
      const session = await planFor(desk, who, wanted);
      return go(await packOrJob(context.desk, { session, person: who.person }));
    }
    const teams = await teamsFor(desk, who, "run-challenge");
    return send(<PlanPage site={site} plan={{ ...written, teams, faults, changing: null, theirs: null }} />, 422);
  });
  registerChanging(app, context);
}

function registerChanging(app: FastifyInstance, context: DeskContext): void {
  app.get("/challenge/:id/edit", RUNS, async (request, reply) => {
    const { desk, who, site, send } = exchangeOf(context, request, reply);
    const session = await assertRunner(desk, who, idOf(request.params));
    const plan: PlanModel = {
      title: session.title,
      day: partsOfDay(session.heldOn),
      chosen: session.teams,
      teams: await teamsFor(desk, who, "run-challenge"),
      ...{ faults: {}, changing: session, theirs: null },
    };
    return send(<PlanPage site={site} plan={plan} />);
  });
  app.post("/challenge/:id/edit", RUNS, async (request, reply) => {
    const { desk, who, site, send, go } = exchangeOf(context, request, reply);
    const id = idOf(request.params);
    const { wanted, ...written } = read(request.body);
    const place = { id, ...readForm(z.object({ version }), request.body) };
    await assertRunner(desk, who, id);
    const faults = await faultsInSession(desk, who, wanted);
    const teams = await teamsFor(desk, who, "run-challenge");
    const again = { ...written, teams, faults };
    if (Object.keys(faults).length > 0)
      return send(<PlanPage site={site} plan={{ ...again, changing: place, theirs: null }} />, 422);
    try {
      await changeFor(desk, who, { ...place, ...wanted });
      return go(`/challenge/${id}?done=changed`);
    } catch (fault) {
      if (!(fault instanceof AppError && fault.code === "CHANGED_MEANWHILE")) throw fault;
      const now = await assertRunner(desk, who, id);
      return send(<PlanPage site={site} plan={{ ...again, changing: now, theirs: theirsOf(now) }} />, 409);
    }
  });
}

/** How somebody else left the session meanwhile. */
function theirsOf({ title, heldOn, teams }: ChallengeSession): string {
  return `“${title}”, ${longDate(heldOn)}: ${teams.join(", ")}`;
}

function read(body: unknown) {
  const form = readForm(PLAN, body);
  const day = { day: form["heldOn-day"], month: form["heldOn-month"], year: form["heldOn-year"] };
  const { title, teams: chosen } = form;
  return { title, day, chosen, wanted: { title: title.trim(), heldOn: isoDayOf(day), teams: chosen } };
}
