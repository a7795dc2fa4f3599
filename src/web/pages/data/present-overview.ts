/** What the first page of the data prints: how fresh it is, what waits, which figures have warnings, and every load. */
import { daysBetween, type IsoDate } from "../../../domain/dates.ts";
import type { Coverage } from "../../../services/data/coverage.ts";
import type { CardFaults } from "../../../services/data/data-quality.ts";
import type { StagedLoad } from "../../../services/data/staged-load.ts";
import type { LoadRecord } from "../../../services/load-history.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import { countOf, longDate, longInstant } from "../../words.ts";

export type LoadLine = {
  readonly id: string;
  readonly title: string;
  readonly asAt: string;
  readonly accepted: string;
  readonly by: string;
  readonly rows: string;
  readonly refused: string;
  readonly issues: string;
  readonly isCurrent: boolean;
};

export type FreshLine = {
  readonly title: string;
  readonly href: string;
  readonly upTo: string;
  readonly age: string;
  readonly accepted: string;
};

export type StagedLine = {
  readonly href: string;
  readonly files: string;
  readonly sent: string;
  readonly state: string;
};

export type CardQuality = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly measures: readonly {
    readonly href: string;
    readonly title: string;
    readonly errors: string;
    readonly warnings: string;
    readonly reasons: readonly string[];
  }[];
};

export type OverviewView = {
  readonly fresh: readonly FreshLine[];
  readonly staged: readonly StagedLine[];
  readonly coverage: string;
  readonly quality: readonly CardQuality[];
  /** How many figures have warnings, in a sentence. */
  readonly touched: string;
  /** Recording errors nobody has answered, by team; no child is named. */
  readonly reported: readonly { readonly team: string; readonly count: string }[];
  readonly loads: readonly LoadLine[];
  /** For choosing two to compare, newest first: the earlier one, and the later. */
  readonly choices: { readonly before: readonly SelectOption[]; readonly after: readonly SelectOption[] };
  /** The comparison most likely wanted; `null` with fewer than two loads. */
  readonly compare: string | null;
};

type Overview = {
  readonly records: readonly LoadRecord[];
  readonly staged: readonly StagedLoad[];
  /** `null` before anything is loaded. */
  readonly coverage: Coverage | null;
  readonly quality: readonly CardFaults[];
  /** Reported errors that are open, by team; "" where the child has none. */
  readonly reported: ReadonlyMap<string, number>;
  readonly today: IsoDate;
};

const STATE_WORDS = {
  reading: "Being read",
  waiting: "Waiting to be accepted or refused",
  failed: "Could not be read",
  accepted: "Accepted",
  refused: "Refused",
} as const;

/** The view of the first page. Loads are given newest first. */
export function presentOverview({ records, staged, coverage, quality, reported, today }: Overview): OverviewView {
  return {
    fresh: freshLines(records, today),
    staged: staged
      .filter(({ state }) => state === "reading" || state === "waiting" || state === "failed")
      .map(({ id, files, at, by, state }) => ({
        href: `/data/staged/${id}`,
        files: files.length > 3 ? countOf(files.length, "file") : files.map(({ name }) => name).join(", "),
        sent: `${longInstant(at)} by ${by}`,
        state: STATE_WORDS[state],
      })),
    coverage: coverage === null ? "" : coverageSentence(coverage),
    quality: quality.map(cardQuality),
    touched: touchedSentence(quality),
    reported: [...reported]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([team, count]) => ({ team: team === "" ? "No team" : team, count: count.toLocaleString("en-GB") })),
    loads: records.map(loadLine),
    ...comparing(records),
  };
}

