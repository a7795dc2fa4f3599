/** Gives the demonstration a past: last month's card commented on, signed off and published; then contacts recorded late, so that something has changed since. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../domain/errors.ts";
import type { Store } from "../store/open-store.ts";
import { dataFolder } from "../warehouse/data-folder.ts";
import { approveComment, submitComment, writeComment } from "./commentary.ts";
import { loadReturn } from "./load-return.ts";
import { openCommentary } from "./open-commentary.ts";
import type { DemoRequest } from "./prepare-demo.ts";
import { publishEdition } from "./publish-edition.ts";
import { signOffCard } from "./sign-off.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** The month before the last of the made-up data. */
const QUESTION = { scorecard: "vital-signs", period: "2026-02" };

const COMMENTS = [
  [
    "9a & 9b",
    "Visits are made sooner than they are recorded. Managers look at late recording every Monday. We expect an improvement in March.",
  ],
  ["54", "Fewer audits were completed than planned because two auditors were on leave."],
] as const;

/** Made-up people, made-up words; whatever stands in the way of publishing is said, and stops nothing else. */
export async function publishDemo(
  request: DemoRequest & { readonly store: Store; readonly waymark: string },
): Promise<void> {
  const { data, catalogue, store, at, say, waymark } = request;
  const workspace = openWorkspace({ data, catalogue });
  say("Publishing last month's scorecard …");
  try {
    await comment(workspace, store, at);
    const by = { actor: "Director (made up)", at: at.toISOString() };
    await signOffCard(workspace, store, by, { ...QUESTION, role: "director", person: by.actor });
    const { edition } = await publishEdition(workspace, store, { ...QUESTION, by: "Analyst (made up)", at, waymark });
    say(`  ${edition.id}`);
    await recordLate(request);
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    say(`  Not published: ${fault.message}`);
  } finally {
    workspace.close();
  }
}

async function comment(workspace: Workspace, store: Store, at: Date): Promise<void> {
  const commentary = await openCommentary(workspace, store, QUESTION);
  const author = { actor: "Service manager (made up)", at: at.toISOString() };
  for (const [on, body] of COMMENTS) {
    const { id } = await writeComment(commentary, store, author, { on, body });
    await submitComment(commentary, store, author, id);
    await approveComment(commentary, store, { ...author, actor: "Director (made up)" }, id);
  }
}

/** Three contacts of the month published, that reach the records only now. */
async function recordLate({ data, catalogue, at, report }: DemoRequest): Promise<void> {
  const { work } = dataFolder(data);
  mkdirSync(work, { recursive: true });
  const file = join(work, "contact.csv");
  const rows = ["2026-02-16", "2026-02-24", "2026-02-26"].map(
    (day, index) => `late-${index + 1},${day},W00000${index + 1}`,
  );
  writeFileSync(file, `${["contact_id,date,person_id", ...rows].join("\n")}\n`);
  const shared = { data, catalogue, report, authority: "Wexcombe", return: "canonical", strict: true };
  await loadReturn({ ...shared, paths: [file], by: "demonstration", at: new Date(at.getTime() + 60_000) });
  rmSync(file, { force: true });
}
