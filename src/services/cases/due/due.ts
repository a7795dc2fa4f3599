/** What can still be done: each duty of each child that is overdue or falls due soon, soonest first, as one viewer may see them; and how many, for profiles and packs. */
import { scopesFor } from "../../../domain/access/policy.ts";
import type { IsoDate } from "../../../domain/dates.ts";
import { type Row, sqlText } from "../../../warehouse/database.ts";
import type { Workspace } from "../../workspace.ts";
import type { CaseDesk } from "../cases-for-viewer.ts";
import { assertPurpose, type Looker, recordLook, refuseLook } from "../record-look.ts";
import { scopeSql } from "../scope-sql.ts";
import { dueSteps } from "./due-sql.ts";
import { DUTY_KINDS, type Duties, type DutyId, type DutyKind, readDuties } from "./duties.ts";
import { supervisionLimits } from "./supervision-limits.ts";

/** How far ahead the lists look, in working days. */
export const SOON = 15;

export type DueItem = {
  readonly duty: DutyId;
  readonly child: string;
  /** The day it counts from. */
  readonly since: IsoDate;
  readonly due: IsoDate;
  readonly team: string | null;
  readonly worker: string | null;
  /** Working days from the day looked at to the day due; negative when overdue. */
  readonly daysLeft: number;
};

export type DueChoices = {
  readonly on: IsoDate;
  readonly team?: string;
  readonly worker?: string;
  readonly kind?: DutyKind;
  /** "overdue": late already; "soon": due on or after the day, within fifteen working days. */
  readonly state?: "overdue" | "soon";
  /** Part of a child's pseudonym. */
  readonly child?: string;
};

export type DueList = {
  readonly on: IsoDate;
  readonly items: readonly DueItem[];
  readonly duties: Duties;
};

/** One duty of one team and worker: how many are overdue and due soon. No child is named. */
export type DueCount = {
  readonly team: string | null;
  readonly worker: string | null;
  readonly duty: DutyId;
  readonly overdue: number;
  readonly soon: number;
};

/** The items within the viewer's scope, soonest first; logged. */
export async function dueForViewer(desk: CaseDesk, viewer: Looker, choices: DueChoices): Promise<DueList> {
  const { workspace, at } = desk;
  const subject = `due on ${choices.on}`;
  const scopes = scopesFor(viewer.grants, "see-cases");
  if (scopes.length === 0) await refuseLook(desk, viewer, { subject, why: "may not see children’s records" });
  assertPurpose(viewer);
  const { request, authority, duties } = await requestOf(workspace, choices.on);
  const { database } = await workspace.open();
  const { steps, condition } = scopeSql({
    authority,
    scopes,
    days: [...new Set([choices.on, at.toISOString().slice(0, 10)])],
    columns: new Set(["person_id", "team", "worker"]),
    alias: "due_item",
  });
  const rows = await database.rows(
    `with ${[...dueSteps(request), ...steps].join(",\n")}
select duty, person_id, since, due, team, worker, days_left from due_item
where ${condition} and ${narrowed(choices)}
order by days_left, due, person_id, duty`,
  );
  const items = rows.map(itemOf);
  const { on: _, ...more } = choices;
  await recordLook(desk, viewer, {
    what: "list",
    subject,
    children: items.map(({ child }) => child),
    rows: items.length,
    more,
  });
  return { on: choices.on, items, duties };
}

/** Everything due of one child, however far ahead. The caller has checked that its reader may see the child, and logs the look. */
export async function dueOfChild(
  workspace: Workspace,
  { child, on }: { readonly child: string; readonly on: IsoDate },
): Promise<Pick<DueList, "items" | "duties">> {
  const { request, duties } = await requestOf(workspace, on);
  const { database } = await workspace.open();
  const rows = await database.rows(
    `with ${dueSteps(request).join(",\n")}
select duty, person_id, since, due, team, worker, days_left from due_item where person_id = ${sqlText(child)} order by days_left, due, duty`,
  );
  return { items: rows.map(itemOf), duties };
}

function itemOf(row: Row): DueItem {
  return {
    duty: row.duty as DutyId,
    child: String(row.person_id),
    since: String(row.since),
    due: String(row.due),
    team: row.team === null ? null : String(row.team),
    worker: row.worker === null ? null : String(row.worker),
    daysLeft: Number(row.days_left),
  };
}

/** How many duties are overdue or due soon, by team, worker and duty, over the whole authority: the caller shows only what its reader may see. */
export async function dueCounts(workspace: Workspace, on: IsoDate): Promise<readonly DueCount[]> {
  const { request } = await requestOf(workspace, on);
  const { database } = await workspace.open();
  const rows = await database.rows(
    `with ${dueSteps(request).join(",\n")}
select team, worker, duty, count(*) filter (where days_left < 0) as overdue, count(*) filter (where days_left >= 0) as soon
from due_item where days_left <= ${SOON}
group by team, worker, duty order by team, worker, duty`,
  );
  return rows.map((row) => ({
    team: row.team === null ? null : String(row.team),
    worker: row.worker === null ? null : String(row.worker),
    duty: row.duty as DutyId,
    overdue: Number(row.overdue),
    soon: Number(row.soon),
  }));
}

async function requestOf(workspace: Workspace, on: IsoDate) {
  const { authorities } = await workspace.open();
  const authority = authorities[0] ?? "";
  const duties = readDuties(workspace.catalogueFolders);
  const request = { authority, on, duties, supervision: supervisionLimits(workspace.catalogue.measures.values()) };
  return { request, authority, duties };
}

function narrowed({ team, worker, kind, state, child }: DueChoices): string {
  const duties: readonly DutyId[] = kind === undefined ? [] : DUTY_KINDS[kind].duties;
  return [
    `days_left <= ${SOON}`,
    ...(state === undefined ? [] : [state === "overdue" ? "days_left < 0" : "days_left >= 0"]),
    ...(team === undefined ? [] : [`team = ${sqlText(team)}`]),
    ...(worker === undefined ? [] : [`worker = ${sqlText(worker)}`]),
    ...(duties.length === 0 ? [] : [`duty in (${duties.map(sqlText).join(", ")})`]),
    ...(child === undefined ? [] : [`strpos(lower(person_id), ${sqlText(child.toLowerCase())}) > 0`]),
  ].join(" and ");
}
