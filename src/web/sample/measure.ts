/** The made-up measure of the samples with everything its page is given: what presenters of the measure page are tested against. */
import type { ShownFigure } from "../../domain/disclosure/shown-figure.ts";
import { judgeIndicator } from "../../domain/judgement/judge-indicator.ts";
import type { Measure } from "../../domain/measure.ts";
import { periodContaining } from "../../domain/period.ts";
import type { MeasureAnswer } from "../pages/measure/answer.ts";
import type { FigureRow, IssueCount } from "../services.ts";
import { AUTHORITY, FRONT_DOOR, figure, LAST_MONTH, monthsTo } from "./figures.ts";

export const SAMPLE_ISSUES: readonly IssueCount[] = [
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
];

const ID = "assessments-within-45-working-days";
const COLUMNS = monthsTo(LAST_MONTH, 13);

const MEASURE: Measure = {
  id: ID,
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
  decimals: 1,
  polarity: "high-is-good",
  change: "percentage-points",
  shape: {
    kind: "proportion",
    cohort: { table: "assessment", timing: { kind: "flow", date: "authorised" }, where: null, count: "cases", lag: 0 },
    numerator: { kind: "literal", value: true, type: "boolean" },
  },
  timeBasis: ["in-month", "quarter", "year-to-date", "rolling-12-months"],
  breakdowns: ["team"],
  needs: [],
  settings: {},
  examples: [
    {
      it: "counts the 45th working day as in time",
      period: "2025-06",
      window: "in-month",
      tables: {},
      expect: { numerator: 1, denominator: 1 },
    },
  ],
  file: `measures/front-door/${ID}.yaml`,
};

/** A sample's row as services give it. */
export function shownFigure({ group, ...row }: FigureRow): ShownFigure {
  return { ...row, breakdown: group, audience: "internal", isOfFew: false, hiddenBecause: null };
}

const FIGURES = (FRONT_DOOR.indicators[1]?.figures ?? []).map(shownFigure);

const JUDGED = judgeIndicator({
  section: FRONT_DOOR.title,
  indicator: { reference: "19a", measure: ID, window: "in-month", target: { text: "85%" } },
  measure: MEASURE,
  card: { judgement: {} },
  period: COLUMNS.at(-1) ?? periodContaining("in-month", "2026-03-31"),
  history: FIGURES,
  set: null,
  judgement: null,
  notes: [],
  comparators: [
    {
      group: "neighbours",
      label: "Statistical neighbours (10)",
      value: 79.4,
      state: "value",
      shown: "79.4%",
      method: "mean",
      members: { withValue: 9, all: 10 },
      period: "2024-25",
      edition: "Made-up statistics 2025",
      publishedOn: "2025-10-30",
    },
  ],
  reconciliation: [],
  published: [],
});

const TEAMS = (
  [
    ["North assessment team", 41, 44],
    ["South assessment team", 35, 40],
    ["Children with disabilities team", 14, 14],
    ["Emergency duty team", 0, 0],
  ] as const
).map(([group, numerator, denominator]) =>
  shownFigure(
    figure({ measure: ID, unit: "percentage", window: "in-month" }, LAST_MONTH, { numerator, denominator, group }),
  ),
);

/** What the page of timely assessments is given. */
export const SAMPLE_MEASURE: MeasureAnswer = {
  measure: MEASURE,
  authority: AUTHORITY,
  window: "in-month",
  audience: "internal",
  lastMonth: LAST_MONTH,
  lastMonths: COLUMNS.map(({ id }) => id).toReversed(),
  columns: COLUMNS,
  figures: FIGURES,
  groups: [{ by: "team", figures: TEAMS }],
  judged: JUDGED,
  places: [{ ...JUDGED, scorecard: "vital-signs", scorecardTitle: "Vital Signs", cardPeriod: LAST_MONTH }],
  notes: [],
  comparison: {
    measure: ID,
    title: MEASURE.title,
    authority: AUTHORITY,
    laCode: null,
    window: "in-month",
    period: LAST_MONTH,
    indicator: {
      id: ID,
      title: "Assessments in time",
      publication: "Made-up statistics",
      publisher: "Made-up office",
      covers: "year",
    },
    method: "mean",
    neighbourEdition: "2025",
    own: { period: LAST_MONTH, value: 91.8, shown: "91.8%", status: "value" },
    ownPublished: { value: null, shown: "[x]", state: "not-available" },
    ranked: "own",
    neighbours: [
      { code: "901", name: "Northmoor", closeness: 1, value: 95.2, shown: "95.2%", state: "value", rank: 1 },
      { code: "902", name: "Eastwold", closeness: 2, value: null, shown: "[x]", state: "not-available", rank: null },
      { code: "903", name: "Saltmarsh", closeness: 3, value: 71, shown: "71.0%", state: "value", rank: 3 },
    ],
    comparators: JUDGED.comparators,
    rankAmongNeighbours: { rank: 2, of: 3, isTied: false, words: "2nd of 3, best first" },
    quarterOfAll: { quarter: 1, of: 40, words: "in the best quarter of 40 authorities" },
  },
  rules: [],
  data: {
    isAvailable: true,
    tables: [
      {
        table: "assessment",
        loads: [
          {
            id: "2026-04-03-cin",
            title: "CIN census 2025-26",
            asAt: "2026-03-31",
            acceptedAt: "2026-04-03T06:10:00Z",
            acceptedBy: "analyst@wexcombe.example",
            rows: 1204,
            files: [{ name: "cin-2025-26.xml", sha256: "9f2c" }],
          },
        ],
        issues: SAMPLE_ISSUES,
      },
      { table: "person", loads: [], issues: [] },
    ],
  },
  versions: [
    { fingerprint: "3f9c2a71", since: null, knownFrom: "in use now", changed: [], reason: null, isCurrent: true },
  ],
  comments: [],
  related: [],
  sql: "select 1",
};
