/** A line under the header with a tag: here it says who the page is for. */
import { type BlockProps, classNames } from "../block.ts";
import { Tag } from "../tag/tag.tsx";

export type PhaseBannerProps = BlockProps & { readonly tag: string; readonly tagClass?: string | undefined };

/** GOV.UK phase banner. */
export function PhaseBanner({ tag, tagClass, class: extra, attributes, children }: PhaseBannerProps) {
  return (
    <div class={classNames("govuk-phase-banner govuk-width-container", extra)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={classNames("govuk-phase-banner__content__tag", tagClass)}>{tag}</Tag>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
