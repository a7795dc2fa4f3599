/** What the first page of figures by hand prints: what the viewer owes, and for analysts what everybody owes, with a text to send. */
import type { IsoDate } from "../../../domain/dates.ts";
import type { Chaser, FigureDue } from "../../../services/by-hand/due.ts";
import type { Person } from "../../../services/people/people.ts";
import { countOf, longDate } from "../../words.ts";

export type DueLine = {
  readonly title: string;
  readonly period: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly href: string;
};

export type DueGroup = { readonly month: string; readonly href: string; readonly lines: readonly DueLine[] };

export type ChaserView = {
  readonly name: string;
  readonly email: string | null;
  readonly summary: string;
  readonly soonest: string;
  readonly href: string;
  /** A text to send; empty where nobody was asked. */
  readonly text: string;
};

export type DueView = {
  readonly sentence: string;
  readonly groups: readonly DueGroup[];
  readonly chasers: readonly ChaserView[] | null;
  readonly notLoaded: string;
  readonly isWorking: boolean;
  readonly hasAuthority: boolean;
  /** The month a grid is opened at where nothing is due. */
  readonly month: string;
};

type Due = {
  readonly own: readonly FigureDue[];
  /** How many measures the viewer is to enter. */
  readonly owned: number;
  readonly chasers: readonly Chaser[] | null;
  readonly people: readonly Person[];
  readonly notLoaded: number;
  readonly isWorking: boolean;
  readonly hasAuthority: boolean;
  readonly today: IsoDate;
};

/** The view of what is due. */
export function presentDue({ own, owned, chasers, people, notLoaded, isWorking, hasAuthority, today }: Due): DueView {
  const names = new Map(people.map((person) => [person.id, person]));
  return {
    sentence: sentenceOf(own, owned),
    groups: groupsOf(own),
    chasers: chasers === null ? null : chasers.map((chaser) => chaserView(chaser, names.get(chaser.person ?? ""))),
    notLoaded:
      notLoaded === 0
        ? ""
        : `${countOf(notLoaded, "figure that was entered or cleared is", "figures that were entered or cleared are")} not in the scorecards yet.`,
    isWorking,
    hasAuthority,
    month: own[0]?.period.end.slice(0, 7) ?? monthBefore(today),
  };
}

function sentenceOf(own: readonly FigureDue[], owned: number): string {
  if (owned === 0) return "Nobody has asked you to enter figures.";
  if (own.length === 0) return `You enter ${countOf(owned, "measure")}, and nothing is due from you.`;
  const overdue = own.filter(({ isOverdue }) => isOverdue).length;
  const late = overdue === 0 ? "" : `, ${overdue.toLocaleString("en-GB")} of them overdue`;
  return `${countOf(own.length, "figure is", "figures are")} due from you${late}.`;
}

function groupsOf(due: readonly FigureDue[]): readonly DueGroup[] {
  return [...Map.groupBy(due, ({ period }) => period.end.slice(0, 7))]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, figures]) => ({
      month,
      href: `/enter/${month}?owner=me`,
      lines: figures.map((figure) => ({
        title: figure.measure.title,
        period: figure.period.label,
        due: longDate(figure.due),
        isOverdue: figure.isOverdue,
        href: `/enter/measures/${figure.measure.id}`,
      })),
    }));
}

function chaserView(chaser: Chaser, person: Person | undefined): ChaserView {
  const { figures, overdue, soonest } = chaser;
  const owner = chaser.person ?? "nobody";
  return {
    name: person?.name ?? (chaser.person === null ? "Nobody was asked" : "Somebody no longer known"),
    email: person?.email ?? null,
    summary: `${countOf(figures.length, "figure")}${overdue === 0 ? "" : `, ${overdue} overdue`}`,
    soonest: longDate(soonest),
    href: `/enter/${figures[0]?.period.end.slice(0, 7)}?owner=${owner}`,
    text: person === undefined ? "" : chaserText(person.name, figures),
  };
}

/** Waymark sends no e-mail: this is for whoever chases to send. */
export function chaserText(name: string, figures: readonly FigureDue[]): string {
  const lines = figures.map(
    ({ measure, period, due, isOverdue }) =>
      `- ${measure.title}, ${period.label}: ${isOverdue ? "was due" : "due"} ${longDate(due)}`,
  );
  return [
    `Dear ${name},`,
    "",
    figures.length === 1 ? "This figure is needed for the scorecards:" : "These figures are needed for the scorecards:",
    ...lines,
    "",
    "Please enter them in Waymark, under Enter figures. Where there is no figure, choose why in the State column.",
  ].join("\n");
}

function monthBefore(today: IsoDate): string {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
