/** The web application's services over literal data of the made-up authority Wexcombe: what the pages are tested against. */
import type { LoadSummary, MeasureSummary, ScorecardFigures, WebServices } from "../services.ts";
import { SAMPLE_EDITIONS } from "./editions.ts";
import { AUTHORITY, FRONT_DOOR, LAST_MONTH, monthsTo, plainSections } from "./figures.ts";
import { SAMPLE_ISSUES, SAMPLE_MEASURE } from "./measure.ts";

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

const ASSESSMENTS: MeasureSummary = {
  id: SAMPLE_MEASURE.measure.id,
  title: SAMPLE_MEASURE.measure.title,
  area: SAMPLE_MEASURE.measure.area,
  definition: SAMPLE_MEASURE.measure.definition,
  unit: SAMPLE_MEASURE.measure.unit,
  scorecards: [VITAL_SIGNS.id],
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
    issues: SAMPLE_ISSUES,
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
  standingOut: async (teams) => teams.map((team) => ({ team, exceptions: [] })),
  waiting: async () => [{ title: "Comments due", count: 2, href: "/comments", dueSoonest: "2026-04-15" }],
  measures: async () => [
    ASSESSMENTS,
    { ...ASSESSMENTS, id: "contacts", title: "Contacts", definition: "Contacts to the front door." },
    { ...ASSESSMENTS, id: "referrals", title: "Referrals", definition: "Requests for services accepted." },
  ],
  loads: async () => LOADS,
  ...SAMPLE_EDITIONS,
};

/** Services of an installation in which nothing has been loaded yet. */
export const EMPTY_SERVICES: WebServices = {
  ...SAMPLE_SERVICES,
  scorecard: async (id) =>
    id === VITAL_SIGNS.id
      ? { ...VITAL_SIGNS, sections: VITAL_SIGNS.sections.map(withoutFigures), lastMonths: [LAST_MONTH] }
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
