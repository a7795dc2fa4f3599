/** A child while their life is being made: the records so far and what later steps need to know. */
import type { Authority, Post, Service } from "../authority.ts";
import type { Day } from "../calendar.ts";
import type { Random } from "../prng.ts";
import { RECORDING_LAG_DAYS } from "../rates.ts";
import type { Life } from "./records.ts";

/** What every step of a life may look at. */
export type World = { readonly authority: Authority; readonly random: Random; readonly from: Day; readonly to: Day };

/** A stretch of days in which a service holds the child's case. */
export type Span = {
  readonly service: Service;
  readonly role: string;
  readonly start: Day;
  readonly end: Day;
  readonly referral: string | null;
};

export type Child = {
  readonly life: Life;
  readonly born: Day;
  readonly eighteen: Day;
  readonly locality: number;
  readonly disabled: boolean;
  readonly uasc: boolean;
  /** Day until which a case is open; a new referral waits for it. */
  openUntil: Day;
  readonly spans: Span[];
  /** The post of each service that holds this child's case, once one does. */
  readonly posts: Map<Service, Post>;
};

/** A day, or `null` when it is still to come: what has not happened is not recorded. */
export function past(world: World, day: Day): Day | null {
  return day <= world.to ? day : null;
}

/** Whether something done on a day has been written down by the last day: the newest facts come late. */
export function isRecorded(world: World, day: Day): boolean {
  if (day > world.to) return false;
  const age = world.to - day;
  return age > RECORDING_LAG_DAYS * 6 || world.random.chance(1 - Math.exp(-(age + 1) / RECORDING_LAG_DAYS));
}

/** First day for which frequent events (visits, checks, supervisions) are kept: a year before whole data begins. */
export function keptFrom(world: World): Day {
  return world.from - 366;
}

/** An id that is the child's own and stays the same whatever else is made: kind, child number, ordinal. */
export function ownId(child: Child, kind: string, ordinal: number): string {
  return `${kind}${child.life.person.person_id.slice(1)}-${ordinal + 1}`;
}

/** The earlier of two days. */
export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** A whole number of days from a band both ends of which are included. */
export function within(random: Random, [from, to]: readonly [number, number]): number {
  return random.int(from, to);
}
