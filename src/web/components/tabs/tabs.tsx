/** Parts of a page of which one is seen at a time where there is JavaScript, and all one below the other where there is none. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";

export type Tab = { readonly id: string; readonly label: string; readonly panel: ComponentChildren };

export type TabsProps = Omit<BlockProps, "children"> & {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly items: readonly Tab[];
};

/** GOV.UK tabs. */
export function Tabs({ id, title = "Contents", items, class: extra, attributes }: TabsProps) {
  return (
    <div id={id} class={classNames("govuk-tabs", extra)} {...attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title}</h2>
      <ul class="govuk-tabs__list">
        {items.map((item, index) => (
          <li
            key={item.id}
            class={classNames("govuk-tabs__list-item", index === 0 && "govuk-tabs__list-item--selected")}
          >
            <a class="govuk-tabs__tab" href={`#${item.id}`}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
      {items.map((item, index) => (
        <div
          key={item.id}
          class={classNames("govuk-tabs__panel", index > 0 && "govuk-tabs__panel--hidden")}
          id={item.id}
        >
          {item.panel}
        </div>
      ))}
    </div>
  );
}
