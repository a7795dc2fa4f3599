/** Lists under a name: trackers, one's own, and those of one's teams. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import type { ListLine, SavedListsView } from "./present.ts";

const DONE: Readonly<Record<string, string>> = {
  kept: "The list is kept. Its rows are asked afresh each time it is opened.",
  changed: "The list has been changed.",
  "taken-away": "The list has been taken away.",
  "put-back": "The list is back.",
};

export type SavedListsPageProps = {
  readonly site: Site;
  readonly view: SavedListsView;
  /** What has just been done, and to which list. */
  readonly done: string | null;
  readonly id: string | null;
};

/** The page of lists. */
export function SavedListsPage({ site, view, done, id }: SavedListsPageProps) {
  const said = done === null ? undefined : DONE[done];
  const mayUndo = done === "taken-away" && id !== null && /^\d+$/.test(id);
  return (
    <Page
      site={site}
      title="Kept lists and trackers"
      part="/teams"
      above={[{ text: "Teams", href: "/teams?all=yes" }]}
      audience="none"
    >
      {said !== undefined && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{said}</p>
          {mayUndo && (
            <Form site={site} action={`/lists/${id}/put-back`}>
              <Button class="govuk-button--secondary">Undo</Button>
            </Form>
          )}
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Kept lists and trackers</h1>
      <p class="govuk-body">
        Each opens the children it names as they stand now, those you may look at. To keep a list of your own, open any
        figure’s list, narrow it, and choose “Keep this list under a name”.
      </p>
      <Lists site={site} title="Trackers" lists={view.trackers} />
      <Lists site={site} title="Your lists" lists={view.own} mayChange />
      <Lists site={site} title="Shared by your teams" lists={view.shared} />
    </Page>
  );
}

type ListsProps = {
  readonly site: Site;
  readonly title: string;
  readonly lists: readonly ListLine[];
  readonly mayChange?: boolean;
};

function Lists({ site, title, lists, mayChange = false }: ListsProps) {
  if (lists.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list app-saved-lists">
        {lists.map(({ id, title: name, about, href, sharing }) => (
          <li key={href + name} class="app-saved-lists__item">
            <a class="govuk-link govuk-!-font-weight-bold" href={href}>
              {name}
            </a>
            <span class="app-saved-lists__about">{about}</span>
            {sharing !== "" && <span class="app-muted app-saved-lists__about">{sharing}</span>}
            {mayChange && id !== null && (
              <span class="app-saved-lists__acts">
                <a class="govuk-link" href={`/lists/${id}/change`}>
                  Change<span class="govuk-visually-hidden"> {name}</span>
                </a>
                <Form site={site} action={`/lists/${id}/take-away`}>
                  <button type="submit" class="app-saved-lists__button govuk-link">
                    Take away<span class="govuk-visually-hidden"> {name}</span>
                  </button>
                </Form>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
