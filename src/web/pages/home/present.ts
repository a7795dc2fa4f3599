/** What the home page prints, which depends on what its viewer may see. */
import type { TeamPack } from "../../../domain/challenge/team-pack.ts";
import type { Waiting } from "../../../services/waiting.ts";
import type { EditionSummary, LoadSummary, ScorecardFigures, ScorecardSummary } from "../../services.ts";
import { longDate } from "../../words.ts";
import { type LineView, presentLine } from "../challenge/present.ts";
import { ATTENTION_KINDS, type AttentionKind, type AttentionRow, needsAttention } from "./attention.ts";
import { type CardLine, cardLine } from "./card-lines.ts";
import { type Freshness, freshnessOf } from "./freshness.ts";

/** Live figures; published editions alone; or no figures at all, for those who run the installation. */
export type HomeKind = "internal" | "published" | "administration";

export type WaitingLine = {
  readonly title: string;
  readonly href: string;
  readonly count: number;
  /** "First due 15 April 2026"; "Overdue since …". */
  readonly due: string | null;
  readonly isOverdue: boolean;
};

export type HomeView = {
  readonly kind: HomeKind;
  readonly waiting: readonly WaitingLine[];
  readonly cards: readonly CardLine[];
  readonly attention: {
    readonly rows: readonly AttentionRow[];
    /** Only this kind is listed; `null` lists the most pressing. */
    readonly show: AttentionKind | null;
    /** How many there are of each kind, and of any. */
    readonly counts: Readonly<Record<AttentionKind | "all", number>>;
  };
  readonly freshness: Freshness;
  /** Teams the viewer answers for by name, with what stands out of each; not those of somebody who sees them all. */
  readonly teams: readonly TeamStanding[];
};

export type TeamStanding = {
  readonly team: string;
  readonly href: string;
  /** The most pressing of what stands out. */
  readonly lines: readonly LineView[];
  /** How much stands out in all. */
  readonly count: number;
};

export type HomeFacts = {
  readonly kind: HomeKind;
  readonly scorecards: readonly ScorecardSummary[];
  /** Judged cards by id, live or published; a card that cannot be made is missing. */
  readonly cards: ReadonlyMap<string, ScorecardFigures>;
  readonly editions: readonly EditionSummary[];
  readonly loads: readonly LoadSummary[];
  readonly waiting: readonly Waiting[];
  readonly teams: readonly Pick<TeamPack, "team" | "exceptions">[];
  readonly maySeeCases: boolean;
  readonly show: AttentionKind | null;
  readonly now: Date;
};

/** The most pressing rows listed before somebody asks for more. */
const MOST_PRESSING = 10;

/** Everything the page needs, in the order it stands. */
export function presentHome(facts: HomeFacts): HomeView {
  const { kind, scorecards, cards, editions, show, now } = facts;
  const rows = needsAttention([...cards.values()]);
  const ofKind = (wanted: AttentionKind) => rows.filter(({ kinds }) => kinds.includes(wanted));
  const counts = ATTENTION_KINDS.map((one) => [one, ofKind(one).length] as const);
  const published = new Set(editions.map(({ scorecard }) => scorecard));
  const listed = kind === "published" ? scorecards.filter(({ id }) => published.has(id)) : scorecards;
  return {
    kind,
    waiting: facts.waiting.map((waiting) => waitingLine(waiting, now)),
    cards: listed.map((summary) => cardLine(summary, cards.get(summary.id) ?? null, editions)),
    attention: {
      rows: show === null ? rows.slice(0, MOST_PRESSING) : ofKind(show),
      show,
      counts: { ...(Object.fromEntries(counts) as Record<AttentionKind, number>), all: rows.length },
    },
    freshness: freshnessOf(facts.loads, now),
    teams: facts.teams.map((team) => teamStanding(team, facts)),
  };
}

/** The most pressing lines of one team listed on the first page. */
const MOST_OF_A_TEAM = 5;

function teamStanding(
  { team, exceptions }: HomeFacts["teams"][number],
  { maySeeCases }: Pick<HomeFacts, "maySeeCases">,
): TeamStanding {
  const listOf = maySeeCases ? team : null;
  return {
    team,
    href: `/teams/${encodeURIComponent(team)}`,
    count: exceptions.length,
    lines: exceptions
      .slice(0, MOST_OF_A_TEAM)
      .map((line, index) => presentLine(line, { id: `${team} home ${index}`, listOf })),
  };
}

function waitingLine({ title, href, count, dueSoonest }: Waiting, now: Date): WaitingLine {
  const isOverdue = dueSoonest !== null && dueSoonest < now.toISOString().slice(0, 10);
  const when = isOverdue ? "Overdue since" : "First due";
  return { title, href, count, isOverdue, due: dueSoonest === null ? null : `${when} ${longDate(dueSoonest)}` };
}
