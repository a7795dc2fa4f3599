/** The real thing behind the pages people work in: the live workspace, the store of what they type, and the time. */
import { type Jobs, openJobs } from "../services/jobs.ts";
import type { LiveWorkspace } from "../services/live-workspace.ts";
import type { By, Store } from "../services/open-store.ts";
import { type KeepAnswer, keepAnswers } from "./kept-answers.ts";
import type { Viewer } from "./viewer.ts";

export type Desk = {
  readonly live: LiveWorkspace;
  readonly store: Store;
  /** Keeps answers that depend on data and catalogue; put what was typed into the key (`logHead`). */
  readonly keep: KeepAnswer;
  /** Long work: it goes on when the page that asked for it is closed. */
  readonly jobs: Jobs;
  readonly clock: () => Date;
  /** The data folder, and the folders of the catalogue in order: the last wins. */
  readonly data: string;
  readonly catalogue: readonly string[];
  /** A trial on a made-up authority: personas may sign in without a password. Never in production. */
  readonly isTrial: boolean;
  /** The environment the process was started in: where the identity provider's client secret may be. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
};

/** A desk over an open data folder. */
export function deskOf(parts: Omit<Desk, "keep" | "jobs">): Desk {
  return { ...parts, keep: keepAnswers(parts.live), jobs: openJobs(parts.clock) };
}

/** Who does something now, for the store's logs. */
export function byViewer({ clock }: Pick<Desk, "clock">, { actor }: Pick<Viewer, "actor">): By {
  return { actor, at: clock().toISOString() };
}
