/** The bar at the top of every page, with the council's own name and no crown. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK generic header: the header for services that are not on GOV.UK. */
export function GenericHeader(props: BlockProps & { readonly href?: string; readonly containerClass?: string }) {
  const { href = "/", containerClass = "govuk-width-container", class: extra, attributes, children } = props;
  return (
    <div class={classNames("govuk-generic-header", extra)} {...attributes}>
      <div class={classNames("govuk-generic-header__container", containerClass)}>
        <div class="govuk-generic-header__logo">
          <a href={href} class="govuk-generic-header__homepage-link">
            {children}
          </a>
        </div>
      </div>
    </div>
  );
}
