/** Long work that outlives the page that asked for it: one at a time of each kind, its progress, and what came of it. */
import { randomUUID } from "node:crypto";
import { AppError, type ErrorCode } from "../domain/errors.ts";

export const JOB_STATES = ["waiting", "running", "done", "failed"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How far a job is; `of` is `null` where nobody can tell how much there will be. */
export type JobProgress = { readonly step: string; readonly done: number; readonly of: number | null };

/** What came of it, for the page that ends it: a sentence, further lines, and where to go from there. */
export type JobResult = {
  readonly sentence: string;
  readonly lines?: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
};

export type JobFault = { readonly code: ErrorCode; readonly sentence: string; readonly remedy: string };

export type Job = {
  readonly id: string;
  /** "publish", "load": those of one kind wait for each other. */
  readonly kind: string;
  /** What is being done: "Publish Vital Signs for March 2026". It must name no child. */
  readonly title: string;
  /** The id of the person who started it. */
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly state: JobState;
  readonly progress: JobProgress;
  readonly result: JobResult | null;
  readonly fault: JobFault | null;
  /** Where to go when it could not be done. */
  readonly links: JobResult["links"];
};

export type JobToStart = Pick<Job, "kind" | "title" | "startedBy"> & {
  /** The work; it tells how far it is as often as it likes. */
  readonly work: (tell: (progress: JobProgress) => void) => Promise<JobResult>;
  /** Where to go when it cannot be done. */
  readonly links?: JobResult["links"];
  /** Told of faults that are Waymark's own, to log them. */
  readonly onFault?: (fault: unknown) => void;
};

export type Jobs = {
  /** Takes the work on and comes back at once. */
  readonly start: (job: JobToStart) => Job;
  readonly find: (id: string) => Job | null;
  /** Every job still remembered, newest first. */
  readonly list: () => readonly Job[];
  /** Resolves when nothing waits or runs any more. */
  readonly settled: () => Promise<void>;
};

/** Finished jobs remembered; the oldest are forgotten first. */
const MOST_REMEMBERED = 200;

/** A queue in this process: what runs when the process ends is not taken up again, and all it writes it writes whole or not at all. */
export function openJobs(clock: () => Date): Jobs {
  const jobs = new Map<string, Job>();
  const tails = new Map<string, Promise<void>>();
  const set = (id: string, change: Partial<Job>): void => {
    const job = jobs.get(id);
    if (job !== undefined) jobs.set(id, { ...job, ...change });
  };
  return {
    start: ({ work, onFault, links = [], ...facts }) => {
      forgetOldest(jobs);
      const job = newJob({ ...facts, links }, clock());
      jobs.set(job.id, job);
      const before = tails.get(job.kind) ?? Promise.resolve();
      const run = before.then(async () => {
        set(job.id, { state: "running", progress: { step: "Starting", done: 0, of: null } });
        const end = await finished(() => work((progress) => set(job.id, { progress })), onFault);
        set(job.id, { ...end, finishedAt: clock().toISOString() });
      });
      tails.set(job.kind, run);
      return job;
    },
    find: (id) => jobs.get(id) ?? null,
    list: () => [...jobs.values()].toReversed(),
    settled: async () => {
      await Promise.all(tails.values());
    },
  };
}

function newJob(facts: Pick<Job, "kind" | "title" | "startedBy" | "links">, now: Date): Job {
  return {
    ...facts,
    id: randomUUID(),
    startedAt: now.toISOString(),
    finishedAt: null,
    state: "waiting",
    progress: { step: "Waiting for work of the same kind to end", done: 0, of: null },
    result: null,
    fault: null,
  };
}

async function finished(
  work: () => Promise<JobResult>,
  onFault: JobToStart["onFault"],
): Promise<Pick<Job, "state" | "result" | "fault">> {
  try {
    return { state: "done", result: await work(), fault: null };
  } catch (fault) {
    if (!(fault instanceof AppError)) onFault?.(fault);
    return { state: "failed", result: null, fault: faultOf(fault) };
  }
}

/** What a person may read of a fault; one of ours says nothing of what lay behind it. */
function faultOf(fault: unknown): JobFault {
  return fault instanceof AppError
    ? { code: fault.code, sentence: fault.message, remedy: fault.remedy }
    : {
        code: "INTERNAL",
        sentence: "Something went wrong in Waymark itself.",
        remedy: "Try again; if it happens again, tell whoever looks after Waymark. The log says more.",
      };
}

function forgetOldest(jobs: Map<string, Job>): void {
  const finishedIds = [...jobs.values()].filter(({ finishedAt }) => finishedAt !== null).map(({ id }) => id);
  for (const id of finishedIds.slice(0, Math.max(0, finishedIds.length - MOST_REMEMBERED + 1))) jobs.delete(id);
}
