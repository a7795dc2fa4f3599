/** A report made for somebody: what they may not see is refused; the last few made are kept until data, catalogue or words change. */

import type { Report } from "../../domain/report/document.ts";
import type { Passage } from "../../domain/report/draft.ts";
import { logHead } from "../../store/logs.ts";
import { todayOf } from "../challenge/context.ts";
import { buildPacks } from "../challenge/pack.ts";
import { assembleFor, type MadeReport, withPassages } from "./make-report.ts";
import type { ReportQuestion } from "./making.ts";
import { assertMayMake, type Maker, type ReportChoice, type ReportDesk } from "./report-desk.ts";

export type Making = {
  readonly choice: ReportChoice;
  readonly answers: Readonly<Record<string, string>>;
  readonly passages?: readonly Passage[];
  /** Default: whoever it is made for. */
  readonly author?: string;
};

/** Reports are long, and every writing makes another: few are kept, for whoever goes to and fro between one and its forms. */
const MOST_KEPT = 8;
const kept = new WeakMap<ReportDesk["store"], Map<string, Promise<Report>>>();

/** Makes a report. @throws AppError NOT_ALLOWED, and as `makeReport` does */
export async function makeFor(desk: ReportDesk, who: Maker, making: Making): Promise<MadeReport> {
  const { choice, answers, passages = [], author = who.name } = making;
  await assertMayMake(desk, who, choice);
  const assembled = await assembledOnce(desk, { ...choice, answers, madeOn: todayOf(desk), author });
  return withPassages(assembled, passages);
}

async function assembledOnce(desk: ReportDesk, question: ReportQuestion): Promise<Report> {
  const workspace = desk.live.current();
  const { sequence } = await logHead(desk.store);
  const key = JSON.stringify([workspace.fingerprint, sequence, question]);
  const own = kept.get(desk.store) ?? new Map<string, Promise<Report>>();
  kept.set(desk.store, own);
  // Teams were looked at before: what is kept is given only to those who may see all of them.
  const packs = (teams: readonly string[]) => buildPacks(desk, teams, { beforeSession: null });
  const given = own.get(key) ?? assembleFor({ workspace, store: desk.store, packs }, question);
  // Asked for last, forgotten last.
  own.delete(key);
  own.set(key, given);
  if (own.size > MOST_KEPT) own.delete(own.keys().next().value ?? "");
  given.catch(() => own.delete(key));
  return given;
}
