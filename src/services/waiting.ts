/** What waits for somebody: comments to write or approve, figures to enter, actions to report on. One source a kind of work. */

import type { Permission } from "../domain/access/permissions.ts";
import { type Grant, permits } from "../domain/access/policy.ts";
import type { IsoDate } from "../domain/dates.ts";
import { figuresWaiting } from "./by-hand/waiting-figures.ts";
import { actionsWaiting, promisesWaiting } from "./challenge/waiting.ts";
import { commentsToApprove, commentsToWrite } from "./comments/waiting.ts";
import { loadsWaiting } from "./data/waiting-loads.ts";
import { definitionsReturned, definitionsToApprove } from "./definitions/waiting.ts";
import type { Store } from "./open-store.ts";
import { cardsToRelease } from "./publishing/waiting.ts";
import type { Workspace } from "./workspace.ts";

/** One line of what waits, on the home page. */
export type Waiting = {
  /** What it is, without its number: "Comments due". */
  readonly title: string;
  readonly count: number;
  /** The page where it is dealt with. */
  readonly href: string;
  /** The first day one of them is due, which may have passed; `null` when none has a day. */
  readonly dueSoonest: IsoDate | null;
};

/** For whom, and what their grants in force are. */
export type WaitingFor = { readonly person: string; readonly actor: string; readonly grants: readonly Grant[] };

export type WaitingContext = {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly today: IsoDate;
};

export type WaitingSource = {
  /** Who may have such work: asked of nobody else. */
  readonly needs: Permission;
  /** What waits within their scopes; nothing is an empty list, never a nought. Must be quick: a query of the store, not of children's rows. */
  readonly find: (context: WaitingContext, who: WaitingFor) => Promise<readonly Waiting[]>;
};

/** Every kind of work, one line each. */
const SOURCES: readonly WaitingSource[] = [
  commentsToWrite,
  commentsToApprove,
  cardsToRelease,
  actionsWaiting,
  promisesWaiting,
  figuresWaiting,
  loadsWaiting,
  definitionsToApprove,
  definitionsReturned,
];

/** Everything that waits for somebody, soonest due first; what has no day stands last, in the order of the sources. */
export async function waitingFor(
  context: WaitingContext,
  who: WaitingFor,
  sources: readonly WaitingSource[] = SOURCES,
): Promise<readonly Waiting[]> {
  const open = sources.filter(({ needs }) => permits(who.grants, needs));
  const found = await Promise.all(open.map(({ find }) => find(context, who)));
  return found
    .flat()
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => (a.dueSoonest ?? LAST).localeCompare(b.dueSoonest ?? LAST));
}

const LAST = "9999-12-31";
