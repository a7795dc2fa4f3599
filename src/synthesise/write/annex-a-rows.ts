/** A child's rows in each of Annex A's lists, as at the last day: events of six months, cases open in them, adoption of twelve. */
import type { Day } from "../calendar.ts";
import { monthsLater } from "../calendar.ts";
import type { Life } from "../life/records.ts";
import { commonFive, words } from "./annex-a-words.ts";

export type Cell = string | number | null;
type Lists = readonly (readonly (readonly Cell[])[])[];
type Window = { readonly half: Day; readonly year: Day; readonly to: Day };

const REVERSED: Readonly<Record<string, string>> = {
  RD1: "a) RD1: Child's needs changed",
  RD2: "b) RD2: Court did not make a placement order",
  RD3: "c) RD3: Prospective adopters cannot be found",
  RD4: "d) RD4: Any other reason",
};

/** Rows of lists 1 to 11, list 1 first. Dates are days. */
export function annexARows(life: Life, to: Day): Lists {
  const window: Window = { half: monthsLater(to, -6) + 1, year: monthsLater(to, -12) + 1, to };
  const five = commonFive(life, to);
  return [
    contacts(life, window, five),
    earlyHelp(life, window, five),
    referrals(life, window, five),
    assessments(life, window, five),
    enquiries(life, window, five),
    inNeed(life, window, five),
    protection(life, window, five),
    [],
    leavers(life, window, five),
    adoptions(life, window, five),
    adopters(life, window),
  ];
}

const reaches = (end: Day | null, from: Day) => end === null || end >= from;
const disabled = ({ disabilities }: Life) => words.yesNo(disabilities.length > 0);

function contacts({ contacts }: Life, { half }: Window, five: readonly Cell[]) {
  return contacts.filter(({ date }) => date >= half).map(({ date, source }) => [...five, date, words.source(source)]);
}

function earlyHelp({ earlyHelp }: Life, { half }: Window, five: readonly Cell[]) {
  return earlyHelp
    .filter(
      ({ assessment_start, assessment_end }) =>
        assessment_start !== null && reaches(assessment_end, half) && (assessment_end ?? assessment_start) >= half,
    )
    .map(({ assessment_start, assessment_end, organisation }) => [
      ...five,
      assessment_start,
      assessment_end,
      organisation,
    ]);
}

function referrals({ referrals }: Life, { half }: Window, five: readonly Cell[]) {
  return referrals
    .filter(({ date }) => date >= half)
    .map((each) => {
      const before = referrals.filter(({ date }) => date < each.date && date >= each.date - 365).length;
      return [...five, each.date, words.source(each.source), words.yesNo(each.nfa), before, each.team, each.worker];
    });
}

function assessments(life: Life, { half }: Window, five: readonly Cell[]) {
  return life.assessments
    .filter(({ authorised }) => reaches(authorised, half))
    .map((each) => {
      const needs = each.nfa === null ? "" : words.yesNo(!each.nfa);
      return [
        ...five,
        disabled(life),
        each.start,
        words.yesNo(each.child_seen),
        each.authorised,
        needs,
        each.team,
        each.worker,
      ];
    });
}

function enquiries(life: Life, { half, year }: Window, five: readonly Cell[]) {
  const { s47s, icpcs } = life;
  return s47s
    .filter(({ start }) => start !== null && start >= half)
    .map((each) => {
      const conference = icpcs.find(({ s47_id }) => s47_id === each.id);
      return [
        ...five,
        disabled(life),
        each.start,
        words.yesNo(each.icpc_not_required),
        conference?.date ?? null,
        words.yesNo(conference?.led_to_plan ?? null),
        s47s.filter(({ start }) => start !== null && start >= year).length,
        icpcs.filter(({ date }) => date !== null && date >= year).length,
        each.team,
        each.worker,
      ];
    });
}

function inNeed(life: Life, { half, to }: Window, five: readonly Cell[]) {
  const seen = life.visits.reduce<Day | null>(
    (last, { date, seen }) => (seen && (last === null || date > last) ? date : last),
    null,
  );
  return life.referrals
    .filter(({ closure_date, nfa }) => !nfa && reaches(closure_date, half))
    .map((each) => [
      ...five,
      disabled(life),
      each.date,
      words.need(each.primary_need),
      seen !== null && seen >= each.date ? seen : null,
      each.closure_date,
      words.closure(each.closure_reason),
      caseStatus(life, each.closure_date, to),
      each.team,
      each.worker,
    ]);
}

