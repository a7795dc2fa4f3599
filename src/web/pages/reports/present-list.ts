/** The list of reports as its reader may see it: what can be made, what is being written, what was released. */
import { permits } from "../../../domain/access/policy.ts";
import { editionChoices, scorecardChoices } from "../../../services/report/choices.ts";
import { draftsFor, type ReportDraft } from "../../../services/report/drafts.ts";
import { type ListedReport, listReports, SUBJECT_WORDS } from "../../../services/report/list-reports.ts";
import { releasesFor, type StoredRelease } from "../../../services/report/release.ts";
import { longDate, longInstant, periodNamed } from "../../words.ts";
import { namesOf } from "../challenge/names.ts";
import { choiceQuery, type Exchange } from "./exchange.ts";

export type TemplateLine = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly href: string;
  readonly isPublic: boolean;
};
export type TemplateGroup = { readonly title: string; readonly templates: readonly TemplateLine[] };
export type ReportLine = {
  readonly href: string;
  readonly title: string;
  readonly period: string;
  readonly state: string;
  readonly isPublic: boolean;
};
export type EditionLine = {
  readonly title: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
};

export type ReportList = {
  /** What the list is narrowed to: a scorecard, measure or edition somebody came from. */
  readonly about: string | null;
  readonly groups: readonly TemplateGroup[];
  readonly drafts: readonly ReportLine[];
  readonly released: readonly ReportLine[];
  /** Public reports of editions, for those who read editions only. */
  readonly editions: readonly EditionLine[];
  readonly setsBase: boolean;
};

/** Where somebody came from: carried on into the form that chooses. */
export type CameFrom = {
  readonly scorecard?: string | undefined;
  readonly period?: string | undefined;
  readonly measure?: string | undefined;
  readonly edition?: string | undefined;
  readonly team?: readonly string[] | undefined;
};

/** Puts the list together. */
export async function presentList(exchange: Exchange, from: CameFrom): Promise<ReportList> {
  const { desk, who } = exchange;
  const { catalogue } = desk.live.current();
  const seesFigures = permits(who.grants, "see-figures");
  const [drafts, releases, nameOf] = await Promise.all([
    draftsFor(desk, who),
    releasesFor(desk, who),
    namesOf(desk.store),
  ]);
  const templates = listReports(catalogue);
  return {
    about: aboutOf(exchange, from),
    groups: seesFigures
      ? groupsOf(
          templates.filter((one) => fits(one, from)),
          from,
        )
      : [],
    drafts: drafts.filter((draft) => isAbout(draft, from)).map((draft) => draftLine(draft, releases, nameOf)),
    released: releases.filter((release) => isAbout(release, from)).map((release) => releaseLine(release, nameOf)),
    editions: seesFigures || !permits(who.grants, "read-editions") ? [] : await editionLines(exchange, templates, from),
    setsBase: permits(who.grants, "manage-settings"),
  };
}

function groupsOf(templates: readonly ListedReport[], from: CameFrom): readonly TemplateGroup[] {
  return [...Map.groupBy(templates, ({ subject }) => subject)].map(([subject, own]) => ({
    title: SUBJECT_WORDS[subject],
    templates: own.map(({ id, title, description, audience }) => ({
      ...{ id, title, about: description, isPublic: audience === "published" },
      href: hrefOf(id, from),
    })),
  }));
}

/** Straight to the report where everything it needs is known. */
function hrefOf(template: string, from: CameFrom): string {
  const { team, ...rest } = from;
  const query = choiceQuery({ template, ...rest, ...(team === undefined ? {} : { teams: team }) });
  return isSettled(from) ? `/reports/view?${query}` : `/reports/new?${query}`;
}

function isSettled({ scorecard, measure, edition, team }: CameFrom): boolean {
  return [scorecard, measure, edition, team].some((one) => one !== undefined);
}

/** From a scorecard come reports of scorecards, from a measure those of measures, from a session packs, from an edition all but packs. */
function fits({ subject }: ListedReport, { scorecard, measure, edition, team }: CameFrom): boolean {
  if (team !== undefined) return subject === "challenge";
  if (measure !== undefined) return subject === "measure";
  if (edition !== undefined) return subject === "scorecard" || subject === "editions";
  return scorecard === undefined || subject === "scorecard" || subject === "editions";
}

function isAbout(one: { readonly scorecard: string | null }, { scorecard }: CameFrom): boolean {
  return scorecard === undefined || one.scorecard === scorecard;
}

function aboutOf({ desk }: Exchange, { scorecard, measure, edition, team }: CameFrom): string | null {
  const { catalogue } = desk.live.current();
  if (team !== undefined) return team.join(", ");
  if (measure !== undefined) return catalogue.measures.get(measure)?.title ?? measure;
  if (edition !== undefined) return `edition ${edition}`;
  return scorecard === undefined ? null : (catalogue.scorecards.get(scorecard)?.title ?? scorecard);
}

function draftLine(
  draft: ReportDraft,
  releases: readonly StoredRelease[],
  nameOf: (actor: string) => string,
): ReportLine {
  const { id, title, period, author, at, audience } = draft;
  const released = releases.find((release) => release.draft === id && release.withdrawn === null);
  return {
    ...{ href: `/reports/drafts/${id}`, title, period: periodNamed(period), isPublic: audience === "published" },
    state: `${released === undefined ? "Being written" : `Released ${longDate(released.at.slice(0, 10))}`}; begun by ${nameOf(author)}, last changed ${longInstant(at)}`,
  };
}

function releaseLine(
  { id, title, period, author, at, audience, withdrawn }: StoredRelease,
  nameOf: (actor: string) => string,
): ReportLine {
  return {
    ...{ href: `/reports/released/${id}`, title, period: periodNamed(period), isPublic: audience === "published" },
    state:
      withdrawn === null
        ? `Released ${longInstant(at)} by ${nameOf(author)}`
        : `Taken back ${longInstant(withdrawn.at)} by ${nameOf(withdrawn.author)}: ${withdrawn.reason}`,
  };
}

/** An appendix is laid out for some scorecards, which its template names. */
function isFor({ scorecards }: ListedReport, scorecard: string): boolean {
  return scorecards?.includes(scorecard) ?? true;
}

/** The edition somebody came from, or the newest of each scorecard, with the public reports that need nothing written. */
async function editionLines(
  { desk }: Exchange,
  templates: readonly ListedReport[],
  { edition, scorecard: card }: CameFrom,
): Promise<readonly EditionLine[]> {
  const titles = new Map(scorecardChoices(desk).map(({ id, label }) => [id, label]));
  const editions = (await editionChoices(desk, card)).filter(({ id }) => edition === undefined || id === edition);
  const newest = new Map(editions.toReversed().map((one) => [one.scorecard, one]));
  const ready = templates.filter(
    ({ subject, audience, asks }) =>
      subject === "scorecard" && audience === "published" && asks.every(({ isRequired }) => !isRequired),
  );
  return [...newest.values()].map(({ id, scorecard, period }) => ({
    title: `${titles.get(scorecard) ?? scorecard}, ${periodNamed(period)}`,
    links: ready
      .filter((one) => isFor(one, scorecard))
      .map(({ id: template, title }) => ({
        text: title,
        href: `/reports/view?${choiceQuery({ template, edition: id })}`,
      })),
  }));
}
