/** The first thing the keyboard reaches: a link past the navigation. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK skip link. */
export function SkipLink({ href, class: extra, attributes, children }: BlockProps & { readonly href: string }) {
  return (
    <a href={href} class={classNames("govuk-skip-link", extra)} {...attributes} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
