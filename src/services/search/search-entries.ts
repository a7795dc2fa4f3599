/** Everything that can be searched, each with what somebody needs to find it: measures, scorecards, comments, editions, teams, definitions and help. */
import type { Permission } from "../../domain/access/permissions.ts";
import type { Scope } from "../../domain/access/policy.ts";
import type { CommentSubject } from "../../domain/commentary.ts";
import { dayInWords, monthLabel } from "../../domain/period.ts";
import { chooseComments } from "../../store/comment.ts";
import { listEditions } from "../../store/edition.ts";
import type { Store } from "../../store/open-store.ts";
import { listDefinitions } from "../definitions/listing.ts";
import { listTeams, teamsReached } from "../teams/teams.ts";
import type { Workspace } from "../workspace.ts";
import { HELP_ENTRIES } from "./help-entries.ts";

/** Groups in the order they stand where they match equally well. */
export const SEARCH_GROUPS = {
  scorecard: "Scorecards",
  measure: "Measures",
  team: "Teams",
  list: "Saved lists",
  comment: "Comments",
  edition: "Published editions",
  definition: "Definitions",
  help: "Help",
} as const;
export type SearchGroup = keyof typeof SEARCH_GROUPS;

export type SearchEntry = {
  readonly group: SearchGroup;
  readonly title: string;
  /** What else is searched, and shown around the words found. */
  readonly text: string;
  /** Searched, but not shown: an id. */
  readonly also?: string;
  readonly href: string;
  readonly needs: Permission | "signed-in";
  /** Only this person finds it: a comment not approved yet. */
  readonly onlyFor?: string;
};

/** Every entry; who may find which is decided when somebody searches. */
export async function searchEntries(workspace: Workspace, store: Pick<Store, "db">): Promise<readonly SearchEntry[]> {
  return [
    ...catalogueEntries(workspace),
    ...(await commentEntries(workspace, store)),
    ...(await editionEntries(workspace, store)),
    ...HELP_ENTRIES,
  ];
}

/** Profiles of the teams within somebody's scopes; the scopes are theirs, so is what is found. */
export async function teamEntries(workspace: Workspace, scopes: readonly Scope[]): Promise<readonly SearchEntry[]> {
  if (scopes.length === 0 || workspace.manifests.length === 0) return [];
  return teamsReached(await listTeams(workspace), scopes).map((team) => ({
    group: "team",
    title: team.name,
    text: "Team profile: what can still be done, caseloads, every measure beside service and target.",
    href: `/teams/${encodeURIComponent(team.id)}`,
    needs: "see-teams",
  }));
}

function catalogueEntries({ catalogue }: Workspace): readonly SearchEntry[] {
  const needs = "see-figures" as const;
  return [
    ...[...catalogue.measures.values()].map(({ id, title, definition, shows, area }) => ({
      group: "measure" as const,
      title,
      text: `${definition} ${shows}`,
      also: `${area.replaceAll("-", " ")} ${id}`,
      href: `/measures/${id}`,
      needs,
    })),
    ...[...catalogue.scorecards.values()].flatMap(({ id, title, audience, description, sections }) => [
      {
        group: "scorecard" as const,
        title,
        text: `${description ?? ""} For ${audience}. ${sections.map((section) => section.title).join(", ")}`,
        href: `/scorecards/${id}`,
        needs,
      },
    ]),
    // Measures and scorecards have their own pages; here are the definitions that have none.
    ...listDefinitions(catalogue)
      .filter(({ kind }) => kind !== "measure" && kind !== "scorecard")
      .map(({ kind, subject, title, about }) => ({
        group: "definition" as const,
        title,
        text: about,
        href: `/definitions/${kind}/${encodeURIComponent(subject)}`,
        needs,
      })),
  ];
}

async function commentEntries({ catalogue }: Workspace, store: Pick<Store, "db">): Promise<readonly SearchEntry[]> {
  const comments = await chooseComments(store, {});
  return comments.map(({ scorecard, period, subject, body, state, author }) => {
    const card = catalogue.scorecards.get(scorecard)?.title ?? scorecard;
    return {
      group: "comment" as const,
      title: `${card}, ${periodWords(period)}: ${subjectWords(subject)}`,
      text: body,
      href: `/comments/${scorecard}/${period}`,
      needs: "see-figures" as const,
      ...(state === "approved" ? {} : { onlyFor: author }),
    };
  });
}

async function editionEntries({ catalogue }: Workspace, store: Pick<Store, "db">): Promise<readonly SearchEntry[]> {
  return (await listEditions(store)).map(({ id, scorecard, period, number, publishedAt, reason }) => ({
    group: "edition" as const,
    title: `${catalogue.scorecards.get(scorecard)?.title ?? scorecard}, ${periodWords(period)}`,
    text: `Edition ${number}, published ${dayInWords(publishedAt)}. ${reason ?? ""}`,
    href: `/editions/${encodeURIComponent(id)}`,
    needs: "read-editions" as const,
  }));
}

function periodWords(period: string): string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? monthLabel(`${period}-01`) : period;
}

function subjectWords(subject: CommentSubject): string {
  if (subject.kind === "scorecard") return "the whole card";
  return subject.kind === "section" ? subject.section : subject.references.join(" and ");
}
