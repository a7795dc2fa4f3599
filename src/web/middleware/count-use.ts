/** Counts which pages people open; written now and then, not with every page. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { countUse, type PageUse } from "../../services/administration/usage.ts";
import type { Desk } from "../desk.ts";

const WRITE_EVERY_MS = 15_000;
/** What programs and the scripts of pages ask for is no page somebody opened. */
const NO_PAGES = /^\/(assets|api|drafts|session)(\/|$)/;
/** Pages whose address names a thing that may be counted. Children's and people's addresses are not among them. */
const NAMED = /^\/(scorecards|measures|editions|teams|lists)\/:(\w+)/;

/** Counts pages shown to signed-in people from now on. */
export function addUseCount(app: FastifyInstance, { store, clock }: Pick<Desk, "store" | "clock">): void {
  let uses = new Map<string, PageUse>();
  const write = async (): Promise<void> => {
    const counted = [...uses.values()];
    uses = new Map();
    // A count that cannot be written is not worth a page that cannot be shown.
    await countUse(store, counted).catch((error: unknown) => app.log.warn({ err: error }, "Use was not counted."));
  };
  const timer = setInterval(write, WRITE_EVERY_MS).unref();
  app.addHook("onResponse", async (request, reply) => {
    if (request.method !== "GET" || request.viewer === null || reply.statusCode >= 400) return;
    const page = request.routeOptions.url;
    if (page === undefined || NO_PAGES.test(page)) return;
    const day = clock().toISOString().slice(0, 10);
    const use = { person: request.viewer.id, day, page, subject: subjectOf(page, request) };
    const key = `${use.person} ${day} ${page} ${use.subject}`;
    uses.set(key, { ...use, count: (uses.get(key)?.count ?? 0) + 1 });
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await write();
  });
}

function subjectOf(page: string, { params }: FastifyRequest): string {
  const name = NAMED.exec(page)?.[2];
  return name === undefined ? "" : String((params as Readonly<Record<string, string>>)[name] ?? "");
}
