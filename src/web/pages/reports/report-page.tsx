/** The frame of every page of reports: its place in the application, what was just done, what is wrong. */
import type { ComponentChildren } from "preact";
import type { Breadcrumb } from "../../components/breadcrumbs/breadcrumbs.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page, type PageAudience } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";

export type ReportPageProps = {
  readonly site: Site;
  readonly title: string;
  readonly audience: PageAudience;
  readonly above?: readonly Breadcrumb[];
  readonly wide?: boolean;
  readonly done?: string | undefined;
  readonly errors?: readonly { readonly text: string; readonly href?: string }[];
  readonly children: ComponentChildren;
};

const REPORTS: Breadcrumb = { text: "Reports", href: "/reports" };

/** A page of the part “Reports”; the list itself has nothing above it. */
export function ReportPage({
  site,
  title,
  audience,
  above,
  wide = false,
  done,
  errors = [],
  children,
}: ReportPageProps) {
  return (
    <Page
      site={site}
      title={errors.length > 0 ? `Error: ${title}` : title}
      part="/reports"
      audience={audience}
      wide={wide}
      above={above === undefined ? [] : [REPORTS, ...above]}
    >
      {errors.length > 0 && <ErrorSummary title="There is a problem" errors={errors} />}
      {done !== undefined && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  );
}
