/** The made-up authority looks like England: rates of the newest year, and of the year before where one year is too few. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeAuthority } from "./authority.ts";
import { workingDaysBetween } from "./calendar.ts";
import { familiesOf, makeFamily } from "./life/family.ts";
import type { Life } from "./life/records.ts";
import { planOf } from "./options.ts";

/** Lowest and highest acceptable: England's figure of 2023 to 2025 lies in the middle. */
type Band = readonly [number, number];
const ENGLAND: Readonly<Record<string, Band>> = {
  "contacts per 10,000": [1100, 2400],
  "referrals per 10,000": [440, 600],
  "re-referrals, %": [17, 27],
  "referrals with no further action, %": [4, 10],
  "assessments within 45 working days, %": [78, 88],
  "section 47 enquiries per 10,000": [140, 230],
  "conferences within 15 working days, %": [70, 87],
  "child protection plans per 10,000": [30, 52],
  "second or later plans, %": [15, 33],
  "children in need per 10,000": [250, 390],
  "children looked after per 10,000": [55, 85],
  "children starting to be looked after per 10,000": [21, 36],
  "three or more placements, %": [5.5, 14],
  "ceased by adoption, %": [3, 14],
  "ceased by special guardianship, %": [6, 17],
};

const YEARS = 2;

type Made = { readonly lives: readonly Life[]; readonly to: number; readonly rate: (count: number) => number };

function measure(children: number, months: number): Readonly<Record<string, number>> {
  const plan = planOf({ authorities: 1, children, months, seed: "england", out: "" });
  const authority = makeAuthority(plan, plan.authorities[0]!);
  const lives = Array.from({ length: familiesOf(children) }, (_, family) => makeFamily(authority, family)).flat();
  const made: Made = { lives, to: plan.to, rate: (count) => (count / authority.plan.population) * 10_000 };
  return { ...frontDoor(made), ...protection(made), ...care(made) };
}

const share = <T>(rows: readonly T[], is: (row: T) => boolean) => (rows.filter(is).length / rows.length) * 100;
const isRecent = (to: number) => (day: number | null) => day !== null && day > to - 365 * YEARS && day <= to;

function frontDoor({ lives, to, rate }: Made): Readonly<Record<string, number>> {
  const recent = isRecent(to);
  const referrals = lives.flatMap((life) =>
    life.referrals.map((referral) => ({ ...referral, before: life.referrals })),
  );
  const received = referrals.filter(({ date }) => recent(date));
  const assessed = lives.flatMap(({ assessments }) => assessments).filter(({ authorised }) => recent(authorised));
  const contacts = lives.flatMap((life) => life.contacts).filter(({ date }) => recent(date));
  return {
    "contacts per 10,000": rate(contacts.length) / YEARS,
    "referrals per 10,000": rate(received.length) / YEARS,
    "re-referrals, %": share(received, ({ date, before }) =>
      before.some((each) => each.date < date && each.date >= date - 365),
    ),
    "referrals with no further action, %": share(received, ({ nfa }) => nfa),
    "assessments within 45 working days, %": share(
      assessed,
      ({ start, authorised }) => workingDaysBetween(start, authorised ?? 0) <= 45,
    ),
    "children in need per 10,000": rate(referrals.filter(({ closure_date }) => closure_date === null).length),
  };
}

function protection({ lives, to, rate }: Made): Readonly<Record<string, number>> {
  const recent = isRecent(to);
  const enquiries = lives.flatMap(({ s47s }) => s47s).filter(({ start }) => recent(start));
  const conferences = lives.flatMap(({ icpcs }) => icpcs).filter(({ date }) => recent(date));
  const plans = lives.flatMap(({ cpPlans }) => cpPlans);
  const started = plans.filter(({ start }) => recent(start));
  return {
    "section 47 enquiries per 10,000": rate(enquiries.length) / YEARS,
    "conferences within 15 working days, %": share(
      conferences,
      ({ strategy_date, date }) => workingDaysBetween(strategy_date, date ?? 0) <= 15,
    ),
    "child protection plans per 10,000": rate(plans.filter(({ end }) => end === null).length),
    "second or later plans, %": share(started, ({ previous_plans }) => previous_plans > 0),
  };
}

function care({ lives, to, rate }: Made): Readonly<Record<string, number>> {
  const recent = isRecent(to);
  const periods = lives
    .flatMap((life) => life.periods.map((period) => ({ ...period, life })))
    .filter(({ statuses }) => !["V3", "V4"].includes(statuses[0]?.code ?? ""));
  const lookedAfter = periods.filter(({ end }) => end === null);
  const ceased = periods
    .filter(({ end }) => recent(end))
    .map(({ id, life }) => life.episodes.findLast(({ period_id }) => period_id === id)?.rec ?? "");
  return {
    "children looked after per 10,000": rate(lookedAfter.length),
    "children starting to be looked after per 10,000":
      rate(periods.filter(({ start }) => recent(start)).length) / YEARS,
    "three or more placements, %": share(
      lookedAfter,
      ({ placements }) => placements.filter(({ end }) => end === null || end > to - 365).length >= 3,
    ),
    "ceased by adoption, %": share(ceased, (rec) => rec === "E11" || rec === "E12"),
    "ceased by special guardianship, %": share(ceased, (rec) => /^E4[5-8]$/.test(rec)),
  };
}

test("a council of 20,000 known children has rates near England's", () => {
  const found = measure(20_000, 84);
  for (const [name, [least, most]] of Object.entries(ENGLAND)) {
    const value = found[name] ?? Number.NaN;
    assert.ok(value >= least && value <= most, `${name} is ${value.toFixed(1)}, not ${least} to ${most}`);
  }
});

test("the demonstration's 3,000 children have rates near England's too, small numbers allowed for", () => {
  const found = measure(3_000, 60);
  for (const name of [
    "referrals per 10,000",
    "children in need per 10,000",
    "children looked after per 10,000",
    "re-referrals, %",
  ]) {
    const [least, most] = ENGLAND[name] ?? [0, 0];
    const value = found[name] ?? Number.NaN;
    assert.ok(value >= least * 0.75 && value <= most * 1.25, `${name} is ${value.toFixed(1)}`);
  }
});
