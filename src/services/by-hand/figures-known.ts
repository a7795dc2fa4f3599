/** Figures of measures collected by hand as they are known now: entered here, or loaded from a file. */
import type { TypedInput } from "../../engine/by-hand.ts";
import { literal } from "../../engine/dialect.ts";
import { type EnteredFigure, listFigures } from "../../store/entered-figure.ts";
import type { Store } from "../open-store.ts";
import type { Workspace } from "../workspace.ts";
import { TYPED_RETURN } from "./typed-load.ts";

/** What a file said of a measure and the period between two days. */
export type LoadedFigure = Omit<TypedInput, "authority">;

export type FiguresKnown = {
  readonly entered: (measure: string, period: string) => EnteredFigure | null;
  readonly loaded: (measure: string, span: { readonly start: string; readonly end: string }) => LoadedFigure | null;
};

/** Whether a figure, or a state in its place, is there. */
export function isKnown(
  known: FiguresKnown,
  measure: string,
  period: { readonly id: string; readonly start: string; readonly end: string },
): boolean {
  return known.entered(measure, period.id)?.values != null || known.loaded(measure, period) !== null;
}

/** Reads both. Nothing is loaded where no data is. */
export async function figuresKnown(store: Store, workspace: Workspace, authority: string): Promise<FiguresKnown> {
  const entered = new Map((await listFigures(store)).map((figure) => [`${figure.measure} ${figure.period}`, figure]));
  const loaded = new Map(
    (await loadedFigures(workspace, authority)).map((figure) => [
      `${figure.measure} ${figure.start} ${figure.end}`,
      figure,
    ]),
  );
  return {
    entered: (measure, period) => entered.get(`${measure} ${period}`) ?? null,
    loaded: (measure, { start, end }) => loaded.get(`${measure} ${start} ${end}`) ?? null,
  };
}

/** What was entered here is known from the store, which is ahead of the load made of it. */
async function loadedFigures({ manifests, open }: Workspace, authority: string): Promise<readonly LoadedFigure[]> {
  if (manifests.length === 0) return [];
  const { database } = await open();
  const rows = await database.rows(
    `select measure, period_start as start, period_end as "end", numerator, denominator, value, text, state, note
     from aggregate_input
     where authority = ${literal(authority)} and lower(area) in ('authority', lower(${literal(authority)}))
       and load_id not like '%-${TYPED_RETURN}-%'`,
  );
  return rows as unknown as readonly LoadedFigure[];
}