function caseStatus({ periods, cpPlans, cinPlans }: Life, closed: Day | null, to: Day): string {
  if (closed !== null && closed <= to) return "e) Closed episode";
  if (periods.some(({ end }) => end === null)) return "a) Looked after child";
  if (cpPlans.some(({ end }) => end === null)) return "b) Child Protection plan";
  return cinPlans.some(({ end }) => end === null) ? "c) Child in need plan" : "d) Open assessment";
}

function protection(life: Life, { half }: Window, five: readonly Cell[]) {
  const urgent = life.periods.some(({ statuses }) =>
    statuses.some(({ code, start }) => (code === "L1" || code === "L2") && start >= half),
  );
  return life.cpPlans
    .filter(({ end }) => reaches(end, half))
    .map((plan) => {
      const visit = life.visits.findLast(({ kind, subject_id }) => kind === "cp" && subject_id === plan.id);
      const review = life.reviews.findLast(
        ({ kind, subject_id, date }) => kind === "cp" && subject_id === plan.id && date !== null,
      );
      return [
        ...five,
        disabled(life),
        plan.start,
        words.category(plan.initial_category),
        words.category(plan.latest_category),
        visit?.date ?? null,
        words.yesNo(visit?.seen_alone ?? null),
        review?.date ?? null,
        plan.end,
        words.yesNo(urgent),
        plan.previous_plans,
        plan.team,
        plan.worker,
      ];
    });
}

const ELIGIBILITY: Readonly<Record<string, string>> = {
  relevant: "a) Relevant child",
  former_relevant: "b) Former relevant child",
  eligible: "d) Eligible child",
};
const TOUCH: Readonly<Record<string, string>> = {
  YES: "a) Yes",
  NO: "b) No",
  DIED: "c) Died",
  REFU: "d) Refu",
  NREQ: "e) NREQ",
  RHOM: "f) Rhom",
};

function leavers(life: Life, { half }: Window, five: readonly Cell[]) {
  const now = life.leaver.at(-1);
  if (!now || now.as_at < half) return [];
  const suits = now.suitable === null ? "" : now.suitable ? "a) Suitable" : "b) Unsuitable";
  return [
    [
      ...five,
      words.yesNo(life.uasc !== null),
      disabled(life),
      now.team,
      now.worker,
      now.advisor,
      ELIGIBILITY[now.eligibility] ?? "",
      now.pathway_plan,
      TOUCH[now.in_touch] ?? "",
      now.contact,
      words.accommodation(now.accommodation),
      suits,
      words.activity(now.activity),
    ],
  ];
}

function adoptions(life: Life, { year }: Window, five: readonly Cell[]) {
  const [id, ...four] = five;
  return life.permanence
    .filter(({ decision, order, reversed }) => decision !== null && reaches(order ?? reversed, year))
    .map((each) => {
      const entered = life.periods.find(({ id: period }) => period === each.period_id)?.start ?? null;
      return [
        id ?? null,
        life.family_id,
        ...four,
        disabled(life),
        entered,
        each.decision,
        each.placement_order,
        each.match,
        each.placed,
        each.order_type === "adoption" ? each.order : null,
        each.reversed,
        each.reversed_reason ? (REVERSED[each.reversed_reason] ?? "") : "",
        each.ffa_placed,
      ];
    });
}

/** Adopters of the children matched: made from the child's own dates, so that both lists tell one story. */
function adopters(life: Life, { year }: Window) {
  return life.permanence
    .filter(({ match, order }) => match !== null && reaches(order, year))
    .flatMap((each) =>
      Array.from({ length: each.adopters }, (_, place) => {
        const match = each.match ?? 0;
        const [id, family] = [`AD${life.person.person_id.slice(1)}${place + 1}`, life.family_id];
        const steps = [400, 380, 320, 310, 200, 190, 170].map((before) => match - before);
        const placed = each.placed === null ? null : 1;
        const order = each.order_type === "adoption" ? each.order : null;
        const carers = words.yesNo(each.carers_adopted ?? false);
        return [
          id,
          family,
          place === 0 ? "b) Female" : "a) Male",
          "a) WBRI",
          "b) No",
          carers,
          ...steps,
          match,
          each.placed,
          placed,
          order,
          null,
          "",
        ];
      }),
    );
}
