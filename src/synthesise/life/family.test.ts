/** Made-up lives hang together: what a performance analyst would call impossible never happens in them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeAuthority } from "../authority.ts";
import { addWorkingDays, birthday, monthsLater } from "../calendar.ts";
import { planOf } from "../options.ts";
import { familiesOf, makeFamily } from "./family.ts";
import type { Life } from "./records.ts";

const plan = planOf({ authorities: 1, children: 4000, months: 72, seed: "coherence", out: "" });
const authority = makeAuthority(plan, plan.authorities[0]!);
const lives: readonly Life[] = Array.from({ length: familiesOf(4000) }, (_, family) =>
  makeFamily(authority, family),
).flat();
const { to } = plan;
const born = ({ person }: Life) => person.dob ?? person.expected_dob ?? Number.NaN;

/** Checks a statement about every row of a kind, and that there were rows to check. */
function every<T>(rows: (life: Life) => readonly T[], statement: (row: T, life: Life) => boolean, atLeast = 1): void {
  let seen = 0;
  for (const life of lives)
    for (const row of rows(life)) {
      seen++;
      assert.ok(statement(row, life), JSON.stringify(row));
    }
  assert.ok(seen >= atLeast, `only ${seen} rows to check`);
}

test("nothing but contacts, referrals and protection comes before a child is born", () => {
  every(
    ({ visits }) => visits,
    ({ date }, life) => date >= born(life),
    1000,
  );
  every(
    ({ episodes }) => episodes,
    ({ start }, life) => start >= born(life),
    100,
  );
  every(
    ({ health }) => health,
    ({ date }, life) => date === null || date >= born(life),
    100,
  );
  every(
    ({ earlyHelp }) => earlyHelp,
    ({ start }, life) => start >= born(life),
    100,
  );
});

test("nothing that happened is dated after the last day, and an end never comes before its start", () => {
  every(
    ({ contacts }) => contacts,
    ({ date, decision_date }) => date <= to && (decision_date === null || decision_date >= date),
  );
  every(
    ({ visits }) => visits,
    ({ date }) => date <= to,
  );
  every(
    ({ referrals }) => referrals,
    ({ date, closure_date }) => date <= to && (closure_date === null || (closure_date >= date && closure_date <= to)),
  );
  every(
    ({ assessments }) => assessments,
    ({ start, authorised }) => authorised === null || (authorised >= start && authorised <= to),
  );
  every(
    ({ cpPlans }) => cpPlans,
    ({ start, end }) => start <= to && (end === null || (end > start && end <= to)),
  );
  every(
    ({ cinPlans }) => cinPlans,
    ({ start, end }) => start <= to && (end === null || end > start),
  );
  every(
    ({ episodes }) => episodes,
    ({ start, end }) => start <= to && (end === null || (end > start && end <= to)),
  );
  every(
    ({ missing }) => missing,
    ({ start, end }) => start <= to && (end === null || end >= start),
  );
  every(
    ({ involvements }) => involvements,
    ({ start, end }) => start <= to && (end === null || end > start),
  );
});

test("a child is not referred again while a case is open, nor once 18", () => {
  every(
    ({ referrals }) => referrals,
    (referral, life) => {
      const before = life.referrals[life.referrals.indexOf(referral) - 1];
      const closed = before === undefined || (before.closure_date !== null && before.closure_date <= referral.date);
      return closed && referral.date < birthday(born(life), 18);
    },
    1000,
  );
});

test("a child protection plan begins on the day of the conference that made it, after a strategy discussion after a referral", () => {
  every(
    ({ cpPlans }) => cpPlans,
    (protection, life) => {
      const conference = life.icpcs.find(({ id }) => id === protection.icpc_id);
      const referral = life.referrals.find(({ referral_id }) => referral_id === protection.referral_id);
      if (!referral || protection.start < referral.date) return false;
      if (!conference) return protection.end !== null; // kept only as history
      const inOrder = conference.strategy_date >= referral.date && conference.date === protection.start;
      return (
        inOrder && conference.led_to_plan === true && conference.target === addWorkingDays(conference.strategy_date, 15)
      );
    },
    30,
  );
});

