/** GET and POST /challenge/:id/teams/:team: a team's pack, and what is recorded about it. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { TeamPack } from "../../../domain/challenge/team-pack.ts";
import { addDays } from "../../../domain/dates.ts";
import { AppError } from "../../../domain/errors.ts";
import { actionsAgreedIn } from "../../../services/challenge/actions.ts";
import { todayOf } from "../../../services/challenge/context.ts";
import { challengeFor, faultsInRecord, recordFor } from "../../../services/challenge/record.ts";
import { packsFor, recordedIn, type SeenSession, sessionFor } from "../../../services/challenge/sessions.ts";
import { listPeople } from "../../../services/people/people.ts";
import { isoDayOf, partsOfDay } from "../../components/date-input/date-input.tsx";
import type { DeskContext } from "../../context.ts";
import { longDate } from "../../words.ts";
import { type Exchange, exchangeOf, idOf, readForm, text } from "./exchange.ts";
import { namesOf } from "./names.ts";
import { aboutPack, presentPack } from "./present.ts";
import type { Choice, RecordModel } from "./record-form.tsx";
import { rightsOver } from "./rights.ts";
import { presentSaid } from "./said.ts";
import { type TeamModel, TeamPage } from "./team-view.tsx";
import { doneSentence } from "./words.ts";

const RECORD = z.object({
  ...{ question: text, answer: text, action: text, owner: text, ownerName: text, linked: text },
  ...{ "due-day": text, "due-month": text, "due-year": text },
});
type Written = z.output<typeof RECORD>;
type Asked = { readonly Querystring: { readonly done?: string; readonly undo?: string } };
type OnTeam = { readonly Params: { readonly id: string; readonly team: string } };

/** An action agreed today is due in four weeks unless said. */
const USUAL_DAYS = 28;

/** Adds a team's page. */
export function registerTeam(app: FastifyInstance, context: DeskContext): void {
  const path = "/challenge/:id/teams/:team";
  app.get<OnTeam & Asked>(path, { config: { needs: "see-actions" } }, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const seen = await sessionFor(exchange.desk, exchange.who, idOf(request.params));
    const { done, undo } = request.query;
    const model = await teamModel(exchange, seen, { team: request.params.team, written: null, faults: {} });
    const banner = { done: doneSentence(done), undo: await undoOf(exchange, seen, undo) };
    return exchange.send(<TeamPage site={exchange.site} model={{ ...model, ...banner }} />);
  });
  app.post<OnTeam>(path, { config: { needs: "run-challenge" } }, async (request, reply) => {
    const exchange = exchangeOf(context, request, reply);
    const { desk, who, site, send, go } = exchange;
    const { team } = request.params;
    const form = readForm(RECORD, request.body);
    const written = { ...form, team, due: isoDayOf(dayOf(form)) };
    const seen = await sessionFor(desk, who, idOf(request.params));
    const faults = faultsInRecord(written);
    if (Object.keys(faults).length > 0) {
      const model = await teamModel(exchange, seen, { team, written: form, faults });
      return send(<TeamPage site={site} model={{ ...model, done: null, undo: null }} />, 422);
    }
    const { action } = await recordFor(desk, who, { session: seen.session.id, written });
    return go(`${teamHref(seen, team)}?done=${action === null ? "recorded" : "agreed"}#said`);
  });
}

async function teamModel(
  exchange: Exchange,
  seen: SeenSession,
  form: { readonly team: string; readonly written: Written | null; readonly faults: RecordModel["faults"] },
): Promise<Omit<TeamModel, "done" | "undo">> {
  const { desk, who } = exchange;
  const { session, teams, isRunner } = seen;
  const { team } = form;
  const [pack] = teams.includes(team) ? await packsFor(desk, seen, [team]) : [];
  if (pack === undefined)
    throw new AppError(
      "PAGE_UNKNOWN",
      "That team is not part of this session.",
      "Choose a team on the session’s page.",
    );
  const [challenges, agreed, rights, nameOf] = await Promise.all([
    recordedIn(desk, session.id, [team]),
    actionsAgreedIn(desk, who, { session: session.id, teams: [team] }),
    rightsOver(exchange, team),
    namesOf(desk.store),
  ]);
  const next = teams[teams.indexOf(team) + 1];
  return {
    session: { id: session.id, title: session.title, day: longDate(session.heldOn) },
    about: aboutPack(session, [pack]),
    pack: presentPack(pack, rights),
    ...presentSaid(challenges, { agreed, nameOf }),
    record: isRunner && !session.isWithdrawn ? await recordModel(exchange, seen, { pack, ...form }) : null,
    next: next === undefined ? null : { text: next, href: teamHref(seen, next) },
  };
}

async function recordModel(
  { desk }: Exchange,
  seen: SeenSession,
  {
    pack,
    written,
    faults,
  }: { readonly pack: TeamPack; readonly written: Written | null; readonly faults: RecordModel["faults"] },
): Promise<RecordModel> {
  const people = (await listPeople(desk.store)).filter(({ isClosed }) => !isClosed);
  return {
    formAction: teamHref(seen, pack.team),
    question: written?.question ?? "",
    answer: written?.answer ?? "",
    action: written?.action ?? "",
    owner: written?.owner ?? "",
    ownerName: written?.ownerName ?? "",
    linked: written?.linked ?? "",
    due: written === null ? partsOfDay(addDays(todayOf(desk), USUAL_DAYS)) : dayOf(written),
    people: people.map(({ id, name }) => ({ value: id, text: name })),
    measures: measureChoices(pack),
    willHold: seen.session.state === "planned",
    faults,
  };
}

/** What stands out first. */
function measureChoices({ exceptions, trends }: TeamPack): readonly Choice[] {
  return [...exceptions, ...trends].map(({ measure, window, title }) => ({
    value: `${measure} ${window}`,
    text: title,
  }));
}

/** The challenge just taken away, while it may be brought back by who looks. */
async function undoOf({ desk, who }: Exchange, { isRunner, session }: SeenSession, undo: string | undefined) {
  if (!isRunner || undo === undefined || !/^\d{1,9}$/.test(undo)) return null;
  const challenge = await challengeFor(desk, who, Number(undo)).catch(() => null);
  if (challenge === null || !challenge.isWithdrawn || challenge.session !== session.id) return null;
  return { id: challenge.id, version: challenge.version };
}

function dayOf(form: Written) {
  return { day: form["due-day"], month: form["due-month"], year: form["due-year"] };
}

function teamHref({ session }: SeenSession, team: string): string {
  return `/challenge/${session.id}/teams/${encodeURIComponent(team)}`;
}
