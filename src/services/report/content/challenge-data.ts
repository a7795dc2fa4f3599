/** Packs as tidy rows: measures, duties, caseloads and actions, one table each for all the teams. */
import type { PackLine, TeamPack } from "../../../domain/challenge/team-pack.ts";
import { RATING_FACTS } from "../../../domain/judgement/rating.ts";
import type { ReportData } from "../../../domain/report/document.ts";
import { MEANING_WORDS } from "../../../domain/report/indicator-rows.ts";

type Column = ReportData["columns"][number];

const TEAM: Column = { name: "team", words: "The team.", type: "string" };

/** Everything the tables of a pack hold. */
export function challengeData(packs: readonly TeamPack[]): readonly ReportData[] {
  return [measuresOf(packs), overdueOf(packs), caseloadsOf(packs), actionsOf(packs)];
}

function measuresOf(packs: readonly TeamPack[]): ReportData {
  return {
    name: "measures",
    title: "Measures of each team",
    columns: [
      TEAM,
      { name: "measure", words: "The measure’s id.", type: "string" },
      { name: "title", words: "The measure’s name.", type: "string" },
      { name: "window", words: "The stretch of time a figure is of.", type: "string" },
      { name: "period", words: "The period of the figure.", type: "string" },
      { name: "value", words: "The figure, as exact as it is known.", type: "number" },
      { name: "shown", words: "The figure as printed.", type: "string" },
      { name: "of", words: "The cases it is of: “5 of 7”.", type: "string" },
      { name: "of_few", words: "Whether it is of fewer than five cases.", type: "string" },
      { name: "target", words: "The level aimed at.", type: "string" },
      { name: "rating", words: "Red, amber, green or not rated.", type: "string" },
      { name: "direction", words: "Improving, worse, similar, changed, or not comparable.", type: "string" },
      { name: "stands_out", words: "Why it stands out: empty where it does not.", type: "string" },
    ],
    rows: packs.flatMap(({ team, exceptions, trends }) =>
      [...exceptions, ...trends].map((line) => lineRow(team, line)),
    ),
  };
}

function lineRow(team: string, line: PackLine): ReportData["rows"][number] {
  const { measure, title, window, period, series, shown, parts, isOfFew, target, rating, direction, why } = line;
  return {
    ...{ team, measure, title, window, period, shown, target },
    value: series.find((point) => point.period === period)?.value ?? null,
    of: parts ?? "",
    of_few: isOfFew ? "yes" : "no",
    rating: RATING_FACTS[rating.word].label,
    direction: MEANING_WORDS[direction.meaning],
    stands_out: why.join(" "),
  };
}

function overdueOf(packs: readonly TeamPack[]): ReportData {
  return {
    name: "overdue",
    title: "Overdue and due soon",
    columns: [
      TEAM,
      { name: "what", words: "The duty.", type: "string" },
      { name: "overdue", words: "How many are late.", type: "number" },
      { name: "soon", words: "How many fall due within 15 working days.", type: "number" },
    ],
    rows: packs.flatMap(({ team, overdue }) =>
      overdue.map(({ title, count, soon }) => ({ team, what: title, overdue: count, soon })),
    ),
  };
}

function caseloadsOf(packs: readonly TeamPack[]): ReportData {
  return {
    name: "caseloads",
    title: "Children each worker holds",
    columns: [
      TEAM,
      { name: "worker", words: "The worker.", type: "string" },
      { name: "children", words: "How many children the worker holds.", type: "number" },
    ],
    rows: packs.flatMap(({ team, caseloads }) => caseloads.map((load) => ({ team, ...load }))),
  };
}

function actionsOf(packs: readonly TeamPack[]): ReportData {
  return {
    name: "actions",
    title: "Actions from earlier sessions",
    columns: [
      TEAM,
      { name: "action", words: "What was agreed.", type: "string" },
      { name: "owner", words: "Who answers for it.", type: "string" },
      { name: "due", words: "The day it is due.", type: "date" },
      { name: "state", words: "Open or done.", type: "string" },
      { name: "outcome", words: "Whether it worked, in a sentence.", type: "string" },
    ],
    rows: packs.flatMap(({ team, actions }) =>
      actions.map(({ text, ownerName, due, state, outcome }) => ({
        ...{ team, action: text, owner: ownerName, due, state },
        outcome: outcome.sentence,
      })),
    ),
  };
}
