/** Every page there is with an address to see it at, and which persona of the trial looks: for screenshots, and for tests no page may escape. */

/** The persona of the trial who looks, or nobody signed in. */
export type Looker =
  | "analyst"
  | "team-manager"
  | "service-manager"
  | "worker"
  | "director"
  | "councillor"
  | "reviewing-officer"
  | "auditor"
  | "administrator"
  | null;

/** Opens a page as the looker and gives the first link on it that matches. */
export type FollowLink = (from: string, link: RegExp) => Promise<string>;

export type PageToSee = {
  /** The route as it is declared. */
  readonly route: string;
  readonly who: Looker;
  /** Where an example is; by links, as people come to it, where it has a number of its own. */
  readonly at: string | ((follow: FollowLink) => Promise<string>);
  /** What sets it apart from another example of its route. */
  readonly name?: string;
};

/** What the furnished trial has. */
const CARD = "vital-signs";
const MONTH = "2026-03";
const EDITION = "vital-signs-2026-02-1";
const MEASURE = "assessments-within-45-working-days";

const PAGES_TO_READ: readonly PageToSee[] = [
  { route: "/", who: "analyst", at: "/" },
  { route: "/", who: "team-manager", at: "/", name: "home-of-team-manager" },
  { route: "/", who: "service-manager", at: "/", name: "home-of-service-manager" },
  { route: "/", who: "director", at: "/", name: "home-of-director" },
  { route: "/", who: "councillor", at: "/", name: "home-of-councillor" },
  { route: "/", who: "worker", at: "/", name: "home-of-worker" },
  { route: "/", who: "auditor", at: "/", name: "home-of-auditor" },
  { route: "/", who: "administrator", at: "/", name: "home-of-administrator" },
  { route: "/scorecards/:id", who: "analyst", at: `/scorecards/${CARD}` },
  { route: "/scorecards/:id", who: "director", at: "/scorecards/quarterly-performance", name: "scorecard-quarterly" },
  { route: "/scorecards/:id/published", who: "councillor", at: `/scorecards/${CARD}/published` },
  { route: "/measures", who: "analyst", at: "/measures" },
  { route: "/measures/:id", who: "analyst", at: `/measures/${MEASURE}` },
  { route: "/measures/:id/how", who: "analyst", at: `/measures/${MEASURE}/how` },
  { route: "/editions", who: "analyst", at: "/editions" },
  { route: "/editions/:id", who: "analyst", at: `/editions/${EDITION}` },
  { route: "/editions/:id/page", who: "councillor", at: `/editions/${EDITION}/page` },
  { route: "/editions/:id/compare", who: "analyst", at: `/editions/${EDITION}/compare` },
  { route: "/editions/:id/changes", who: "analyst", at: `/editions/${EDITION}/changes` },
  { route: "/editions/:id/checks", who: "analyst", at: `/editions/${EDITION}/checks` },
  { route: "/editions/:id/correct", who: "analyst", at: `/editions/${EDITION}/correct` },
  { route: "/help/scorecards", who: "team-manager", at: "/help/scorecards" },
  { route: "/about", who: null, at: "/about" },
  { route: "/search", who: "analyst", at: "/search?q=plans" },
];

const ACCOUNT_PAGES: readonly PageToSee[] = [
  { route: "/sign-in", who: null, at: "/sign-in" },
  { route: "/sign-out", who: "analyst", at: "/sign-out" },
  { route: "/sign-out/done", who: null, at: "/sign-out/done" },
  { route: "/account", who: "analyst", at: "/account" },
  { route: "/account/tokens", who: "analyst", at: "/account/tokens" },
  { route: "/jobs", who: "analyst", at: "/jobs" },
  { route: "/admin", who: "administrator", at: "/admin" },
  { route: "/admin/people", who: "administrator", at: "/admin/people" },
  {
    route: "/admin/people/:id",
    who: "administrator",
    at: (follow) => follow("/admin/people", /^\/admin\/people\/[^/]+$/),
  },
  { route: "/admin/access", who: "auditor", at: "/admin/access" },
  { route: "/admin/usage", who: "auditor", at: "/admin/usage" },
  { route: "/admin/settings", who: "administrator", at: "/admin/settings" },
  { route: "/admin/health", who: "administrator", at: "/admin/health" },
];

const draft = (part: string) => async (follow: FollowLink) =>
  `${await follow("/definitions", /^\/definitions\/drafts\/\d+$/)}${part}`;

