/** Everything the columns of one layout are made from, looked up once for a content of a report. */
import { AppError } from "../../../domain/errors.ts";
import type { Layout } from "../../../domain/report/template.ts";
import { didYouMean } from "../../../measures/suggest.ts";
import { cardOf, type Making } from "../making.ts";
import type { CardFacts } from "./column-spec.ts";
import { periodsShown } from "./figure-columns.ts";
import { yearsOnCard } from "./year-figures.ts";

/** @param years where figures of whole years come from; by default the card alone @throws AppError REPORT_INVALID where there is no such layout */
export function cardFacts(making: Making, layoutId: string, years?: CardFacts["years"]): CardFacts {
  const card = cardOf(making);
  const layout = layoutNamed(making, layoutId);
  const { measures } = making.definitions;
  return {
    card,
    layout,
    periods: periodsShown({ card, layout }),
    notes: making.notes,
    // What people set stands in place of what the scorecard's file says.
    bandsOf: ({ reference, indicator }) =>
      making.inputs.targets.find((set) => set.reference === reference)?.bands ?? indicator.bands ?? null,
    years: years ?? yearsOnCard(card, (id) => measures.get(id)),
    place: `${making.section.id}-${layout.id}`,
  };
}

/** The layout a template names. @throws AppError REPORT_INVALID where the catalogue has none of that id */
export function layoutNamed({ context, template }: Pick<Making, "context" | "template">, id: string): Layout {
  const { layouts } = context.workspace.catalogue;
  const layout = layouts.get(id);
  if (layout === undefined)
    throw new AppError(
      "REPORT_INVALID",
      `${template.file}: there is no layout "${id}".${didYouMean(id, layouts.keys())}`,
      `Use one of: ${[...layouts.keys()].join(", ")}.`,
    );
  return layout;
}
