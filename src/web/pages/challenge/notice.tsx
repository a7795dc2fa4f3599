/** What has just been done, and what is wrong with a form: the top of every page of challenge. */
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";

/** The banner after something worked. */
export function Notice({ done }: { readonly done: string | null }) {
  if (done === null) return null;
  return (
    <NotificationBanner success>
      <p class="govuk-notification-banner__heading">{done}</p>
    </NotificationBanner>
  );
}

/** Everything wrong with a form, each leading to its control; a date's control is its day. */
export function FaultSummary({
  faults,
  dates = [],
}: {
  readonly faults: Readonly<Record<string, string>>;
  readonly dates?: readonly string[];
}) {
  const errors = Object.entries(faults).map(([field, text]) => ({
    text,
    href: `#${field}${dates.includes(field) ? "-day" : ""}`,
  }));
  return errors.length === 0 ? null : <ErrorSummary title="There is a problem" errors={errors} />;
}
