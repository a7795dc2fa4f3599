/** A figure entered by hand: what somebody typed for one measure and period, checked against the measure's unit. */
import type { Unit } from "./measure.ts";
import { QUALITY_FACTS, STATE_FACTS, VALUE_QUALITIES, type ValueQuality, type ValueState } from "./value-state.ts";

export const ENTRY_FIELDS = ["numerator", "denominator", "value", "state", "note"] as const;
/** The cells of one row, as they are named in forms and files. */
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** One row as typed. */
export type TypedEntry = Readonly<Record<EntryField, string>>;

/** States somebody may enter in place of a figure. */
export const ENTERED_STATES = [
  "no-cohort",
  "not-run",
  "not-yet-collected",
  "not-available",
  "not-meaningful",
  "suppressed",
] as const satisfies readonly ValueState[];
export type EnteredState = (typeof ENTERED_STATES)[number] | ValueQuality;

/** One row as kept. `state` stands in place of a figure, or says something of it. */
export type EnteredValues = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly text: string | null;
  readonly state: EnteredState | null;
  readonly note: string | null;
};

export type EntryFault = { readonly field: EntryField; readonly message: string };

/** What the state cell may be, with its words. */
export const STATE_CHOICES: readonly { readonly id: EnteredState; readonly words: string }[] = [
  ...ENTERED_STATES.map((id) => ({ id, words: STATE_FACTS[id].label })),
  ...VALUE_QUALITIES.map((id) => ({ id, words: QUALITY_FACTS[id].label })),
];

const LONGEST = { text: 200, note: 500 } as const;

/** Whether a figure of this unit is a numerator over a denominator. */
export function isQuotient(unit: Unit): boolean {
  return ["percentage", "rate-per-10000", "rate-per-100000", "average", "average-days"].includes(unit);
}

/** Units of which a figure may be words, such as "5-6 months". */
function mayBeWords(unit: Unit): boolean {
  return !["count", "sum", "percentage", "rate-per-10000", "rate-per-100000"].includes(unit);
}

/** Reads a row. `null` when nothing at all was typed. */
export function readEntry(
  typed: TypedEntry,
  unit: Unit,
): { readonly values: EnteredValues | null } | { readonly faults: readonly EntryFault[] } {
  const cells = trimmed(typed);
  if (ENTRY_FIELDS.every((field) => cells[field] === "")) return { values: null };
  const faults: EntryFault[] = [];
  const say = (field: EntryField, message: string): null => {
    faults.push({ field, message });
    return null;
  };
  const numberIn = (field: "numerator" | "denominator"): number | null =>
    cells[field] === "" ? null : (numberOf(cells[field]) ?? say(field, `The ${field} must be a number, such as 12`));
  const numerator = numberIn("numerator");
  const denominator = numberIn("denominator");
  const value = numberOf(cells.value);
  const text = value === null && cells.value !== "" ? cells.value : null;
  if (text !== null && !mayBeWords(unit)) say("value", "The figure must be a number, such as 12 or 45.5");
  if (text !== null && text.length > LONGEST.text) say("value", `Words must be ${LONGEST.text} characters or fewer`);
  const state = stateOf(cells.state);
  if (cells.state !== "" && state === null) say("state", "The state must be one of the list");
  if (cells.note.length > LONGEST.note) say("note", `The note must be ${LONGEST.note} characters or fewer`);
  const values = { numerator, denominator, value, text, state, note: cells.note === "" ? null : cells.note };
  if (faults.length === 0) faults.push(...contradictions(values, unit));
  return faults.length > 0 ? { faults } : { values };
}

/** What cannot be, though each cell can be read. */
function contradictions(values: EnteredValues, unit: Unit): readonly EntryFault[] {
  const { numerator, denominator, value, text, state, note } = values;
  const faults: EntryFault[] = [];
  const say = (field: EntryField, message: string) => faults.push({ field, message });
  const hasFigure = numerator !== null || value !== null || text !== null;
  const isInPlace = (ENTERED_STATES as readonly (string | null)[]).includes(state);
  if (hasFigure && isInPlace) say("state", "This state stands in place of a figure: clear the figure, or the state");
  if (!hasFigure && denominator === null && !isInPlace) {
    const isOnlyNote = note !== null && state === null;
    say(
      "value",
      isOnlyNote
        ? "Enter the figure the note is about, or a state in its place"
        : "Enter the figure the state is about",
    );
  }
  if (isQuotient(unit)) faults.push(...quotientFaults(values, unit));
  else if (numerator !== null || denominator !== null)
    say("value", "This measure has no numerator: enter the figure itself");
  for (const [field, number] of [
    ["numerator", numerator],
    ["denominator", denominator],
    ["value", value],
  ] as const)
    if (number !== null && number < 0) say(field, `The ${field === "value" ? "figure" : field} must be 0 or more`);
  if (unit === "count" && value !== null && !Number.isInteger(value)) say("value", "The figure must be a whole number");
  return faults;
}

function quotientFaults({ numerator, denominator, value }: EnteredValues, unit: Unit): readonly EntryFault[] {
  if (numerator === null && denominator === null)
    return unit === "percentage" && value !== null && value > 100
      ? [{ field: "value", message: "A percentage must be 100 or less" }]
      : [];
  if (value !== null)
    return [{ field: "value", message: "Enter either the two numbers or the figure itself, not both" }];
  if (numerator === null) return [{ field: "numerator", message: "Enter the numerator too" }];
  if (denominator === null) return [{ field: "denominator", message: "Enter the denominator too" }];
  if (denominator === 0 && numerator > 0)
    return [{ field: "denominator", message: "The denominator must be more than 0 where there is a numerator" }];
  return unit === "percentage" && numerator > denominator
    ? [{ field: "numerator", message: "The numerator must not be more than the denominator" }]
    : [];
}

function trimmed(typed: TypedEntry): TypedEntry {
  const cell = (field: EntryField): string => typed[field].replace(/\s+/g, " ").trim();
  return {
    numerator: cell("numerator"),
    denominator: cell("denominator"),
    value: cell("value"),
    state: cell("state"),
    note: cell("note"),
  };
}

/** Numbers as people and spreadsheets write them: 1,234, 45%, £12.50. */
function numberOf(text: string): number | null {
  const plain = text.replace(/^£/, "").replace(/\s*%$/, "");
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain)) return null;
  return Number(plain.replaceAll(",", ""));
}

/** A state by its id or its words, however spelled. */
function stateOf(text: string): EnteredState | null {
  const fold = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, "");
  const wanted = fold(text);
  return STATE_CHOICES.find(({ id, words }) => fold(id) === wanted || fold(words) === wanted)?.id ?? null;
}

/** A kept row as it is typed: what a form begins with. */
export function entryOf(values: EnteredValues): TypedEntry {
  const number = (one: number | null): string => (one === null ? "" : String(one));
  return {
    numerator: number(values.numerator),
    denominator: number(values.denominator),
    value: values.text ?? number(values.value),
    state: values.state ?? "",
    note: values.note ?? "",
  };
}
