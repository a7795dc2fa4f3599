/** GET and POST /enter/owners: who enters which measure, and by when. For analysts. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { permits } from "../../../domain/access/policy.ts";
import { type DeskFigures, deskFigures } from "../../../services/by-hand/desk-figures.ts";
import { giveFigures, takeFigures } from "../../../services/by-hand/entered.ts";
import { DUE_DAYS } from "../../../services/by-hand/hand-measures.ts";
import { grantsOf, listPeople, type Person } from "../../../services/people/people.ts";
import { type DeskContext, siteFor } from "../../context.ts";
import { byViewer, type Desk } from "../../desk.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { viewerOf } from "../../viewer.ts";
import { type OwnerLine, OwnersPage, type OwnersTyped } from "./owners-view.tsx";

const needs = { config: { needs: "load-data" }, bodyLimit: 200_000 } as const;
const NOTHING: OwnersTyped = { measures: [], person: "", dueDays: "", errors: [] };

const one = z.union([z.string().transform((text) => [text]), z.array(z.string())]).default([]);
const form = z.object({ measures: one, person: z.string().default(""), dueDays: z.string().default("") });

/** Adds the pages. */
export function registerOwners(app: FastifyInstance, { site, desk }: DeskContext): void {
  const pageOf = async (request: FastifyRequest, typed: OwnersTyped, done: string | undefined) => {
    const everybody = await listPeople(desk.store);
    const lines = ownerLines(await deskFigures(desk), everybody);
    const people = await mayEnter(desk, everybody);
    return renderPage(
      <OwnersPage site={siteFor(site, request)} lines={lines} people={people} typed={typed} done={done} />,
    );
  };
  app.get<{ Querystring: { readonly done?: string } }>("/enter/owners", needs, async (request, reply) =>
    sendPage(request, reply, await pageOf(request, NOTHING, request.query.done)),
  );
  app.post("/enter/owners", needs, async (request, reply) => {
    const { measures, person, dueDays } = readQuery(form, request.body);
    const known = new Set((await deskFigures(desk)).measures.map(({ id }) => id));
    const wanted = measures.filter((id) => known.has(id));
    const people = await mayEnter(desk, await listPeople(desk.store));
    const days = Number(dueDays);
    const errors = [
      ...(wanted.length === 0 ? [{ field: "measures", text: "Choose at least one measure" }] : []),
      ...(people.some(({ id }) => id === person) ? [] : [{ field: "person", text: "Choose who enters them" }]),
      ...(/^\d{1,3}$/.test(dueDays) && days <= 365
        ? []
        : [{ field: "dueDays", text: "Days after the period must be a whole number from 0 to 365" }]),
    ];
    if (errors.length > 0)
      return sendPage(
        request,
        reply.code(422),
        await pageOf(request, { measures: wanted, person, dueDays, errors }, undefined),
      );
    const by = byViewer(desk, viewerOf(request));
    await giveFigures(desk.store, by, { measures: wanted, person, dueDays: days });
    return reply.redirect("/enter/owners?done=given", 303);
  });
  app.post<{ Params: { readonly id: string } }>("/enter/owners/:id/take", needs, async (request, reply) => {
    await takeFigures(desk.store, byViewer(desk, viewerOf(request)), Number(request.params.id));
    return reply.redirect("/enter/owners?done=taken", 303);
  });
}

function ownerLines({ measures, owners }: DeskFigures, people: readonly Person[]): readonly OwnerLine[] {
  const named = new Map(people.map((person) => [person.id, person.name]));
  const ownerOf = new Map(owners.map((owner) => [owner.measure, owner]));
  return measures.map(({ id, title, area, owner, shape }) => {
    const given = ownerOf.get(id);
    return {
      id,
      title,
      area,
      inCatalogue: owner ?? "",
      cadence: shape.cadence,
      owner: given === undefined ? null : { id: given.id, name: named.get(given.person) ?? "Somebody no longer known" },
      dueDays: given?.dueDays ?? DUE_DAYS[shape.cadence],
    };
  });
}

/** People whose roles let them enter figures. */
async function mayEnter({ store }: Desk, people: readonly Person[]): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (const person of people)
    if (!person.isClosed && permits(await grantsOf(store, person.id), "enter-figures")) found.push(person);
  return found;
}
