/** A child's record as one viewer may see it: who holds the child, what is due, what happened. Every look is logged; a foreign or unknown child is refused alike. */
import { isAuthorityWide, scopesFor } from "../../domain/access/policy.ts";
import { ageInYears, type IsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { Row } from "../../warehouse/database.ts";
import { sqlText } from "../../warehouse/database.ts";
import type { CaseDesk } from "./cases-for-viewer.ts";
import { childEventsSql } from "./child-events.ts";
import { codeWordsOf } from "./code-words.ts";
import { type DueItem, dueOfChild } from "./due/due.ts";
import type { Duties } from "./due/duties.ts";
import { assertPurpose, type Looker, recordLook, refuseLook } from "./record-look.ts";
import { scopeSql } from "./scope-sql.ts";

export type ChildEvent = {
  readonly day: IsoDate;
  readonly words: string;
  /** What the record adds, in words; "" for nothing. */
  readonly detail: string;
  readonly team: string | null;
  readonly worker: string | null;
};

export type ChildRecord = {
  readonly child: string;
  readonly on: IsoDate;
  /** Completed years; `null` when the birth is not recorded or still to come. */
  readonly age: number | null;
  readonly holders: readonly { readonly worker: string; readonly team: string; readonly since: IsoDate }[];
  readonly due: readonly DueItem[];
  readonly duties: Duties;
  /** Latest first. */
  readonly events: readonly ChildEvent[];
  /** Whether only events of one's own teams are shown, because others hold the child. */
  readonly isPart: boolean;
};

/** The record of a child by pseudonym. @param on the day holding and duties are read at */
export async function childRecord(
  desk: CaseDesk,
  viewer: Looker,
  { child, on }: { readonly child: string; readonly on: IsoDate },
): Promise<ChildRecord> {
  const { workspace, at } = desk;
  const subject = `child ${child}`;
  const scopes = scopesFor(viewer.grants, "see-cases");
  assertPurpose(viewer);
  const { database, authorities } = await workspace.open();
  const authority = authorities[0] ?? "";
  const here = `authority = ${sqlText(authority)}`;
  const { steps, condition } = scopeSql({
    authority,
    scopes,
    days: [...new Set([on, at.toISOString().slice(0, 10)])],
    columns: new Set(["person_id", "team", "worker"]),
    alias: "event",
  });
  const events = await database.rows(
    `with ${[...steps, `event as (select *, ${sqlText(child)} as person_id from (\n  ${childEventsSql({ child: sqlText(child), here })}\n))`].join(",\n")}
select event.day, event.words, event.detail, event.list, coalesce(team.name, event.team) as team, event.worker, ${condition} as is_in_scope
from event left join team on team.${here} and team.team_id = event.team
order by event.day desc, event.words, event.detail`,
  );
  const own = events.filter((event) => event.is_in_scope === true);
  if (own.length === 0 && !isAuthorityWide(scopes))
    await refuseLook(desk, viewer, { subject, why: "the child lies outside their scope, or there is none" });
  const [person] = await database.rows(`select dob from person where ${here} and person_id = ${sqlText(child)}`);
  if (person === undefined && own.length === 0)
    throw new AppError("PAGE_UNKNOWN", "There is no child of that number.", "Open the child from a list.");
  await recordLook(desk, viewer, { what: "case", subject, children: [child], rows: own.length });
  const { items, duties } = await dueOfChild(workspace, { child, on });
  return {
    child,
    on,
    age: ageOn(person?.dob, on),
    holders: await holdersOf(desk, { here, child, on }),
    due: items,
    duties,
    events: own.map((event) => eventOf(event, codeWordsOf(workspace))),
    isPart: own.length < events.length,
  };
}

function ageOn(dob: unknown, on: IsoDate): number | null {
  return typeof dob === "string" && dob <= on ? ageInYears(dob, on) : null;
}

async function holdersOf(
  { workspace }: Pick<CaseDesk, "workspace">,
  { here, child, on }: { readonly here: string; readonly child: string; readonly on: IsoDate },
): Promise<ChildRecord["holders"]> {
  const { database } = await workspace.open();
  const day = `date ${sqlText(on)}`;
  const rows = await database.rows(
    `select coalesce(team.name, held.team) as team, held.worker, held.start from case_holding as held
left join team on team.${here} and team.team_id = held.team
where held.${here} and held.person_id = ${sqlText(child)} and held.start <= ${day} and coalesce(held."end", date '9999-12-31') > ${day}
order by held.start desc`,
  );
  return rows.map(({ worker, team, start }) => ({
    worker: String(worker ?? "Nobody named"),
    team: String(team ?? "No team named"),
    since: String(start),
  }));
}

function eventOf({ day, words, detail, list, team, worker }: Row, wordsOf: ReturnType<typeof codeWordsOf>): ChildEvent {
  const said = typeof detail === "string" ? detail : "";
  return {
    day: String(day),
    words: String(words),
    detail: said === "" || list === "" ? said : wordsOf(String(list), said),
    team: team === null ? null : String(team),
    worker: worker === null ? null : String(worker),
  };
}
