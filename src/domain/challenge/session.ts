/** Challenge sessions: who is asked about what on which day, what was answered, and what was agreed to be done about it. */
import type { IsoDate } from "../dates.ts";
import type { Figure } from "../figure.ts";
import type { WindowId } from "../period.ts";

/** A session is planned until it is held; holding it freezes its packs. */
export const SESSION_STATES = ["planned", "held"] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export type ChallengeSession = {
  readonly id: number;
  readonly title: string;
  readonly heldOn: IsoDate;
  /** Names of the teams challenged, in order. */
  readonly teams: readonly string[];
  readonly state: SessionState;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly heldAt: string | null;
  readonly heldBy: string | null;
  readonly isWithdrawn: boolean;
};

/** One question put to a team and what was answered. */
export type Challenge = {
  readonly id: number;
  readonly session: number;
  readonly team: string;
  readonly question: string;
  readonly answer: string;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly isWithdrawn: boolean;
};

/** The measure an action is meant to move, and how it stood for the team when the action was agreed. */
export type LinkedMeasure = {
  readonly measure: string;
  readonly window: WindowId;
  readonly agreedFigure: Figure | null;
};

export const ACTION_STATES = ["open", "done"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export type ChallengeAction = {
  readonly id: number;
  readonly session: number | null;
  readonly challenge: number | null;
  readonly team: string;
  /** What will be done. */
  readonly text: string;
  /** The person of Waymark who owns it; `null` when the owner is only a name. */
  readonly owner: string | null;
  readonly ownerName: string;
  readonly due: IsoDate;
  readonly linked: LinkedMeasure | null;
  readonly state: ActionState;
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly isWithdrawn: boolean;
};

export const ACTION_STEPS = ["agreed", "changed", "progress", "done", "reopened", "withdrawn", "restored"] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

/** One line of an action's history. */
export type ActionNote = {
  readonly number: number;
  readonly kind: ActionStep;
  readonly text: string;
  readonly person: string;
  readonly at: string;
};

/** Whether the due day has passed with the action still open. */
export function isOverdue({ state, due }: Pick<ChallengeAction, "state" | "due">, today: IsoDate): boolean {
  return state === "open" && due < today;
}
