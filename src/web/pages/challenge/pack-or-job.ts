/** Where somebody goes who asked for a pack: to it when it is built at once, else to the page that shows how far it is. */
import type { ChallengeSession } from "../../../domain/challenge/session.ts";
import { lastMonthOf } from "../../../services/challenge/context.ts";
import { packsFor } from "../../../services/challenge/sessions.ts";
import { teamHistories } from "../../../services/challenge/team-figures.ts";
import type { Desk } from "../../desk.ts";
import { countOf } from "../../words.ts";

/** How long a browser may wait for a page that builds something first. */
const PATIENCE_MS = 12_000;

/** Begins to read the figures every pack needs, so that they are there when the form is sent. */
export function warmFigures(desk: Desk): void {
  lastMonthOf(desk)
    .then((month) => teamHistories(desk, month))
    // Whoever asks for the pack is told what is wrong.
    .catch(() => undefined);
}

/** Builds the packs of a session. @returns the address to go to: the session's, or the job's that goes on building */
export async function packOrJob(
  desk: Desk,
  {
    session,
    person,
    patience = PATIENCE_MS,
  }: { readonly session: ChallengeSession; readonly person: string; readonly patience?: number },
): Promise<string> {
  const href = `/challenge/${session.id}`;
  const built = packsFor(desk, { session }, session.teams);
  if (await endsWithin(built, patience)) return `${href}?done=planned`;
  const { id } = desk.jobs.start({
    kind: "challenge pack",
    title: `Build the pack of ${session.title}`,
    startedBy: person,
    links: [{ text: "The session", href }],
    work: async (tell) => {
      tell({ step: "Reading the figures of every team", done: 0, of: null });
      const packs = await built;
      return {
        sentence: `The pack of ${countOf(packs.length, "team")} is built.`,
        links: [{ text: "Open the session", href }],
      };
    },
  });
  return `/jobs/${id}`;
}

/** Whether some work ends in time; its fault, if it comes in time, is thrown. */
async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  if (milliseconds <= 0) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
