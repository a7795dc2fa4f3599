/** Inviting somebody to set a password. */
import type { Invitation } from "../../../services/people/invitations.ts";
import type { Person } from "../../../services/people/people.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { longInstant } from "../../words.ts";

type InvitePageProps = {
  readonly site: Site;
  readonly person: Person;
  /** Whether they have no password yet. */
  readonly isNew: boolean;
  /** What stands before the path: "https://waymark.example". */
  readonly origin: string;
  readonly invitation?: Invitation;
  readonly fault?: string;
};

/** The page. */
export function InvitePage({ site, person, isNew, origin, invitation, fault }: InvitePageProps) {
  const title = `Invite ${person.name}`;
  const own = `/admin/people/${person.id}`;
  return (
    <Page
      site={site}
      title={fault ? `Error: ${title}` : title}
      part="/admin"
      audience="none"
      above={[
        { text: "Administration", href: "/admin" },
        { text: "People and roles", href: "/admin/people" },
        { text: person.name, href: own },
      ]}
    >
      {fault && <ErrorSummary title="No invitation was made" errors={[{ text: fault }]} />}
      {invitation && <Made address={`${origin}${invitation.path}`} invitation={invitation} />}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {isNew
          ? "They have no password yet. An invitation is an address where they set one."
          : "They have a password. An invitation lets them set another, if they have forgotten it; until they do, the present one stays good."}{" "}
        It works once and for three days, and takes the place of any made before.
      </p>
      <Form site={site} action={`${own}/invitation`}>
        <Button>{invitation ? "Make another invitation" : "Make an invitation"}</Button>
      </Form>
    </Page>
  );
}

function Made({ address, invitation }: { readonly address: string; readonly invitation: Invitation }) {
  return (
    <NotificationBanner success>
      <p class="govuk-notification-banner__heading">The invitation is made. Copy it now: it is shown only this once.</p>
      <p class="govuk-body">Give it to the person themselves, not through somebody else.</p>
      <p class="app-code">{address}</p>
      <p class="govuk-body">{`Good until ${longInstant(invitation.expiresAt)}.`}</p>
    </NotificationBanner>
  );
}