const DEFINITION_PAGES: readonly PageToSee[] = [
  { route: "/definitions", who: "analyst", at: "/definitions" },
  { route: "/definitions/new", who: "analyst", at: "/definitions/new" },
  { route: "/definitions/:kind/:subject", who: "analyst", at: `/definitions/measure/${MEASURE}` },
  { route: "/definitions/drafts/:id", who: "analyst", at: draft("") },
  { route: "/definitions/drafts/:id", who: "director", at: draft(""), name: "draft-to-approve" },
  { route: "/definitions/drafts/:id/written", who: "analyst", at: draft("/written") },
  { route: "/definitions/drafts/:id/differences", who: "director", at: draft("/differences") },
  { route: "/definitions/drafts/:id/figures", who: "analyst", at: draft("/figures") },
  { route: "/definitions/drafts/:id/submit", who: "analyst", at: draft("/submit") },
];

const comment = (part: string) => async (follow: FollowLink) =>
  `${await follow(`/comments/${CARD}/${MONTH}`, /^\/comments\/[^/]+\/[^/]+\/(?!new|ask)[^/?#]+$/)}${part}`;

const COMMENT_PAGES: readonly PageToSee[] = [
  { route: "/comments", who: "service-manager", at: "/comments" },
  { route: "/comments", who: "director", at: "/comments", name: "comments-to-approve" },
  { route: "/comments/:scorecard/:period", who: "director", at: `/comments/${CARD}/${MONTH}` },
  { route: "/comments/:scorecard/:period/ask", who: "analyst", at: `/comments/${CARD}/${MONTH}/ask` },
  { route: "/comments/:scorecard/:period/new", who: "team-manager", at: `/comments/${CARD}/${MONTH}/new?on=36` },
  { route: "/comments/:scorecard/:period/:id", who: "service-manager", at: comment("") },
  { route: "/comments/:scorecard/:period/:id", who: "director", at: comment(""), name: "comment-of-another" },
  { route: "/comments/:scorecard/:period/:id/versions", who: "service-manager", at: comment("/versions") },
  { route: "/judge/:scorecard/:period/:reference", who: "analyst", at: `/judge/${CARD}/${MONTH}/19a` },
  { route: "/sign-off", who: "director", at: "/sign-off" },
  { route: "/sign-off/:scorecard/:period", who: "director", at: `/sign-off/${CARD}/${MONTH}` },
];

const load = (part: string) => async (follow: FollowLink) =>
  `${await follow("/data", /^\/data\/loads\/[^/]+$/)}${part}`;

const DATA_PAGES: readonly PageToSee[] = [
  { route: "/data", who: "analyst", at: "/data" },
  { route: "/data/coverage", who: "analyst", at: "/data/coverage" },
  { route: "/data/new", who: "analyst", at: "/data/new" },
  { route: "/data/reported", who: "analyst", at: "/data/reported" },
  { route: "/data/loads/:id", who: "analyst", at: load("") },
  { route: "/enter", who: "analyst", at: "/enter" },
  { route: "/enter", who: "service-manager", at: "/enter", name: "enter-own" },
  { route: "/enter/owners", who: "analyst", at: "/enter/owners" },
  { route: "/enter/upload", who: "analyst", at: "/enter/upload" },
  { route: "/enter/measures/:id", who: "analyst", at: "/enter/measures/social-worker-vacancies" },
  { route: "/enter/:month", who: "analyst", at: `/enter/${MONTH}?owner=all` },
];

const team = (part: string) => async (follow: FollowLink) =>
  `${await follow("/teams?all=yes", /^\/teams\/(?!compare)[^/?#]+$/)}${part}`;
const LISTED = `/measures/child-protection-plans-open/list?window=in-month&period=${MONTH}&part=numerator`;