/** The newest load with an earlier one of its return, else the two newest. */
function comparing(records: readonly LoadRecord[]): Pick<OverviewView, "choices" | "compare"> {
  const earlierOf = ({ manifest }: LoadRecord, index: number) =>
    records.slice(index + 1).find((other) => other.manifest.return === manifest.return);
  const after = records.find((record, index) => earlierOf(record, index) !== undefined) ?? records[0];
  const before = after === undefined ? undefined : (earlierOf(after, records.indexOf(after)) ?? records[1]);
  const choices = (chosen: LoadRecord | undefined) =>
    records.map((record) => ({
      value: record.manifest.id,
      text: `${titleOf(record.manifest)}, accepted ${longInstant(record.manifest.acceptedAt)}`,
      selected: record === chosen,
    }));
  const compare =
    before === undefined || after === undefined
      ? null
      : `/data/compare?${new URLSearchParams({ a: before.manifest.id, b: after.manifest.id })}`;
  return { choices: { before: choices(before), after: choices(after) }, compare };
}

/** "248 of 300 measures made of case records can be told …" */
export function coverageSentence({ measures, told, byHand }: Coverage): string {
  const untold = measures - told;
  const rest =
    untold === 0
      ? "Nothing is missing."
      : `${countOf(untold, "measure")} cannot, because nothing loaded holds what ${untold === 1 ? "it needs" : "they need"}.`;
  return `${told.toLocaleString("en-GB")} of ${countOf(measures, "measure")} made of case records can be told from what is loaded. ${rest} ${countOf(byHand, "more is", "more are")} entered by hand.`;
}

/** The newest of each return that counts. */
function freshLines(records: readonly LoadRecord[], today: IsoDate): readonly FreshLine[] {
  const newest = new Map<string, LoadRecord["manifest"]>();
  for (const { manifest, isCurrent } of records.toReversed()) {
    const known = newest.get(manifest.return);
    if (isCurrent && (known === undefined || (manifest.asAt ?? "") >= (known.asAt ?? "")))
      newest.set(manifest.return, manifest);
  }
  return [...newest.values()]
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map((manifest) => ({
      title: titleOf(manifest),
      href: `/data/loads/${manifest.id}`,
      upTo: manifest.asAt === undefined ? "Not stated" : longDate(manifest.asAt),
      age: manifest.asAt === undefined ? "Not known" : ageWords(daysBetween(manifest.asAt, today)),
      accepted: longInstant(manifest.acceptedAt),
    }));
}

function ageWords(days: number): string {
  if (days <= 0) return "Up to date";
  return `${countOf(days, "day")} ago`;
}

function touchedSentence(quality: readonly CardFaults[]): string {
  const touched = new Set(quality.flatMap(({ measures }) => measures.map(({ measure }) => measure))).size;
  if (touched === 0) return "No figure on a scorecard has a data-quality warning";
  return countOf(
    touched,
    "measure on the scorecards has a data-quality warning",
    "measures on the scorecards have data-quality warnings",
  );
}

function cardQuality({ scorecard, title, measures }: CardFaults): CardQuality {
  return {
    id: scorecard,
    title,
    summary: `${title}: ${countOf(measures.length, "measure has", "measures have")} warnings`,
    measures: measures.map((faults) => ({
      href: `/measures/${faults.measure}`,
      title: faults.title,
      errors: faults.errors.toLocaleString("en-GB"),
      warnings: faults.warnings.toLocaleString("en-GB"),
      reasons: faults.reasons,
    })),
  };
}

function loadLine({ manifest, isCurrent }: LoadRecord): LoadLine {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const { error, warning } = manifest.issues;
  return {
    id: manifest.id,
    title: titleOf(manifest),
    asAt: manifest.asAt === undefined ? "Not stated" : longDate(manifest.asAt),
    accepted: longInstant(manifest.acceptedAt),
    by: manifest.acceptedBy,
    rows: rows.toLocaleString("en-GB"),
    refused: manifest.rowsRefused.toLocaleString("en-GB"),
    issues: (error + warning).toLocaleString("en-GB"),
    isCurrent,
  };
}

function titleOf({ title, year }: LoadRecord["manifest"]): string {
  return year === undefined ? title : `${title} ${year}`;
}
