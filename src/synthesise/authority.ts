/** The made-up authority itself: teams, posts and the workers who hold them one after another, and the reorganisation half way. */
import { type Day, onWorkingDay } from "./calendar.ts";
import type { AuthorityPlan, Plan } from "./options.ts";
import { makeRandom, type Random, type Weighted, weighted } from "./prng.ts";
import { HISTORY_YEARS } from "./rates.ts";

export type Service =
  | "front_door"
  | "assessment"
  | "safeguarding"
  | "disability"
  | "children_looked_after"
  | "care_leavers"
  | "early_help"
  | "fostering"
  | "reviewing";

export type Team = {
  readonly team_id: string;
  readonly name: string;
  readonly parent_id: string;
  readonly service: Service;
  readonly locality: string | null;
  readonly from_date: Day | null;
  readonly to_date: Day | null;
};

export type Worker = {
  readonly worker_id: string;
  readonly registration: string | null;
  readonly title: string;
  readonly fte: number;
  readonly agency: boolean;
  readonly start: Day;
  readonly end: Day | null;
  readonly team_id: string;
};

/** A post keeps its cases; its holder and, at the reorganisation, its team change. */
export type Post = {
  readonly service: Service;
  readonly holders: readonly { readonly worker_id: string; readonly from: Day; readonly to: Day }[];
  readonly teamBefore: string;
  readonly teamAfter: string;
};

export type Authority = {
  readonly plan: AuthorityPlan;
  readonly seed: string;
  /** First and last day of whole data. */
  readonly from: Day;
  readonly to: Day;
  readonly reorganisedOn: Day;
  readonly teams: readonly Team[];
  readonly workers: readonly Worker[];
  /** A post of a service for a family of a locality. */
  post(service: Service, locality: number, random: Random): Post;
};

export const LOCALITIES = ["North", "South", "East", "West", "Central"] as const;

/** Open cases for 10,000 people aged 0 to 17, cases to a post, and what the post is called. */
const SERVICES: readonly (readonly [Service, number, number, string, string])[] = [
  ["front_door", 18, 12, "Front Door", "Social worker"],
  ["assessment", 70, 16, "Assessment", "Social worker"],
  ["safeguarding", 205, 16, "Safeguarding", "Social worker"],
  ["disability", 24, 17, "Disabled Children", "Social worker"],
  ["children_looked_after", 66, 15, "Children Looked After", "Social worker"],
  ["care_leavers", 45, 20, "Leaving Care", "Personal adviser"],
  ["early_help", 75, 14, "Early Help", "Early help practitioner"],
  ["fostering", 45, 18, "Fostering", "Supervising social worker"],
  ["reviewing", 110, 60, "Reviewing Service", "Independent reviewing officer"],
];
const REORGANISED: ReadonlySet<Service> = new Set<Service>(["assessment", "safeguarding"]);
const POSTS_IN_TEAM = 7;
const FTE = weighted([
  [1, 76],
  [0.8, 11],
  [0.6, 8],
  [0.5, 5],
] as const);
const TENURE = { permanent: 1500, agency: 260 } as const;
const AGENCY_SHARE = 0.45;

/** Makes the authority from the seed alone. */
export function makeAuthority(plan: Plan, authorityPlan: AuthorityPlan): Authority {
  const random = makeRandom(plan.seed, authorityPlan.index, "authority");
  const reorganisedOn = onWorkingDay(plan.from + Math.floor((plan.to - plan.from) * 0.55));
  const base: StaffBase = { random, plan, reorganisedOn, teams: [], workers: [] };
  const staff = new Map<Service, readonly Weighted<Post>[]>();
  for (const [service, open, cases, name, title] of SERVICES) {
    const posts = Math.max(2, Math.round((authorityPlan.population * open) / 10_000 / cases));
    staff.set(service, makeService(base, { service, name, title, posts }));
  }
  return {
    plan: authorityPlan,
    seed: plan.seed,
    from: plan.from,
    to: plan.to,
    reorganisedOn,
    teams: base.teams,
    workers: base.workers,
    post: (service, locality, chance) => choosePost(staff.get(service) ?? [], locality, chance),
  };
}

