/** The service's name and its main pages. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";

export type NavigationItem = {
  readonly href: string;
  readonly text: string;
  /** This very page. */
  readonly current?: boolean;
  /** A page under this one. */
  readonly active?: boolean;
};

export type ServiceNavigationProps = BlockProps & {
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly items: readonly NavigationItem[];
};

/** GOV.UK service navigation; on a small screen its script folds the items behind a button. */
export function ServiceNavigation({
  serviceName,
  serviceUrl,
  items,
  class: extra,
  attributes,
}: ServiceNavigationProps) {
  const block = { class: classNames("govuk-service-navigation", extra), "data-module": "govuk-service-navigation" };
  const inner = (
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} href={serviceUrl} />}
        {items.length > 0 && <Items items={items} />}
      </div>
    </div>
  );
  return serviceName ? (
    <section aria-label="Service information" {...block} {...attributes}>
      {inner}
    </section>
  ) : (
    <div {...block} {...attributes}>
      {inner}
    </div>
  );
}

function ServiceName({ name, href }: { readonly name: string; readonly href: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {href ? (
        <a href={href} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function Items({ items }: { readonly items: readonly NavigationItem[] }) {
  return (
    <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
      {items.length > 1 && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden until GOV.UK's script shows it and takes both attributes away
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls="navigation"
          hidden
          aria-hidden="true"
        >
          Menu
        </button>
      )}
      <ul class="govuk-service-navigation__list" id="navigation">
        {items.map((item) => (
          <Item key={item.href} item={item} />
        ))}
      </ul>
    </nav>
  );
}

function Item({ item }: { readonly item: NavigationItem }) {
  const here = item.current || item.active;
  // A strong element too, so that the current item shows even with the page's own colours overridden.
  const words: ComponentChildren = here ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  );
  return (
    <li class={classNames("govuk-service-navigation__item", here && "govuk-service-navigation__item--active")}>
      <a
        class="govuk-service-navigation__link"
        href={item.href}
        aria-current={here ? (item.current ? "page" : "true") : undefined}
      >
        {words}
      </a>
    </li>
  );
}
