/** The fixed words of the commentary pages: states, and what has just been done. */
import type { OwedState } from "../../../domain/commentary/owed.ts";
import type { CommentState } from "../../../domain/commentary.ts";

export const STATE_TAGS: Readonly<Record<CommentState, { readonly text: string; readonly class: string }>> = {
  draft: { text: "Draft", class: "govuk-tag--grey" },
  submitted: { text: "Handed in", class: "govuk-tag--blue" },
  returned: { text: "Returned", class: "govuk-tag--orange" },
  approved: { text: "Approved", class: "govuk-tag--green" },
};

export const OWED_TAGS: Readonly<Record<OwedState, { readonly text: string; readonly class: string }>> = {
  overdue: { text: "Overdue", class: "govuk-tag--red" },
  due: { text: "Due", class: "govuk-tag--yellow" },
  waiting: { text: "Waiting for approval", class: "govuk-tag--blue" },
  done: { text: "Approved", class: "govuk-tag--green" },
};

const DONE: Readonly<Record<string, string>> = {
  saved: "Saved as a draft. Nobody else is asked to do anything until you hand it in.",
  submitted: "Handed in for approval.",
  returned: "Returned to its author with your reason.",
  approved: "Approved.",
  withdrawn: "Taken away. It can be brought back.",
  restored: "Brought back as it was.",
  answered: "Your answer is kept with the flag.",
  asked: "Asked. It stands on their commentary page and their home page until it is handed in.",
  "asked-no-more": "No longer asked for.",
};

/** The sentence for a word in the address; `null` for any word not of ours. */
export function doneSentence(word: string | undefined): string | null {
  return word !== undefined && Object.hasOwn(DONE, word) ? (DONE[word] ?? null) : null;
}
