/** Where this page stands, from home down. */
import { type BlockProps, classNames } from "../block.ts";

export type Breadcrumb = { readonly text: string; readonly href?: string | undefined };

/** GOV.UK breadcrumbs; the last, without a link, is the page itself. */
export function Breadcrumbs(
  props: BlockProps & { readonly items: readonly Breadcrumb[]; readonly collapseOnMobile?: boolean | undefined },
) {
  const { items, collapseOnMobile, class: extra, attributes } = props;
  const collapse = collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile";
  return (
    <nav class={classNames("govuk-breadcrumbs", extra, collapse)} {...attributes} aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href ? (
            <li key={text} class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ) : (
            <li key={text} class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
