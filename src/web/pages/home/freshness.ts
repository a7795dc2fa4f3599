/** How fresh the data is: the returns figures are made from now. */
import { daysBetween } from "../../../domain/dates.ts";
import type { LoadSummary } from "../../services.ts";
import { countOf, longDate, longInstant } from "../../words.ts";

export type Freshness = {
  /** "Figures are made from 12 returns. The newest was loaded 8 days ago, the oldest 40 days ago." */
  readonly sentence: string;
  readonly returns: readonly {
    readonly title: string;
    readonly asAt: string;
    readonly loaded: string;
    readonly issues: string;
  }[];
};

/** Only loads that figures are made from now are told of. */
export function freshnessOf(loads: readonly LoadSummary[], now: Date): Freshness {
  const current = loads.filter((load) => load.isCurrent);
  const [newest, oldest] = [current[0], current.at(-1)];
  const ages =
    newest === undefined || oldest === undefined
      ? ""
      : ` The newest was loaded ${daysAgo(newest.loadedAt, now)}, the oldest ${daysAgo(oldest.loadedAt, now)}.`;
  return {
    sentence: `Figures are made from ${countOf(current.length, "return")}.${ages}`,
    returns: current.map((load) => ({
      title: load.title,
      asAt: load.asAt === null ? "Not stated" : longDate(load.asAt),
      loaded: `${longInstant(load.loadedAt)} (${daysAgo(load.loadedAt, now)})`,
      issues: issuesInWords(load),
    })),
  };
}

function daysAgo(instant: string, now: Date): string {
  const days = daysBetween(instant.slice(0, 10), now.toISOString().slice(0, 10));
  return days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
}

function issuesInWords({ issues }: LoadSummary): string {
  const total = (severity: string) =>
    issues.reduce((sum, issue) => sum + (issue.severity === severity ? issue.count : 0), 0);
  return `${total("error").toLocaleString("en-GB")} not kept, ${total("warning").toLocaleString("en-GB")} to check`;
}
