/** News about the whole page that is not an error: nothing is loaded yet, or something has just been done. */
import { type BlockProps, classNames } from "../block.ts";

export type NotificationBannerProps = BlockProps & {
  readonly title?: string | undefined;
  readonly success?: boolean | undefined;
};

/** GOV.UK notification banner; a success is announced, other news is a landmark. */
export function NotificationBanner({
  title,
  success = false,
  class: extra,
  attributes,
  children,
}: NotificationBannerProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is region or alert, and both may be named
    <div
      class={classNames("govuk-notification-banner", success && "govuk-notification-banner--success", extra)}
      role={success ? "alert" : "region"}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {title ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{children}</div>
    </div>
  );
}
