/** Reads a sent grid: the cells of each row by the row's number, which the form states with its measure and version. */
import { ENTRY_FIELDS, type TypedEntry } from "../../../domain/entered-figure.ts";
import type { GridRow, SentRow } from "../../../services/by-hand/grid.ts";

/** Rows of measures that stand in the grid; anything else in the form is passed over. */
export function sentRows(body: unknown, rows: readonly GridRow[]): readonly SentRow[] {
  const form = typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => (typeof form[name] === "string" ? form[name] : "");
  const known = new Set(rows.map(({ measure }) => measure.id));
  const sent: SentRow[] = [];
  for (let number = 0; `measure-${number}` in form; number++) {
    const measure = text(`measure-${number}`);
    if (!known.has(measure)) continue;
    const cells = ENTRY_FIELDS.map((field) => [field, text(`${field}-${number}`)]);
    sent.push({
      measure,
      openedAt: Number(text(`version-${number}`)) || 0,
      typed: Object.fromEntries(cells) as TypedEntry,
    });
  }
  return sent;
}
