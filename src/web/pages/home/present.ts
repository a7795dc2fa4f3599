/** What the home page prints. */
import { daysBetween } from "../../../domain/dates.ts";
import type { LoadSummary, ScorecardSummary } from "../../services.ts";
import { countOf, longDate, longInstant } from "../../words.ts";

export type HomeView = {
  readonly scorecards: readonly {
    readonly href: string;
    readonly title: string;
    readonly description: string;
    readonly size: string;
  }[];
  readonly returns: readonly {
    readonly title: string;
    readonly asAt: string;
    readonly loaded: string;
    readonly issues: string;
  }[];
};

/** Scorecards as listed, and the loads that are current. */
export function presentHome(
  scorecards: readonly ScorecardSummary[],
  loads: readonly LoadSummary[],
  now: Date,
): HomeView {
  return {
    scorecards: scorecards.map(({ id, title, description, indicators, sections, audience }) => ({
      href: `/scorecards/${id}`,
      title,
      description,
      size: `${countOf(indicators, "indicator")} in ${countOf(sections, "section")}. For: ${audience}.`,
    })),
    returns: loads
      .filter((load) => load.isCurrent)
      .map((load) => ({
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
