/** What the grid prints: a row a measure with its cells as they stand or were sent, and what is wrong with each. */

import type { IsoDate } from "../../../domain/dates.ts";
import { type EntryField, isQuotient, STATE_CHOICES, type TypedEntry } from "../../../domain/entered-figure.ts";
import type { DeskFigures } from "../../../services/by-hand/desk-figures.ts";
import type { GridChecked, GridRow, SentRow } from "../../../services/by-hand/grid.ts";
import type { Person } from "../../../services/people/people.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import { longInstant } from "../../words.ts";
import { monthChoices, monthWords } from "./month-words.ts";

export type CellView = {
  readonly field: EntryField;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
};

export type GridRowView = {
  readonly number: number;
  readonly measure: string;
  readonly title: string;
  readonly definition: string;
  readonly period: string;
  readonly version: number;
  /** Numerator and denominator are left out where the measure has none. */
  readonly cells: Readonly<Record<EntryField, CellView | null>>;
  readonly states: readonly SelectOption[];
  readonly status: string;
  /** What a colleague entered meanwhile; empty when nobody did. */
  readonly theirs: string;
};

export type GridView = {
  readonly month: string;
  readonly words: string;
  readonly owner: string;
  readonly rows: readonly GridRowView[];
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  readonly isConflict: boolean;
  readonly months: readonly SelectOption[];
  readonly owners: readonly SelectOption[];
};

type Grid = {
  readonly figures: DeskFigures;
  readonly rows: readonly GridRow[];
  readonly owner: string;
  readonly month: string;
  readonly sent: { readonly rows: readonly SentRow[]; readonly checked: GridChecked } | null;
  readonly people: readonly Person[];
  readonly isAll: boolean;
  readonly today: IsoDate;
};

const FIELD_WORDS: Readonly<Record<EntryField, string>> = {
  numerator: "Numerator",
  denominator: "Denominator",
  value: "Figure or words",
  state: "State",
  note: "Note",
};

/** The view of a grid. */
export function presentGrid(grid: Grid): GridView {
  const rows = grid.rows.map((row, number) => rowView(row, number, grid));
  return {
    month: grid.month,
    words: monthWords(grid.month),
    owner: grid.owner,
    rows,
    errors: rows.flatMap(({ title, cells, theirs, number }) => [
      ...(theirs === "" ? [] : [{ text: `${title}: a colleague entered it meanwhile`, href: `#theirs-${number}` }]),
      ...Object.values(cells).flatMap((cell) =>
        cell?.error === undefined ? [] : [{ text: `${title}: ${cell.error}`, href: `#${cell.id}` }],
      ),
    ]),
    isConflict: (grid.sent?.checked.conflicts.size ?? 0) > 0,
    months: monthChoices(grid.today).map((value) => ({
      value,
      text: monthWords(value),
      selected: value === grid.month,
    })),
    owners: grid.isAll ? ownerChoices(grid) : [],
  };
}

function rowView(row: GridRow, number: number, { sent }: Grid): GridRowView {
  const { measure, period, typed, version } = row;
  const own = sent?.rows.find((one) => one.measure === measure.id);
  const faults = sent?.checked.faults.get(measure.id) ?? [];
  const isConflict = sent?.checked.conflicts.has(measure.id) === true;
  const values = own?.typed ?? typed;
  const cell = (field: EntryField): CellView => ({
    field,
    id: `${field}-${number}`,
    label: `${FIELD_WORDS[field]}, ${measure.title}, ${period.label}`,
    value: values[field],
    error: faults.find((fault) => fault.field === field)?.message,
  });
  const hasParts = isQuotient(measure.unit);
  return {
    number,
    measure: measure.id,
    title: measure.title,
    definition: measure.definition,
    period: period.label,
    version,
    cells: {
      numerator: hasParts ? cell("numerator") : null,
      denominator: hasParts ? cell("denominator") : null,
      value: cell("value"),
      state: cell("state"),
      note: cell("note"),
    },
    states: [
      { value: "", text: "–" },
      ...STATE_CHOICES.map(({ id, words }) => ({ value: id, text: words, selected: id === values.state })),
    ],
    status: statusOf(row),
    theirs: isConflict ? `${row.entered?.by ?? "A colleague"} entered: ${entryWords(typed)}` : "",
  };
}

function statusOf({ entered, isLoaded }: GridRow): string {
  if (entered !== null) return `Entered by ${entered.by} on ${longInstant(entered.at)}`;
  return isLoaded ? "From a file that was loaded" : "Not entered yet";
}

/** "19 of 22", "5-6 months; state: Estimated; note: …". */
export function entryWords({ numerator, denominator, value, state, note }: TypedEntry): string {
  const figure = value !== "" ? value : numerator !== "" ? `${numerator} of ${denominator}` : "";
  const words = STATE_CHOICES.find(({ id }) => id === state)?.words ?? state;
  const parts = [figure, state === "" ? "" : `state: ${words}`, note === "" ? "" : `note: ${note}`];
  return parts.filter((part) => part !== "").join("; ") || "nothing";
}

function ownerChoices({ owner, figures, people }: Grid): readonly SelectOption[] {
  const owning = new Set(figures.owners.map(({ person }) => person));
  return [
    { value: "all", text: "Everybody", selected: owner === "all" },
    { value: "me", text: "Me", selected: owner === "me" },
    { value: "nobody", text: "Nobody was asked", selected: owner === "nobody" },
    ...people
      .filter(({ id }) => owning.has(id))
      .map(({ id, name }) => ({ value: id, text: name, selected: owner === id })),
  ];
}
