/** What the braces of a template become: computed from the card, so that no date, period or count is ever typed. */

import { addDays } from "../../domain/dates.ts";
import type { EditionFacts } from "../../domain/edition.ts";
import { dayInWords, financialYearOf, periodContaining, yearPair } from "../../domain/period.ts";
import type { Filling, PlaceholderValues } from "../../domain/report/placeholders.ts";
import type { ReportTemplate } from "../../domain/report/template.ts";
import type { ScoredCard } from "../../domain/scored-card.ts";
import { answerWords } from "./content/ask.ts";
import type { ReportQuestion, Subject } from "./making.ts";

export function fillingOf(subject: Subject, template: ReportTemplate, question: ReportQuestion): Filling {
  const answers = Object.fromEntries(template.asks.map((ask) => [ask.id, answerWords(ask, question.answers[ask.id])]));
  return { values: { ...valuesOfCard(subject.card), ...valuesBeside(subject, question) }, answers };
}

type CardValues = Omit<PlaceholderValues, "made-on" | "measure" | "teams" | "edition" | "earlier-edition">;

function valuesOfCard(card: ScoredCard | null): CardValues {
  if (card === null) return NO_CARD;
  const { period, ratings, directions } = card;
  return {
    organisation: card.authority,
    authority: card.authority,
    scorecard: card.title,
    period: period.label,
    "period-days": `${dayInWords(period.start)} to ${dayInWords(period.end)}`,
    "previous-period": periodContaining(period.window, addDays(period.start, -1)).label,
    "financial-year": yearPair(financialYearOf(period.end)),
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

function valuesBeside(
  { edition, earlier, indicator, packs }: Subject,
  { madeOn }: ReportQuestion,
): Pick<PlaceholderValues, "made-on" | "measure" | "teams" | "edition" | "earlier-edition"> {
  return {
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

const NO_CARD: CardValues = {
  organisation: "",
  authority: "",
  scorecard: "",
  period: "",
  "period-days": "",
  "previous-period": "",
  "financial-year": "",
  "count-indicators": "",
  "count-rated": "",
  "count-red": "",
  "count-amber": "",
  "count-green": "",
  "count-not-rated": "",
  "count-improving": "",
  "count-worse": "",
  "count-same": "",
};
