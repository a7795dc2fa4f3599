/** A chart in two drawings, one for wide screens and paper and one for narrow, so that its words stay readable in both. */

/** Places two SVGs made by our own charts; only one of them is ever shown or spoken. */
export function FigureChart({ wide, narrow }: { readonly wide: string; readonly narrow: string }) {
  return (
    <div class="app-figure-chart">
      <div class="app-figure-chart__wide" dangerouslySetInnerHTML={{ __html: wide }} />
      <div class="app-figure-chart__narrow" dangerouslySetInnerHTML={{ __html: narrow }} />
    </div>
  );
}
