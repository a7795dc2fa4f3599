/** Periods, days, counts and editions that templates print are computed, never typed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TeamPack } from "../../domain/challenge/team-pack.ts";
import { parsePeriod, type WindowId } from "../../domain/period.ts";
import type { ReportTemplate } from "../../domain/report/template.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import { fillingOf, periodOfSubject } from "./filling.ts";
import type { ReportQuestion, Subject } from "./making.ts";

const TEMPLATE = { asks: [], sections: [] } as unknown as ReportTemplate;
const QUESTION = { answers: {}, madeOn: "2026-04-10" } as unknown as ReportQuestion;

function valuesOf(period: string, window: WindowId) {
  const card = {
    ...{ title: "Card", period: parsePeriod(period, window) },
    ratings: { red: 1, amber: 2, green: 3, "not-rated": 4, total: 10 },
    directions: { improving: 5, worse: 1, similar: 2, changed: 1, "cannot-compare": 1, total: 10 },
  } as unknown as ScoredCard;
  const subject = { authority: "Wexcombe", card, edition: null, earlier: null, indicator: null, packs: [] };
  return fillingOf(subject as unknown as Subject, TEMPLATE, QUESTION).values;
}

const cases = [
  ["2025-26-Q4", "quarter", "1 January to 31 March 2026", "Quarter 3 2025-26", "2025-26"],
  ["2025-26-Q3", "quarter", "1 October to 31 December 2025", "Quarter 2 2025-26", "2025-26"],
  ["2026-01", "in-month", "1 January to 31 January 2026", "December 2025", "2025-26"],
  ["2025-26", "financial-year", "1 April 2025 to 31 March 2026", "Year 2024-25", "2025-26"],
] as const;
for (const [period, window, days, previous, year] of cases)
  test(`${period} is ${days}, after ${previous}, in ${year}`, () => {
    const values = valuesOf(period, window);
    assert.deepEqual(
      [values["period-days"], values["previous-period"], values["financial-year"]],
      [days, previous, year],
    );
  });

test("rated is red, amber and green together, and counts are the card’s", () => {
  const values = valuesOf("2026-01", "in-month");
  assert.deepEqual(
    [
      values["count-indicators"],
      values["count-rated"],
      values["count-red"],
      values["count-not-rated"],
      values["count-improving"],
    ],
    ["10", "6", "1", "4", "5"],
  );
  assert.equal(values.edition, "not yet published");
  assert.equal(values["earlier-edition"], "none");
});

test("packs of teams are of the month their newest figures end in", () => {
  const packs = [{ team: "North", month: "2026-02" }] as unknown as readonly TeamPack[];
  assert.equal(periodOfSubject({ card: null, packs })?.label, "February 2026");
  assert.equal(periodOfSubject({ card: null, packs: [] }), null);
});