test("the first protection review is due within three months of the conference and each later one within six of the one before", () => {
  every(
    ({ cpPlans }) => cpPlans,
    (protection, life) => {
      const reviews = life.reviews.filter(({ kind, subject_id }) => kind === "cp" && subject_id === protection.id);
      let due = monthsLater(protection.start, 3);
      return reviews.every((review) => {
        const right =
          review.due === due && (review.date === null || protection.end === null || review.date <= protection.end);
        due = monthsLater(review.date ?? due, 6);
        return right;
      });
    },
  );
});

test("periods of care do not overlap, and placements and legal statuses fill each from its first day to its last", () => {
  every(
    ({ periods }) => periods,
    (period, { periods }) => {
      const next = periods[periods.indexOf(period) + 1];
      if (next && (period.end === null || next.start < period.end)) return false;
      return [period.placements, period.statuses].every(
        (runs) =>
          runs[0]?.start === period.start &&
          runs.at(-1)?.end === period.end &&
          runs.every((run, place) => place === 0 || runs[place - 1]?.end === run.start),
      );
    },
    50,
  );
});

test("episodes of a period follow one another: S first, X1 between, a reason ceased only at the end", () => {
  every(
    ({ episodes }) => episodes,
    (episode, life) => {
      const period = life.periods.find(({ id }) => id === episode.period_id);
      const own = life.episodes.filter(({ period_id }) => period_id === episode.period_id);
      const place = own.indexOf(episode);
      const next = own[place + 1];
      const starts = (place === 0) === (episode.rne === "S") && (place > 0 || period?.start === episode.start);
      if (next) return starts && episode.rec === "X1" && episode.end === next.start;
      return (
        starts && episode.end === period?.end && (episode.end === null ? episode.rec === null : episode.rec !== "X1")
      );
    },
    100,
  );
});

test("nobody is looked after, on a plan or missing from care once 18", () => {
  every(
    ({ episodes }) => episodes,
    ({ start, end }, life) => start < birthday(born(life), 18) && (end === null || end <= birthday(born(life), 18)),
  );
  every(
    ({ cpPlans }) => cpPlans,
    ({ end }, life) => end === null || end <= birthday(born(life), 18),
  );
});

test("a first review of a child looked after is due 20 working days after coming into care", () => {
  every(
    ({ periods }) => periods,
    (period, { reviews }) => {
      const first = reviews.find(({ kind, subject_id }) => kind === "cla" && subject_id === period.id);
      return first === undefined || first.due === addWorkingDays(period.start, 20);
    },
  );
});

test("the road to adoption runs decision, placement order, match, placing, order", () => {
  every(
    ({ permanence }) => permanence,
    ({ decision, placement_order, match, placed, order }) => {
      const days = [decision, placement_order, match, placed, order].filter((day) => day !== null);
      return days.every((day, place) => place === 0 || day >= (days[place - 1] ?? 0));
    },
    10,
  );
});

test("whoever holds a case was in post that day", () => {
  const workers = new Map(authority.workers.map((worker) => [worker.worker_id, worker]));
  every(
    ({ involvements }) => involvements,
    ({ worker_id, start, end }) => {
      const worker = workers.get(worker_id);
      return (
        worker !== undefined &&
        worker.start <= start &&
        (worker.end === null || (end !== null && end <= worker.end + 1))
      );
    },
    1000,
  );
});

test("an education, health and care plan follows a request, and its review follows the plan", () => {
  every(
    ({ ehcp }) => ehcp,
    ({ request_date, request_outcome_date, assessment_outcome_date, plan_start, last_review }) =>
      (request_outcome_date === null || request_outcome_date > request_date) &&
      (assessment_outcome_date === null || assessment_outcome_date > request_date) &&
      (last_review === null || (plan_start !== null && last_review > plan_start)),
    100,
  );
});

test("no one has a name, and every id is a child's own", () => {
  const ids = new Set(lives.map(({ person }) => person.person_id));
  assert.equal(ids.size, lives.length);
  every(
    ({ person }) => [person],
    ({ forename, surname }) => forename === null && surname === null,
  );
  const visits = lives.flatMap((life) => life.visits.map(({ id }) => id));
  assert.equal(new Set(visits).size, visits.length);
});

test("a family is the same made alone as made among others", () => {
  const again = makeAuthority(plan, plan.authorities[0]!);
  assert.deepEqual(makeFamily(again, 700), makeFamily(authority, 700));
});
