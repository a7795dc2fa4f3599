/** Pages kept with the figures they show: while the services answer with the same object, the page is not made again. */
import type { RenderedPage } from "./rendered-page.ts";

export type KeptPages = (figures: object, variant: string, make: () => RenderedPage) => RenderedPage;

/** A keeper of pages. What it keeps goes when the figures go; `variant` tells apart pages made of the same figures, of which there are few. */
export function keepPages(): KeptPages {
  const kept = new WeakMap<object, Map<string, RenderedPage>>();
  return (figures, variant, make) => {
    const variants = kept.get(figures) ?? new Map<string, RenderedPage>();
    const page = variants.get(variant) ?? make();
    kept.set(figures, variants.set(variant, page));
    return page;
  };
}
