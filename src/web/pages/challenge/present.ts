/** Turns packs, sessions and actions into what the challenge pages print. */
import { describeSeries } from "../../../charts/series.ts";
import { sparkline } from "../../../charts/sparkline.ts";
import { OUTCOME_LABELS } from "../../../domain/challenge/outcome.ts";
import { caseloadWords, lineSentences } from "../../../domain/challenge/pack-words.ts";
import type { ChallengeSession } from "../../../domain/challenge/session.ts";
import { type ActionSeen, countExceptions, type PackLine, type TeamPack } from "../../../domain/challenge/team-pack.ts";
import type { Direction } from "../../../domain/judgement/direction.ts";
import type { Rating } from "../../../domain/judgement/rating.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { longDate, longInstant } from "../../words.ts";
import type { TeamSummary } from "./session-view.tsx";
import { EXCEPTION_TAGS, OUTCOME_TAGS } from "./words.ts";

type TagView = { readonly text: string; readonly class: string };

export type LineView = {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  /** The children behind it; `null` for those who may not see them. */
  readonly listHref: string | null;
  readonly shown: string;
  readonly parts: string | null;
  readonly period: string;
  readonly target: string;
  readonly tags: readonly TagView[];
  readonly sentences: readonly string[];
  readonly rating: Pick<Rating, "word" | "sentence">;
  readonly direction: Pick<Direction, "arrow" | "meaning" | "sentence">;
  /** SVG; `null` with fewer than two values. */
  readonly sparkline: string | null;
};

export type ActionView = {
  readonly href: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly state: string;
  readonly stateClass: string;
  readonly outcome: string;
  readonly outcomeClass: string;
  readonly sentence: string;
  readonly latest: string | null;
};

export type PackView = {
  readonly team: string;
  readonly exceptions: readonly LineView[];
  readonly trends: readonly LineView[];
  /** Percentages of fewer than five cases that do not stand out. */
  readonly few: readonly LineView[];
  readonly overdue: TeamPack["overdue"];
  /** `null` for those who may not see workers. */
  readonly caseloads: TeamPack["caseloads"] | null;
  readonly caseloadWords: string;
  readonly warnings: readonly string[];
  readonly actions: readonly ActionView[];
  readonly maySeeCases: boolean;
};

export type PackRights = { readonly maySeeWorkers: boolean; readonly maySeeCases: boolean };

/** A pack as printed. */
export function presentPack(pack: TeamPack, { maySeeWorkers, maySeeCases }: PackRights): PackView {
  const { team, exceptions, trends, overdue, caseloads, warnings, actions } = pack;
  const listOf = maySeeCases ? team : null;
  return {
    ...{ team, overdue, warnings, maySeeCases },
    exceptions: exceptions.map((line, index) => presentLine(line, { id: `${team} e${index}`, listOf })),
    trends: trends
      .filter(({ isOfFew }) => !isOfFew)
      .map((line, index) => presentLine(line, { id: `${team} t${index}`, listOf })),
    few: trends
      .filter(({ isOfFew }) => isOfFew)
      .map((line, index) => presentLine(line, { id: `${team} f${index}`, listOf })),
    caseloads: maySeeWorkers ? caseloads : null,
    caseloadWords: caseloadWords(caseloads),
    actions: actions.map(presentAction),
  };
}

/** An action as printed. */
export function presentAction(action: ActionSeen): ActionView {
  const { id, text, ownerName, due, state, isOverdue, outcome, latest } = action;
  return {
    ...{ text, latest },
    href: `/actions/${id}`,
    owner: ownerName,
    due: longDate(due),
    state: state === "done" ? "Done" : isOverdue ? "Overdue" : "Open",
    stateClass: state === "done" ? "govuk-tag--green" : isOverdue ? "govuk-tag--red" : "govuk-tag--blue",
    outcome: OUTCOME_LABELS[outcome.word],
    outcomeClass: OUTCOME_TAGS[outcome.word],
    sentence: withoutLabel(outcome.sentence),
  };
}

/** One line of the session's table of teams. */
export function summariseTeam(
  pack: TeamPack,
  more: Pick<TeamSummary, "href" | "openActions" | "recorded">,
): TeamSummary {
  const counts = countExceptions(pack);
  return {
    team: pack.team,
    red: counts.red,
    amber: counts["amber-falling"],
    unusual: counts.unusual,
    overdue: pack.overdue.reduce((sum, { count }) => sum + count, 0),
    ...more,
  };
}

/** Up to when the figures go, and whether they still move. */
export function aboutPack({ state, heldAt }: ChallengeSession, packs: readonly TeamPack[]): string {
  const asAt = packs[0]?.asAt;
  const until = asAt === undefined ? "There are no figures." : `Figures to ${longDate(asAt)}`;
  if (asAt === undefined) return until;
  return state === "held" && heldAt !== null
    ? `${until}, as they stood when the session was held on ${longInstant(heldAt)}.`
    : `${until}. They follow the data until the session is held.`;
}

/** The children a figure counts for a team: a list of now, whatever day the pack was frozen on. */
function listHref({ measure, window, period }: PackLine, team: string): string {
  const query = new URLSearchParams({ window, period, part: "numerator", by: `team:${team}` });
  return `/measures/${measure}/list?${query.toString()}`;
}

/** @param listOf the team whose children may be listed; `null` where they may not */
export function presentLine(
  line: PackLine,
  { id, listOf }: { readonly id: string; readonly listOf: string | null },
): LineView {
  const { measure, window, title, shown, parts, periodWords, target, rating, direction, why, series } = line;
  const values = series.filter(({ value }) => value !== null);
  const points = series.map((point) => ({ ...point, label: parsePeriod(point.period, window).label }));
  return {
    ...{ title, shown, parts, target, rating, direction },
    key: id,
    listHref: listOf === null ? null : listHref(line, listOf),
    href: `/measures/${measure}?window=${window}`,
    period: periodWords,
    tags: why.map((kind) => EXCEPTION_TAGS[kind]),
    sentences: lineSentences(line),
    sparkline:
      values.length < 2
        ? null
        : sparkline(points, {
            id: `s-${id.replace(/[^a-z0-9]+/gi, "-")}`,
            title: `${title}. ${describeSeries(points)}`,
          }),
  };
}

/** A sentence beside the tag that says its first words: "Worked: 80% now …" is "80% now …". */
export function withoutLabel(sentence: string): string {
  const rest = sentence.slice(sentence.indexOf(": ") + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
