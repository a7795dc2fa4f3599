/** What the list of what is due prints: each child's duty with its day, working days left in words, and where the limit comes from. */
import type { DueItem, DueList } from "../../../services/cases/due/due.ts";
import { DUTY_KIND_IDS, DUTY_KINDS, type DutyKind, limitWords } from "../../../services/cases/due/duties.ts";
import { countOf, longDate } from "../../words.ts";

export type DueListView = {
  readonly title: string;
  readonly href: string;
  readonly on: string;
  readonly dataTo: string;
  readonly found: string;
  readonly kinds: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly states: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly workers: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly child: string;
  readonly rows: readonly DueRow[];
  /** Where the limits on the page come from. */
  readonly limits: readonly { readonly key: string; readonly value: string }[];
};

export type DueRow = {
  readonly child: string;
  readonly duty: string;
  readonly due: string;
  readonly left: string;
  readonly isOverdue: boolean;
  readonly since: string;
  readonly worker: string;
};

export type DueListAsked = {
  readonly title: string;
  readonly href: string;
  readonly dataTo: string;
  readonly kind?: DutyKind;
  readonly state?: "overdue" | "soon";
  readonly worker?: string;
  readonly child?: string;
};

/** The page of the list. */
export function presentDueList({ on, items, duties }: DueList, asked: DueListAsked): DueListView {
  const { kind, state, worker, child = "", ...place } = asked;
  const option = (value: string, text: string, chosen: string | undefined) => ({
    value,
    text,
    selected: value === (chosen ?? ""),
  });
  const workers = [
    ...new Set([...items.flatMap((item) => item.worker ?? []), ...(worker === undefined ? [] : [worker])]),
  ];
  return {
    ...place,
    on,
    child,
    found: foundWords(items),
    kinds: [option("", "Everything", kind), ...DUTY_KIND_IDS.map((id) => option(id, DUTY_KINDS[id].words, kind))],
    states: [
      option("", "Overdue or due soon", state),
      option("overdue", "Overdue", state),
      option("soon", "Due soon", state),
    ],
    workers: [option("", "All", worker), ...workers.sort().map((name) => option(name, name, worker))],
    rows: items.map((item) => ({
      child: item.child,
      duty: duties[item.duty].title,
      due: longDate(item.due),
      left: leftWords(item),
      isOverdue: item.daysLeft < 0,
      since: longDate(item.since),
      worker: item.worker ?? "Nobody",
    })),
    limits: [...new Set(items.map(({ duty }) => duty))].map((id) => {
      const duty = duties[id];
      const standard =
        id === "supervision" ? "as often as the measure of supervision says for the kind of team" : limitWords(duty);
      return { key: duty.title, value: `Due ${standard} after ${duty.countsFrom}. ${duty.source}.` };
    }),
  };
}

/** "3 working days left", "Due today", "12 working days overdue". */
export function leftWords({ daysLeft }: Pick<DueItem, "daysLeft">): string {
  if (daysLeft === 0) return "Due today";
  return daysLeft > 0 ? `${countOf(daysLeft, "working day")} left` : `${countOf(-daysLeft, "working day")} overdue`;
}

function foundWords(items: readonly DueItem[]): string {
  const overdue = items.filter(({ daysLeft }) => daysLeft < 0).length;
  const children = new Set(items.map(({ child }) => child)).size;
  return items.length === 0
    ? "Nothing here is overdue or falls due within 15 working days."
    : `${overdue.toLocaleString("en-GB")} overdue and ${(items.length - overdue).toLocaleString("en-GB")} due within 15 working days, for ${countOf(children, "child", "children")}.`;
}
