/** Ways of seeing one thing, each its own page: the windows of a measure, a card live or as published. */

export type WindowLink = { readonly text: string; readonly href: string; readonly current: boolean };

export type WindowLinksProps = {
  readonly links: readonly WindowLink[];
  /** What the links choose between, for those who hear the page. */
  readonly label?: string;
};

/** Links that stand side by side as tabs do; the page shown is marked by weight and underline as well as for screen readers. */
export function WindowLinks({ links, label = "Window of time" }: WindowLinksProps) {
  if (links.length < 2) return null;
  return (
    <nav class="app-window-links app-no-print" aria-label={label}>
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
