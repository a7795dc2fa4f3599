/** What the page of long work says: how far it is, or what came of it. */
import type { Job } from "../../../services/jobs.ts";
import { longInstant } from "../../words.ts";

export type JobPageView = {
  readonly id: string;
  readonly title: string;
  readonly tag: string;
  readonly tagClass: string;
  /** One sentence on how it stands, read out when it changes. */
  readonly sentence: string;
  readonly isEnded: boolean;
  /** `null` where nobody can tell how much there will be. */
  readonly bar: { readonly done: number; readonly of: number } | null;
  readonly lines: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly code: string | null;
  readonly started: string;
};

const TAGS = {
  waiting: { tag: "Waiting", tagClass: "govuk-tag--grey" },
  running: { tag: "Under way", tagClass: "govuk-tag--blue" },
  done: { tag: "Done", tagClass: "govuk-tag--green" },
  failed: { tag: "Not done", tagClass: "govuk-tag--red" },
} as const;

/** A job as its page prints it. */
export function presentJob({ id, title, state, progress, result, fault, links, startedAt }: Job): JobPageView {
  const isEnded = state === "done" || state === "failed";
  const { step, done, of } = progress;
  return {
    id,
    title,
    ...TAGS[state],
    isEnded,
    sentence: result?.sentence ?? fault?.sentence ?? (of === null ? `${step}.` : `${step}: ${done} of ${of} done.`),
    bar: isEnded || of === null ? null : { done, of },
    lines: result?.lines ?? (fault === null ? [] : [fault.remedy]),
    links: result?.links ?? (fault === null ? [] : links),
    code: fault?.code ?? null,
    started: longInstant(startedAt),
  };
}
