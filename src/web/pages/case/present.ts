/** What a child's page prints: who the child is to the service, what is due, what happened by month, what was noted. */

import type { CaseNote } from "../../../services/cases/case-notes.ts";
import type { ChildEvent, ChildRecord } from "../../../services/cases/child-record.ts";
import { countOf, longDate, longInstant } from "../../words.ts";
import { leftWords } from "../team/present-due.ts";

export type CaseView = {
  readonly child: string;
  readonly on: string;
  readonly dataTo: string;
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly due: readonly {
    readonly duty: string;
    readonly due: string;
    readonly left: string;
    readonly isOverdue: boolean;
  }[];
  readonly months: readonly { readonly month: string; readonly events: readonly EventView[] }[];
  readonly isPart: boolean;
  readonly notes: readonly NoteView[];
};

export type EventView = { readonly day: string; readonly words: string; readonly by: string };

export type NoteView = {
  readonly id: number;
  readonly child: string;
  readonly kind: string;
  readonly body: string;
  readonly by: string;
  readonly answer: string | null;
  /** Whether the viewer wrote it and nobody has answered, so that they may take it back. */
  readonly mayTakeBack: boolean;
};

export const NOTE_KIND_WORDS: Readonly<Record<CaseNote["kind"], string>> = {
  "recording-error": "The record is wrong",
  explanation: "The record is right, and this is why",
};

/** The whole page. @param actor who looks */
export function presentCase(
  record: ChildRecord,
  notes: readonly CaseNote[],
  { dataTo, actor }: { readonly dataTo: string; readonly actor: string },
): CaseView {
  const { child, on, age, holders, due, duties, events, isPart } = record;
  const months = Map.groupBy(events, ({ day }) => longDate(day).split(" ").slice(1).join(" "));
  return {
    child,
    on,
    dataTo,
    isPart,
    facts: [
      { key: "Age", value: age === null ? "Not recorded, or not yet born" : countOf(age, "year") },
      {
        key: "Held by",
        value:
          holders.length === 0
            ? "Nobody on the day shown"
            : holders.map(({ worker, team, since }) => `${worker}, ${team}, since ${longDate(since)}`).join("; "),
      },
    ],
    due: due.map((item) => ({
      duty: duties[item.duty].title,
      due: longDate(item.due),
      left: leftWords(item),
      isOverdue: item.daysLeft < 0,
    })),
    months: [...months].map(([month, own]) => ({ month, events: own.map(eventView) })),
    notes: notes.map((note) => presentNote(note, actor)),
  };
}

/** A note in words. */
export function presentNote({ id, child, kind, body, author, at, answer }: CaseNote, actor: string): NoteView {
  return {
    id,
    child,
    kind: NOTE_KIND_WORDS[kind],
    body,
    by: `${author}, ${longInstant(at)}`,
    answer: answer === null ? null : `${answer.words} (${answer.by}, ${longInstant(answer.at)})`,
    mayTakeBack: answer === null && author === actor,
  };
}

function eventView({ day, words, detail, team, worker }: ChildEvent): EventView {
  const by = [worker, team].filter((name) => name !== null && name !== detail).join(", ");
  return { day: longDate(day), words: detail === "" ? words : `${words}: ${detail}`, by };
}
