/** What the braces of a template become: computed from the card, so that no date, period or count is ever typed. */

import { addDays } from "../../domain/dates.ts";
import type { EditionFacts } from "../../domain/edition.ts";
import { dayInWords, financialYearOf, periodContaining, type ReportingPeriod, yearPair } from "../../domain/period.ts";
import type { Filling, PlaceholderValues } from "../../domain/report/placeholders.ts";
import { type ReportTemplate, referableIn } from "../../domain/report/template.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import { answerWords } from "./content/ask.ts";
import type { ReportQuestion, Subject } from "./making.ts";

/** The values of every name, and what the writer answered. */
export function fillingOf(subject: Subject, template: ReportTemplate, question: ReportQuestion): Filling {
  const answers = Object.fromEntries(template.asks.map((ask) => [ask.id, answerWords(ask, question.answers[ask.id])]));
  const values = {
    ...countsOf(subject.card),
    ...timesOf(periodOfSubject(subject)),
    ...valuesBeside(subject, question),
  };
  return {
    values,
    answers,
    referable: new Set(referableIn(template)),
  };
}

/** The card's period; of packs, the month their newest figures end in. */
export function periodOfSubject({ card, packs }: Pick<Subject, "card" | "packs">): ReportingPeriod | null {
  if (card !== null) return card.period;
  const month = packs[0]?.month ?? "";
  return month === "" ? null : periodContaining("in-month", `${month}-01`);
}

type Counts = Pick<PlaceholderValues, Extract<keyof PlaceholderValues, `count-${string}`>>;

function countsOf(card: ScoredCard | null): Counts {
  const ratings = card?.ratings ?? { red: 0, amber: 0, green: 0, "not-rated": 0, total: 0 };
  const directions = card?.directions ?? { improving: 0, worse: 0, similar: 0 };
  return {
    "count-indicators": String(ratings.total),
    "count-rated": String(ratings.red + ratings.amber + ratings.green),
    "count-red": String(ratings.red),
    "count-amber": String(ratings.amber),
    "count-green": String(ratings.green),
    "count-not-rated": String(ratings["not-rated"]),
    "count-improving": String(directions.improving),
    "count-worse": String(directions.worse),
    "count-same": String(directions.similar),
  };
}

function timesOf(
  period: ReportingPeriod | null,
): Pick<PlaceholderValues, "period" | "period-days" | "previous-period" | "financial-year"> {
  if (period === null) return { period: "", "period-days": "", "previous-period": "", "financial-year": "" };
  return {
    period: period.label,
    "period-days": daysInWords(period),
    "previous-period": periodContaining(period.window, addDays(period.start, -1)).label,
    "financial-year": yearPair(financialYearOf(period.end)),
  };
}

/** "1 January to 31 March 2026": the year once where both days share it. */
function daysInWords({ start, end }: Pick<ReportingPeriod, "start" | "end">): string {
  const first = dayInWords(start);
  const year = ` ${end.slice(0, 4)}`;
  return `${first.endsWith(year) ? first.slice(0, -year.length) : first} to ${dayInWords(end)}`;
}

function valuesBeside(
  { authority, card, edition, earlier, indicator, packs }: Subject,
  { madeOn }: ReportQuestion,
): Omit<PlaceholderValues, keyof Counts | keyof ReturnType<typeof timesOf>> {
  return {
    organisation: authority,
    authority,
    scorecard: card?.title ?? "",
    "made-on": dayInWords(madeOn),
    measure: indicator?.title ?? "",
    teams: packs.map(({ team }) => team).join(", "),
    edition: edition === null ? "not yet published" : editionWords(edition),
    "earlier-edition": earlier === null ? "none" : `${earlier.card.period.label}, ${editionWords(earlier.facts)}`,
  };
}

function editionWords({ number, publishedAt }: EditionFacts): string {
  return `edition ${number} of ${dayInWords(publishedAt)}`;
}
