/** What a report may be of: periods of a scorecard, its editions, the cards that show a measure, the teams somebody may see. */
import { addDays } from "../../domain/dates.ts";
import { parsePeriod, periodContaining } from "../../domain/period.ts";
import { scorecardNamed } from "../../measures/catalogue.ts";
import { listEditions, type StoredEdition } from "../../store/edition.ts";
import { teamsFor, todayOf, type Who } from "../challenge/context.ts";
import { cardsHolding } from "../measure/typed-on-measure.ts";
import { latestPeriod } from "../score-scorecard.ts";
import type { ReportDesk } from "./report-desk.ts";

export type NamedChoice = { readonly id: string; readonly label: string };

/** How many periods back are offered. */
const PERIODS = 8;

/** Every scorecard by title. */
export function scorecardChoices({ live }: Pick<ReportDesk, "live">): readonly NamedChoice[] {
  return byLabel([...live.current().catalogue.scorecards.values()].map(({ id, title }) => ({ id, label: title })));
}

/** Measures that stand on a scorecard, by title. */
export function measureChoices({ live }: Pick<ReportDesk, "live">): readonly NamedChoice[] {
  const { measures } = live.current().catalogue;
  const held = [...measures.values()].filter(({ id }) => cardsHolding(live.current().catalogue, id).length > 0);
  return byLabel(held.map(({ id, title }) => ({ id, label: title })));
}

/** Scorecards that show a measure. */
export function cardsWith({ live }: Pick<ReportDesk, "live">, measure: string): readonly NamedChoice[] {
  return cardsHolding(live.current().catalogue, measure).map(({ id, title }) => ({ id, label: title }));
}

/** The latest periods of a scorecard that the data speak for, newest first. @throws AppError SCORECARD_UNKNOWN */
export async function periodChoices(desk: ReportDesk, scorecard: string): Promise<readonly NamedChoice[]> {
  const today = todayOf(desk);
  const { period } = scorecardNamed(desk.live.current().catalogue, scorecard);
  const window = period === "month" ? "in-month" : period;
  const latest = await desk.keep(`latest period ${scorecard} ${today}`, (workspace) =>
    latestPeriod(workspace, scorecard, new Date(`${today}T12:00:00Z`)),
  );
  const periods = [parsePeriod(latest, window)];
  while (periods.length < PERIODS) periods.push(periodContaining(window, addDays(periods.at(-1)?.start ?? today, -1)));
  return periods.map(({ id, label }) => ({ id, label }));
}

/** Editions, the newest first; of one scorecard or all. */
export async function editionChoices(
  { store }: Pick<ReportDesk, "store">,
  scorecard?: string,
): Promise<readonly StoredEdition[]> {
  const editions = await listEditions(store, scorecard === undefined ? {} : { scorecard });
  return editions.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}

/** Teams whose packs the person may see. */
export async function teamChoices(desk: ReportDesk, who: Who): Promise<readonly string[]> {
  return (await teamsFor(desk, who, "see-teams")).map(({ name }) => name);
}

function byLabel(choices: readonly NamedChoice[]): readonly NamedChoice[] {
  return choices.toSorted((a, b) => (a.label < b.label ? -1 : 1));
}
