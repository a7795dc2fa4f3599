/** `npm run new:measure -- <area>/<id>`: a filled-in skeleton with one example that fails until it is worked out. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [place = ""] = process.argv.slice(2);
const [area, id] = place.split("/");
const path = `catalogue/measures/${area}/${id}.yaml`;
if (!/^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(place) || existsSync(path)) {
  console.error(
    existsSync(path)
      ? `${path} is already there.`
      : "Write npm run new:measure -- <area>/<id>, for example front-door/contacts-decided-in-a-day.",
  );
  process.exit(2);
}
mkdirSync(dirname(path), { recursive: true });
writeFileSync(
  path,
  `id: ${id}
title: ${(id ?? "").replaceAll("-", " ")}
definition: Of the … in the period, the percentage that …
shows: …
why: …
source: local definition
unit: percentage
polarity: high-is-good
cohort: { table: referral, counted_by: date }
numerator: not coalesce(nfa, false)
time_basis: [in-month, quarter, year-to-date, rolling-12-months]
breakdowns: [team, age_group, sex, ethnicity, disability]
examples:
  - it: work out by hand what to expect
    period: 2025-06
    referral: |
      child | date       | nfa
      A     | 2025-06-01 | false
      B     | 2025-06-30 | true
    expect: { numerator: 0, denominator: 0 }
  - { it: has no cases, period: 2025-06, expect: { status: no-cohort } }
  - { it: is an edge case, period: 2025-06, expect: { status: no-cohort } }
`,
);
console.log(`${path}\nNow: docs/how-to/add-a-measure.md`);