const CASE_PAGES: readonly PageToSee[] = [
  { route: "/teams", who: "service-manager", at: "/teams" },
  { route: "/teams/compare", who: "service-manager", at: `/teams/compare?measure=${MEASURE}` },
  { route: "/teams/:team", who: "team-manager", at: team("") },
  { route: "/teams/:team/due", who: "team-manager", at: team("/due") },
  {
    route: "/teams/:team/workers/:worker",
    who: "team-manager",
    at: async (follow) => follow(await team("")(follow), /\/workers\//),
  },
  { route: "/purpose", who: "team-manager", at: "/purpose?next=/" },
  { route: "/measures/:id/list", who: "team-manager", at: LISTED },
  { route: "/children/:child", who: "team-manager", at: (follow) => follow(LISTED, /^\/children\//) },
  { route: "/recording-errors", who: "team-manager", at: "/recording-errors" },
  { route: "/lists", who: "team-manager", at: "/lists" },
  { route: "/lists/new", who: "team-manager", at: (follow) => follow(LISTED, /^\/lists\/new/) },
  { route: "/lists/:list/change", who: "team-manager", at: (follow) => follow("/lists", /^\/lists\/[^/]+\/change$/) },
];

const session = (part: string) => async (follow: FollowLink) =>
  `${await follow("/challenge", /^\/challenge\/\d+$/)}${part}`;
const action = (part: string) => async (follow: FollowLink) => `${await follow("/actions", /^\/actions\/\d+$/)}${part}`;

const CHALLENGE_PAGES: readonly PageToSee[] = [
  { route: "/challenge", who: "service-manager", at: "/challenge" },
  { route: "/challenge/new", who: "service-manager", at: "/challenge/new" },
  { route: "/challenge/:id", who: "service-manager", at: session("") },
  { route: "/challenge/:id/edit", who: "service-manager", at: session("/edit") },
  { route: "/challenge/:id/print", who: "service-manager", at: session("/print") },
  {
    route: "/challenge/:id/teams/:team",
    who: "service-manager",
    at: async (follow) => follow(await session("")(follow), /^\/challenge\/\d+\/teams\//),
  },
  { route: "/challenge/promises", who: "analyst", at: "/challenge/promises" },
  { route: "/actions", who: "team-manager", at: "/actions" },
  { route: "/actions", who: "service-manager", at: "/actions", name: "actions-of-service" },
  { route: "/actions/:id", who: "service-manager", at: action("") },
  { route: "/actions/:id/edit", who: "service-manager", at: action("/edit") },
];

const OF_CARD = `template=exceptions-report&scorecard=${CARD}&period=${MONTH}`;

/** The committee report being written: begun first. */
const reportDraft =
  (more: string) =>
  async (follow: FollowLink): Promise<string> =>
    `${await follow("/reports", /^\/reports\/drafts\/1$/)}${more}`;

const REPORT_PAGES: readonly PageToSee[] = [
  { route: "/reports", who: "analyst", at: "/reports" },
  { route: "/reports", who: "director", at: `/reports?scorecard=${CARD}`, name: "reports-of-scorecard" },
  { route: "/reports", who: "councillor", at: "/reports", name: "reports-of-councillor" },
  { route: "/reports/new", who: "analyst", at: "/reports/new?template=committee-report-2018" },
  { route: "/reports/view", who: "director", at: `/reports/view?${OF_CARD}` },
  { route: "/reports/drafts/:id", who: "analyst", at: reportDraft("") },
  { route: "/reports/drafts/:id/answers", who: "analyst", at: reportDraft("/answers") },
  {
    route: "/reports/drafts/:id/write",
    who: "analyst",
    at: async (follow) => follow(await reportDraft("")(follow), /^\/reports\/drafts\/\d+\/write\?/),
  },
  { route: "/reports/drafts/:id/release", who: "director", at: reportDraft("/release") },
  {
    route: "/reports/released/:id",
    who: "councillor",
    at: (follow) => follow("/reports", /^\/reports\/released\/\d+$/),
  },
  { route: "/reports/word-base", who: "administrator", at: "/reports/word-base" },
];

/** Every page, in the order of the navigation. */
export const PAGES_TO_SEE: readonly PageToSee[] = [
  ...PAGES_TO_READ,
  ...ACCOUNT_PAGES,
  ...DEFINITION_PAGES,
  ...COMMENT_PAGES,
  ...DATA_PAGES,
  ...CASE_PAGES,
  ...CHALLENGE_PAGES,
  ...REPORT_PAGES,
];

/** Routes that are no page of this trial, each with why. */
export const NOT_SEEN: Readonly<Record<string, string>> = {
  "/assets/*": "files of the pages",
  "/council.css": "the council’s colours",
  "/editions/:id/:file": "files of an edition",
  "/editions/compare": "leads to the comparison of an edition",
  "/data/staged/:id": "a load on its way: seen in the tests of loading",
  "/data/staged/:id/issues.csv": "a file",
  "/data/loads/:id/issues.csv": "a file",
  "/data/loads/:id/row": "one row of a return: seen in the tests of data",
  "/data/compare": "asked of two loads by a form: seen in the tests of data",
  "/admin/access.csv": "a file",
  "/admin/people/:id/invitation": "seen once, after an invitation",
  "/enter/figures.csv": "a file",
  "/enter/go": "leads to a month",
  "/drafts": "answers to the client script",
  "/session": "answers to the client script",
  "/session/stay": "answers to the client script",
  "/sign-out/provider": "leads to the council’s own sign-in",
  "/sign-in/provider": "leads to the council’s own sign-in",
  "/sign-in/callback": "comes from the council’s own sign-in",
  "/set-up": "before there is anybody: seen in the tests of signing in",
  "/set-up/password": "for somebody invited: seen in the tests of signing in",
  "/jobs/:id": "work on its way: seen in the tests of publishing",
  "/definitions/:kind/:subject/versions/:version": "of a definition changed: seen in the tests of definitions",
  "/challenge/said/:id": "seen in the tests of challenge",
  "/reports/body.css": "the styles of a report",
  "/reports/view/:format": "a file",
  "/reports/drafts/:id/:format": "a file",
  "/reports/released/:id/:format": "a file",
};
