/** The web application: every page, under the security headers, over services it is given. Listening is `serve.ts`'s. */
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { buildAssets } from "./assets/build-assets.ts";
import { registerAssets } from "./assets/register-assets.ts";
import type { Clock, PageContext } from "./context.ts";
import { LOOPBACK_HOSTS, refuseUnknownHosts } from "./middleware/known-hosts.ts";
import { addSecurityHeaders, SECURITY_HEADERS } from "./middleware/security-headers.ts";
import { registerAbout } from "./pages/about/route.tsx";
import { registerEditions } from "./pages/editions/route.tsx";
import { answerErrors, registerErrorPages } from "./pages/error/register.tsx";
import { registerHome } from "./pages/home/route.tsx";
import { registerLoads } from "./pages/loads/route.tsx";
import { registerMeasure } from "./pages/measure/route.tsx";
import { registerMeasures } from "./pages/measures/route.tsx";
import { registerScorecard } from "./pages/scorecard/route.tsx";
import type { WebServices } from "./services.ts";

export type AppOptions = {
  readonly services: WebServices;
  readonly clock?: Clock;
  /** A pino logger; nothing is logged without one. */
  readonly log?: FastifyBaseLogger;
  /** The council's name, in the header of every page. */
  readonly organisation?: string;
};

/** Builds the application without listening, so that tests may ask it for pages directly. */
export function buildApp(options: AppOptions): FastifyInstance {
  const { services, clock = () => new Date(), log, organisation = "Children’s services" } = options;
  const site = { organisation, assets: buildAssets() };
  const app: FastifyInstance = Fastify({
    ...(log === undefined ? { logger: false } : { loggerInstance: log }),
    // Query strings may one day name a person: requests are not logged one by one.
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot even be read is answered before any hook runs.
    frameworkErrors: (error, request, reply) =>
      void answerErrors(site)(error, request, reply.headers(SECURITY_HEADERS)),
    bodyLimit: 64 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const context: PageContext = { services, site, clock };

  addSecurityHeaders(app);
  refuseUnknownHosts(app, LOOPBACK_HOSTS);
  registerErrorPages(app, site);
  registerAssets(app, site.assets);
  for (const register of [
    registerHome,
    registerScorecard,
    registerMeasures,
    registerMeasure,
    registerLoads,
    registerEditions,
    registerAbout,
  ])
    register(app, context);
  return app;
}
