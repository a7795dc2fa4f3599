/** What the verbs of reports work with, which report is meant, and who may make or write it: whatever is not permitted here is refused and logged. */
import { isAuthorityWide, permits, scopesFor } from "../../domain/access/policy.ts";
import { AppError } from "../../domain/errors.ts";
import type { ReportTemplate } from "../../domain/report/template.ts";
import { reportNamed } from "../../measures/catalogue.ts";
import { refuseLook } from "../cases/record-look.ts";
import { assertTeam, type ChallengeContext, type Who } from "../challenge/context.ts";
import { assertTeamsExist } from "./all-packs.ts";
import type { ReportQuestion } from "./making.ts";

export type ReportDesk = ChallengeContext & {
  /** The data folder, where a council's own Word base lies. */
  readonly data: string;
};

/** Who makes reports: `name` is printed in them. */
export type Maker = Who & { readonly name: string };

/** Which report of what, without what is added when it is made. */
export type ReportChoice = Omit<ReportQuestion, "answers" | "madeOn" | "author">;

/** The template of a choice. @throws AppError REPORT_UNKNOWN */
export function templateOf(
  { live }: Pick<ReportDesk, "live">,
  { template }: Pick<ReportChoice, "template">,
): ReportTemplate {
  return reportNamed(live.current().catalogue, template);
}

/**
 * Live and internal figures are for those who see figures; whoever reads editions may have public reports of one;
 * packs are for those who see every one of the teams.
 *
 * @throws AppError NOT_ALLOWED, USAGE
 */
export async function assertMayMake(desk: ReportDesk, who: Who, choice: ReportChoice): Promise<void> {
  const { subject, audience: usual, title } = templateOf(desk, choice);
  const audience = choice.audience ?? usual;
  if (subject === "challenge") return assertMaySeePacks(desk, who, choice.teams ?? []);
  if (permits(who.grants, "see-figures")) return;
  const isOfEdition = audience === "published" && choice.edition !== undefined;
  if (!isOfEdition || !permits(who.grants, "read-editions")) await refuseReport(desk, who, `report “${title}”`);
}

/** A report speaks for the whole authority; only packs speak for their teams alone. @throws AppError NOT_ALLOWED */
export async function assertMayWrite(desk: ReportDesk, who: Who, choice: ReportChoice): Promise<void> {
  await assertMayMake(desk, who, choice);
  if (!(await mayWrite(desk, who, choice))) await refuseReport(desk, who, "writing in a report");
}

/** Whether the person may write in a report they may see. */
export async function mayWrite(desk: ReportDesk, { grants }: Who, choice: ReportChoice): Promise<boolean> {
  if (!permits(grants, "write-comments")) return false;
  return templateOf(desk, choice).subject === "challenge" || isAuthorityWide(scopesFor(grants, "write-comments"));
}

/** Whether the person may release reports to the public. */
export function mayRelease({ grants }: Who): boolean {
  return isAuthorityWide(scopesFor(grants, "publish"));
}

/** Refuses and logs it. @throws AppError NOT_ALLOWED */
export async function refuseReport({ store, clock }: ReportDesk, who: Who, subject: string): Promise<never> {
  return refuseLook(
    { store, at: clock() },
    { ...who, purpose: null },
    { subject, why: "outside the person’s roles or scope" },
  );
}

async function assertMaySeePacks(desk: ReportDesk, who: Who, teams: readonly string[]): Promise<void> {
  for (const team of teams) await assertTeam(desk, who, { permission: "see-teams", team });
  if (!permits(who.grants, "see-teams")) await refuseReport(desk, who, "packs of teams");
  await assertTeamsExist(desk, teams);
}

/** The person as one of those things are done by. */
export function isChallenge(desk: Pick<ReportDesk, "live">, choice: Pick<ReportChoice, "template">): boolean {
  try {
    return templateOf(desk, choice).subject === "challenge";
  } catch (fault) {
    // A template may have been taken out of the catalogue since; its drafts stay on the list.
    if (fault instanceof AppError && fault.code === "REPORT_UNKNOWN") return false;
    throw fault;
  }
}
