/** The windows a measure can be read in, each its own page. */

export type WindowLink = { readonly text: string; readonly href: string; readonly current: boolean };

/** Links that stand side by side as tabs do; the page shown is marked by weight and underline as well as for screen readers. */
export function WindowLinks({ links }: { readonly links: readonly WindowLink[] }) {
  if (links.length < 2) return null;
  return (
    <nav class="app-window-links app-no-print" aria-label="Window of time">
      <ul class="app-window-links__list">
        {links.map(({ text, href, current }) => (
          <li
            key={href}
            class={current ? "app-window-links__item app-window-links__item--current" : "app-window-links__item"}
          >
            <a class="govuk-link govuk-link--no-underline" href={href} aria-current={current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
