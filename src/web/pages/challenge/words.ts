/** The fixed words of the challenge pages: what was done, services, and why a figure stands out. */
import type { OutcomeWord } from "../../../domain/challenge/outcome.ts";
import { EXCEPTION_WORDS } from "../../../domain/challenge/pack-words.ts";
import type { ExceptionKind } from "../../../domain/challenge/team-pack.ts";
import type { PromiseWord } from "../../../domain/commentary/judge-promise.ts";

const DONE: Readonly<Record<string, string>> = {
  planned: "The pack is built. It follows the data until the session is held.",
  changed: "The session is changed.",
  held: "The session is held: its pack is kept as it stands now.",
  withdrawn: "The session is taken away. It can be brought back.",
  restored: "The session is back.",
  recorded: "The challenge is recorded.",
  agreed: "The challenge and its action are recorded. The action comes back in every session until it is done.",
  reworded: "The challenge is changed.",
  "challenge-withdrawn": "The challenge is taken away. It can be brought back.",
  "challenge-restored": "The challenge is back.",
  reported: "Your note is kept with the action.",
  done: "The action is done.",
  reopened: "The action is open again.",
  "action-changed": "The action is changed; its history keeps how it stood.",
  "action-withdrawn": "The action is taken away. It can be brought back.",
  "action-restored": "The action is back.",
  confirmed: "Confirmed. It will be looked at when its period is in.",
  "set-aside": "Set aside: it is not followed.",
  undecided: "The decision is taken back.",
};

/** The sentence for a word in the address; `null` for any word not of ours. */
export function doneSentence(word: unknown): string | null {
  return typeof word === "string" && Object.hasOwn(DONE, word) ? (DONE[word] ?? null) : null;
}

export const EXCEPTION_TAGS: Readonly<Record<ExceptionKind, { readonly text: string; readonly class: string }>> = {
  red: { text: EXCEPTION_WORDS.red, class: "govuk-tag--red" },
  "amber-falling": { text: EXCEPTION_WORDS["amber-falling"], class: "govuk-tag--orange" },
  unusual: { text: EXCEPTION_WORDS.unusual, class: "govuk-tag--purple" },
  recognise: { text: EXCEPTION_WORDS.recognise, class: "govuk-tag--green" },
};

export const OUTCOME_TAGS: Readonly<Record<OutcomeWord, string>> = {
  worked: "govuk-tag--green",
  "not-yet": "govuk-tag--yellow",
  worse: "govuk-tag--red",
  "cannot-be-told": "govuk-tag--grey",
};

export const PROMISE_TAGS: Readonly<Record<PromiseWord, string>> = {
  waiting: "govuk-tag--blue",
  kept: "govuk-tag--green",
  "not-kept": "govuk-tag--red",
  "not-measurable": "govuk-tag--grey",
};

/** "children_looked_after" as people say it. */
export function serviceWords(service: string): string {
  const words = service.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