/** Who holds a post on a day. */
export function holderOn(post: Post, day: Day): string {
  for (let place = post.holders.length - 1; place > 0; place--) {
    const holder = post.holders[place];
    if (holder && holder.from <= day) return holder.worker_id;
  }
  return post.holders[0]?.worker_id ?? "";
}

/** The team a post belongs to on a day. */
export function teamOn(authority: Authority, post: Post, day: Day): string {
  return day < authority.reorganisedOn ? post.teamBefore : post.teamAfter;
}

type StaffBase = {
  readonly random: Random;
  readonly plan: Plan;
  readonly reorganisedOn: Day;
  readonly teams: Team[];
  readonly workers: Worker[];
};

type ServicePlan = { readonly service: Service; readonly name: string; readonly title: string; readonly posts: number };

function choosePost(teams: readonly Weighted<Post>[], locality: number, random: Random): Post {
  const team = teams[Math.floor((locality * teams.length) / LOCALITIES.length)];
  if (!team) throw new Error("A service has no team.");
  return random.pick(team);
}

function makeService(base: StaffBase, { service, name, title, posts }: ServicePlan): readonly Weighted<Post>[] {
  const count = Math.ceil(posts / POSTS_IN_TEAM);
  return Array.from({ length: count }, (_, place) => {
    const [before, after] = addTeams(base, { service, name, title, posts: count }, place);
    const size = Math.floor(posts / count) + (place < posts % count ? 1 : 0);
    return weighted(
      Array.from(
        { length: size },
        () => [addPost(base, service, title, before, after), 0.75 + base.random.next() * 0.5] as const,
      ),
    );
  });
}

/** Adds a team, and at the reorganisation the one that takes its place. */
function addTeams(
  base: StaffBase,
  { service, name, posts: count }: ServicePlan,
  place: number,
): readonly [string, string] {
  const locality = count === 1 ? null : (LOCALITIES[Math.floor((place * LOCALITIES.length) / count)] ?? null);
  const number = count > LOCALITIES.length ? ` ${place + 1}` : "";
  const add = (label: string, from: Day | null, to: Day | null): string => {
    const team_id = `T${String(base.teams.length + 1).padStart(3, "0")}`;
    const full = `${label}${locality ? ` ${locality}` : ""}${number}`;
    base.teams.push({
      team_id,
      name: full,
      parent_id: `S-${service}`,
      service,
      locality,
      from_date: from,
      to_date: to,
    });
    return team_id;
  };
  if (!REORGANISED.has(service)) {
    const id = add(name, null, null);
    return [id, id];
  }
  return [add(name, null, base.reorganisedOn - 1), add(`${name} Group`, base.reorganisedOn, null)];
}

function addPost(base: StaffBase, service: Service, title: string, teamBefore: string, teamAfter: string): Post {
  const { random, plan } = base;
  const holders: { worker_id: string; from: Day; to: Day }[] = [];
  let from = plan.from - HISTORY_YEARS * 366 - random.int(0, TENURE.permanent);
  while (from <= plan.to) {
    const agency = service !== "early_help" && random.chance(AGENCY_SHARE);
    const to = from + 60 + random.wait(agency ? TENURE.agency : TENURE.permanent);
    const worker_id = `SW${String(base.workers.length + 1).padStart(5, "0")}`;
    base.workers.push({
      worker_id,
      registration: title.includes("ocial worker") ? `SWM${String(100000 + base.workers.length)}` : null,
      title,
      fte: agency ? 1 : random.pick(FTE),
      agency,
      start: from,
      end: to <= plan.to ? to : null,
      team_id: Math.min(to, plan.to) < base.reorganisedOn ? teamBefore : teamAfter,
    });
    holders.push({ worker_id, from, to });
    from = to + 1;
  }
  return { service, holders, teamBefore, teamAfter };
}
