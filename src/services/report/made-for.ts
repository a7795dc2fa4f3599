/** A report made for somebody: what they may not see is refused; what was made once is kept until data, catalogue or words change. */
import type { Passage } from "../../domain/report/draft.ts";
import { logHead } from "../../store/logs.ts";
import { todayOf } from "../challenge/context.ts";
import { buildPacks } from "../challenge/pack.ts";
import { type MadeReport, makeReport } from "./make-report.ts";
import { assertMayMake, type Maker, type ReportChoice, type ReportDesk } from "./report-desk.ts";

export type Making = {
  readonly choice: ReportChoice;
  readonly answers: Readonly<Record<string, string>>;
  readonly passages?: readonly Passage[];
  /** Default: whoever it is made for. */
  readonly author?: string;
};

/** Makes a report. @throws AppError NOT_ALLOWED, and as `makeReport` does */
export async function makeFor(desk: ReportDesk, who: Maker, making: Making): Promise<MadeReport> {
  const { choice, answers, passages = [], author = who.name } = making;
  await assertMayMake(desk, who, choice);
  const question = { ...choice, answers, madeOn: todayOf(desk), author };
  const { sequence } = await logHead(desk.store);
  // Teams were looked at above: what is kept is given only to those who may see all of them.
  const packs = (teams: readonly string[]) => buildPacks(desk, teams, { beforeSession: null });
  return desk.keep(`report ${sequence} ${JSON.stringify([question, passages])}`, (workspace) =>
    makeReport({ workspace, store: desk.store, packs }, question, passages),
  );
}
