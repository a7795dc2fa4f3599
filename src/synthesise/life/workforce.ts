/** Who holds a child's case, day by day: posts, their holders one after another, and the reorganisation in between. */
import { holderOn, type Post, type Service, teamOn } from "../authority.ts";
import { addWorkingDays, type Day } from "../calendar.ts";
import { type Child, ownId, past, type Span, type World } from "./child.ts";

/** Notes that a service holds the case from one day to another. */
export function hold(
  child: Child,
  service: Service,
  start: Day,
  end: Day,
  referral: string | null,
  role = "allocated",
): void {
  child.spans.push({ service, role, start, end, referral });
}

/** The team and worker a return would print against a record of that day. */
export function heldBy(world: World, child: Child, service: Service, day: Day): { team: string; worker: string } {
  const post = postOf(world, child, service);
  return { team: teamOn(world.authority, post, day), worker: holderOn(post, day) };
}

/** The post of a service that holds this child's case; the same one each time. */
export function postOf(world: World, child: Child, service: Service): Post {
  let post = child.posts.get(service);
  if (!post) {
    post = world.authority.post(service, child.locality, world.random);
    child.posts.set(service, post);
  }
  return post;
}

/** Turns the spans into involvements: one for each holder of the post and each side of the reorganisation. */
export function addInvolvements(world: World, child: Child): void {
  for (const span of child.spans) {
    if (span.end < world.from || span.start > world.to || span.end <= span.start) continue;
    addSpan(world, child, span);
  }
}

function addSpan(world: World, child: Child, { service, role, start: from, end, referral }: Span): void {
  const { random, authority } = world;
  const post = postOf(world, child, service);
  // One case in forty waits for a worker for a week or more.
  let start = role === "allocated" && random.chance(0.025) ? addWorkingDays(from, random.int(4, 12)) : from;
  let reason: string | null = null;
  while (start < end && start <= world.to) {
    const holder = post.holders.findLast((each) => each.from <= start) ?? post.holders[0];
    if (!holder) return;
    const leaves = Math.min(end, holder.to + 1);
    const moved =
      start < authority.reorganisedOn && leaves > authority.reorganisedOn && post.teamBefore !== post.teamAfter;
    const stop = moved ? authority.reorganisedOn : leaves;
    reason = stop >= end ? null : moved ? "ORGRST" : random.chance(0.85) ? "LEFTRL" : "MANAGE";
    if (stop >= world.from)
      push(world, child, {
        role,
        start,
        stop,
        reason,
        referral,
        worker: holder.worker_id,
        team: teamOn(authority, post, start),
      });
    start = stop;
  }
}

type Spell = {
  readonly role: string;
  readonly start: Day;
  readonly stop: Day;
  readonly reason: string | null;
  readonly referral: string | null;
  readonly worker: string;
  readonly team: string;
};

function push(world: World, child: Child, { role, start, stop, reason, referral, worker, team }: Spell): void {
  const { involvements, person } = child.life;
  const end = past(world, stop);
  involvements.push({
    id: ownId(child, "I", involvements.length),
    person_id: person.person_id,
    worker_id: worker,
    team_id: team,
    role,
    start,
    end,
    change_reason: end === null ? null : reason,
    referral_id: referral,
  });
}
