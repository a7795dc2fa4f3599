/** Makes figures a system for disclosure control: one cell a figure, and every relation a reader knows between their numbers. */
import type { Figure } from "../figure.ts";
import type { Measure } from "../measure.ts";
import type { WindowId } from "../period.ts";
import { addNumber, addRelation, type DraftedSystem, type Series } from "./drafted-system.ts";
import { type PrintedNumber, printedNumbers } from "./figure-numbers.ts";
import { relateInTime } from "./relations-in-time.ts";
import { relateGroups } from "./relations-of-groups.ts";
import type { Cell, DisclosureSystem } from "./system.ts";

/** Sums between measures that are nought in every period; `linearRelations` of the reconciliation rules are such. */
export type MeasureRelation = {
  readonly terms: readonly {
    readonly measure: string;
    readonly of: "value" | "numerator" | "denominator";
    readonly coefficient: number;
  }[];
  /** `null`: in every window. */
  readonly window: WindowId | null;
};

/** A figure as an earlier edition had it, and whether it was shown there. */
export type EarlierFigure = { readonly figure: Figure; readonly wasShown: boolean };

export type FigureFacts = {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly relations?: readonly MeasureRelation[];
  /** One list for each earlier edition; shown figures alone will do, hidden ones with their true numbers make the guard complete. */
  readonly editions?: readonly (readonly EarlierFigure[])[];
};

/** A number as a figure prints it, and its name in the system. */
export type PlacedNumber = PrintedNumber & { readonly key: string; readonly figure: Figure; readonly series: Series };

/** A figure's place: the same in every edition. */
export function figureKey({ authority, measure, window, period, by, breakdown }: Figure): string {
  return [authority, measure, window, period, by ?? "", breakdown ?? ""].join("\u0000");
}

/** The system of `figures`, its cells keyed by `figureKey`, with all that earlier editions told. */
export function systemOfFigures(figures: readonly Figure[], facts: FigureFacts): DisclosureSystem {
  const draft: DraftedSystem = { numbers: new Map(), relations: [] };
  const placed = placeFigures(draft, figures, facts);
  const known = new Set<string>();
  for (const edition of facts.editions ?? []) {
    const shown = new Set(edition.filter(({ wasShown }) => wasShown).map(({ figure }) => figure));
    // A measure taken out of the catalogue since: what it counted is not known here, so nothing can be joined to it.
    const earlier = edition.map(({ figure }) => figure).filter(({ measure }) => facts.measures.has(measure));
    for (const { figure, key } of placeFigures(draft, earlier, facts)) if (shown.has(figure)) known.add(key);
  }
  const cells = Map.groupBy(placed, ({ figure }) => figureKey(figure));
  return {
    numbers: [...draft.numbers.values()].map((number) =>
      known.has(number.key) ? { ...number, isKnown: true } : number,
    ),
    cells: [...cells].map(([key, numbers]): Cell => ({ key, numbers: numbers.map((number) => number.key) })),
    relations: draft.relations,
  };
}

/** Adds the numbers and relations of figures published together. */
function placeFigures(
  draft: DraftedSystem,
  figures: readonly Figure[],
  { measures, relations = [] }: FigureFacts,
): readonly PlacedNumber[] {
  const placed = figures.flatMap((figure) => {
    const measure = measures.get(figure.measure);
    if (measure === undefined) throw new RangeError(`There is no measure "${figure.measure}".`);
    return printedNumbers(figure, measure).map((number): PlacedNumber => {
      const { authority, by, breakdown } = figure;
      const { counts, isProtected, timing, end, value } = number;
      const series = { authority, counts, by, group: by === null ? null : (breakdown ?? ""), isProtected };
      const start = timing === "day" ? null : number.start;
      return { ...number, figure, series, key: addNumber(draft, series, { start, end, value }) };
    });
  });
  for (const numbers of Map.groupBy(placed, ({ figure }) => figure).values()) relateQuotient(draft, numbers);
  const flows = placed.filter(({ timing }) => timing === "flow");
  for (const numbers of Map.groupBy(flows, ({ series }) => JSON.stringify(series)).values())
    if (numbers[0] !== undefined) relateInTime(draft, numbers[0].series, numbers);
  relateGroups(draft, placed);
  for (const relation of relations) relateMeasures(draft, placed, relation);
  return placed;
}

/** The denominator is the numerator and the rest. */
function relateQuotient(draft: DraftedSystem, numbers: readonly PlacedNumber[]): void {
  const terms = numbers.map(({ key, of }) => ({ key, coefficient: of === "denominator" ? 1 : -1 }));
  if (terms.length === 3) addRelation(draft, terms);
}

function relateMeasures(
  draft: DraftedSystem,
  placed: readonly PlacedNumber[],
  { terms, window }: MeasureRelation,
): void {
  const named = new Set(terms.map(({ measure }) => measure));
  const own = placed.filter(({ figure }) => named.has(figure.measure) && (window ?? figure.window) === figure.window);
  for (const together of Map.groupBy(own, ({ figure }) => figureKey({ ...figure, measure: "" })).values()) {
    const found = terms.map(({ measure, of, coefficient }) => ({
      coefficient,
      // The value of a count is its numerator; the value of a quotient is no count.
      key: together.find(
        (number) => number.figure.measure === measure && number.of === (of === "value" ? "numerator" : of),
      )?.key,
    }));
    addRelation(
      draft,
      found.every(({ key }) => key !== undefined)
        ? found.map(({ key = "", coefficient }) => ({ key, coefficient }))
        : [],
    );
  }
}
