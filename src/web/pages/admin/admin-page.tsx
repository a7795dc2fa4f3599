/** The page around every page of administration. */
import type { ComponentChildren } from "preact";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";

export type AdminPageProps = {
  readonly site: Site;
  readonly title: string;
  /** What has just been done, as a whole sentence. */
  readonly done?: string | undefined;
  readonly wide?: boolean;
  readonly above?: readonly { readonly text: string; readonly href: string }[];
  readonly children: ComponentChildren;
};

/** A page under "Administration", with its heading. */
export function AdminPage({ site, title, done, wide = false, above = [], children }: AdminPageProps) {
  return (
    <Page
      site={site}
      title={title}
      part="/admin"
      audience="none"
      wide={wide}
      above={[{ text: "Administration", href: "/admin" }, ...above]}
    >
      {done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  );
}
