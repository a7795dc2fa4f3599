/** Pages kept with the figures they show: while the services answer with the same object, the page is not made again. */
import type { RenderedPage } from "./rendered-page.ts";

export type KeptPages = (figures: object, variant: string, make: () => RenderedPage) => RenderedPage;

/** Pages kept of one answer at most: everybody has their own, for their name stands in the header. */
const MOST_VARIANTS = 200;

/**
 * A keeper of pages. What it keeps goes when the figures go; `variant` tells apart pages made of the same figures and must
 * name the viewer. A page with a form is never kept: its token belongs to one session.
 */
export function keepPages(): KeptPages {
  const kept = new WeakMap<object, Map<string, RenderedPage>>();
  return (figures, variant, make) => {
    const variants = kept.get(figures) ?? new Map<string, RenderedPage>();
    const page = variants.get(variant) ?? make();
    if (variants.size >= MOST_VARIANTS) variants.delete(variants.keys().next().value ?? "");
    kept.set(figures, variants.set(variant, page));
    return page;
  };
}
