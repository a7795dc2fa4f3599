/** The web application: every page, under the security headers, over services it is given. Listening is `serve.ts`'s. */
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { registerApi } from "./api/register-api.ts";
import { withTokens } from "./api/token-gate.ts";
import { buildAssets } from "./assets/build-assets.ts";
import { registerCouncilColours } from "./assets/council-colours.ts";
import { registerAssets } from "./assets/register-assets.ts";
import type { Clock, DeskContext, PageContext, Site } from "./context.ts";
import type { Desk } from "./desk.ts";
import { addGate, type DeclaredRoute, type Gate } from "./middleware/gate.ts";
import { LOOPBACK_HOSTS, refuseUnknownHosts } from "./middleware/known-hosts.ts";
import { requireHttps } from "./middleware/only-https.ts";
import { addSecurityHeaders, SECURITY_HEADERS } from "./middleware/security-headers.ts";
import { registerAbout } from "./pages/about/route.tsx";
import { registerDrafts } from "./pages/account/drafts-route.ts";
import { registerAccount } from "./pages/account/route.tsx";
import { registerSession } from "./pages/account/session-route.ts";
import { registerAdmin } from "./pages/admin/register.ts";
import { registerCase } from "./pages/case/route.tsx";
import { registerChallenge } from "./pages/challenge/route.tsx";
import { registerComments } from "./pages/comments/route.tsx";
import { registerData } from "./pages/data/route.tsx";
import { registerDefinitions } from "./pages/definitions/route.tsx";
import { registerEditions } from "./pages/editions/route.tsx";
import { registerEditionWork } from "./pages/editions/work-route.tsx";
import { registerEnter } from "./pages/enter/route.tsx";
import { answerErrors, registerErrorPages } from "./pages/error/register.tsx";
import { registerHelp } from "./pages/help/route.tsx";
import { registerHome } from "./pages/home/route.tsx";
import { registerJobs } from "./pages/jobs/route.tsx";
import { registerJudge } from "./pages/judge/route.tsx";
import { registerList } from "./pages/list/route.tsx";
import { registerMeasure } from "./pages/measure/route.tsx";
import { registerMeasures } from "./pages/measures/route.tsx";
import { registerReports } from "./pages/reports/route.tsx";
import { registerSavedLists } from "./pages/saved-lists/route.tsx";
import { registerScorecard } from "./pages/scorecard/route.tsx";
import { registerSearch } from "./pages/search/route.tsx";
import { registerInvite } from "./pages/set-up/invite-route.tsx";
import { registerSetUp } from "./pages/set-up/route.tsx";
import { registerProviderSignIn } from "./pages/sign-in/provider-route.ts";
import { registerSignIn } from "./pages/sign-in/route.tsx";
import { registerSignOff } from "./pages/sign-off/route.tsx";
import { registerSignOut } from "./pages/sign-out/route.tsx";
import { registerTeam } from "./pages/team/route.tsx";
import { registerCompare } from "./pages/teams/compare-route.tsx";
import { registerTeams } from "./pages/teams/route.tsx";
import { registerTokens } from "./pages/tokens/route.tsx";
import { registerWorker } from "./pages/worker/route.tsx";
import type { WebServices } from "./services.ts";

export type AppOptions = {
  readonly services: WebServices;
  /** Who is let in: `sessionGate` in a running installation. */
  readonly gate: Gate;
  /** Adds the pages people work in; without one there are only those that show figures. */
  readonly desk?: Desk;
  readonly clock?: Clock;
  /** A pino logger, or from which level on to write to standard output; nothing is logged without one. */
  readonly log?: FastifyBaseLogger | { readonly level: "warn" | "error" };
  /** Names the application answers to besides this machine's own. */
  readonly hosts?: readonly string[];
  /** Addresses of the proxies in front whose word of host, protocol and sender is taken; HTTPS is then required. */
  readonly proxies?: readonly string[];
  /** The council's name, in the header of every page. */
  readonly organisation?: string;
};

/** The pages people work in, one line each. */
const DESK_PAGES: readonly ((app: FastifyInstance, context: DeskContext) => void)[] = [
  registerCouncilColours,
  registerSignIn,
  registerProviderSignIn,
  registerSignOut,
  registerSetUp,
  registerInvite,
  registerAccount,
  registerDrafts,
  registerSession,
  registerAdmin,
  registerApi,
  registerTokens,
  registerJobs,
  registerDefinitions,
  registerSearch,
  registerComments,
  registerEditionWork,
  registerJudge,
  registerSignOff,
  registerData,
  registerEnter,
  registerList,
  registerTeams,
  registerCompare,
  registerTeam,
  registerWorker,
  registerCase,
  registerSavedLists,
  registerChallenge,
  registerMeasure,
  registerReports,
];

/** Builds the application without listening, so that tests may ask it for pages directly. */
export function buildApp(options: AppOptions): FastifyInstance {
  return buildDeclaredApp(options).app;
}

/** The application and every route it declares, with what each needs. */
export function buildDeclaredApp(options: AppOptions): {
  readonly app: FastifyInstance;
  readonly routes: readonly DeclaredRoute[];
} {
  const { services, desk, clock = () => new Date(), log, organisation = "Children’s services" } = options;
  const { hosts = [], proxies = [] } = options;
  const gate = desk === undefined ? options.gate : withTokens(options.gate, desk);
  const site: Site = {
    organisation,
    assets: buildAssets(),
    isTrial: desk?.isTrial === true,
    hasOwnColours: desk !== undefined,
    viewer: null,
  };
  const app: FastifyInstance = Fastify({
    ...loggerOf(log),
    trustProxy: proxies.length === 0 ? false : [...proxies],
    // Query strings may one day name a person: requests are not logged one by one.
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot even be read is answered before any hook runs.
    frameworkErrors: (error, request, reply) =>
      void answerErrors(site)(error, request, reply.headers(SECURITY_HEADERS)),
    bodyLimit: 64 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const context: PageContext = {
    services,
    site,
    clock,
    refused: (request, why) => gate.refused(request, request.viewer, why),
  };

  addSecurityHeaders(app);
  refuseUnknownHosts(app, [...hosts, ...LOOPBACK_HOSTS]);
  if (proxies.length > 0) requireHttps(app);
  app.register(cookie);
  app.register(formbody);
  const routes = addGate(app, gate);
  registerErrorPages(app, site);
  registerAssets(app, site.assets);
  for (const register of [
    registerHome,
    registerScorecard,
    registerMeasures,
    registerEditions,
    registerHelp,
    registerAbout,
  ])
    register(app, desk === undefined ? context : { ...context, desk });
  if (desk !== undefined) for (const register of DESK_PAGES) register(app, { ...context, desk });
  return { app, routes };
}

function loggerOf(log: AppOptions["log"]) {
  if (log === undefined) return { logger: false } as const;
  return "child" in log ? ({ loggerInstance: log } as const) : ({ logger: { level: log.level } } as const);
}
