/** The web application's services over literal data of the made-up authority Wexcombe: what the pages are tested against. */
import type { LoadSummary, MeasureFigures, ScorecardFigures, WebServices } from "../services.ts";
import { SAMPLE_EDITIONS } from "./editions.ts";
import { AUTHORITY, FRONT_DOOR, figure, LAST_MONTH, monthsTo, plainSections } from "./figures.ts";
import { assessmentJudgement } from "./judgement.ts";

const LAST_MONTHS = monthsTo(LAST_MONTH, 24)
  .map(({ id }) => id)
  .toReversed();

const VITAL_SIGNS: ScorecardFigures = {
  id: "vital-signs",
  title: "Vital Signs",
  description: "The figures the leadership team reads every month.",
  authority: AUTHORITY,
  columns: monthsTo(LAST_MONTH, 13),
  lastMonths: LAST_MONTHS,
  sections: [FRONT_DOOR, ...plainSections()],
};

const PUBLISHED: ScorecardFigures = {
  ...VITAL_SIGNS,
  lastMonths: [],
  edition: {
    id: "vital-signs-2026-03-1",
    kind: "first",
    period: "March 2026",
    publishedAt: "2026-04-20T09:00:00.000Z",
  },
};

const ASSESSMENTS: MeasureFigures = {
  id: "assessments-within-45-working-days",
  title: "Single assessments completed within 45 working days",
  area: "front-door",
  definition:
    "Of the single assessments completed in the period, the percentage completed within 45 working days of starting.",
  shows: "How often families get the outcome of an assessment in the time the statutory guidance allows.",
  why: "Timely assessment is the first sign that a child’s needs are being addressed.",
  source: "Working Together to Safeguard Children; CIN census",
  owner: "Front door performance lead",
  reviewed: "2025-09-01",
  reviewBy: "2026-09-01",
  unit: "percentage",
  polarity: "high-is-good",
  authority: AUTHORITY,
  window: "in-month",
  windows: ["in-month", "quarter", "year-to-date", "rolling-12-months"],
  columns: monthsTo(LAST_MONTH, 13),
  lastMonths: LAST_MONTHS,
  figures: FRONT_DOOR.indicators[1]?.figures ?? [],
  breakdowns: ["team"],
  byTeam: (
    [
      ["North assessment team", 41, 44],
      ["South assessment team", 35, 40],
      ["Children with disabilities team", 14, 14],
      ["Emergency duty team", 0, 0],
    ] as const
  ).map(([group, numerator, denominator]) =>
    figure({ measure: "assessments-within-45-working-days", unit: "percentage", window: "in-month" }, LAST_MONTH, {
      numerator,
      denominator,
      group,
    }),
  ),
  sql: "select\n  count(*) filter (where working_days <= 45) as numerator,\n  count(*) as denominator\nfrom assessment\nwhere end_date between :period_start and :period_end",
  examples: [
    { it: "counts the 45th working day as in time", period: "2025-06", expected: "1 of 1" },
    { it: "does not count the 46th", period: "2025-06", expected: "0 of 1" },
  ],
  tables: ["assessment", "calendar"],
  issues: [
    {
      severity: "warning",
      code: "DATE_BEFORE_START",
      count: 3,
      message: "An assessment ends before it starts.",
      remedy: "Correct the dates in the case system.",
    },
    {
      severity: "error",
      code: "DATE_IMPOSSIBLE",
      count: 12,
      message: "A date does not exist.",
      remedy: "Correct the date and load again.",
    },
  ],
  versions: [{ fingerprint: "3f9c2a71", since: "1 April 2025", change: "First version." }],
  file: "measures/front-door/assessments-within-45-working-days.yaml",
  scorecards: [{ id: "vital-signs", title: "Vital Signs", reference: "19a" }],
  judgements: [assessmentJudgement(FRONT_DOOR.indicators[1]?.figures ?? [])],
};

const LOADS: readonly LoadSummary[] = [
  {
    id: "2026-04-03-cin",
    authority: AUTHORITY,
    title: "CIN census 2025-26",
    asAt: "2026-03-31",
    loadedAt: "2026-04-03T06:10:00Z",
    isCurrent: true,
    files: [{ name: "cin-2025-26.xml", sha256: "9f2c" }],
    tables: [
      { name: "assessment", rows: 1204 },
      { name: "referral", rows: 1890 },
    ],
    issues: ASSESSMENTS.issues,
  },
  {
    id: "2026-03-02-cin",
    authority: AUTHORITY,
    title: "CIN census 2025-26, earlier",
    asAt: null,
    loadedAt: "2026-03-02T06:10:00Z",
    isCurrent: false,
    files: [{ name: "cin-2025-26.xml", sha256: "17aa" }],
    tables: [{ name: "assessment", rows: 1101 }],
    issues: [],
  },
];

/** Services that answer at once with the same objects, as the real ones do while nothing has changed. */
export const SAMPLE_SERVICES: WebServices = {
  scorecards: async () => [
    {
      id: VITAL_SIGNS.id,
      title: VITAL_SIGNS.title,
      description: VITAL_SIGNS.description,
      audience: "children’s leadership team",
      sections: VITAL_SIGNS.sections.length,
      indicators: VITAL_SIGNS.sections.reduce((sum, { indicators }) => sum + indicators.length, 0),
    },
  ],
  scorecard: async (id) => (id === VITAL_SIGNS.id ? VITAL_SIGNS : null),
  publishedScorecard: async (id) => (id === VITAL_SIGNS.id ? PUBLISHED : null),
  teams: async () => [{ name: "North assessment team", service: "Assessment" }],
  waiting: async () => [{ title: "Comments due", count: 2, href: "/comments", dueSoonest: "2026-04-15" }],
  measures: async () =>
    [
      ASSESSMENTS,
      { ...ASSESSMENTS, id: "contacts", title: "Contacts", definition: "Contacts to the front door." },
      { ...ASSESSMENTS, id: "referrals", title: "Referrals", definition: "Requests for services accepted." },
    ].map(({ id, title, area, definition, unit }) => ({ id, title, area, definition, unit })),
  measure: async (id, { window }) =>
    id !== ASSESSMENTS.id ? null : window === "rolling-12-months" ? ROLLING : ASSESSMENTS,
  loads: async () => LOADS,
  ...SAMPLE_EDITIONS,
};

const ROLLING: MeasureFigures = {
  ...ASSESSMENTS,
  window: "rolling-12-months",
  figures: FRONT_DOOR.indicators[2]?.figures ?? [],
  byTeam: [],
};

/** Services of an installation in which nothing has been loaded yet. */
export const EMPTY_SERVICES: WebServices = {
  ...SAMPLE_SERVICES,
  scorecard: async (id) =>
    id === VITAL_SIGNS.id
      ? { ...VITAL_SIGNS, sections: VITAL_SIGNS.sections.map(withoutFigures), lastMonths: [LAST_MONTH] }
      : null,
  measure: async (id) =>
    id === ASSESSMENTS.id
      ? { ...ASSESSMENTS, figures: [], byTeam: [], columns: [], lastMonths: [], issues: [], judgements: [] }
      : null,
  publishedScorecard: async () => null,
  teams: async () => [],
  waiting: async () => [],
  loads: async () => [],
  editions: async () => [],
  editionFile: async () => null,
  editionChanges: async () => null,
};

function withoutFigures(section: ScorecardFigures["sections"][number]): ScorecardFigures["sections"][number] {
  return { ...section, indicators: section.indicators.map((indicator) => ({ ...indicator, figures: [] })) };
}
