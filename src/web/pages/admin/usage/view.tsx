/** Who opened which pages how often. */
import { CardTable } from "../../../components/card-table/card-table.tsx";
import { InsetText } from "../../../components/inset-text/inset-text.tsx";
import type { Site } from "../../../context.ts";
import { countOf, longDate } from "../../../words.ts";
import { AdminPage } from "../admin-page.tsx";
import type { PageTotal, PersonUse } from "./present.ts";

type UsageView = {
  readonly days: number;
  readonly spans: readonly number[];
  readonly people: readonly PersonUse[];
  readonly pages: readonly PageTotal[];
};

/** The page of use. */
export function UsagePage({ site, usage }: { readonly site: Site; readonly usage: UsageView }) {
  const { days, spans, people, pages } = usage;
  return (
    <AdminPage site={site} title="Use of pages">
      <p class="govuk-body">
        What signed-in people opened in the last {days} days, so that accountability sessions can speak of use as it is.
        Children’s pages are counted without saying whose; the access log says that.
      </p>
      <nav aria-label="Span of days">
        <ul class="govuk-list app-admin__spans">
          {spans.map((span) => (
            <li key={span}>
              {span === days ? (
                <strong aria-current="page">{`Last ${span} days`}</strong>
              ) : (
                <a class="govuk-link" href={`/admin/usage?days=${span}`}>{`Last ${span} days`}</a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {pages.length === 0 && (
        <InsetText>Nobody has opened a page in this span, or it is too recent to be counted.</InsetText>
      )}
      <CardTable
        caption="People, those who opened least first"
        columns={[
          { text: "Who" },
          { text: "Pages opened", numeric: true },
          { text: "On how many days", numeric: true },
          { text: "Last" },
        ]}
        rows={people.map(({ name, email, pages: opened, days: on, last }) => [
          <>
            {name}
            <br />
            <span class="app-muted">{email}</span>
          </>,
          opened.toLocaleString("en-GB"),
          String(on),
          last === null ? "Nothing opened" : longDate(last),
        ])}
      />
      {pages.length > 0 && (
        <CardTable
          caption="Pages, the most opened first"
          columns={[{ text: "Page" }, { text: "Of what" }, { text: "Opened", numeric: true }, { text: "By" }]}
          rows={pages.map(({ page, subject, count, people: by }) => [
            page,
            subject === "" ? "–" : subject,
            count.toLocaleString("en-GB"),
            countOf(by, "person", "people"),
          ])}
        />
      )}
    </AdminPage>
  );
}
