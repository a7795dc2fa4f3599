/** Lets nobody past whom the policy does not let: every route declares what it needs, and a route that forgets cannot be added. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PERMISSIONS, type Permission } from "../../domain/access/permissions.ts";
import { AppError } from "../../domain/errors.ts";
import { may, type Needs, type Viewer } from "../viewer.ts";

export interface Gate {
  /** Who sends a request; `null` when nobody is signed in. */
  readonly identify: (request: FastifyRequest) => Promise<Viewer | null>;
  /** Told of every refusal, to log it. */
  readonly refused: (request: FastifyRequest, viewer: Viewer | null, why: string) => Promise<void>;
  /** Whether a form sent in a session that has ended of itself should be read, so that what was written is kept. */
  readonly mayKeep?: (request: FastifyRequest) => Promise<boolean>;
  /** Answers a request that needs somebody signed in; a form's fields are there when `mayKeep` said so. */
  readonly askToSignIn: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
}

export type DeclaredRoute = { readonly method: string; readonly url: string; readonly needs: Needs };

/** Guards every route added after it. @returns the routes as they are added, for the test that walks them all */
export function addGate(app: FastifyInstance, gate: Gate): readonly DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  app.decorateRequest("viewer", null);
  app.addHook("onRoute", ({ url, method, config }) => {
    const needs = config?.needs;
    if (needs === undefined) throw new Error(`${String(method)} ${url} does not say what it needs (config.needs).`);
    for (const one of [method].flat()) routes.push({ method: one, url, needs });
  });
  app.addHook("onRequest", async (request, reply) => {
    // An address that does not exist is answered as such to those signed in, and tells nothing to others.
    const needs = request.is404 ? "signed-in" : (request.routeOptions.config.needs ?? "signed-in");
    request.viewer = await gate.identify(request);
    if (needs === "anyone") return;
    if (request.viewer === null) {
      if (isUnsafe(request) && !request.is404 && (await gate.mayKeep?.(request)) === true) return;
      return gate.askToSignIn(request, reply);
    }
    if (needs !== "signed-in" && !may(request.viewer, needs)) await refuse(request, gate, needs);
  });
  app.addHook("preValidation", async (request, reply) => {
    if (!isUnsafe(request) || request.is404) return;
    // Nothing but what the first hook let through to be kept comes here without a viewer where one is needed.
    if (request.viewer === null && request.routeOptions.config.needs !== "anyone")
      return gate.askToSignIn(request, reply);
    // Nobody's token can be asked for before there is a session, but another site must not sign anybody in either.
    const isOurs = request.viewer === null || carriesToken(request, request.viewer);
    if (isFromElsewhere(request) || !isOurs) {
      await gate.refused(request, request.viewer, "the form did not come from a page of this session");
      throw new AppError(
        "FORM_REFUSED",
        "This form did not come from a page of your present session.",
        "Open the page again and send it from there; what you wrote is not kept.",
      );
    }
  });
  return routes;
}

/** Checks the token of a form sent in parts, whose fields the route reads itself. */
export function assertFormToken(viewer: Viewer, token: unknown): void {
  if (token === viewer.formToken) return;
  throw new AppError(
    "FORM_REFUSED",
    "This form did not come from a page of your present session.",
    "Open the page again and send it from there.",
  );
}

async function refuse(request: FastifyRequest, gate: Gate, needs: Permission): Promise<never> {
  await gate.refused(request, request.viewer, `needs “${PERMISSIONS[needs]}”`);
  throw new AppError(
    "NOT_ALLOWED",
    `Your roles do not permit this: ${PERMISSIONS[needs].toLowerCase()}.`,
    "If you need it for your work, ask whoever gives access to Waymark here.",
  );
}

function isUnsafe({ method }: FastifyRequest): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(method);
}

/** Browsers say where a request came from; those of another site are refused whatever they carry. */
function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin } = headers;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}

/** A form sent in parts is read by its route, which must call `assertFormToken`. */
function carriesToken({ body, headers }: FastifyRequest, viewer: Viewer): boolean {
  if (String(headers["content-type"] ?? "").startsWith("multipart/form-data")) return true;
  const token =
    typeof body === "object" && body !== null && "_token" in body ? body._token : headers["x-waymark-form-token"];
  return token === viewer.formToken;
}
