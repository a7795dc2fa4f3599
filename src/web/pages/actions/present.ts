/** Turns actions into what their pages print: one's own first, then one's teams', narrowed as asked. */
import type { ActionStep } from "../../../domain/challenge/session.ts";
import type { SeenAction } from "../../../services/challenge/actions.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import { countOf, longInstant } from "../../words.ts";
import type { NameOf } from "../challenge/names.ts";
import { type ActionView, presentAction } from "../challenge/present.ts";

export type ActionChoice = {
  readonly whose?: string | undefined;
  readonly state?: string | undefined;
  readonly team?: string | undefined;
};

export type ActionsView = {
  readonly own: readonly ActionView[];
  readonly others: readonly (ActionView & { readonly team: string })[];
  readonly found: string;
  readonly stateOptions: readonly SelectOption[];
  readonly teamOptions: readonly SelectOption[];
};

/** Open ones unless asked otherwise. */
const STATES = { open: "Open", overdue: "Overdue", done: "Done", all: "All" } as const;

/** The list of actions. */
export function presentActions(all: readonly SeenAction[], choice: ActionChoice): ActionsView {
  const state = Object.keys(STATES).find((one) => one === choice.state) ?? "open";
  const found = all
    .filter((seen) => state === "all" || (state === "overdue" ? seen.isOverdue : seen.action.state === state))
    .filter(({ action }) => choice.team === undefined || action.team === choice.team);
  const others = found.filter(({ isOwn }) => !isOwn);
  const teams = [...new Set(all.map(({ action }) => action.team))].sort();
  return {
    own: found.filter(({ isOwn }) => isOwn).map(presentAction),
    others: others.map((seen) => ({ ...presentAction(seen), team: seen.action.team })),
    found: `${countOf(found.length, "action")} found.`,
    stateOptions: Object.entries(STATES).map(([value, text]) => ({ value, text, selected: value === state })),
    teamOptions: [
      { value: "", text: "Every team" },
      ...teams.map((team) => ({ value: team, text: team, selected: team === choice.team })),
    ],
  };
}

export type NoteView = { readonly key: number; readonly what: string; readonly text: string; readonly by: string };

export type HistoryView = {
  readonly id: number;
  readonly version: number;
  readonly view: ActionView;
  readonly team: string;
  readonly measure: { readonly title: string; readonly href: string } | null;
  readonly session: string | null;
  readonly notes: readonly NoteView[];
  readonly isOpen: boolean;
  readonly isWithdrawn: boolean;
  readonly isRunner: boolean;
  readonly mayReport: boolean;
};

const STEP_WORDS: Readonly<Record<ActionStep, string>> = {
  agreed: "Agreed",
  changed: "Changed",
  progress: "Progress",
  done: "Done",
  reopened: "Opened again",
  withdrawn: "Taken away",
  restored: "Brought back",
};

/** One action with all that was done about it, the latest first. */
export function presentHistory(seen: SeenAction, nameOf: NameOf): HistoryView {
  const { action, notes, measureTitle, isRunner, isOwn } = seen;
  const { id, version, team, linked, session } = action;
  return {
    ...{ id, version, team, isRunner },
    view: presentAction(seen),
    measure:
      linked === null
        ? null
        : { title: measureTitle ?? linked.measure, href: `/measures/${linked.measure}?window=${linked.window}` },
    session: session === null ? null : `/challenge/${session}/teams/${encodeURIComponent(team)}`,
    notes: notes
      .map(({ number, kind, text, person, at }) => ({
        key: number,
        what: STEP_WORDS[kind],
        text,
        by: `${nameOf(person)}, ${longInstant(at)}`,
      }))
      .toReversed(),
    isOpen: action.state === "open",
    isWithdrawn: action.isWithdrawn,
    mayReport: isOwn || isRunner,
  };
}
