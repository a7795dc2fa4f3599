/** Figures entered by hand: saved many at a time, each with its versions; who saves over somebody else is told first. */

import type { EnteredState, EnteredValues } from "../domain/entered-figure.ts";
import { AppError } from "../domain/errors.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import type { EnteredFigureRow } from "./tables/entered-figures.ts";

export type FigurePlace = {
  readonly measure: string;
  /** The period's id, first and last day. */
  readonly period: string;
  readonly start: string;
  readonly end: string;
};

export type EnteredFigure = FigurePlace & {
  readonly id: number;
  /** `null` where it was cleared. */
  readonly values: EnteredValues | null;
  readonly version: number;
  readonly author: string;
  readonly at: string;
};

export type FigureToSave = FigurePlace & {
  /** `null` clears it. */
  readonly values: EnteredValues | null;
  /** The version it was opened at; 0 where there was none. */
  readonly openedAt: number;
};

/** Saves all or none. @throws AppError CHANGED_MEANWHILE when any was changed since it was opened @returns how many are different now */
export async function saveFigures(store: Store, { actor, at }: By, wanted: readonly FigureToSave[]): Promise<number> {
  return store.change({ actor, at, what: "enter figures" }, async (transaction) => {
    const before: EnteredFigure[] = [];
    const after: FigureToSave[] = [];
    for (const figure of wanted) {
      const known = await findFigure(transaction, figure);
      if ((known?.version ?? 0) !== figure.openedAt) throw changedMeanwhile(figure);
      if (sameValues(known?.values ?? null, figure.values)) continue;
      await writeFigure(transaction, { actor, at }, figure, known);
      if (known !== null) before.push(known);
      after.push(figure);
    }
    const subject = `figures ${[...new Set(after.map(({ period }) => period))].join(", ")}`;
    return { subject, before, after, result: after.length };
  });
}

/** Figures entered, cleared ones included, by measure and period. */
export async function listFigures(
  { db }: Pick<Store, "db">,
  choice: { readonly measure?: string } = {},
): Promise<readonly EnteredFigure[]> {
  let query = db.selectFrom("entered_figure").selectAll().orderBy("measure").orderBy("period_end").orderBy("period");
  if (choice.measure !== undefined) query = query.where("measure", "=", choice.measure);
  return (await query.execute()).map(figureOf);
}

export type FigureVersion = {
  readonly period: string;
  readonly version: number;
  readonly values: EnteredValues | null;
  readonly person: string;
  readonly at: string;
};

/** Every version of a measure's figures, newest first. */
export async function listFigureVersions(
  { db }: Pick<Store, "db">,
  measure: string,
): Promise<readonly FigureVersion[]> {
  const rows = await db
    .selectFrom("entered_figure_version")
    .innerJoin("entered_figure", "entered_figure.id", "entered_figure_version.figure")
    .select([
      "entered_figure.period",
      "entered_figure_version.version",
      "content",
      "person",
      "entered_figure_version.at",
    ])
    .where("measure", "=", measure)
    .orderBy("entered_figure_version.at", "desc")
    .orderBy("entered_figure.period", "desc")
    .execute();
  return rows.map(({ content, ...version }) => ({
    ...version,
    version: Number(version.version),
    values: content === null ? null : (JSON.parse(content) as EnteredValues),
  }));
}

async function findFigure(transaction: StoreTransaction, place: FigurePlace): Promise<EnteredFigure | null> {
  const row = await transaction
    .selectFrom("entered_figure")
    .selectAll()
    .where("measure", "=", place.measure)
    .where("period", "=", place.period)
    .executeTakeFirst();
  return row === undefined ? null : figureOf(row);
}

async function writeFigure(
  transaction: StoreTransaction,
  { actor, at }: By,
  { values, ...place }: FigureToSave,
  known: EnteredFigure | null,
): Promise<void> {
  const version = (known?.version ?? 0) + 1;
  const cells = { ...(values ?? NOTHING), version, author: actor, at, withdrawn_at: values === null ? at : null };
  const id = known?.id ?? (await nextFigureId(transaction));
  if (known !== null) await transaction.updateTable("entered_figure").set(cells).where("id", "=", id).execute();
  else {
    const { measure, period, start, end } = place;
    const row = { id, measure, period, period_start: start, period_end: end, ...cells };
    await transaction.insertInto("entered_figure").values(row).execute();
  }
  const content = values === null ? null : JSON.stringify(values);
  await transaction
    .insertInto("entered_figure_version")
    .values({ figure: id, version, content, person: actor, at })
    .execute();
}

const NOTHING: EnteredValues = { numerator: null, denominator: null, value: null, text: null, state: null, note: null };

/** Changes are one at a time, so nobody else takes it. */
async function nextFigureId(transaction: StoreTransaction): Promise<number> {
  const { last } = await transaction
    .selectFrom("entered_figure")
    .select((of) => of.fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

function figureOf(row: EnteredFigureRow): EnteredFigure {
  const { id, measure, period, period_start: start, period_end: end, version, author, at } = row;
  const number = (one: number | null): number | null => (one === null ? null : Number(one));
  return {
    id: Number(id),
    measure,
    period,
    start,
    end,
    version: Number(version),
    author,
    at,
    values:
      row.withdrawn_at !== null
        ? null
        : {
            numerator: number(row.numerator),
            denominator: number(row.denominator),
            value: number(row.value),
            text: row.text,
            state: row.state as EnteredState | null,
            note: row.note,
          },
  };
}

function sameValues(a: EnteredValues | null, b: EnteredValues | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(NOTHING) as (keyof EnteredValues)[]).every((name) => a[name] === b[name]);
}

function changedMeanwhile({ measure, period }: FigurePlace): AppError {
  return new AppError(
    "CHANGED_MEANWHILE",
    `Somebody entered ${measure} for ${period} since you opened the page.`,
    "Look at what they entered, then save again.",
  );
}
