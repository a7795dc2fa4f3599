/** What has still to be chosen before a report can be made, step by step. */
import type { ReportSubject } from "../../../domain/report/template.ts";
import type { Audience } from "../../../domain/scored-card.ts";
import {
  cardsWith,
  editionChoices,
  measureChoices,
  type NamedChoice,
  periodChoices,
  scorecardChoices,
  teamChoices,
} from "../../../services/report/choices.ts";
import { listedReport } from "../../../services/report/list-reports.ts";
import type { ReportChoice } from "../../../services/report/report-desk.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import { longDate, periodNamed } from "../../words.ts";
import type { Exchange } from "./exchange.ts";

export type ChooseField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly SelectOption[];
};

export type ChooseModel = {
  readonly title: string;
  readonly about: string;
  /** The scorecard or measure is still to be chosen: what follows depends on it. */
  readonly isFirst: boolean;
  readonly fields: readonly ChooseField[];
  readonly teams: readonly string[] | null;
  readonly chosenTeams: readonly string[];
  readonly audience: Audience | null;
  /** Chosen already. */
  readonly kept: readonly (readonly [string, string])[];
};

/** The next step of choosing. */
export async function presentChoose(exchange: Exchange, asked: ReportChoice): Promise<ChooseModel> {
  const { desk, who } = exchange;
  const choice = await withScorecard(exchange, asked);
  const { title, description, subject, audience } = listedReport(desk.live.current().catalogue, choice.template);
  const first = firstField(exchange, subject, choice);
  const kept = keptOf(choice);
  const frame = { title, about: description, teams: null, chosenTeams: choice.teams ?? [], audience: null, kept };
  if (first !== null) return { ...frame, isFirst: true, fields: [first] };
  const packs = subject === "challenge";
  return {
    ...frame,
    isFirst: false,
    fields: packs ? [] : await secondFields(exchange, subject, choice),
    teams: packs ? await teamChoices(desk, who) : null,
    audience: packs ? null : (choice.audience ?? audience),
  };
}

/** What the fields after it depend on: which periods there are is the scorecard’s to say. */
function firstField(
  { desk }: Exchange,
  subject: ReportSubject,
  { scorecard, measure }: ReportChoice,
): ChooseField | null {
  if (subject === "challenge") return null;
  if (subject === "measure" && measure === undefined)
    return { name: "measure", label: "Measure", options: optionsOf(measureChoices(desk)) };
  if (scorecard !== undefined) return null;
  if (measure === undefined)
    return { name: "scorecard", label: "Scorecard", options: optionsOf(scorecardChoices(desk)) };
  const cards = cardsWith(desk, measure);
  return cards.length > 1 ? { name: "scorecard", label: "Scorecard that shows it", options: optionsOf(cards) } : null;
}

async function secondFields(
  exchange: Exchange,
  subject: ReportSubject,
  choice: ReportChoice,
): Promise<readonly ChooseField[]> {
  const { desk } = exchange;
  const cards = choice.measure === undefined ? [] : cardsWith(desk, choice.measure);
  const scorecard = choice.scorecard ?? cards[0]?.id;
  const editions = await editionChoices(desk, scorecard);
  const named = editions.map(({ id, period, number, publishedAt }) => ({
    id,
    label: `${periodNamed(period)}, edition ${number} of ${longDate(publishedAt.slice(0, 10))}`,
  }));
  return [
    ...(scorecard === undefined
      ? []
      : [periodField(await periodChoices(desk, scorecard), choice.period), editionField(named, choice.edition)]),
    ...(subject === "editions" && named.length > 0
      ? [
          {
            name: "against",
            label: "Compared with",
            options: [{ value: "", text: "The edition before" }, ...optionsOf(named)],
          },
        ]
      : []),
  ];
}

function periodField(periods: readonly NamedChoice[], chosen: string | undefined): ChooseField {
  return {
    name: "period",
    label: "Period",
    options: periods.map(({ id, label }) => ({ value: id, text: label, selected: id === chosen })),
  };
}

function editionField(editions: readonly NamedChoice[], chosen: string | undefined): ChooseField {
  return {
    name: "edition",
    label: "Figures",
    hint: "An edition has its own period. A public report of a published period takes its latest edition in any case.",
    options: [
      { value: "", text: "As they stand now" },
      ...editions.map(({ id, label }) => ({ value: id, text: `As frozen: ${label}`, selected: id === chosen })),
    ],
  };
}

function optionsOf(choices: readonly NamedChoice[]): readonly SelectOption[] {
  return choices.map(({ id, label }) => ({ value: id, text: label }));
}

/** What has no field of its own on the form that follows. */
function keptOf({ template, scorecard, measure }: ReportChoice): ChooseModel["kept"] {
  return Object.entries({ template, scorecard, measure }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** An edition says which scorecard it is of. */
async function withScorecard({ desk }: Exchange, choice: ReportChoice): Promise<ReportChoice> {
  if (choice.edition === undefined || choice.scorecard !== undefined) return choice;
  const edition = (await editionChoices(desk)).find(({ id }) => id === choice.edition);
  return edition === undefined ? choice : { ...choice, scorecard: edition.scorecard };
}
