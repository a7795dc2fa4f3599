/** GET /editions, /editions/:id, comparisons, what has changed since, its frozen page and its files. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { EditionDocument } from "../../../domain/edition.ts";
import { compareEditions } from "../../../domain/edition-comparison.ts";
import { AppError } from "../../../domain/errors.ts";
import { type PageContext, siteFor } from "../../context.ts";
import type { Desk } from "../../desk.ts";
import { readQuery } from "../../query.ts";
import { renderPage, sendPage } from "../../rendered-page.ts";
import { may } from "../../viewer.ts";
import { periodNamed } from "../../words.ts";
import { mayForAll } from "../sign-off/for-all.ts";
import { periodCards } from "../sign-off/period-cards.ts";
import { ChangesPage } from "./changes.tsx";
import { CompareTwoPage } from "./compare-two.tsx";
import { readersOnly } from "./may-read.ts";
import { presentEdition, thenAndNow } from "./present.ts";
import { frozenPagePolicy, publicFile } from "./public-file.ts";
import { EditionPage } from "./read-edition.tsx";
import { ThenAndNowPage } from "./then-and-now.tsx";
import { EditionsPage } from "./view.tsx";

type Params = { readonly id: string };
const TWO = z.object({ before: z.string().max(200), after: z.string().max(200) });
const READERS: Readonly<Record<string, string>> = {
  opened: "Anybody who can reach this address may now read published editions.",
  closed: "Only those who sign in may now read published editions.",
};

/** Adds the pages of editions; without a desk, those that only read. */
export function registerEditions(
  app: FastifyInstance,
  { services, site, desk }: PageContext & { readonly desk?: Desk },
): void {
  // Anybody, where an administrator has opened them; `readersOnly` sees to it otherwise.
  const readers = { config: { needs: "anyone" }, preHandler: readersOnly(services) } as const;
  const fileOf = async (id: string, path: string): Promise<Buffer> => {
    const bytes = await services.editionFile(id, path);
    if (bytes === null) throw unknown();
    return Buffer.from(bytes);
  };
  const documentOf = async (id: string): Promise<EditionDocument> =>
    JSON.parse((await fileOf(id, "public/edition.json")).toString("utf8")) as EditionDocument;
  app.get<{ Querystring: { readonly done?: string } }>("/editions", readers, async (request, reply) => {
    const { viewer, query } = request;
    const publishes = desk !== undefined && viewer !== null && mayForAll(viewer, "publish");
    const page = (
      <EditionsPage
        site={siteFor(site, request)}
        editions={await services.editions()}
        toPublish={publishes ? await periodCards(desk, undefined) : null}
        isPublic={may(viewer, "manage-settings") ? ((await services.editionsArePublic?.()) ?? null) : null}
        done={query.done !== undefined && Object.hasOwn(READERS, query.done) ? (READERS[query.done] ?? null) : null}
      />
    );
    return sendPage(request, reply, renderPage(page));
  });
  app.get("/editions/compare", readers, async (request, reply) => {
    const { before, after } = readQuery(TWO, request.query);
    const [earlier, later] = [await documentOf(before), await documentOf(after)];
    const rows = compareEditions(earlier.card, later.card);
    const page = <CompareTwoPage site={siteFor(site, request)} before={before} after={after} rows={rows} />;
    return sendPage(request, reply, renderPage(page));
  });
  app.get<{ Params: Params }>("/editions/:id", readers, async (request, reply) => {
    const editions = await services.editions();
    const edition = editions.find(({ id }) => id === request.params.id);
    if (edition === undefined) throw unknown();
    const document = await documentOf(edition.id);
    const { viewer } = request;
    const page = (
      <EditionPage
        site={siteFor(site, request)}
        edition={edition}
        facts={document.facts}
        read={presentEdition(document)}
        periodLabel={document.card.period.label}
        correctedBy={editions.find(({ corrects }) => corrects === edition.id)?.id ?? null}
        may={{
          seeChecks: may(viewer, "read-editions"),
          seeChanges: may(viewer, "see-figures"),
          makeAgain: may(viewer, "see-changes"),
          correct: viewer !== null && mayForAll(viewer, "publish"),
        }}
      />
    );
    return sendPage(request, reply, renderPage(page));
  });
  app.get<{ Params: Params }>("/editions/:id/compare", readers, async (request, reply) => {
    const { id } = request.params;
    const { card } = await documentOf(id);
    const others = (await services.editions()).filter((one) => one.scorecard === card.scorecard && one.id !== id);
    const page = (
      <ThenAndNowPage
        site={siteFor(site, request)}
        id={id}
        title={`${card.title}, ${card.period.label}`}
        sections={thenAndNow(card)}
        others={others.map((one) => ({ id: one.id, words: `${one.title}, ${one.period} (${one.id})` }))}
      />
    );
    return sendPage(request, reply, renderPage(page));
  });
  app.get<{ Params: Params }>("/editions/:id/page", readers, async ({ params }, reply) => {
    const html = await fileOf(params.id, "public/index.html");
    return reply
      .header("content-security-policy", frozenPagePolicy(html.toString("utf8")))
      .header("cache-control", "private, no-cache")
      .type("text/html; charset=utf-8")
      .send(html);
  });
  app.get<{ Params: Params }>("/editions/:id/changes", { config: { needs: "see-figures" } }, async (request, reply) => {
    const { id } = request.params;
    const changes = await services.editionChanges(id);
    if (changes === null) throw unknown();
    const edition = (await services.editions()).find((one) => one.id === id);
    const name = edition === undefined ? id : `${edition.title}, ${periodNamed(edition.period)}`;
    const mayCorrect = request.viewer !== null && mayForAll(request.viewer, "publish");
    const page = (
      <ChangesPage site={siteFor(site, request)} id={id} name={name} changes={changes} mayCorrect={mayCorrect} />
    );
    return sendPage(request, reply, renderPage(page));
  });
  app.get<{ Params: Params & { readonly file: string } }>("/editions/:id/:file", readers, async ({ params }, reply) => {
    const file = publicFile(params.file);
    if (file === null) throw unknown();
    const bytes = await fileOf(params.id, file.path);
    return reply
      .header("content-disposition", `attachment; filename="${params.id}-${params.file}"`)
      .header("cache-control", "private, no-cache")
      .type(file.type)
      .send(bytes);
  });
}

/** No edition, or no public file of one. */
export function unknown(): AppError {
  return new AppError(
    "EDITION_UNKNOWN",
    "There is no edition, or no public file of one, at this address.",
    "Look for it in the list of editions.",
  );
}
