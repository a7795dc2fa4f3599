/** What is due, from the viewer and (for analysts) from everybody. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { monthWords } from "./month-words.ts";
import type { ChaserView, DueGroup, DueView } from "./present-due.ts";

const DONE: Readonly<Record<string, string>> = {
  saved: "The figures were saved. Scorecards show them within a minute or so.",
  unchanged: "Nothing was different, so nothing was saved.",
  loading: "The figures are being put into the scorecards.",
  given: "The measures were given to their new owner.",
};

type Props = {
  readonly site: Site;
  readonly view: DueView;
  readonly done: string | undefined;
  readonly isAll: boolean;
};

/** The page. */
export function DuePage({ site, view, done, isAll }: Props) {
  const news = DONE[done ?? ""];
  return (
    <Page site={site} title="Enter figures" part="/enter">
      {news && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{news}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Enter figures</h1>
      {!view.hasAuthority && (
        <InsetText>
          Waymark does not know yet whose figures these are, so they cannot reach the scorecards. Load a return, or name
          the authority in the settings.
        </InsetText>
      )}
      <p class="govuk-body">{view.sentence}</p>
      {view.groups.map((group) => (
        <Group key={group.month} group={group} />
      ))}
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={`/enter/${view.month}?owner=${isAll ? "all" : "me"}`}>
          {`Open the grid of ${monthWords(view.month)}`}
        </a>
        {" or "}
        <a class="govuk-link" href="/enter/upload">
          bring figures from a spreadsheet
        </a>
        .
      </p>
      <NotLoaded site={site} view={view} />
      {view.chasers && <Chasers chasers={view.chasers} />}
    </Page>
  );
}

function Group({ group }: { readonly group: DueGroup }) {
  return (
    <section aria-labelledby={`due-${group.month}`}>
      <h2 class="govuk-heading-m" id={`due-${group.month}`}>
        {`Periods that ended in ${monthWords(group.month)}`}
      </h2>
      <Table
        class="app-cards"
        caption={`Figures due from you for periods that ended in ${monthWords(group.month)}`}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={["Measure", "Period", "Due"].map((content) => ({ content }))}
        rows={group.lines.map(({ title, period, due, isOverdue, href }) => [
          {
            content: (
              <a class="govuk-link" href={href}>
                {title}
              </a>
            ),
          },
          { content: period, attributes: { "data-label": "Period" } },
          {
            content: (
              <span>
                {due} {isOverdue && <Tag class="govuk-tag--red">Overdue</Tag>}
              </span>
            ),
            attributes: { "data-label": "Due" },
          },
        ])}
      />
      <a href={group.href} class="govuk-button app-no-print">
        {`Enter the figures of ${monthWords(group.month)}`}
      </a>
    </section>
  );
}

function NotLoaded({ site, view }: { readonly site: Site; readonly view: DueView }) {
  if (view.notLoaded === "" || !view.hasAuthority) return null;
  if (view.isWorking) return <p class="govuk-body">{`${view.notLoaded} That is being done now.`}</p>;
  return (
    <Form site={site} action="/enter/load">
      <p class="govuk-body">{view.notLoaded}</p>
      <Button class="govuk-button--secondary">Put them in now</Button>
    </Form>
  );
}

function Chasers({ chasers }: { readonly chasers: readonly ChaserView[] }) {
  return (
    <section aria-labelledby="chasers">
      <h2 class="govuk-heading-m" id="chasers">
        Who owes what
      </h2>
      {chasers.length === 0 ? (
        <p class="govuk-body">Nobody owes a figure.</p>
      ) : (
        <Table
          class="app-cards"
          caption="People who owe figures of the last periods that ended"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={["Person", "Owes", "Soonest due", "To send"].map((content) => ({ content }))}
          rows={chasers.map((chaser) => [
            {
              content: (
                <a class="govuk-link" href={chaser.href}>
                  {chaser.name}
                </a>
              ),
            },
            { content: chaser.summary, attributes: { "data-label": "Owes" } },
            { content: chaser.soonest, attributes: { "data-label": "Soonest due" } },
            { content: <Reminder chaser={chaser} /> },
          ])}
        />
      )}
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href="/enter/owners">
          Say who enters what, and by when
        </a>
      </p>
    </section>
  );
}

/** Waymark sends no e-mail by itself. */
function Reminder({ chaser: { name, email, text } }: { readonly chaser: ChaserView }) {
  if (text === "") return <span class="app-muted">Say who enters them first</span>;
  return (
    <Details
      class="app-enter-reminder"
      summary={
        <>
          Text to send<span class="govuk-visually-hidden">{` to ${name}`}</span>
        </>
      }
    >
      {email && <p class="govuk-body-s">{`To ${email}`}</p>}
      <p class="govuk-body-s app-enter-text">{text}</p>
    </Details>
  );
}
