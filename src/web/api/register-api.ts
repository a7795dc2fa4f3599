/** The read-only API under /api/v1: JSON or CSV, scoped as people are, limited in requests. */
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { csvText } from "../../domain/csv-text.ts";
import { AppError } from "../../domain/errors.ts";
import type { DeskContext } from "../context.ts";
import { readQuery } from "../query.ts";
import { viewerOf } from "../viewer.ts";
import type { Endpoint, Row } from "./endpoint.ts";
import { ENDPOINTS } from "./endpoints/index.ts";
import { openApi } from "./openapi.ts";

/** Requests a minute of one token or session. */
export const REQUESTS_A_MINUTE = 120;

/** Adds every endpoint and the description of them all. */
export function registerApi(app: FastifyInstance, context: DeskContext): void {
  app.register(async (api) => {
    await api.register(rateLimit, {
      max: REQUESTS_A_MINUTE,
      timeWindow: "1 minute",
      keyGenerator: ({ viewer, ip }) => viewer?.session ?? ip,
      errorResponseBuilder: (_request, { after }) =>
        new AppError(
          "TOO_MANY_REQUESTS",
          `More than ${REQUESTS_A_MINUTE} requests were sent in a minute.`,
          `Wait ${after} and ask for more in one request.`,
        ),
    });
    api.get("/api/v1/openapi.json", { config: { needs: "signed-in" } }, async () =>
      openApi(ENDPOINTS, context.site.organisation),
    );
    for (const endpoint of ENDPOINTS) addEndpoint(api, endpoint, context);
  });
}

function addEndpoint(api: FastifyInstance, endpoint: Endpoint, context: DeskContext): void {
  const url = `/api/v1${endpoint.path.replace("{id}", ":id")}`;
  api.get<{ Params: { id?: string } }>(url, { config: { needs: endpoint.needs } }, async (request, reply) => {
    const { format, ...rest } = request.query as Readonly<Record<string, unknown>>;
    const rows = await endpoint.answer(context, {
      viewer: viewerOf(request),
      id: request.params.id ?? "",
      query: readQuery(endpoint.query.strict(), rest),
      headers: request.headers,
    });
    return answer(request, reply, { endpoint, rows, asCsv: isCsv(format, request) });
  });
}

function isCsv(format: unknown, { headers }: FastifyRequest): boolean {
  if (format === undefined) return /^text\/csv\b/.test(headers.accept ?? "");
  if (format === "csv" || format === "json") return format === "csv";
  throw new AppError("USAGE", "There is no such format.", "Use format=json or format=csv.");
}

type Answer = { readonly endpoint: Endpoint; readonly rows: readonly Row[]; readonly asCsv: boolean };

function answer(request: FastifyRequest, reply: FastifyReply, { endpoint, rows, asCsv }: Answer): FastifyReply {
  reply.header("cache-control", "private, no-store");
  if (!asCsv) return reply.send({ [endpoint.rows]: rows });
  const name = request.url.split("?")[0]?.split("/").slice(3).join("-") ?? endpoint.rows;
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="waymark-${name.replace(/[^\w.-]/g, "_")}.csv"`)
    .send(csvText(rows, Object.keys(endpoint.columns), true));
}
